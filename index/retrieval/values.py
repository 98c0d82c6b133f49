"""The values a sentence may state: sums and figures, dates, people and organisations."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.question.spelling import is_listed
from index.question.when import MONTHS

_MOST_KEPT = 4000  # texts, with what each finder finds in it


class Value(NamedTuple):
    """A value as it stands in a text."""

    text: str
    start: int
    end: int


# £300,000 · £3.5m · £1.2 million · 45p · 12.5% · 40 people; not paragraph numbers or dates.
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SUM = rf"(?:£|€|\$)\s?{DIGITS}(?:\s?(?:million|billion|thousand|bn|[mk]\b))?"
_MONEY = re.compile(rf"{_SUM}(?:\s?(?:to|–|-)\s?{_SUM})?|\b\d{{1,3}}p\b", re.I)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_SMALL = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES})"
_MANY = rf"(?:(?:an?|half a|{_SMALL}) )?(?:hundred|thousand|dozen)"
IN_WORDS = rf"(?:{_MANY}(?: and {_SMALL})?|{_SMALL}(?: (?:hundred|thousand|dozen))?)"
# Not the time of day: 10.30 am.
# Not the middle of a sum: £5,000.
_NOT_SUM = r"(?<![£€$.,\d])"
_NOT_TIME = r"(?!\s?[ap]\.?m\b)"
_NOT_YEAR = r"(?!(?:19|20)\d\d\b)"
_STOP = r"(?=[.;,)]?(?:\s|$))"
_DIGITS_COUNTING = (
    rf"{DIGITS}(?: to |–){DIGITS}\b{_NOT_TIME}",
    rf"{DIGITS}\s?(?:%|per ?cent\b|FTE\b|years?\b|months?\b|weeks?\b|days?\b)",
    rf"{DIGITS}\b{_NOT_TIME}(?=\s+[a-z])",
    # "the roll stood at 96.", "Homes: 40"; not "see paragraph 4."
    rf"(?:(?<=\b(?:at|by|is|of|to) )|(?<=[a-z]: )){_NOT_YEAR}{DIGITS}{_STOP}{_NOT_TIME}",
)
_FIGURE = re.compile(
    rf"\b(?:(?=\d){_NOT_SUM}(?:{'|'.join(_DIGITS_COUNTING)})"
    rf"|(?=[aefhnost]){IN_WORDS}\b(?:\s?per ?cent\b)?)",
    re.I,
)
_SHARE = re.compile(r"%|per ?cent", re.IGNORECASE)
# Not the half of an hour or of a year.
_FRACTION = re.compile(
    rf"\b(?:an?|one|two|three|four)[ -](?:half|third|quarter|fifth|sixth|eighth|tenth)s?\b(?! past)"
    r"|(?<!first )(?<!second )\bhalf\b(?! (?:an hour|day|dozen|past|term|year|-?hour))"
    rf"|\b(?:one|{DIGITS}) in (?:{_SMALL}|{DIGITS})\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\bnone\b|\bno(?= (?:[a-z]+ )?[a-z]+s\b)", re.IGNORECASE)
_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS)])
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASON = "(?:spring|summer|autumn|winter)"
_YEAR = r"(?:19|20)\d{2}"
_OF_MONTH = rf"(?:\s+(?:of|in)\s+(?:(?:each|every|the)\s+month|{_MONTH}))?\b"
_PART = r"(?:(?:the\s+)?(?:end|start|beginning|middle)\s+of|early|late|mid[ -])"
_WHOLE_DAY = rf"{_DAY}\s+(?:of\s+)?(?:{_MONTH})\s+\d{{4}}"
_MONTH_AND_YEAR = rf"(?:{_MONTH})\b(?:,?\s+\d{{4}})?"
_IN_DIGITS = (
    rf"{_WHOLE_DAY}\s+(?:to|until)\s+{_WHOLE_DAY}\b",
    rf"{_DAY}(?:\s+and\s+{_DAY})?\s+(?:of\s+)?{_MONTH_AND_YEAR}",
    r"\d{1,2}/\d{1,2}/\d{2,4}\b|\d{4}-\d{2}-\d{2}\b|\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d{2}\b",
    rf"{_YEAR}[/–-]\d{{2}}\b",
    rf"[1-4](?:st|nd|rd|th)\s+{_WEEKDAY}{_OF_MONTH}",
)
_IN_LETTERS = (
    rf"{_WEEKDAY},?\s+(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH_AND_YEAR}",
    rf"(?:{_MONTH})\s+(?:{_DAY},?\s+)?\d{{4}}\b",
    # the end of March 2024, early autumn, mid-2025
    rf"{_PART}\s*(?:in\s+)?(?:(?:{_MONTH}|(?:the\s+)?{_SEASON})\b(?:\s+\d{{4}})?"
    rf"|(?:the\s+)?(?:financial\s+year\s+)?{_YEAR}(?:/\d{{2,4}})?)(?!\d)",
    # the first Monday of each month, every Thursday
    rf"(?:first|second|third|fourth|last)\s+{_WEEKDAY}{_OF_MONTH}",
    rf"(?:every|each|on|next|last)\s+{_WEEKDAY}s?\b(?!,?\s+(?:the\s+)?\d)",
    rf"(?:in|by|until|from|since|during)\s(?:{_MONTH})\b(?!\s+\d{{4}})",
    rf"{_SEASON}(?:\s+of|,)?\s+{_YEAR}(?:/\d{{2,4}})?\b",
    rf"(?:this|next|last|in\s+the)\s+{_SEASON}\b(?!\s+of)|in the new year\b",
    r"(?:in|by|until|from|since|during)\s+(?:the\s+)?"
    rf"(?:{_SEASON}\s+(?:of\s+)?)?{_YEAR}(?:/\d{{2,4}})?\b",
)
# Most places in a text begin no date: what its first letter rules out is not tried.
_DATE = re.compile(
    rf"\b(?:(?=\d)(?<!\d\.)(?:{'|'.join(_IN_DIGITS)})|(?=[a-fijl-osutw])(?:{'|'.join(_IN_LETTERS)}))",
    re.I,
)
_DURATION = re.compile(
    rf"\b(?=[\daefhnost])(?:\d+|{IN_WORDS})[ -](?:working )?(?:day|week|month|year)s?\b", re.I
)
# A run of capitalised words, joined by "of", "and", "&" or "for": a person, post or organisation.
_TITLE = r"(?:Cllrs?|Mrs?|Ms|Dr|Rev|Messrs|Prof)\."
_CAPITAL = rf"(?:{_TITLE}|[A-Z][\w'’-]+|[A-Z]{{2,}}|[A-Z]\.(?:[A-Z]\.)*|[A-Z](?= [A-Z]))"
_NAME = re.compile(rf"{_CAPITAL}(?: +(?:(?:of|and|for|the|&) +)*{_CAPITAL})+|\b[A-Z]{{3,}}\b")
# Minutes name people by their initials: "JS to write", "(JS)"; but "EV" and "UK" are no people.
_NO_INITIALS = "AV|BC|CC|DC|EU|EV|GP|HR|IT|MP|NO|OK|PC|TV|UK|UN|VE|VJ"
_INITIALS = (
    rf"\b(?!(?:{_NO_INITIALS})\b)[A-Z]{{2}}\b(?= (?:to|will|would|agreed|has|is|offered|proposed"
    rf"|reported|said|volunteered)\b)|(?<=\()(?!(?:{_NO_INITIALS})\))[A-Z]{{2}}(?=\))"
)
_NAME_OR_WORD = re.compile(rf"{_NAME.pattern}|{_INITIALS}|\b[A-Z][a-z]+\b")
# One capital letter at a sentence's start is grammar: "The Board" is "Board".
_OPENERS = frozenset(
    "The This That These Those A An In On At It Its As For To By From With If And But Our".split()
)


def money(text: str) -> tuple[Value, ...]:
    """Sums of money, in order.

    >>> [v.text for v in money("13. A grant of £300,000 and £1.2 million by 2011")]
    ['£300,000', '£1.2 million']
    """
    return found(_MONEY, text)


@lru_cache(maxsize=1000)  # counts, shares and measures of a text all begin with them
def figures(text: str) -> tuple[Value, ...]:
    """Counts, percentages and durations, dates apart."""
    every = found(_FIGURE, text)
    taken = [(v.start, v.end) for v in dates(text)] if every else []
    return tuple(v for v in every if not any(start <= v.start < end for start, end in taken))


def counts(text: str) -> Iterator[Value]:
    """Figures that count something: a share is no count.

    >>> [v.text for v in counts("Of 85 homes, 35% are affordable")]
    ['85']
    """
    yield from (value for value in figures(text) if not _SHARE.search(value.text))
    yield from found(_NONE, text)


def shares(text: str) -> Iterator[Value]:
    """Percentages, and fractions in words.

    >>> [v.text for v in shares("75 per cent came, two thirds of them on foot")]
    ['75 per cent', 'two thirds']
    """
    yield from (value for value in figures(text) if _SHARE.search(value.text))
    yield from found(_FRACTION, text)


def measures(text: str) -> Iterator[Value]:
    """Counts in digits, and percentages, as "how much" may ask for besides money."""
    return (v for v in figures(text) if v.text[0].isdigit() or _SHARE.search(v.text))


def dates(text: str) -> tuple[Value, ...]:
    """Days, months and years.

    >>> [v.text for v in dates("on 6 th September 2007, in 2008")]
    ['6 th September 2007', 'in 2008']
    """
    return found(_DATE, text)


def durations(text: str) -> tuple[Value, ...]:
    """Lengths of time, in words or figures."""
    return found(_DURATION, text)


@lru_cache(maxsize=_MOST_KEPT)
def names(text: str) -> tuple[Value, ...]:
    """People, posts and organisations, as runs of capitalised words.

    >>> [v.text for v in names("The Board is chaired by Ada Finch of Marrow Trust.")]
    ['Board', 'Ada Finch of Marrow Trust']
    """
    return tuple(_names(text))


def _names(text: str) -> Iterator[Value]:
    for match in _NAME_OR_WORD.finditer(text):
        value = Value(match.group(), match.start(), match.end())
        first, _, rest = value.text.partition(" ")
        if first in _OPENERS and rest:
            yield Value(rest, value.start + len(first) + 1, value.end)
        elif first not in _OPENERS and not _only_opens(value, text):
            yield value


def _only_opens(value: Value, text: str) -> bool:
    """Whether a word has its capital because a sentence begins: "Concerns have been raised"."""
    before = text[: value.start].rstrip(" ")
    begins = not before or before[-1] in ".!?:;•(\n\t"
    goes_on = _GOES_ON.match(text, value.end) is not None
    return begins and goes_on and " " not in value.text and is_listed(value.text.casefold())


_GOES_ON = re.compile(r",? [a-z]")


@lru_cache(maxsize=_MOST_KEPT)  # an answer asks again of texts that it has read
def found(pattern: re.Pattern[str], text: str) -> tuple[Value, ...]:
    """What a pattern finds in a text, in order."""
    return tuple(Value(m.group().strip(), m.start(), m.end()) for m in pattern.finditer(text))


Finder = Callable[[str], Iterable[Value]]
