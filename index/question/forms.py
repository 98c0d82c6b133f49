"""The forms of words for days, each with what it means: "16 March 2011", "last spring"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

MONTHS = (
    "january february march april may june july august september october november december".split()
)


class Days(NamedTuple):
    """A first and a last day, both included; None leaves that side open."""

    first: date | None
    last: date | None


def month_of(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return _months(year, month, month)


def _months(year: int, first: int, last: int) -> Days:
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


# --- One function for each form of words; each may raise ValueError for a day there is not ---


def _day(match: re.Match[str], today: date) -> Days:
    day, month, year = int(match["d"]), _month(match["m"]), _year(match)
    found = date(year or today.year, month, day)
    if not year and found > today:
        found = found.replace(year=today.year - 1)
    return Days(found, found)


def _few_days(match: re.Match[str], today: date) -> Days:
    last = _day(match, today).last or today
    return Days(last.replace(day=int(match["from"])), last)


def _in_figures(match: re.Match[str], _today: date) -> Days:
    found = date(_century(match["y"]), int(match["m"]), int(match["d"]))
    return Days(found, found)


def _of_month(match: re.Match[str], today: date) -> Days:
    month, year = _month(match["m"]), _year(match)
    # A month without a year is the latest one that has begun.
    return _part_of_month(match, month_of(year or today.year - (month > today.month), month))


def _part_of_month(match: re.Match[str], month: Days) -> Days:
    """The half of a month, or its middle, that "early", "mid" or "end of" says."""
    first, last = month
    part = (match["part"] or "").removeprefix("the ")
    if not part or not first or not last:
        return month
    if part.startswith(("early", "start", "begin")):
        return Days(first, first.replace(day=15))
    return Days(first.replace(day=8 if part.startswith("mid") else 15), last)


def _last_month_named(match: re.Match[str], today: date) -> Days:
    """ "Last June" is before this month; "next June" after it; "this June" of this year."""
    month = _month(match["m"])
    before = {"last": -(month >= today.month), "next": month <= today.month}
    return month_of(today.year + before.get(match["which"], 0), month)


def _season(match: re.Match[str], today: date) -> Days:
    first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[match["season"]]
    found = _of_season(int(match["y"]) if match["y"] else today.year, first)
    if match["y"] or match["which"] == "this":
        return found
    if match["which"] == "next":
        return found if (found.first or today) > today else _of_season(today.year + 1, first)
    # The last one that is over.
    years = (today.year - back for back in range(3))
    return next(s for year in years if (s := _of_season(year, first)).last and s.last < today)


def _of_season(year: int, first: int) -> Days:
    if first == 12:
        return Days(date(year, 12, 1), _months(year + 1, 1, 2).last)
    return _months(year, first, first + 2)


def _part_of_year(match: re.Match[str], _today: date) -> Days:
    said = match["part"].removeprefix("the ")
    first, last = next(span for word, span in _PARTS.items() if said.startswith(word))
    return _months(int(match["y"]), first, last)


def _quarter(match: re.Match[str], _today: date) -> Days:
    said = match["q"] or match["nth"]
    number = "1234".find(said) if said.isdigit() else _NTH.index(said)
    number, year = min(number, 3), int(match["y"])
    if not match["z"]:
        return _months(year, 3 * number + 1, 3 * number + 3)
    # Of a financial year, which begins in April.
    return _months(year + 1, 1, 3) if number == 3 else _months(year, 3 * number + 4, 3 * number + 6)


def _decade(match: re.Match[str], _today: date) -> Days:
    first = int(match["y"])
    return Days(date(first, 1, 1), date(first + 9, 12, 31))


def _of_year(match: re.Match[str], _today: date) -> Days:
    return _months(int(match["y"]), 1, 12)


def _financial_year(match: re.Match[str], _today: date) -> Days:
    first = _century(match["y"])
    if (first + 1) % 100 == int(match["z"]) % 100:
        return Days(date(first, 4, 1), date(first + 1, 3, 31))
    if len(match["z"]) == 4 and int(match["z"]) > first:  # "2014-2016"
        return Days(date(first, 1, 1), date(int(match["z"]), 12, 31))
    raise ValueError("not consecutive years")


def _relative(match: re.Match[str], today: date) -> Days:
    step = {"this": 0, "current": 0, "next": 1}.get(match["which"], -1)
    unit = match["unit"]
    if unit == "year" and match["of"]:
        first = today.year - (today.month < 4) + step
        return Days(date(first, 4, 1), date(first + 1, 3, 31))
    if unit == "year":
        return _months(today.year + step, 1, 12)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() - 7 * step)
        return Days(monday, monday + timedelta(days=6))
    size = 3 if unit == "quarter" else 1
    index = today.year * 12 + (today.month - 1) // size * size + step * size
    return _months(index // 12, index % 12 + 1, index % 12 + size)


def _span_back(match: re.Match[str], today: date) -> Days:
    return Days(today - timedelta(days=_length(match)), today)


def _ago(match: re.Match[str], today: date) -> Days:
    """ "Two years ago" is that year; "two weeks ago" that week, and so on."""
    then = today - timedelta(days=_length(match))
    if match["unit"] == "year":
        return _months(then.year, 1, 12)
    if match["unit"] == "month":
        return month_of(then.year, then.month)
    around = timedelta(days=3 if match["unit"] == "week" else 0)
    return Days(then - around, then + around)


def _one_day(match: re.Match[str], today: date) -> Days:
    found = today - timedelta(days=match[0] == "yesterday")
    return Days(found, found)


def _weekday(match: re.Match[str], today: date) -> Days:
    """ "Last Tuesday": the latest one before today."""
    back = (today.weekday() - _WEEKDAYS.index(match["day"][:3]) - 1) % 7 + 1
    found = today - timedelta(days=back)
    return Days(found, found)


def _christmas(match: re.Match[str], today: date) -> Days:
    year = int(match["y"]) if match["y"] else today.year - (match["which"] == "last")
    return Days(date(year, 12, 1), date(year, 12, 31))


def _length(match: re.Match[str]) -> int:
    """How many days a number of weeks, months or years has."""
    said = match["n"] or "one"
    number = int(said) if said.isdigit() else _NUMBERS.get(said, 1)
    return {"day": 1, "week": 7, "month": 30, "year": 365}[match["unit"]] * number


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _year(match: re.Match[str]) -> int | None:
    return _century(match["y"].strip("'’")) if match["y"] else None


def _century(year: str) -> int:
    """A year of four figures, or of two in this century: papers of the last one say it whole."""
    return int(year) if len(year) == 4 else 2000 + int(year)


# --- The forms ---

_NTH = ("first", "second", "third", "fourth", "last")
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "couple of": 2, "few": 3} | {
    name: n for n, name in enumerate("two three four five six seven eight nine ten".split(), 2)
}
_PARTS: Final = {
    "early": (1, 4), "start": (1, 3), "begin": (1, 3), "first half": (1, 6), "mid": (5, 8),
    "second half": (7, 12), "late": (9, 12), "end": (10, 12),
}  # fmt: skip
_M = "|".join([*MONTHS, "sept", *(name[:3] for name in MONTHS)])
_MONTH = rf"(?P<m>{_M})\b\.?"
_Y4 = r"(?:19|20)\d{2}"
_YEAR = r"(?P<y>\d{4}|['’]\d{2})"  # beside a month; four figures alone may count something
_DAY = r"(?P<d>\d{1,2}) ?(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_PART = (
    r"(?P<part>early(?: in)?|mid|late(?: in)?"
    r"|(?:the )?(?:end|start|beginning|first half|second half) of)[ -]"
)
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)s?"
OF_TIME: Final = re.compile(rf"(?!may$)(?:{_M})|{_Y4}")  # a month or year, as a word alone


class Form(NamedTuple):
    """A form of words for days, and what it means; ``rank`` is how exact it is, least first."""

    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], date], Days]
    rank: int
    sure: bool  # the words mean days wherever they stand; "may" or "spring" alone may be anything


def _form(
    pattern: str, days: Callable[[re.Match[str], date], Days], rank: int, *, sure: bool = True
) -> Form:
    # Not within a word, a reference ("18/01804/FUL"), a sum or a longer number.
    bounded = rf"(?<![\w/£$€#-])(?<!\d[.,])(?:{pattern})(?![\w/]|[.,-]\d)"
    return Form(re.compile(bounded), days, rank, sure)


# Read in this order; each with an example.
FORMS: Final = (
    _form(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", _in_figures, 0),  # 2011-03-16
    _form(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})", _in_figures, 0),  # 16/03/2011
    _form(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{2})", _in_figures, 0),  # 16/3/11
    _form(  # 3 to 9 June 2019
        rf"(?P<from>\d{{1,2}}) ?(?:st|nd|rd|th)?(?: to | and | ?[–-] ?){_DAY} (?:of )?{_MONTH},?"
        rf"(?: {_YEAR})?",
        _few_days,
        0,
    ),
    _form(rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH},?(?: {_YEAR})?", _day, 0),  # Tuesday 6th of May 2019
    _form(rf"{_WEEKDAY}{_MONTH} {_DAY},?(?: {_YEAR})?", _day, 0),  # May 6th, 2019
    _form(rf"(?:{_PART})?{_MONTH},? (?:of )?{_YEAR}", _of_month, 1),  # early May 2019, Nov '18
    _form(rf"(?P<which>last|this|next) {_MONTH}", _last_month_named, 1),
    _form(rf"(?:{_PART})?{_MONTH}(?P<y>)", _of_month, 1, sure=False),  # May
    _form(  # spring 2019, last spring, winter 2010/11
        rf"(?:(?P<which>last|this|next) )?(?P<season>spring|summer|autumn|winter)"
        rf"(?:,? (?:of )?(?P<y>{_Y4})(?:/\d{{2,4}})?)?",
        _season,
        2,
        sure=False,
    ),
    _form(rf"{_PART}(?P<y>{_Y4})", _part_of_year, 3),  # late 2016
    _form(  # Q3 2019, the third quarter of 2019/20
        rf"(?:q(?P<q>[1-4])|(?P<nth>{'|'.join(_NTH)}) quarter),? (?:of )?(?P<y>{_Y4})"
        r"(?P<z>/\d{2,4})?",
        _quarter,
        2,
    ),
    _form(r"(?P<y>(?:19|20)\d0)['’]?s", _decade, 6),  # the 1990s
    _form(  # 2015/16, financial year 2015-16
        rf"(?:fy ?|(?:financial|municipal|civic|council) year )?(?P<y>{_Y4}) ?[/–-] ?"
        r"(?P<z>\d{4}|\d{2})(?: financial year)?",
        _financial_year,
        5,
    ),
    _form(  # 15/16, after "in" or "for": elsewhere it may be a fraction, or half of a reference
        r"(?:(?<=in )|(?<=for )|(?<=the ))(?P<y>\d{2})/(?P<z>\d{2})",
        _financial_year,
        5,
    ),
    _form(rf"(?:year )?(?P<y>{_Y4})", _of_year, 4),  # 2007
    _form(
        r"(?P<which>this|last|previous|next|current) (?P<of>financial |municipal )?"
        r"(?:calendar )?(?P<unit>week|month|quarter|year)",
        _relative,
        3,
    ),
    _form(rf"(?:last|past|previous) (?:{_N} )?{_UNIT}", _span_back, 3),  # the last two years
    _form(rf"{_N} {_UNIT} ago", _ago, 3),
    _form(r"last (?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*day", _weekday, 0),
    _form(  # Christmas 2019
        rf"(?:(?P<which>last|this) )?christmas(?: (?P<y>{_Y4}))?", _christmas, 2, sure=False
    ),
    _form(r"today|yesterday", _one_day, 0),
)
