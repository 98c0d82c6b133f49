"""Dates as council papers write them: day first, ordinals, ranges, often without the year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December"
).split()
# In Welsh, as bilingual papers have them beside the English or alone.
WELSH_MONTHS = (
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date read off a text, with its span there; ``year`` is None where the text gives none."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None = None  # 0 is Monday, as stated beside the date

    @property
    def value(self) -> date | None:
        """The whole date; None without a year."""
        return date(self.year, self.month, self.day) if self.year else None

    @property
    def weekday_agrees(self) -> bool:
        """False only if a weekday is stated and the date fell on another."""
        value = self.value
        return value is None or self.weekday is None or value.weekday() == self.weekday


_NAMES = "|".join(f"{d[:3]}(?:{d[3:]})?" for d in WEEKDAYS)
_WEEKDAY = rf"(?:{_NAMES}|Tues|Weds?|Thurs?)\b(?:\.?,?\s+(?:[-–]\s+)?|[.,]{{1,2}})"
# A nought for the O of October is a common slip, of typists and of OCR.
_MONTHS = (
    rf"(?:{'|'.join(f'{m}|{m[:3]}' for m in MONTHS)}|Sept|0ct(?:ober)?|{'|'.join(WELSH_MONTHS)})"
)
# OCR parts a day's figures ("on 1 6th March") and joins words ("16thMarch2011").
_PARTED = r"(?:(?:(?<=\bon )|(?<=day )|(?<=the ))(?:[12] (?=\d(?!\d))|3 (?=[01](?!\d))))?"
_DAY = (
    rf"(?:{_WEEKDAY})?(?:the\s+)?{_PARTED}\d{{1,2}}"
    rf"(?:\s?(?:st|nd|rd|th)(?:(?![a-z])\.?|(?={_MONTHS})))?"
)
# Not the first half of a financial year; "4 May 2007–18 June 2007" goes on with a day.
_YEAR = rf"(?P<year>(?:19|20)\d\d)(?![\d/]|[-–](?:\d\d){{1,2}}(?!\w|\s?{_MONTHS}))"
_MONTH = rf"(?P<month>{_MONTHS})(?:(?![a-z\d])|(?=(?:19|20)\d\d(?!\d)))\.?"
# "4 November ’25"; without its apostrophe only where nothing follows: "4 Nov 25".
_SHORT_YEAR = r"['’](?P<short>\d\d)(?!\d)|(?P<last>\d\d)(?=\s*$)"
# Not after a figure, a slash or a pound sign: "131 November", "5/10 November", "£10 November"; a
# year may stand before it: "6 May 2007–8 May 2007".
_FREE = r"(?<![\w£/.])(?<!(?<![12]\d\d)\d[,–-])"

# "6th and 7th November 2007", "Tuesday 4th of November", "5th March, 2003". A comma joins days
# only before an "and": "Room 3, 6 November" is one day.
_DAY_MONTH = re.compile(
    rf"{_FREE}(?P<days>(?:{_DAY}(?:\s*,\s*{_DAY}){{0,6}}\s*(?:\band\b|&|\bto\b|[-–—/])\s*)?{_DAY})"
    rf"\s*(?:day\s+)?(?:of\s+)?{_MONTH}(?:,?\s*(?:{_YEAR}|{_SHORT_YEAR}))?",
    re.IGNORECASE | re.ASCII,
)
_ONE_DAY = re.compile(_DAY, re.IGNORECASE | re.ASCII)
# "November 4, 2025": only with its year, as "In November 4 members …" is no date.
_MONTH_DAY = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY})?{_MONTH}\s+(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?,?\s+{_YEAR}",
    re.IGNORECASE | re.ASCII,
)
# "04/11/2025", "4.11.25", "4-11-2025", "04 / 11 / 2025": the day comes first in British papers.
_FIGURES = re.compile(
    r"(?<![\w£/.-])(?P<day>\d{1,2})(?P<space> ?)(?P<sep>[/.-])(?P=space)(?P<month>\d{1,2})"
    r"(?P=space)(?P=sep)(?P=space)(?P<year>(?:19|20)\d\d|(?<! )\d\d)(?!\d|/\w|[.-]\d)",
    re.ASCII,
)
# "4-Nov-25", "04/NOV/2025", as forms and file names have it.
_MIXED = re.compile(
    rf"(?<![\w£/.-])(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>{_MONTHS})(?P=sep)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?!\d|/\w|[.-]\d)",
    re.IGNORECASE | re.ASCII,
)
_ISO = re.compile(
    r"(?<![^\W_])(?<!\d[.-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?=T\d|[^\w-]|-\D|_|$)",
    re.ASCII,
)
# What may stand between a date without its year and the dated one that gives it.
_JOINED = re.compile(r"\s*(?:,|&|\band\b|\bto\b|[-–—/])\s*", re.IGNORECASE)

_COUNTED = re.compile(
    r"\b(?:items?|rooms?|para(?:graph)?s?|sections?|append(?:ix|ices)|annex|pages?|parts?|clauses?"
    r"|minute|numbers?|nos?|priority|option|table|figure|ext|tel|schedule|regulation|refs?|reference"
    r"|code|version|application)\.?:?\s*$",
    re.IGNORECASE | re.ASCII,
)


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every date in a text, in order; a range or list of days gives each day it names.

    Days that no calendar has are not dates; nor are financial years or item numbers.

    >>> [(d.day, d.month, d.year) for d in find_dates("on 6th and 7th November 2007")]
    [(6, 11, 2007), (7, 11, 2007)]
    >>> find_dates("2016/17, 2010-11, Item 6, ext 5270, 31 November, 29 Feb 2011")
    ()
    """
    found = [*_in_words(text), *_month_first(text), *_in_figures(text)]
    return _with_years(text, sorted(found, key=lambda each: each.start))


def _with_years(text: str, found: list[FoundDate]) -> tuple[FoundDate, ...]:
    """The dates, those joined to a later day of one year dated with it.

    >>> [d.value.isoformat() for d in find_dates("30 November and 1 December 2019") if d.value]
    ['2019-11-30', '2019-12-01']
    """
    dated: list[FoundDate] = []
    for each in reversed(found):
        after = dated[-1] if dated else None
        if after and after.year and not each.year and _leads_to(text, each, after):
            each = replace(each, year=after.year)
        dated.append(each)
    return tuple(reversed(dated))


def _leads_to(text: str, each: FoundDate, after: FoundDate) -> bool:
    earlier = (each.month, each.day) < (after.month, after.day)
    return earlier and bool(_JOINED.fullmatch(text[each.end : after.start]))


def _in_words(text: str) -> Iterator[FoundDate]:
    for match in _DAY_MONTH.finditer(text):
        if not (match["year"] or match["short"]) and match["month"][0].islower():
            continue  # "10 may attend"
        month = _month_number(match["month"])
        year = _year_number(match["year"] or match["short"] or match["last"])
        days = _days(text, match)
        for start, end, day, weekday in days:
            last = match.end() if end == days[-1][1] else end
            if _exists(day, month, year):
                yield FoundDate(start, last, day, month, year, weekday)


def _days(text: str, match: re.Match[str]) -> list[tuple[int, int, int, int | None]]:
    """The days a match names, each with its span and weekday; only the last unless they ascend."""
    days = [
        (m.start(), m.end(), int(re.sub(r"\D", "", m[0])), _weekday(m[0]))
        for m in _ONE_DAY.finditer(text, *match.span("days"))
    ]
    numbers = [day for _, _, day, _ in days]
    ascending = numbers == sorted(set(numbers))
    if _counts_something_else(text, match.start()):
        return days[1:]
    return days if ascending else days[-1:]


def _month_first(text: str) -> Iterator[FoundDate]:
    for match in _MONTH_DAY.finditer(text):
        day, month, year = int(match["day"]), _month_number(match["month"]), int(match["year"])
        if _exists(day, month, year):
            weekday = _weekday(match["weekday"] or "")
            yield FoundDate(match.start(), match.end(), day, month, year, weekday)


def _in_figures(text: str) -> Iterator[FoundDate]:
    for match in (*_FIGURES.finditer(text), *_MIXED.finditer(text), *_ISO.finditer(text)):
        named = match["month"][0].isalpha() or match["month"][1:2].isalpha()
        month = _month_number(match["month"]) if named else int(match["month"])
        day, year = int(match["day"]), _year_number(match["year"])
        if _exists(day, month, year) and not _counts_something_else(text, match.start()):
            yield FoundDate(match.start(), match.end(), day, month, year)


def _counts_something_else(text: str, start: int) -> bool:
    """Whether the word before says that a number is no day: "Item 6 May be taken first"."""
    return bool(_COUNTED.search(text[max(0, start - 20) : start]))


def _year_number(figures: str | None) -> int | None:
    """A year's number; of two figures, 80 to 99 are of the last century."""
    if not figures:
        return None
    year = int(figures)
    return year if year > 99 else year + (1900 if year >= 80 else 2000)


def _month_number(name: str) -> int:
    short = name[:3].replace("0", "O").title()
    if name.title() in WELSH_MONTHS:
        return WELSH_MONTHS.index(name.title()) + 1
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3] == short)


def _weekday(words: str) -> int | None:
    return next((n for n, d in enumerate(WEEKDAYS) if words[:3].title() == d[:3]), None)


def _exists(day: int, month: int, year: int | None) -> bool:
    """Whether a calendar has this day; without a year, 29 February may be."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True
