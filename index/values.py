"""The values a sentence may state: sums and figures, dates, people and organisations."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from index.when import MONTHS


class Value(NamedTuple):
    """A value as it stands in a text."""

    text: str
    start: int
    end: int


# £300,000 · £3.5m · £1.2 million · 45p · 12.5% · 40 people; not paragraph numbers or dates.
_SUM = r"(?:£|€|\$)\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|billion|thousand|bn|[mk]\b))?"
_MONEY = re.compile(rf"{_SUM}(?:\s?(?:to|–|-)\s?{_SUM})?|\b\d{{1,3}}p\b", re.I)
_FIGURE = re.compile(
    r"\b\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent\b|FTE\b|years?\b|months?\b|weeks?\b|days?\b)|"
    r"\b\d[\d,]*(?:\.\d+)?(?=\s+[a-z])|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|hundred|thousand|dozen)\b",
    re.I,
)
_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS)])
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
_DATE = re.compile(
    "|".join(
        (
            rf"\b{_DAY}(?:\s+and\s+{_DAY})?\s+(?:of\s+)?(?:{_MONTH})\b,?(?:\s+\d{{4}})?",
            rf"\b(?:{_MONTH})\s+\d{{4}}\b",
            rf"\b(?:in|by|until|from|since|during|early|late)\s(?:{_MONTH})\b(?!\s+\d{{4}})",
            r"\b\d{1,2}/\d{1,2}/\d{2,4}\b",
            r"\b\d{4}-\d{2}-\d{2}\b",
            r"\b(?:in|by|until|from|since|during|end of)\s+(?:the\s+)?"
            r"(?:(?:spring|summer|autumn|winter)\s+(?:of\s+)?)?(?:19|20)\d{2}(?:/\d{2,4})?\b",
            r"\b(?:19|20)\d{2}/\d{2}\b",
        )
    ),
    re.I,
)
_DURATION = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)[ -]"
    r"(?:working )?(?:day|week|month|year)s?\b",
    re.I,
)
# A run of capitalised words, joined by "of", "and", "&" or "for": a person, post or organisation.
_CAPITAL = r"(?:[A-Z][\w'’-]+|[A-Z]{2,}|[A-Z]\.)"
_NAME = re.compile(rf"{_CAPITAL}(?: +(?:(?:of|and|for|the|&) +)*{_CAPITAL})+|\b[A-Z]{{3,}}\b")
# One capital letter at a sentence's start is grammar: "The Board" is "Board".
_OPENERS = frozenset(
    "The This That These Those A An In On At It Its As For To By From With If And But Our".split()
)


def money(text: str) -> Iterator[Value]:
    """Sums of money, in order.

    >>> [v.text for v in money("13. A grant of £300,000 and £1.2 million by 2011")]
    ['£300,000', '£1.2 million']
    """
    return _found(_MONEY, text)


def figures(text: str) -> Iterator[Value]:
    """Counts, percentages and durations, dates apart."""
    taken = [(v.start, v.end) for v in dates(text)]
    for value in _found(_FIGURE, text):
        if not any(start <= value.start < end for start, end in taken):
            yield value


def measures(text: str) -> Iterator[Value]:
    """Counts and percentages in digits, as "how much" may ask for besides money."""
    return (value for value in figures(text) if value.text[0].isdigit())


def dates(text: str) -> Iterator[Value]:
    """Days, months and years.

    >>> [v.text for v in dates("on 6 th September 2007, in 2008")]
    ['6 th September 2007', 'in 2008']
    """
    return _found(_DATE, text)


def durations(text: str) -> Iterator[Value]:
    """Lengths of time, in words or figures."""
    return _found(_DURATION, text)


def names(text: str) -> Iterator[Value]:
    """People, posts and organisations, as runs of capitalised words.

    >>> [v.text for v in names("The Board is chaired by Ada Finch of Marrow Trust.")]
    ['Board', 'Ada Finch of Marrow Trust']
    """
    for match in re.finditer(rf"{_NAME.pattern}|\b[A-Z][a-z]+\b", text):
        value = Value(match.group(), match.start(), match.end())
        first, _, rest = value.text.partition(" ")
        if first not in _OPENERS:
            yield value
        elif rest:
            yield Value(rest, value.start + len(first) + 1, value.end)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Value]:
    return (Value(m.group().strip(), m.start(), m.end()) for m in pattern.finditer(text))


Finder = Callable[[str], Iterator[Value]]
