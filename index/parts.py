"""A segment as one generation sees it: without what has since been deleted."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.passages import Within
from index.postings import Documents
from index.scoring import Mask
from index.segments import Segment

_EXACT = 4096  # a stem in no more documents than this is counted without those deleted


@dataclass(frozen=True, slots=True)
class Part:
    """A segment, and which of its documents are not deleted; None if all."""

    segment: Segment
    live: Mask | None

    def count(self) -> int:
        """How many documents are not deleted."""
        return self.segment.size if self.live is None else int(np.count_nonzero(self.live))

    def frequency(self, stem: str) -> int:
        """How many documents hold a stem; of very many, some may be deleted."""
        held = self.segment.frequency(stem)
        if self.live is None or not 0 < held <= _EXACT:
            return held
        return len(self._alive(self.segment.postings(stem).documents))

    def documents(self) -> Documents:
        """All documents that are not deleted."""
        return self._alive(np.arange(self.segment.size, dtype=np.int32))

    def passages(self, documents: Documents) -> NDArray[np.int64]:
        """The numbers of the passages that documents stand for."""
        return self.segment.passages[documents].astype(np.int64)

    def allowed(self, within: Within) -> Mask:
        """Which documents may be found, of those not deleted."""
        every = np.ones(self.segment.size, np.bool_) if self.live is None else self.live
        mask: Mask = np.logical_and.reduce([every, *_masks(self.segment, within)])
        return mask

    def _alive(self, documents: Documents) -> Documents:
        return documents if self.live is None else documents[self.live[documents]]


def _masks(segment: Segment, within: Within) -> Iterator[Mask]:
    if within.councils is not None:
        yield segment.holding("council", within.councils)
    if within.committees is not None:
        yield segment.holding("committee", within.committees)
    if within.kind:
        yield segment.holding("kind", {within.kind})
    if within.standing:
        yield segment.holding("standing", {within.standing})
    if within.since or within.until:
        yield segment.dated(within.since, within.until)
