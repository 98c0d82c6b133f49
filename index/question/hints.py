"""A time that a question mentions without limiting itself to it: "the June 2018 meeting"."""

import re
from datetime import date

from index.question.when import MONTHS, Days, month_of

_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end of": (10, 12)}
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_HINTS = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}}) ?(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})\b,? {_YEAR}\b", re.I
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\b,? {_YEAR}\b", re.I),
    re.compile(rf"\b(?P<season>{'|'.join(_SEASONS)}) (?:of )?{_YEAR}\b", re.I),
    re.compile(rf"\b(?P<part>{'|'.join(_PARTS)})[ -]{_YEAR}\b", re.I),
    re.compile(rf"(?<![\d/-]){_YEAR}(?![\d/-])\b"),
)


def hint_in(question: str) -> Days | None:
    """The days that the most exact time in a question spans, if it mentions any.

    >>> hint_in("Who proposed the minutes of the June 2018 meeting?").first
    datetime.date(2018, 6, 1)
    >>> hint_in("the spring 2015 tidy up").last
    datetime.date(2015, 5, 31)
    >>> hint_in("bins")
    """
    for pattern in _HINTS:
        if match := pattern.search(question):
            return _days(match.groupdict())
    return None


def _days(said: dict[str, str | None]) -> Days | None:
    year = int(said["year"] or 0)
    if said.get("month"):
        return _in_month(said, year)
    first, last = 1, 12
    if season := said.get("season"):
        first, last = _SEASONS[season.casefold()]
    elif part := said.get("part"):
        first, last = _PARTS[part.casefold()]
    return Days(month_of(year, first).first, month_of(year, last).last)


def _in_month(said: dict[str, str | None], year: int) -> Days | None:
    name = (said["month"] or "").casefold()[:3]
    month = next(n for n, known in enumerate(MONTHS, 1) if known.startswith(name))
    if not said.get("day"):
        return month_of(year, month)
    try:
        day = date(year, month, int(said["day"] or 0))
    except ValueError:
        return None
    return Days(day, day)
