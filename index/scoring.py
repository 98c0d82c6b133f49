"""BM25F over arrays: the best documents of a segment, term by term, most telling first."""

from collections.abc import Sequence
from itertools import accumulate
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.passages import Hit
from index.postings import Documents, Floats
from index.weights import LENGTH_WEIGHT, SATURATION

Mask = NDArray[np.bool_]

_ROUNDING = 1e-5  # sums of the same scores in another order may differ by this share
_FEW = 8  # so many times fewer documents are sooner looked up than a whole term added
_NOWHERE, _NOT_YET = np.float32(-np.inf), np.float32(0.0)


class Term(NamedTuple):
    """A term in a segment: the documents that hold it and what it adds to the score of each."""

    documents: Documents
    impacts: Floats  # before ``worth``
    top: float  # the greatest impact
    worth: float = 1.0

    @property
    def nbytes(self) -> int:
        """The bytes that both arrays take."""
        return self.documents.nbytes + self.impacts.nbytes


class Best:
    """The best passages so far, and what the next must score to be among them."""

    def __init__(self, limit: int) -> None:
        """No more of them than ``limit``."""
        self._limit = limit
        self._passages = np.empty(0, np.int64)
        self._scores = np.empty(0, np.float32)
        self.floor = 0.0

    def add(self, passages: NDArray[np.int64], scores: NDArray[np.float32]) -> None:
        """Look at more of them; equally good ones come in the order of their numbers."""
        passages = np.concatenate([self._passages, passages])
        scores = np.concatenate([self._scores, scores])
        order = np.lexsort((passages, -scores))[: self._limit]
        self._passages, self._scores = passages[order], scores[order]
        if len(order) == self._limit:
            self.floor = float(self._scores[-1])

    def hits(self) -> list[Hit]:
        """The best, best first."""
        pairs = zip(self._passages.tolist(), self._scores.tolist(), strict=True)
        return [Hit(passage, score) for passage, score in pairs]


def idf(count: int, frequency: int) -> float:
    """How much a term tells that so many of all documents hold: Whoosh's measure of it."""
    return log(count / (frequency + 1)) + 1


def norms(lengths: Floats, average: float) -> Floats:
    """How far documents' lengths speak against them."""
    return SATURATION * ((1 - LENGTH_WEIGHT) + LENGTH_WEIGHT * lengths / np.float32(average))


def impacts(weights: Floats, against: Floats) -> Floats:
    """What a term adds to documents' scores, by its weight in them and by their norms."""
    return weights * np.float32(SATURATION + 1) / (weights + against)


def best(
    terms: Sequence[Term], size: int, allowed: Mask | None, limit: int, floor: float
) -> tuple[Documents, Floats]:
    """At least the ``limit`` best of a segment's documents, unless fewer score over ``floor``.

    The terms come most telling first. Once those left cannot lift a document that holds none of
    the others to the best so far, only the documents that yet may come up are looked at.
    """
    scores, within = _start(size, allowed), _few(allowed)
    floor *= 1 - _ROUNDING
    left = list(accumulate((t.worth * t.top for t in reversed(terms)), initial=0.0))[::-1]
    for term, before, after in zip(terms, left, left[1:], strict=False):
        if within is None and floor > before:
            within = _at_least(scores, floor - before)
        changed = _added(scores, term, within)
        floor = max(floor, _last_of_best(changed, limit, floor))
        if within is not None:
            within = within[scores[within] >= floor - after]
    found = _at_least(scores, floor) if within is None else within
    found = found[scores[found] > 0]
    return found, scores[found]


def _places_of(documents: Documents, held: Documents) -> tuple[NDArray[np.intp], Mask]:
    """Where each of some documents stands among those held, and whether it is one of them."""
    places = np.searchsorted(held, documents)
    if not len(held):
        return places, np.zeros(len(documents), np.bool_)
    return places, held[np.minimum(places, len(held) - 1)] == documents


def _start(size: int, allowed: Mask | None) -> Floats:
    if allowed is None:
        return np.zeros(size, np.float32)
    return np.where(allowed, _NOT_YET, _NOWHERE)


def _few(allowed: Mask | None) -> Documents | None:
    """The documents allowed, if it is quicker to look only at them."""
    if allowed is None or np.count_nonzero(allowed) * _FEW > len(allowed):
        return None
    return np.flatnonzero(allowed).astype(np.int32)


def _at_least(scores: Floats, score: float) -> Documents:
    return np.flatnonzero(scores >= score).astype(np.int32)


def _added(scores: Floats, term: Term, within: Documents | None) -> Floats:
    """Add a term to the scores, at least to those of the documents ``within``; gives these."""
    documents, gains = term.documents, term.impacts
    if within is not None and len(within) * _FEW < len(documents):
        places, is_held = _places_of(within, documents)
        documents, gains = within[is_held], gains[places[is_held]]
    changed = scores[documents] + np.float32(term.worth) * gains
    scores[documents] = changed
    return changed


def _last_of_best(scores: Floats, limit: int, floor: float) -> float:
    """What the last of the best has at least, less what rounding may take."""
    scores = scores[scores > floor]
    if len(scores) < limit:
        return floor
    return float(np.partition(scores, -limit)[-limit]) * (1 - _ROUNDING)
