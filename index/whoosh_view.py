"""Opens what a Whoosh index has published to be searched, the fastest way that it allows."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakValueDictionary

import numpy as np
from whoosh.index import TOC

from index.array_search import ArraySearch
from index.bounded import Bounded
from index.parts import Part
from index.passages import Hit, Within
from index.postings import Unfamiliar
from index.published import Published
from index.scoring import Mask
from index.segments import Segment
from index.stock_search import StockSearch
from index.whoosh_change import contents

_CACHED = 96_000_000  # bytes of postings and masks
_log = logging.getLogger(__name__)


class View(Protocol):
    """One generation: the verbs of `index.passages.Passages` that read."""

    def search(self, stems: Mapping[str, float], within: Within, limit: int) -> list[Hit]:
        """See `index.passages.Passages.search`."""

    def frequency(self, stem: str) -> int:
        """See `index.passages.Passages.frequency`."""

    def count(self) -> int:
        """See `index.passages.Passages.count`."""

    def vocabulary(self) -> frozenset[str]:
        """See `index.passages.Passages.vocabulary`."""

    def passage_ids(self) -> frozenset[int]:
        """See `index.passages.Passages.passage_ids`."""

    def close(self) -> None:
        """Let go of its files."""


class Views:
    """Opens one generation after another; what they have in common is read once."""

    def __init__(self) -> None:
        """Nothing is open yet."""
        self._cache: Bounded[Any] = Bounded(_CACHED)
        self._segments: WeakValueDictionary[str, Segment] = WeakValueDictionary()
        self._told = False

    def open(self, home: Path, current: Published) -> View:
        """Open what is published; not for several threads at once."""
        folder = home / current.folder
        try:
            return ArraySearch(self._parts(folder, contents(folder, current.files)))
        except Unfamiliar as reason:
            self._tell(reason)
            return StockSearch(folder)

    def _parts(self, folder: Path, toc: TOC) -> list[Part]:
        return [
            Part(self._segment(folder, toc, segment), _live(segment))
            for segment in toc.segments
            if segment.doc_count()
        ]

    def _segment(self, folder: Path, toc: TOC, segment: Any) -> Segment:
        name = segment.segment_id()
        held = self._segments.get(name)
        if held is None:
            held = self._segments[name] = Segment(folder, toc.schema, segment, self._cache)
        return held

    def _tell(self, reason: Unfamiliar) -> None:
        if not self._told:
            _log.warning("Searching slowly: the index is not of the form expected (%s).", reason)
        self._told = True


def _live(segment: Any) -> Mask | None:
    if not segment.deleted_count():
        return None
    live = np.ones(segment.doc_count_all(), np.bool_)
    live[list(segment.deleted_docs())] = False
    return live
