"""Whether a text holds a word of the question, in the asker's form or in another."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from index.language import STOP_WORDS, stem, words
from index.question import Term

OTHER_WAY = 0.8  # what a synonym or abbreviation counts, beside the asker's own word


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A text as stems, in order, and as a set."""

    order: tuple[str, ...]
    held: frozenset[str]


@lru_cache(maxsize=20_000)
def stemmed(text: str) -> Stemmed:
    """A text's stems. Capitals keep words such as IT and US, which in small letters are grammar."""
    order = tuple(
        stem(word.text)
        for word in words(text)
        if word.text.casefold() not in STOP_WORDS or (len(word.text) > 1 and word.text.isupper())
    )
    return Stemmed(order, frozenset(order))


def holds(text: Stemmed, term: Term) -> float:
    """1.0 if the text holds the term's own stem, less if another way of saying it, else 0.0."""
    if term.stem in text.held:
        return 1.0
    if not term.ways:
        return 0.0
    alone, phrases = _parted(term.ways)
    if not alone.isdisjoint(text.held):
        return OTHER_WAY
    for phrase in phrases:  # ten thousand times a question: a generator would cost as much again
        if _holds_phrase(text, phrase):
            return OTHER_WAY
    return 0.0


@lru_cache(maxsize=10_000)
def _parted(ways: frozenset[tuple[str, ...]]) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Ways of saying a term: those of one word, and those of several."""
    alone = frozenset(way[0] for way in ways if len(way) == 1)
    return alone, tuple(way for way in ways if len(way) > 1)


def _holds_phrase(text: Stemmed, phrase: tuple[str, ...]) -> bool:
    if not text.held.issuperset(phrase):
        return False
    size = len(phrase)
    return size == 1 or any(
        text.order[i : i + size] == phrase for i in range(len(text.order) - size + 1)
    )


def rarities(
    terms: Iterable[Term], frequency: Callable[[str], int], count: int
) -> Mapping[str, float]:
    """How much each term tells, by its stem: BM25's idf; a term in no passage tells the most."""
    return {term.stem: _idf(_frequency(term, frequency), count) for term in terms}


def _frequency(term: Term, frequency: Callable[[str], int]) -> int:
    ways = (min((frequency(part) for part in way), default=0) for way in term.ways)
    return max(frequency(term.stem), *ways, 0)


def _idf(held_by: int, count: int) -> float:
    return math.log(1 + (count - held_by + 0.5) / (held_by + 0.5))


def is_held(term: Term, frequency: Callable[[str], int]) -> bool:
    """Whether any passage at all holds the term, in any form."""
    return _frequency(term, frequency) > 0


def coverage(
    terms: Iterable[Term], credit: Callable[[Term], float], rarity: Mapping[str, float]
) -> float:
    """The share of the terms' weight that is credited, from 0 to 1; 1 where there are no terms."""
    weighed = [(rarity[term.stem], credit(term)) for term in terms]
    total = sum(weight for weight, _ in weighed)
    return sum(weight * got for weight, got in weighed) / total if total else 1.0


def nearness(text: Stemmed, terms: Iterable[Term]) -> float:
    """How close together the terms stand: 1 if adjoining, 0 if fewer than two are there."""
    places = [(i, s) for i, s in enumerate(text.order) for t in terms if s == t.stem]
    wanted = {s for _, s in places}
    if len(wanted) < 2:
        return 0.0
    return (len(wanted) - 1) / (_smallest_window(places, len(wanted)) - 1)


def _smallest_window(places: list[tuple[int, str]], wanted: int) -> int:
    """The length of the shortest stretch that holds every wanted stem once."""
    best, left = places[-1][0] - places[0][0] + 1, 0
    inside: dict[str, int] = {}
    for place, found in places:
        inside[found] = inside.get(found, 0) + 1
        while len(inside) == wanted:
            first, gone = places[left]
            best = min(best, place - first + 1)
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            left += 1
    return best
