"""Who was elected or appointed to what, as minutes and decisions resolve it."""

import re
from collections.abc import Iterator

from index.records import Lead
from ingest.people.person import NAME, is_name
from ingest.people.posts import chair_of, is_post_alone, relation_of
from ingest.people.roll import attendees

_CHOSEN = r"(?:re-?)?(?:elected|appointed|nominated|confirmed|co-opted)"
_AGREED = re.compile(
    r"\b(?:resolved|agreed|elected|appointed|decided|approved|co-opted|duly)\b", re.I
)
_ONLY_ASKED = re.compile(
    r"\b(?:proposed|recommended|nominations?|moved|seconded|suggested|invited|sought|lost|rejected"
    r"|deferred|if|whether|unless|should|would)\b",
    re.I,
)
# "That Councillors A Pike and B Ash be appointed to the Quay Board": names, then to what.
_APPOINTED = re.compile(
    rf"(?P<who>(?:(?:Councillors|Cllrs)\.?\s+)?{NAME}(?:(?:,\s+|\s+and\s+|,\s+and\s+)(?:{NAME}|[A-Z]\.?\s+[A-Z][\w’'-]+)){{0,6}})"
    rf",?\s+(?:(?:be|was|were|is|are|had\s+been|has\s+been)\s+)?(?:unanimously\s+|duly\s+)?{_CHOSEN}\s+"
    r"(?P<what>(?:as\s+|to\s+be\s+|to\s+|for\s+|the\s+|a\s+|an\s+)*[^.;:]{3,160})"
)
_REPRESENTS = re.compile(
    r"(?:the\s+)?(?:[\w’']+\s+){0,3}?(?:representatives?|nominees?|trustees?|observers?|delegates?)\b"
    r"(?:\s+of\s+the\s+Council)?\s+(?:on|to|of|for|at)\s+(?:the\s+)?(?P<body>[A-Z].*)",
    re.I,
)
_ON_BODY = re.compile(
    r"(?:to|on|onto)\s+(?:serve\s+on\s+)?(?:the\s+)?(?P<body>[A-Z][\w’'&, -]{2,90}?"
    r"(?:Committee|Board|Panel|Group|Forum|Trust|Partnership|Authority|Council|Association|Body))\b"
)
_END = re.compile(
    r"\s+(?:for\s+(?:the\s+)?(?:ensuing|coming|remainder|municipal|current|20\d\d|year|a\s+|\w+\s+year)"
    r"|until\b|from\b|with\s+(?:immediate|effect)|in\s+(?:place|succession)|following\b|and\s+that\b"
    r"|by\s).*$|,\s.*$"
)


def resolved(sentence: str, span: tuple[int, int]) -> Iterator[Lead]:
    """Those whom a sentence elects or appoints, with the post or the body.

    A proposal is no appointment, unless the sentence says that it was carried.
    """
    asked = _ONLY_ASKED.search(sentence)
    carried = re.search(r"\b(?:RESOLVED|AGREED|[Rr]esolved|unanimously|duly)\b", sentence)
    if not _AGREED.search(sentence) or (asked and not carried):
        return
    for match in _APPOINTED.finditer(sentence):
        what = _END.sub("", match["what"].strip())
        for one in attendees(match["who"], civil=True):
            name = one.person.name
            if name and (is_name(name) or name.isalpha()):
                yield from _lead(name, what, span)


def _lead(name: str, what: str, span: tuple[int, int]) -> Iterator[Lead]:
    plain = re.sub(
        r"^(?:(?:as|to\s+(?:be|continue|remain|act|serve)(?:\s+as)?|for|the|a|an)\s+)+", "", what
    ).strip()
    if represents := _REPRESENTS.fullmatch(plain):
        yield Lead(name, None, None, "Representative", _body(represents["body"]), *span)
    elif chairs := chair_of(plain):
        relation, body = chairs
        yield Lead(name, plain, None, relation, body and _other(body), *span)
    elif is_post_alone(plain):
        yield Lead(name, plain, None, relation_of(name, plain), None, *span)
    elif on_body := _ON_BODY.match(plain):
        yield Lead(name, None, None, "Member", on_body["body"], *span)


def _body(words: str) -> str:
    return words.strip(" ,.")


def _other(body: str) -> str | None:
    """The body that someone chairs, unless it is only said to be the one that met."""
    here = re.fullmatch(r"(?i)(?:this\s+)?(?:meeting|council|committee|board|panel|group)", body)
    return None if here else body
