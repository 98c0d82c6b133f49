"""One generation of an index searched with Whoosh's own search, by which the faster is checked."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import Or, Term
from whoosh.scoring import BM25F

from index.passages import Hit, Within
from index.weights import LENGTH_WEIGHT, SATURATION

_CACHED_FILTERS = 64


class StockSearch:
    """The verbs of `index.passages.Passages` that read. Threads may share it: they take turns."""

    def __init__(self, folder: Path) -> None:
        """Open every file that a search may need: a later commit may delete them."""
        index = FileIndex(FileStorage(str(folder), readonly=True))
        scoring = BM25F(B=LENGTH_WEIGHT, K1=SATURATION)
        self._turn = threading.RLock()  # Whoosh's matchers share one place in each file
        self._searcher = index.searcher(weighting=scoring)
        self._reader = self._searcher.reader()
        for leaf, _ in self._reader.leaf_readers():
            if leaf.doc_count_all():
                leaf.column_reader("passage")
                leaf.doc_field_length(0, "words")
        self._filters: dict[Within, set[int]] = {}
        self._frequencies: dict[str, int] = {}

    def search(self, stems: Mapping[str, float], within: Within, limit: int) -> list[Hit]:
        """See `index.passages.Passages.search`."""
        terms = [Term("words", stem, boost=weight) for stem, weight in stems.items() if weight > 0]
        allowed = None if within == Within() else self._allowed(within)
        if not terms or limit < 1 or allowed == set():
            return []
        with self._turn:
            # Not optimised: where scores are equal but for rounding, Whoosh's skipping never ends.
            results = self._searcher.search(Or(terms), limit=limit, filter=allowed, optimize=False)
            hits = [Hit(self._column[docnum], float(score)) for docnum, score in results.items()]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))

    def frequency(self, stem: str) -> int:
        """See `index.passages.Passages.frequency`."""
        with self._turn:
            if stem not in self._frequencies:
                self._frequencies[stem] = len(self._holding("words", stem))
            return self._frequencies[stem]

    def count(self) -> int:
        """See `index.passages.Passages.count`."""
        return int(self._reader.doc_count())

    def passage_ids(self) -> frozenset[int]:
        """See `index.passages.Passages.passage_ids`."""
        with self._turn:
            return frozenset(self._column[docnum] for docnum in self._reader.all_doc_ids())

    def vocabulary(self) -> frozenset[str]:
        """See `index.passages.Passages.vocabulary`."""
        with self._turn:
            return self._vocabulary

    def close(self) -> None:
        """Let go of its files."""
        self._searcher.close()

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self._reader.field_terms("words"))

    @cached_property
    def _column(self) -> Any:
        """By Whoosh's number of a document, the number of the passage it stands for."""
        return self._reader.column_reader("passage")

    def _allowed(self, within: Within) -> set[int]:
        with self._turn:
            if within not in self._filters:
                if len(self._filters) >= _CACHED_FILTERS:
                    self._filters.clear()
                self._filters[within] = set.intersection(*self._facets(within))
            return self._filters[within]

    def _facets(self, within: Within) -> Iterator[set[int]]:
        named = {
            "council": within.councils,
            "committee": within.committees,
            "kind": within.kind and [within.kind],
            "standing": within.standing and [within.standing],
            "date": self._dates(within) if within.since or within.until else None,
        }
        return (self._any_of(f, values) for f, values in named.items() if values is not None)

    def _dates(self, within: Within) -> Iterator[str]:
        first = within.since.isoformat() if within.since else ""
        last = within.until.isoformat() if within.until else "9999-12-31"
        return (day for day in self._reader.field_terms("date") if first <= day <= last)

    def _any_of(self, facet: str, values: Iterable[str]) -> set[int]:
        return set().union(*(self._holding(facet, value) for value in values))

    def _holding(self, name: str, value: str) -> set[int]:
        """The documents that hold a term and are not deleted."""
        if (name, value) not in self._reader:
            return set()
        return set(self._reader.postings(name, value).all_ids())
