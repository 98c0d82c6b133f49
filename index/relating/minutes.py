"""Which minutes may be missing, told from the days of a body's papers and what its minutes name.

Never more than "may be": a meeting may have been put off, and a day may be misprinted.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from index.question.names import is_name_of
from index.question.when import MONTHS, read_when

PUBLISHED_WITHIN = timedelta(days=60)  # after which a meeting's minutes should be there
LEAST_HELD = 2  # minutes, from which on a body's are looked for
LEAST_REGULAR = 6  # minutes, from which on a usual interval can be told
LONG = 3  # times the usual interval
LONG_DAYS = 60  # and so many days more than usual
ENDED = timedelta(days=730)  # a body silent for longer has ceased to meet, for all we know
MISPRINT = timedelta(days=3)  # no body meets again so soon: the day named is a slip
NAMED_WITHIN = timedelta(days=400)  # minutes are approved within a year, those of an AGM too

Body = tuple[str | None, str | None]  # council and body


@dataclass(frozen=True, slots=True)
class Unminuted:
    """A meeting whose minutes may be missing, and how it is known of."""

    day: date
    papers: int = 0  # reports and agendas held of that day
    named_on: date | None = None  # the meeting whose minutes name it


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without minutes, far longer than usual; ``last`` is None if it lasts."""

    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class MinutesGaps:
    """What may be missing of one body's minutes; the newest first."""

    council: str | None
    body: str | None
    held: int  # meetings whose minutes are held
    newest: date
    usual_days: int | None  # between two meetings; None where it cannot be told
    missing: tuple[Unminuted, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What is held of one body: the days of its minutes, and of what else tells that it met."""

    of: Body
    minutes: frozenset[date]
    papers: Mapping[date, int]  # how many reports and agendas
    named: frozenset[tuple[date, date]]  # a meeting, and one whose minutes were spoken of there


def gaps_of(held: Held, elsewhere: Collection[date], today: date) -> MinutesGaps | None:
    """What may be missing of a body's minutes; None if nothing is.

    ``elsewhere`` are the days of minutes that do not say whose they are: they may be this body's.
    """
    if len(held.minutes) < LEAST_HELD:
        return None
    known = held.minutes.union(elsewhere)
    missing = [*_missing(held, known, today)]
    usual = _usual(held.minutes)
    met = known.union(one.day for one in missing)
    silences = [*_silences(held, met, usual, today)] if usual else []
    if not missing and not silences:
        return None
    return MinutesGaps(
        *held.of,
        held=len(held.minutes),
        newest=max(held.minutes),
        usual_days=usual,
        missing=tuple(sorted(missing, key=lambda one: one.day, reverse=True)),
        silences=tuple(sorted(silences, key=lambda one: one.first, reverse=True)),
    )


def _missing(held: Held, known: Collection[date], today: date) -> Iterator[Unminuted]:
    """Meetings, since the first of which minutes are held, that others of its papers tell of."""
    first, last = min(held.minutes), today - PUBLISHED_WITHIN
    named = {day: on for on, day in sorted(held.named, reverse=True)}  # by the soonest minutes
    for day in {*held.papers, *named}:
        if not first < day <= last or day in known:
            continue
        papers = held.papers.get(day, 0)
        if papers or not any(abs(day - other) <= MISPRINT for other in known):
            yield Unminuted(day, papers, named.get(day))


def _usual(days: Collection[date]) -> int | None:
    """How many days usually pass between two meetings."""
    if len(days) < LEAST_REGULAR:
        return None
    return round(median((late - early).days for early, late in pairwise(sorted(days))))


def _silences(held: Held, met: Collection[date], usual: int, today: date) -> Iterator[Silence]:
    """Long stretches in which no meeting is known of, nor that there was none."""
    least = timedelta(days=max(LONG * usual, usual + LONG_DAYS))
    for early, late in pairwise(sorted(held.minutes)):
        is_long = late - early >= least and not any(early < day < late for day in met)
        if is_long and (late, early) not in held.named:
            yield Silence(early, late)
    newest = max(held.minutes)
    if least + PUBLISHED_WITHIN <= today - newest <= ENDED and not any(d > newest for d in met):
        yield Silence(newest, None)


# --- What minutes say of the meetings before ---

_MONTH = "|".join(MONTHS)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DAY = rf"{_WEEKDAY}\d{{1,2}}\s?(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTH})(?:,?\s+\d{{4}})?"
_NAMED = re.compile(
    rf"\bminutes\s+(?:of|from)\s+(?P<meeting>[^.;:]{{0,100}}?)\s*(?P<days>\b{_DAY}"
    rf"(?:\s*(?:,|and|&|,\s*and)\s*{_DAY})*)\b",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(_DAY, re.IGNORECASE)
# Words that say of a meeting which kind it was and how it was held, but not who met.
_PLAIN = frozenset(
    """the a an its our of in on at by via and last previous preceding earlier ordinary special
    extraordinary annual general statutory monthly quarterly public virtual remote hybrid online
    zoom teams video held which took place dated meeting meetings agm""".split()
)


def named_in(text: str, of: Body, day: date) -> Iterator[date]:
    """The body's earlier meetings whose minutes a paragraph of its minutes of a day speaks of.

    >>> said = "The minutes of the meeting held on 4 June were agreed."
    >>> [*named_in(said, (None, "Cabinet"), date(2024, 7, 2))]
    [datetime.date(2024, 6, 4)]
    """
    for match in _NAMED.finditer(text):
        if _is_own(match["meeting"], of):
            for said in _days(match["days"]):
                found = read_when(said, day).first
                if found and day - NAMED_WITHIN <= found < day:
                    yield found


def _is_own(meeting: str, of: Body) -> bool:
    """Whether a meeting, as it is called, is one of this body's own."""
    said = re.findall(r"\w+", meeting.casefold())
    if not {"meeting", "meetings", "agm"} & set(said):
        return False
    name = " ".join(word for word in said if word not in _PLAIN)
    full = [part for part in of if part]
    return not name or any(is_name_of(name, one) for one in (*full, " ".join(full)) if one)


def _days(said: str) -> list[str]:
    """Each day of a list such as "4 March, 11 March and 18 March 2024", with its year if said."""
    found: list[str] = []
    year = ""
    for one in reversed(_ONE_DAY.findall(said)):
        own = re.search(r"\d{4}$", one)
        year = own[0] if own else year
        found.append(one if own or not year else f"{one} {year}")
    return found[::-1]
