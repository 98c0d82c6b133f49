"""When a paper's meeting was: the dates that its front page gives, weighed against each other."""

import re
from collections.abc import Iterator
from datetime import date

from ingest.dates import FoundDate, find_dates
from ingest.frontpage.fields import Field
from ingest.frontpage.front import Front
from ingest.frontpage.meeting_date import MeetingDate, Signs, settle
from ingest.frontpage.meetings import Meeting

_LONGEST_DATE = 200  # characters of a value that may be a date
# Days beside such words are of something else than the meeting.
_OTHER_DAY = re.compile(
    r"\b(?:next|previous|last|future|approved|adopted|signed|confirmed|published|publication"
    r"|deadline|issued|dispatch|despatch|call-?in|expir|effective|updated|born|since|until"
    r"|review)",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?<![^\W_])(20\d\d|19\d\d)(\d\d)(\d\d)(?![^\W_])", re.ASCII)
_PARTED = re.compile(r"(?<!\d)((?:19|20)\d\d)[ _.](\d\d)[ _.](\d\d)(?!\d)", re.ASCII)


def meeting_date(
    front: Front, name: str, meetings: tuple[Meeting, ...], *, met: bool
) -> tuple[MeetingDate, list[str]]:
    """The meeting's date and whatever is doubtful about it; ``name`` is the file's.

    ``met`` says whether the paper names who met: the date of a letter is no meeting's.
    """
    found = _stated_dates(front, meetings) or (_dates_alone(front)[:1] if met else [])
    first = found[0] if found else None
    filed = {d.value for f in front.all("meeting_date", "date") if f.filed for d in _dates_of(f)}
    if first and first.value and filed and first.value not in filed:
        return MeetingDate(), ["The paper and its front matter give different meeting dates."]
    written = next((d.value for f in front.all("report_date") for d in _dates_of(f)), None)
    named = next(iter(filed), None) or date_in_name(name)
    settled = settle(first, Signs(written, named, _whole_dates(front)))
    return settled, [*_several(found, meetings), *filter(None, [settled.warning])]


def _several(found: list[FoundDate], meetings: tuple[Meeting, ...]) -> Iterator[str]:
    """What to say of a paper that goes to more than one meeting, or gives more than one date."""
    days = sorted({day.value for day in found if day.value})
    if len(meetings) > 1:
        named = "; ".join(map(str, meetings))
        yield f"The paper goes to more than one meeting: {named}. The first is taken."
    elif len(days) > 1:
        named = ", ".join(f"{day.day} {day:%B %Y}" for day in days)
        yield f"The paper gives more than one meeting date: {named}. The first is taken."


def _stated_dates(front: Front, meetings: tuple[Meeting, ...]) -> list[FoundDate]:
    """The dates that may be the meeting's, from the surest place that gives any."""
    if len(meetings) > 1 and meetings[0].day:
        return [meetings[0].day]
    labelled = [d for f in front.all("meeting_date") for d in _dates_of(f)]
    beside = [d for f in front.all("body") for d in _dates_of(f)]
    kinds = ("minutes", "meeting", "agenda", "decisions", "report_to")
    opening = [o.date for o in front.opening(*kinds) if o.date]
    plain = [d for f in front.all("date") for d in _dates_of(f)]
    return labelled or beside or opening[:1] or plain


def _dates_alone(front: Front) -> list[FoundDate]:
    """Lines that are a date and nothing else, and that no label above them claims."""
    taken = {f.block for f in front.fields}
    short = ((n, block.words[:_LONGEST_DATE]) for n, block in enumerate(front.blocks))
    taken |= {n + 1 for n, words in short if len(words) < 40 and _OTHER_DAY.search(words)}
    return [o.date for o in front.opening("date") if o.date and o.block not in taken]


def _dates_of(found: Field) -> tuple[FoundDate, ...]:
    """The dates a labelled value gives."""
    return find_dates(found.value[:_LONGEST_DATE])


def _whole_dates(front: Front) -> frozenset[date]:
    """Every whole date of the front page's short lines whose weekday, if given, is right."""
    lines = (cell for block in front.blocks for cell in block.cells if len(cell) <= _LONGEST_DATE)
    days = (day for line in lines if not _OTHER_DAY.search(line) for day in find_dates(line))
    return frozenset(day.value for day in days if day.value and day.weekday_agrees)


def date_in_name(name: str) -> date | None:
    """The one whole date in a file's own name; None if there are two, as in a range.

    >>> date_in_name("minutes/2021_05_04.pdf"), date_in_name("20210504_minutes.pdf")
    (datetime.date(2021, 5, 4), datetime.date(2021, 5, 4))
    >>> date_in_name("budget-2021-22.pdf"), date_in_name("140711 News.pdf")
    (None, None)
    """
    own = re.sub(r"\.\w{1,5}$", "", name.rsplit("/", 1)[-1]).replace("%20", " ")
    own = _PARTED.sub(r"\1-\2-\3", _COMPACT.sub(r"\1-\2-\3", own)).replace("_", " ")
    found = {day.value for day in find_dates(own) if day.value}
    return found.pop() if len(found) == 1 else None
