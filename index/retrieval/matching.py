"""Whether a text holds a word of the question, in the asker's form or in another."""

import math
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from index.language import STOP_WORDS, stem, texts_of_words, with_joined
from index.question import Term

OTHER_WAY = 0.8  # what a synonym or abbreviation counts, beside the asker's own word


Stems = tuple[str, ...]  # of a text, in order


@lru_cache(maxsize=20_000)
def stemmed(text: str) -> Stems:
    """A text's stems. Capitals keep words such as IT and US, which in small letters are grammar."""
    return tuple(filter(None, map(_searched.__getitem__, texts_of_words(with_joined(text)))))


class _Searched(dict[str, str | None]):
    """The stem of each word; None of one that is only grammar. The quickest thing to look up."""

    def __missing__(self, word: str) -> str | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        is_grammar = word.casefold() in STOP_WORDS and not (len(word) > 1 and word.isupper())
        root = self[word] = None if is_grammar else stem(word)
        return root


_MOST_KEPT = 100_000  # words
_searched = _Searched()


def holds(text: Stems, term: Term) -> float:
    """1.0 if the text holds the term's own stem, less if another way of saying it, else 0.0."""
    if term.stem in text:
        return 1.0
    if not term.ways:
        return 0.0
    alone, phrases = _parted(term.ways)
    if not alone.isdisjoint(text):
        return OTHER_WAY
    for phrase in phrases:  # ten thousand times a question: a generator would cost as much again
        if holds_phrase(text, phrase):
            return OTHER_WAY
    return 0.0


@lru_cache(maxsize=10_000)
def _parted(ways: frozenset[tuple[str, ...]]) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    """Ways of saying a term: those of one word, and those of several."""
    alone = frozenset(way[0] for way in ways if len(way) == 1)
    return alone, tuple(way for way in ways if len(way) > 1)


def holds_phrase(text: Stems, phrase: tuple[str, ...]) -> bool:
    """Whether a text holds the stems of a phrase side by side."""
    if not all(root in text for root in phrase):
        return False
    size = len(phrase)
    return any(text[i : i + size] == phrase for i in range(len(text) - size + 1))


class Credits:
    """How surely each text that an answer looks at holds each of a question's terms.

    An answer looks at some texts many times over: each is searched once, for all terms together.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        """Credits for these terms, no two of which have the same stem."""
        self._terms: dict[str, list[Term]] = {}  # by each stem that a text with the term may hold
        for term in terms:
            for first in {term.stem, *(way[0] for way in term.ways if way)}:
                self._terms.setdefault(first, []).append(term)
        self._stems = frozenset(self._terms)
        self._found: dict[str, Mapping[str, float]] = {}

    def of(self, text: str) -> Mapping[str, float]:
        """What `holds` says of each term that a text holds, by the term's stem."""
        if text not in self._found:
            held = stemmed(text)
            likely = [t for root in self._stems.intersection(held) for t in self._terms[root]]
            self._found[text] = {term.stem: got for term in likely if (got := holds(held, term))}
        return self._found[text]

    def best(
        self,
        texts: Iterable[tuple[float, str | None]],
        beside: Mapping[str, float] | None = None,
    ) -> Mapping[str, float]:
        """For each term held, by its stem, the best of the texts' credits, each with its weight.

        ``beside`` has the best of other texts, to go on from.
        """
        best = {**beside} if beside else {}
        for weight, text in texts:
            for root, credit in self.of(text).items() if text else ():
                if weight * credit > best.get(root, 0.0):
                    best[root] = weight * credit
        return best


def rarities(
    terms: Iterable[Term], frequency: Callable[[str], int], count: int
) -> Mapping[str, float]:
    """How much each term tells, by its stem: BM25's idf; a term in no passage tells the most."""
    return {term.stem: idf(_frequency(term, frequency), count) for term in terms}


def _frequency(term: Term, frequency: Callable[[str], int]) -> int:
    ways = (min((frequency(part) for part in way), default=0) for way in term.ways)
    return max(frequency(term.stem), *ways, 0)


def idf(held_by: int, count: int) -> float:
    """How much it tells that a text holds what so many of all texts do."""
    return math.log(1 + (count - held_by + 0.5) / (held_by + 0.5))


def is_held(term: Term, frequency: Callable[[str], int]) -> bool:
    """Whether any passage at all holds the term, in any form."""
    return _frequency(term, frequency) > 0


def coverage(
    terms: Iterable[Term], credited: Mapping[str, float], rarity: Mapping[str, float]
) -> float:
    """The share of the terms' weight that is credited, from 0 to 1; 1 where there are no terms.

    ``credited`` and ``rarity`` are by the terms' stems; a term that has no credit is not held.
    """
    total = held = 0.0
    for term in terms:
        weight = rarity[term.stem]
        total += weight
        held += weight * credited.get(term.stem, 0.0)
    return held / total if total else 1.0


def nearness(text: Stems, terms: Iterable[Term]) -> float:
    """How close together the terms stand: 1 if adjoining, 0 if fewer than two are there."""
    wanted = {term.stem for term in terms}.intersection(text)
    if len(wanted) < 2:
        return 0.0
    places = [(i, s) for i, s in enumerate(text) if s in wanted]
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
