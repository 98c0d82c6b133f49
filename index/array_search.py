"""One generation of an index searched with NumPy: the same passages and scores as Whoosh's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from index.bounded import Bounded
from index.parts import Part
from index.passages import Hit, Within
from index.scoring import Best, Mask, Term, best, idf, impacts, norms
from index.segments import LENGTHS, Segment

_CACHED = 192_000_000  # bytes of scores and masks
_COUNTED = 100_000  # frequencies kept


@dataclass(frozen=True, slots=True)
class _Stem:
    """What a stem adds in each part; ``tells`` is its idf."""

    tells: float
    terms: tuple[Term | None, ...]

    @property
    def nbytes(self) -> int:
        return sum(term.nbytes for term in self.terms if term)


class ArraySearch:
    """The verbs of `index.passages.Passages` that read. Threads may share it."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Search in these parts, the largest first."""
        self._parts = sorted(parts, key=lambda part: -part.segment.size)
        self._documents = sum(part.segment.size for part in parts)
        length = sum(part.segment.length for part in parts)
        self._norms = norms(LENGTHS, length / (self._documents or 1) or 1.0)
        self._count = sum(part.count() for part in parts)
        self._cache: Bounded[Any] = Bounded(_CACHED)
        self._frequencies: dict[str, int] = {}

    def search(self, stems: Mapping[str, float], within: Within, limit: int) -> list[Hit]:
        """See `index.passages.Passages.search`."""
        found = Best(limit)
        asked = [(self._stem(stem), weight) for stem, weight in stems.items() if weight > 0]
        asked.sort(key=lambda one: -one[0].tells * one[1])
        for place, part in enumerate(self._parts if limit > 0 else ()):
            terms = [
                term._replace(worth=stem.tells * weight)
                for stem, weight in asked
                if (term := stem.terms[place])
            ]
            if terms:
                allowed = self._allowed(place, within)
                documents, scores = best(terms, part.segment.size, allowed, limit, found.floor)
                found.add(part.passages(documents), scores)
        return found.hits()

    def frequency(self, stem: str) -> int:
        """See `index.passages.Passages.frequency`."""
        found = self._frequencies.get(stem)
        if found is None:
            if len(self._frequencies) >= _COUNTED:
                self._frequencies.clear()
            found = self._frequencies[stem] = sum(part.frequency(stem) for part in self._parts)
        return found

    def count(self) -> int:
        """See `index.passages.Passages.count`."""
        return self._count

    def passage_ids(self) -> frozenset[int]:
        """See `index.passages.Passages.passage_ids`."""
        every = (part.passages(part.documents()) for part in self._parts)
        return frozenset(number for numbers in every for number in numbers.tolist())

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset().union(*(part.segment.stems for part in self._parts))

    def vocabulary(self) -> frozenset[str]:
        """See `index.passages.Passages.vocabulary`."""
        return self._vocabulary

    def close(self) -> None:
        """Let go of segments; those that a newer generation has too stay open for it."""
        self._parts = []
        self._cache = Bounded(0)

    def _stem(self, stem: str) -> _Stem:
        found: _Stem = self._cache.get(stem, lambda: self._weighed(stem))
        return found

    def _weighed(self, stem: str) -> _Stem:
        terms = tuple(self._term(part.segment, stem) for part in self._parts)
        frequency = sum(len(term.documents) for term in terms if term)
        return _Stem(idf(self._documents, frequency) if frequency else 0.0, terms)

    def _term(self, segment: Segment, stem: str) -> Term | None:
        postings = segment.postings(stem)
        if not len(postings.documents):
            return None
        against = self._norms[segment.lengths(postings.documents)]
        gains = impacts(postings.weights, against)
        return Term(postings.documents, gains, float(gains.max()))

    def _allowed(self, place: int, within: Within) -> Mask | None:
        if within == Within():
            return self._parts[place].live
        part = self._parts[place]
        mask: Mask = self._cache.get((place, within), lambda: part.allowed(within))
        return mask
