"""What a paper says of itself: title, body, date, whose report it is, and what it is marked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.records import Block, FrontPage
from ingest.contact import split_contact
from ingest.dates import FoundDate, find_dates
from ingest.frontpage.bodies import in_title_case
from ingest.frontpage.field_names import is_blank
from ingest.frontpage.fields import Field
from ingest.frontpage.front import Front, front_of
from ingest.frontpage.meeting_date import MeetingDate, settle
from ingest.frontpage.title import title_of
from ingest.frontpage.whose import body_of, council_of
from ingest.pages import Properties

_LONGEST_DATE = 200  # characters of a value that may be a date
_INTRODUCED = re.compile(
    r"[\s,;–-]*\(?\s*(?:to be\s+)?(?:introduced|presented)\s+by\s*:?\s+"
    r"(?:the\s+)?(?P<who>[^()]+)\)?$",
    re.IGNORECASE,
)


def read_front_page(
    blocks: Sequence[Block], properties: Properties, name: str, council: str | None = None
) -> tuple[FrontPage, tuple[str, ...]]:
    """A paper's front page and what is doubtful about it; ``council`` is what the operator says.

    ``name`` is the file's name or address, from which only a date is taken, and only where the
    paper states none.
    """
    front = front_of(blocks, properties)
    day, doubts = _meeting_date(front, name)
    stated = council_of(front)
    if council and stated and stated.casefold() != council.casefold():
        doubts.append("The paper names another council than it was ingested for.")
    page = _page(front, body_of(front, stated), council or stated)
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
        contact=_person(front.first("contact")),
        reference=front.first("reference"),
        wards=front.first("wards"),
        key_decision=_yes_or_no(front, "key_decision"),
        call_in=_yes_or_no(front, "call_in"),
        draft=_is_draft(front),
    )


def _meeting_date(front: Front, name: str) -> tuple[MeetingDate, list[str]]:
    """The meeting's date and whatever is doubtful about it."""
    found = _stated_dates(front)
    first = found[0] if found else None
    filed = {d.value for f in front.all("meeting_date", "date") if f.filed for d in _dates_of(f)}
    if first and first.value and filed and first.value not in filed:
        return MeetingDate(), ["The paper and its front matter give different meeting dates."]
    written = next((d.value for f in front.all("report_date") for d in _dates_of(f)), None)
    settled = settle(first, written, next(iter(filed), None) or _date_in_name(name))
    several = len({day.value for day in found if day.value}) > 1
    doubts = ["The paper gives more than one meeting date; the first is taken."] if several else []
    return settled, doubts + ([settled.warning] if settled.warning else [])


def _stated_dates(front: Front) -> list[FoundDate]:
    """The dates that may be the meeting's, from the surest place that gives any."""
    meeting = [d for f in front.all("meeting_date") for d in _dates_of(f)]
    opening = [o.date for o in front.opening("minutes", "meeting", "agenda", "report_to") if o.date]
    plain = [d for f in front.all("date") for d in _dates_of(f)]
    alone = [o.date for o in front.opening("date") if o.date]
    return meeting or opening[:1] or plain or alone[:1]


def _dates_of(found: Field) -> tuple[FoundDate, ...]:
    """The dates a labelled value gives."""
    return find_dates(found.value[:_LONGEST_DATE])


def _date_in_name(name: str) -> date | None:
    """The one whole date in a file's own name; None if there are two, as in a range."""
    found = {day.value for day in find_dates(name.rsplit("/", 1)[-1]) if day.value}
    return found.pop() if len(found) == 1 else None


def _report_of(front: Front) -> str | None:
    value = front.first("report_of") or next((o.words for o in front.opening("report_of")), None)
    if not value:
        return None
    who = _INTRODUCED.sub("", value)
    return in_title_case(re.sub(r"^the\s+", "", who, flags=re.IGNORECASE).strip(" .:–-")) or None


def _introduced_by(front: Front) -> str | None:
    if value := front.first("introduced_by"):
        return value
    found = (_INTRODUCED.search(f.value) for f in front.all("report_of"))
    return next((match["who"].strip() for match in found if match), None)


def _person(value: str | None) -> str | None:
    """Who is named, without telephone and e-mail: those are kept apart."""
    rest = split_contact(value)[0] if value else ""
    return None if is_blank(rest) else rest


def _yes_or_no(front: Front, fact: str) -> bool | None:
    """A stated yes or no; None for anything else.

    "Non-key" answers whether the decision is key.
    """
    value = (front.first(fact) or "").casefold()
    if re.match(r"(?:no|non|not|n|false)\b", value):
        return False
    return True if re.match(r"(?:(?:yes|y|true|key)\b|[✓√☑✔])", value) else None


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
    r"|.*\bsubject to (?:approval|confirmation)\b.*\bmeeting\b.*",
    re.IGNORECASE,
)
