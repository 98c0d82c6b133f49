"""The days that words mean: "April 2007", "2006/07", "last spring", "16 March 2011", "Q3 2019"."""

from datetime import date

from index.question.forms import FORMS, MONTHS, OF_TIME, Days, month_of

__all__ = ["MONTHS", "Days", "is_of_time", "month_of", "read_when", "small"]


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
