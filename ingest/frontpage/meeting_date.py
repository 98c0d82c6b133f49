"""The day a paper's meeting was held: stated, worked out by a rule that is kept, or unknown."""

from dataclasses import dataclass
from datetime import date, timedelta

from index.records import DateBasis
from ingest.dates import FoundDate

_LONGEST_WAIT = timedelta(days=120)  # between writing a report and the meeting it is for


@dataclass(frozen=True, slots=True)
class MeetingDate:
    """A meeting's date and what it rests on; ``warning`` says why there is none."""

    value: date | None = None
    basis: DateBasis | None = None
    rule: str | None = None
    warning: str | None = None


def settle(stated: FoundDate | None, written: date | None, named: date | None) -> MeetingDate:
    """The meeting's date from what the paper states, when it was written, and its file's name.

    A date without a year is the first such day on or after the paper was written and within 120
    days of it. Two readings that disagree give none: a date is never guessed.
    """
    if stated is None:
        return _from_name(named)
    if stated.value is None:
        return _inferred(stated, written, named)
    if stated.weekday_agrees or stated.value == named:
        return MeetingDate(stated.value, "stated")
    return MeetingDate(warning="The weekday of the meeting's date does not fit that date.")


def _from_name(named: date | None) -> MeetingDate:
    if named is None:
        return MeetingDate()
    return MeetingDate(named, "source", "date taken from the file's name")


def _inferred(stated: FoundDate, written: date | None, named: date | None) -> MeetingDate:
    readings = {
        rule: day
        for rule, day in (
            (_own_date_rule(written), _first_after(stated, written)),
            ("year taken from the date in the file's name", _if_same_day(stated, named)),
        )
        if day
    }
    if not readings:
        return MeetingDate(warning="The meeting's date has no year, and nothing says which.")
    if len(set(readings.values())) > 1 or not _weekday_fits(stated, *readings.values()):
        return MeetingDate(warning="The meeting's date has no year, and the signs of it disagree.")
    rule, day = next(iter(readings.items()))
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
