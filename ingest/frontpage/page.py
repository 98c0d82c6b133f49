"""What a paper says of itself: title, body, date, whose report it is, and what it is marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.records import Block, FrontPage
from ingest.contact import split_contact
from ingest.frontpage import marks
from ingest.frontpage.bodies import in_title_case
from ingest.frontpage.field_names import is_blank
from ingest.frontpage.front import Front, front_of
from ingest.frontpage.meetings import meetings_of
from ingest.frontpage.title import title_of
from ingest.frontpage.when import meeting_date
from ingest.frontpage.whose import body_of, council_of
from ingest.pages import Properties

_INTRODUCED = re.compile(
    r"[\s,;–-]*\(?\s*(?:to be\s+)?(?:introduced|presented)\s+by\s*:?\s+"
    r"(?:the\s+)?(?P<who>[^()]+)\)?$",
    re.IGNORECASE,
)


def read_front_page(
    blocks: Sequence[Block],
    properties: Properties,
    name: str,
    council: str | None = None,
    margins: Iterable[str] = (),
) -> tuple[FrontPage, tuple[str, ...]]:
    """A paper's front page and what is doubtful about it; ``council`` is what the operator says.

    ``name`` is the file's name or address, from which only a date is taken, and only where the
    paper states none.
    """
    front = front_of(blocks, properties)
    meetings = meetings_of(front)
    stated = council_of(front, margins)
    body = meetings[0].body if len(meetings) > 1 else body_of(front, stated)
    day, doubts = meeting_date(front, name, meetings, met=bool(body or stated))
    if council and stated and stated.casefold() != council.casefold():
        doubts.append("The paper names another council than it was ingested for.")
    page = _page(front, body, council or stated)
    dated = replace(
        page,
        meeting_date=day.value,
        meeting_date_basis=day.basis,
        meeting_date_rule=day.rule,
    )
    return dated, tuple(doubts)


def _page(front: Front, body: str | None, council: str | None) -> FrontPage:
    return FrontPage(
        title=title_of(front),
        council=council,
        body=body,
        report_of=_report_of(front),
        introduced_by=_introduced_by(front),
        author=_person(front.first("author")),
        contact=_person(front.first("contact", "lead_officer")),
        reference=_reference(front),
        item_number=marks.item_number(front),
        decision_number=_number(front.first("decision_number")),
        part=marks.part(front),
        wards=_wards(front),
        key_decision=marks.yes_or_no(front, "key_decision"),
        call_in=marks.yes_or_no(front, "call_in"),
        draft=_is_draft(front),
    )


def _report_of(front: Front) -> str | None:
    value = front.first("report_of") or next((o.words for o in front.opening("report_of")), None)
    if not value:
        return None
    who = _INTRODUCED.sub("", value)
    return in_title_case(re.sub(r"^the\s+", "", who, flags=re.IGNORECASE).strip(" .:–-")) or None


def _introduced_by(front: Front) -> str | None:
    """Who brings the paper to the meeting: said to introduce it, or the portfolio's holder."""
    if value := front.first("introduced_by"):
        return _person(value)
    found = (_INTRODUCED.search(f.value) for f in front.all("report_of"))
    said = next((match["who"].strip() for match in found if match), None)
    return said or _person(front.first("holder"))


def _reference(front: Front) -> str | None:
    """The paper's own reference; failing that, its number as a decision or in the forward plan."""
    values = (front.first(fact) for fact in ("reference", "decision_number", "plan_reference"))
    return next(filter(None, map(_number, values)), None) or marks.unlabelled_reference(front)


def _number(value: str | None) -> str | None:
    """A value that is a number or a code; None for words, as in "Not applicable"."""
    return value if value and re.search(r"\d|\b[A-Z]{2,}\b", value) else None


def _wards(front: Front) -> str | None:
    """The wards as printed, without the marks that a template leaves: "(All Wards);"."""
    value = (front.first("wards") or "").strip(" ;,")
    bracketed = re.fullmatch(r"\(([^()]*)\)", value)
    return (bracketed[1] if bracketed else value) or None


def _person(value: str | None) -> str | None:
    """Who is named, without telephone and e-mail: those are kept apart."""
    rest = split_contact(value)[0] if value else ""
    return None if is_blank(rest) else rest


def _is_draft(front: Front) -> bool:
    lines = (cell for block in front.blocks for cell in block.cells if len(cell) < 300)
    return any(map(marks_draft, lines))


def marks_draft(line: str) -> bool:
    """Whether a line marks its paper a draft; "Draft Budget" as a subject does not mark it.

    >>> [marks_draft(words) for words in ("DRAFT – not approved", "Draft minutes", "Draft Budget")]
    [True, True, False]
    """
    return bool(_DRAFT.fullmatch(line.strip(" *_[]()")))


_DRAFT = re.compile(
    r"draft(?:\s*[–:-]\s*(?:to be|not|subject|unapproved|unconfirmed|for approval|pending)\b.*)?"
    r"|draft\s+(?:\w+\s+)?(?:minutes|report|decision|notes|record|agenda|v(?:ersion)?\b)\b.*"
    r"|(?:un(?:confirmed|approved)|unadopted)\s+minutes\b.*|.*\bminutes\b.*[\[(–-]\s*draft\W*"
    r"|(?:.*\s)?minutes\s*[\[(]\s*(?:draft|unconfirmed|unapproved)\s*[\])].*"
    r"|(?:these|the)\s+(?:minutes|notes)\s+(?:are|remain)\s+(?:in\s+|a\s+)?"
    r"(?:draft|unconfirmed|unapproved|not\s+(?:yet\s+)?(?:approved|confirmed))\b.*"
    r"|.*\bsubject to (?:approval|confirmation)\b.*\bmeeting\b.*",
    re.IGNORECASE,
)
