"""The sentences a paper opens with: whose meeting, when, and whose report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.records import Block
from ingest.dates import FoundDate, find_dates
from ingest.frontpage.bodies import body_named, council_named


@dataclass(frozen=True, slots=True)
class Opening:
    """What one opening line says; ``block`` is its number."""

    block: int
    kind: str  # "minutes", "agenda", "meeting", "report_of", "report_to", "date", "council"
    body: str | None = None
    council: str | None = None
    date: FoundDate | None = None
    words: str | None = None


_LONGEST = 300  # characters; what is longer is a paragraph that may begin like an opening
_SORT = r"(?:ordinary|annual|special|extraordinary|virtual|remote|monthly|general|public|full|main)"
# "Minutes of the meeting of the Planning Committee held on …", "DRAFT MINUTES of a Meeting held".
_MINUTES = re.compile(
    rf"(?:(?P<whose>[\w’' ]{{0,60}}\b(?:council|committee|cabinet))\s+)?"
    rf"(?:(?:draft|unconfirmed|approved)\s+)?(?:minutes|notes)\b(?:\s+(?:of|for|from)\b\s*"
    rf"(?P<rest>(?:(?:a|an|the)\s+)?(?:{_SORT}\s+)*(?P<meeting>(?:general\s+)?meetings?\b)?.*))?",
    re.IGNORECASE | re.DOTALL,
)
# "Meeting of the Cabinet – 16th March 2011", "You are summoned to a meeting of Exham Town Council".
_MEETING = re.compile(
    r"(?P<agenda>(?:agenda|summons|notice)\s+(?:for|of|to)\s+|you\s+are\s+(?:hereby\s+)?"
    r"(?:summoned|invited|requested)\s+to\s+(?:attend\s+)?)?"
    rf"(?:(?:a|an|the)\s+)?(?:{_SORT}\s+)*"
    r"meeting\s+(?:of|for)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
# "Report of the Chief Executive", "JOINT REPORT OF THE DIRECTORS OF …".
_REPORT_OF = re.compile(
    r"(?:(?:a|the)\s+)?(?:joint\s+)?report\s+(?:of|by|from)\s*:?\s+(?!the\s+meeting)(?P<who>.{3,200})",
    re.IGNORECASE,
)
# "Report to Cabinet", "REPORT TO THE PLANNING COMMITTEE – 4 MAY 2025".
_REPORT_TO = re.compile(r"report\s+(?:to|for)\s+(?:the\s+)?(?P<rest>.{3,150})", re.IGNORECASE)
_ONLY_DATE = re.compile(
    r"[\s,:;.–—-]*(?:at|from)?\s*(?:\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|noon|hours)?)?"
    r"\s*(?:at\s.{0,80}|in\s.{0,80})?",
    re.IGNORECASE,
)


def openings(blocks: Sequence[Block]) -> Iterator[Opening]:
    """What each of the first blocks says as a sentence, where it is one of the known ones."""
    for number, block in enumerate(blocks):
        if block.kind != "row":
            text = block.words[:_LONGEST].strip(" *_")
            yield from _opening(number, text, whole=len(block.words) <= _LONGEST)


def _opening(number: int, text: str, *, whole: bool) -> Iterator[Opening]:
    dates = find_dates(text)
    first = dates[0] if dates else None
    if match := _MINUTES.match(text):
        rest = match["rest"] or match["whose"] or ""
        council = council_named(match["whose"] or "") or _council_in(rest)
        yield Opening(number, "minutes", _body_in(rest), council, first, text if whole else None)
    elif not whole:
        return
    elif match := _MEETING.fullmatch(text):
        kind = "agenda" if match["agenda"] else "meeting"
        words = text if kind == "agenda" and not text.casefold().startswith("you ") else None
        yield Opening(
            number, kind, _body_in(match["rest"]), _council_in(match["rest"]), first, words
        )
    elif re.fullmatch(r"agenda|summons", text, re.IGNORECASE):
        yield Opening(number, "agenda", words=text)
    elif match := _REPORT_OF.fullmatch(text):
        yield Opening(number, "report_of", words=match["who"])
    elif (match := _REPORT_TO.fullmatch(text)) and (body := _body_in(match["rest"])):
        yield Opening(number, "report_to", body, date=first)
    elif council := council_named(text):
        yield Opening(number, "council", council=council)
    elif first and _ONLY_DATE.fullmatch(text[dates[-1].end :]):
        yield from _dated_line(number, text[: first.start], first)


def _dated_line(number: int, before: str, first: FoundDate) -> Iterator[Opening]:
    """A line that is a date, or a body and a date: "Cabinet, 16 March 2011"."""
    if body := body_named(before):
        yield Opening(number, "meeting", body, council_named(before), first)
    elif not before.strip(" –-:,.(") or before.strip(" :,").casefold() in ("held on", "on", "date"):
        yield Opening(number, "date", date=first)


def _body_in(rest: str) -> str | None:
    return body_named(re.sub(r"^.*?\bmeetings?\s+(?:of|for)\s+", "", rest, flags=re.IGNORECASE))


def _council_in(rest: str) -> str | None:
    """The council in "a meeting of Exham Town Council held …"; None for any other body."""
    body = _body_in(rest)
    return council_named(body) if body else None
