"""The days a question speaks of: "since April", "in 2006/07", "last month", "16 March 2011"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)


_OF_TIME = re.compile(rf"(?!may$)(?:{_MONTH})|(?:19|20)\d{{2}}")


class Days(NamedTuple):
    """A first and a last day, both included; None leaves that side open."""

    first: date | None
    last: date | None


class Said(NamedTuple):
    """Days as a question says them, and where in the question it says so."""

    days: Days
    start: int
    end: int


def read_when(words: str, today: date) -> Days:
    """The days that words such as "April 2007" or "last month" mean; both None if they mean none.

    >>> read_when("2006/07", date(2026, 3, 1))
    Days(first=datetime.date(2006, 4, 1), last=datetime.date(2007, 3, 31))
    >>> read_when("April", date(2026, 3, 1)).first
    datetime.date(2025, 4, 1)
    >>> read_when("the leisure trust", date(2026, 3, 1))
    Days(first=None, last=None)
    """
    plain = " ".join(words.casefold().replace(",", " ").split())
    for pattern, days in _FORMS:
        if match := pattern.fullmatch(plain):
            try:
                return days(match, today)
            except ValueError:  # such as 31 November
                return Days(None, None)
    return Days(None, None)


def said_in(question: str, today: date) -> Said | None:
    """The first span of a question that limits it in time: "since …", "in …", "last year".

    >>> said_in("What was agreed since April 2007 on bins?", date(2026, 1, 1)).days.first
    datetime.date(2007, 4, 1)
    """
    for match in _LIMIT.finditer(question):
        days = read_when(match["when"] or match["bare"], today)
        if days != (None, None):
            return Said(_bounded(match["how"], days), match.start(), match.end())
    return None


def is_of_time(word: str) -> bool:
    """Whether a word is a month's name or a year: it says when, and not what a question is about.

    >>> [is_of_time(word) for word in ("October", "2015", "2500", "boathouse")]
    [True, True, False, False]
    """
    return bool(_OF_TIME.fullmatch(word.casefold()))


def _bounded(how: str | None, days: Days) -> Days:
    """What "since", "after", "before" and "until" make of the days named after them."""
    how = (how or "").casefold()
    if how in ("since", "from"):
        return Days(days.first, None)
    if how == "after" and days.last:
        return Days(days.last + timedelta(days=1), None)
    if how == "before" and days.first:
        return Days(None, days.first - timedelta(days=1))
    if how in ("until", "till", "up to", "by"):
        return Days(None, days.last)
    return days


def _day(match: re.Match[str], today: date) -> Days:
    day, month, year = int(match["d"]), _month(match["m"]), match["y"]
    found = date(int(year) if year else today.year, month, day)
    if not year and found > today:
        found = found.replace(year=today.year - 1)
    return Days(found, found)


def _iso(match: re.Match[str], _today: date) -> Days:
    found = date(int(match["y"]), int(match["m"]), int(match["d"]))
    return Days(found, found)


def _of_month(match: re.Match[str], today: date) -> Days:
    month, year = _month(match["m"]), match["y"]
    # A month without a year is the latest one that has begun.
    chosen = int(year) if year else today.year - (month > today.month)
    return month_of(chosen, month)


def _of_year(match: re.Match[str], _today: date) -> Days:
    return Days(date(int(match["y"]), 1, 1), date(int(match["y"]), 12, 31))


def _financial_year(match: re.Match[str], _today: date) -> Days:
    first = int(match["y"])
    if (first + 1) % 100 != int(match["z"]) % 100:
        raise ValueError("not consecutive years")
    return Days(date(first, 4, 1), date(first + 1, 3, 31))


def _relative(match: re.Match[str], today: date) -> Days:
    which, unit = match["which"], match["unit"]
    back = 0 if which == "this" else 1
    if unit == "year":
        return Days(date(today.year - back, 1, 1), date(today.year - back, 12, 31))
    if unit == "month":
        index = today.year * 12 + today.month - 1 - back
        return month_of(index // 12, index % 12 + 1)
    monday = today - timedelta(days=today.weekday() + 7 * back)
    return Days(monday, monday + timedelta(days=6))


def _span_back(match: re.Match[str], today: date) -> Days:
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"]]
    return Days(today - timedelta(days=days * int(match["n"] or 1)), today)


def _one_day(match: re.Match[str], today: date) -> Days:
    found = today - timedelta(days=match[0] == "yesterday")
    return Days(found, found)


def month_of(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


_DAY = rf"(?P<d>\d{{1,2}}) ?(?:st|nd|rd|th)? (?:of )?(?P<m>{_MONTH})(?: (?P<y>\d{{4}}))?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Days]], ...] = (
    (re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"), _iso),
    (re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"), _iso),
    (re.compile(_DAY), _day),
    (re.compile(rf"(?P<m>{_MONTH})(?: (?P<y>\d{{4}}))?"), _of_month),
    (re.compile(r"(?:the )?(?:year )?(?P<y>(?:19|20)\d{2})"), _of_year),
    (re.compile(r"(?P<y>(?:19|20)\d{2})[/–-](?P<z>\d{2}(?:\d{2})?)"), _financial_year),
    (re.compile(r"(?:the )?(?P<which>this|last|previous) (?P<unit>week|month|year)"), _relative),
    (
        re.compile(r"(?:the )?(?:last|past) (?:(?P<n>\d{1,3}) )?(?P<unit>day|week|month|year)s?"),
        _span_back,
    ),
    (re.compile(r"today|yesterday"), _one_day),
)
_PHRASE = (
    rf"\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    rf"|\d{{1,2}} ?(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})(?:,? \d{{4}})?"
    rf"|(?:{_MONTH})(?:,? \d{{4}})?|(?:19|20)\d{{2}}(?:[/–-]\d{{2,4}})?"
    r"|(?:the )?(?:last|past) \d{1,3} (?:days|weeks|months|years)"
    r"|(?:this|last|previous) (?:week|month|year)|today|yesterday"
)
# "may" is a month only where a word that limits time stands before it.
_LIMIT = re.compile(
    rf"\b(?:(?P<how>since|from|after|before|until|till|up to|by|in|on|during|of|at)\s+)"
    rf"(?P<when>{_PHRASE})\b"
    rf"|\b(?P<bare>(?:this|last|previous) (?:week|month|year)|yesterday|today)\b",
    re.IGNORECASE,
)
