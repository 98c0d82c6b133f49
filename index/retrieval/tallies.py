"""The values that are no plain figure: votes, splits, measured sizes, ranks and times of day."""

import re
from collections.abc import Iterator

from index.retrieval.values import DIGITS, IN_WORDS, Value, found

_NUMBER = rf"(?:\d+|{IN_WORDS}|none|nil)"
_VOTES = re.compile(
    rf"\b{_NUMBER} votes? (?:to|against) {_NUMBER}\b"
    rf"|\b{_NUMBER}(?: votes?)? (?:for|in favour)(?: of [^.;,]{{1,40}})?[,;]? (?:and |with |to )?"
    rf"{_NUMBER}(?: votes?)? against(?:[,;]? (?:and |with )?{_NUMBER} abst[a-z]+)?"
    rf"|\bfor:? {_NUMBER}[,;.]? against:? {_NUMBER}(?:[,;.]? abst[a-z]+:? {_NUMBER})?"
    r"|\bunanimous(?:ly)?\b|\bnem\.? con\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"(?<![\w£.,/:-])(\d{1,3})\s?(?:/|:|-|–| to )\s?(\d{1,3})%?(?![\w/:-]|[.,]\d)")
_UNIT = (
    r"(?:(?:square|sq\.?|cubic)\s?(?:metres?|m|feet|ft|yards?|miles?|km)|m²|m2|sqm|km|hectares?|ha"
    r"|acres?|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|yards?|feet|ft|inches|mm|cm|m|mph|tonnes?"
    r"|tons?|kg|kilos?|litres?|kwh?|mwh?)"
)
_QUANTITY = re.compile(
    rf"(?<![\w£.,])(?:{DIGITS}|{IN_WORDS})(?:\s?(?:by|x|to|–|-)\s?{DIGITS})?[ -]?{_UNIT}(?!\w)"
    rf"|(?<![\w£.,]){DIGITS} per (?:1,000|thousand|million|head|hectare)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|joint [a-z]+|first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|top|bottom)\b(?: (?:best|highest|lowest|worst))?(?: (?:out )?of \d+)?",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:\d{1,2}(?:[.:]\d{2})?\s?[ap](?:\.m\.?|m\b)|\d{1,2}:\d{2}\b|noon\b|midday\b|midnight\b)"
)
_TIME = re.compile(
    rf"\b(?:\d{{1,2}}(?:[.:]\d{{2}})?(?:\s?(?:to|–|-)\s?))?{_CLOCK}"
    rf"(?:\s?(?:to|until|till|and|–|-)\s?{_CLOCK})?"
    rf"|\b{_NUMBER} o[’']clock|\b(?:half past|quarter (?:past|to)) [a-z]+"
    r"|\b\d{4} ?(?:hours|hrs)\b"
    r"|(?<=\bat )\d{1,2}[.:]\d{2}\b",
    re.IGNORECASE,
)


def votes(text: str) -> tuple[Value, ...]:
    """How votes fell.

    >>> [v.text for v in votes("It was lost by 5 votes to 3.")]
    ['5 votes to 3']
    """
    return found(_VOTES, text)


def splits(text: str) -> Iterator[Value]:
    """Two figures that part a whole between them, or say one to so many.

    >>> [v.text for v in splits("Bids are judged 60/40 on price; 12/40 is no split, nor is 10:30.")]
    ['60/40']
    """
    for match in _SPLIT.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first + second == 100 or (first == 1 and ":" in match[0]):
            yield Value(match[0], match.start(), match.end())


def quantities(text: str) -> tuple[Value, ...]:
    """Lengths, areas, weights, speeds and rates per so many, with their units.

    >>> [v.text for v in quantities("a 3.5 hectare site, 40 m deep, in 2019")]
    ['3.5 hectare', '40 m']
    """
    return found(_QUANTITY, text)


def ranks(text: str) -> tuple[Value, ...]:
    """Places in an order: "12th out of 300", "second highest"."""
    return found(_RANK, text)


def times(text: str) -> tuple[Value, ...]:
    """Times of day, and from when until when.

    >>> [v.text for v in times("Open 9am to 5.30pm, and until midnight on 6 May 2019.")]
    ['9am to 5.30pm', 'midnight']
    """
    return found(_TIME, text)
