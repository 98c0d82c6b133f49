"""The values a sentence may state: sums and figures, dates, people and organisations."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from index.question.when import MONTHS


class Value(NamedTuple):
    """A value as it stands in a text."""

    text: str
    start: int
    end: int


# £300,000 · £3.5m · £1.2 million · 45p · 12.5% · 40 people; not paragraph numbers or dates.
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SUM = rf"(?:£|€|\$)\s?{_DIGITS}(?:\s?(?:million|billion|thousand|bn|[mk]\b))?"
_MONEY = re.compile(rf"{_SUM}(?:\s?(?:to|–|-)\s?{_SUM})?|\b\d{{1,3}}p\b", re.I)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_IN_WORDS = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES}|hundred|thousand|dozen)"
# Not the time of day: 10.30 am.
# Not the middle of a sum: £5,000.
_NOT_SUM = r"(?<![£€$.,\d])"
_NOT_TIME = r"(?!\s?[ap]\.?m\b)"
_FIGURE = re.compile(
    rf"{_NOT_SUM}\b{_DIGITS}(?: to |–){_DIGITS}\b{_NOT_TIME}"
    rf"|{_NOT_SUM}\b{_DIGITS}\s?(?:%|per ?cent\b|FTE\b|years?\b|months?\b|weeks?\b|days?\b)"
    rf"|{_NOT_SUM}\b{_DIGITS}\b{_NOT_TIME}(?=\s+[a-z])|\b{_IN_WORDS}\b",
    re.I,
)
_SHARE = re.compile(r"%|per ?cent", re.IGNORECASE)
_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS)])
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
_WHOLE_DAY = rf"{_DAY}\s+(?:of\s+)?(?:{_MONTH})\s+\d{{4}}"
_DATE = re.compile(
    "|".join(
        (
            rf"\b{_WHOLE_DAY}\s+(?:to|until)\s+{_WHOLE_DAY}\b",
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
_DURATION = re.compile(rf"\b(?:\d+|{_IN_WORDS})[ -](?:working )?(?:day|week|month|year)s?\b", re.I)
# A run of capitalised words, joined by "of", "and", "&" or "for": a person, post or organisation.
_CAPITAL = r"(?:[A-Z][\w'’-]+|[A-Z]{2,}|[A-Z]\.)"
_NAME = re.compile(rf"{_CAPITAL}(?: +(?:(?:of|and|for|the|&) +)*{_CAPITAL})+|\b[A-Z]{{3,}}\b")
_NAME_OR_WORD = re.compile(rf"{_NAME.pattern}|\b[A-Z][a-z]+\b")
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


def counts(text: str) -> Iterator[Value]:
    """Figures that count something: a share is no count.

    >>> [v.text for v in counts("Of 85 homes, 35% are affordable")]
    ['85']
    """
    return (value for value in figures(text) if not _SHARE.search(value.text))


def shares(text: str) -> Iterator[Value]:
    """Percentages."""
    return (value for value in figures(text) if _SHARE.search(value.text))


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
    for match in _NAME_OR_WORD.finditer(text):
        value = Value(match.group(), match.start(), match.end())
        first, _, rest = value.text.partition(" ")
        if first not in _OPENERS:
            yield value
        elif rest:
            yield Value(rest, value.start + len(first) + 1, value.end)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Value]:
    return (Value(m.group().strip(), m.start(), m.end()) for m in pattern.finditer(text))


Finder = Callable[[str], Iterator[Value]]
