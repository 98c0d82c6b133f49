"""The days that words mean: "April 2007", "2006/07", "last spring", "16 March 2011", "Q3 2019"."""

from datetime import date

from index.question.forms import FORMS, MONTHS, OF_TIME, Days, month_of

__all__ = ["MONTHS", "Days", "is_of_time", "month_of", "read_stretch", "read_when", "small"]


def read_when(words: str, today: date) -> Days:
    """The days that words such as "April 2007" or "last month" mean; both None if they mean none.

    >>> read_when("2006/07", date(2026, 3, 1))
    Days(first=datetime.date(2006, 4, 1), last=datetime.date(2007, 3, 31))
    >>> read_when("April", date(2026, 3, 1)).first
    datetime.date(2025, 4, 1)
    >>> read_when("the leisure trust", date(2026, 3, 1))
    Days(first=None, last=None)
    """
    plain = " ".join(small(words).replace(",", " ").split())
    for form in FORMS:
        if match := form.pattern.fullmatch(plain.removeprefix("the ")):
            try:
                return form.days(match, today)
            except (ValueError, OverflowError):  # such as 31 November
                return Days(None, None)
    return Days(None, None)


def read_stretch(first: str, last: str, today: date) -> Days:
    """The days from one time to another; a time that names no year takes the other's.

    >>> read_stretch("1 April", "30 June 2023", date(2026, 3, 1))
    Days(first=datetime.date(2023, 4, 1), last=datetime.date(2023, 6, 30))
    >>> read_stretch("November", "February 2023", date(2026, 3, 1)).first
    datetime.date(2022, 11, 1)
    """
    begins, ends = read_when(first, today).first, read_when(last, today).last
    if begins and ends and _lacks_year(last):
        ends = _in_year(last, begins.year, today).last
        if ends and ends < begins:
            ends = _in_year(last, begins.year + 1, today).last
    elif begins and ends and _lacks_year(first):
        begins = _in_year(first, ends.year, today).first
        if begins and begins > ends:
            begins = _in_year(first, ends.year - 1, today).first
    return Days(begins, ends)


def _lacks_year(words: str) -> bool:
    """Whether words of a time could be said with a year: "30 June", and not "last month"."""
    return any(_in_year(words, year, date.max).first for year in (2000, 2001))


def _in_year(words: str, year: int, today: date) -> Days:
    return read_when(f"{words} {year}", today)


def small(text: str) -> str:
    """A text in small letters, each where its capital stood."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)


def is_of_time(word: str) -> bool:
    """Whether a word is a month's name or a year: it says when, and not what a question is about.

    >>> [is_of_time(word) for word in ("October", "2015", "2500", "boathouse")]
    [True, True, False, False]
    """
    return bool(OF_TIME.fullmatch(word.casefold()))
