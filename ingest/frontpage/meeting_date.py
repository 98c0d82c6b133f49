"""The day a paper's meeting was held: stated, worked out by a rule that is kept, or unknown."""

from dataclasses import dataclass
from datetime import date, timedelta

from index.records import DateBasis
from ingest.dates import WEEKDAYS, FoundDate

_LONGEST_WAIT = timedelta(days=120)  # between writing a report and the meeting it is for


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """A meeting's date and what it rests on; ``warning`` says why there is none, or its flaw."""

    value: date | None = None
    basis: DateBasis | None = None
    rule: str | None = None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """What else there is to tell a meeting's date by, beside the date the paper states."""

    written: date | None = None  # when the report was written
    named: date | None = None  # in the name of the file
    again: frozenset[date] = frozenset()  # other whole dates on the front page


def settle(stated: FoundDate | None, signs: Signs) -> MeetingDate:
    """The meeting's date from what the paper states and the other signs of it.

    A date without a year is the first such day on or after the paper was written and within 120
    days of it, or the same day in the file's name or elsewhere on the front page. Two readings
    that disagree give none: a date is never guessed.
    """
    if stated is None:
        return _from_name(signs.named)
    if stated.value is None:
        return _inferred(stated, signs)
    if stated.weekday_agrees:
        return MeetingDate(stated.value, "stated")
    return _misfit(stated, stated.value, signs)


def _misfit(stated: FoundDate, value: date, signs: Signs) -> MeetingDate:
    """A date on another weekday than stated: kept only if something else gives that date."""
    fault = (
        "The weekday of the meeting's date does not fit it: the paper says "
        f"{WEEKDAYS[stated.weekday or 0]}, and {value.day} {value:%B %Y} was a {value:%A}."
    )
    if value in (signs.named, *signs.again):
        return MeetingDate(value, "stated", warning=f"{fault} It is kept, being given twice.")
    return MeetingDate(warning=f"{fault} The date is left unknown.")


def _from_name(named: date | None) -> MeetingDate:
    if named is None:
        return MeetingDate()
    return MeetingDate(named, "source", "date taken from the file's name")


def _inferred(stated: FoundDate, signs: Signs) -> MeetingDate:
    same = [day for day in signs.again if (day.day, day.month) == (stated.day, stated.month)]
    found = [
        (_own_date_rule(signs.written), _first_after(stated, signs.written)),
        ("year taken from the date in the file's name", _if_same_day(stated, signs.named)),
        *(("year taken from the same day elsewhere on the front page", day) for day in same),
    ]
    readings = [(rule, day) for rule, day in found if day]
    days = {day for _, day in readings}
    if not days:
        return MeetingDate(warning="The meeting's date has no year, and nothing says which.")
    if len(days) > 1 or not _weekday_fits(stated, *days):
        return MeetingDate(warning="The meeting's date has no year, and the signs of it disagree.")
    rule, day = readings[0]
    return MeetingDate(day, "inferred", rule)


def _own_date_rule(written: date | None) -> str:
    if written is None:
        return ""
    return f"year taken from the report's own date, {written.day} {written:%B %Y}"


def _first_after(stated: FoundDate, written: date | None) -> date | None:
    """The first such day on or after the paper was written, unless that is too long after."""
    if written is None:
        return None
    for year in (written.year, written.year + 1):
        day = _in_year(stated, year)
        if day and written <= day <= written + _LONGEST_WAIT:
            return day
    return None


def _if_same_day(stated: FoundDate, named: date | None) -> date | None:
    same = named and (named.day, named.month) == (stated.day, stated.month)
    return named if same else None


def _in_year(stated: FoundDate, year: int) -> date | None:
    try:
        return date(year, stated.month, stated.day)
    except ValueError:  # 29 February, in another year
        return None


def _weekday_fits(stated: FoundDate, *days: date) -> bool:
    return stated.weekday is None or all(day.weekday() == stated.weekday for day in days)
