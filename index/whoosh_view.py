"""One generation of a Whoosh index, open to be searched."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.query import Or, Term
from whoosh.scoring import BM25F

from index.passages import Hit, Holdings, Within
from index.published import Published
from index.weights import LENGTH_WEIGHT, SATURATION

_CACHED_FILTERS = 64


class View:
    """One generation, open to be searched by one thread at a time."""

    def __init__(self, folder: Path, current: Published) -> None:
        """Open it, with every file that a search may need: a later commit may delete them."""
        index = FileIndex(FileStorage(str(folder / current.folder), readonly=True))
        scoring = BM25F(B=LENGTH_WEIGHT, K1=SATURATION)
        self.searcher = index.searcher(weighting=scoring)
        self.reader = self.searcher.reader()
        for leaf, _ in self.reader.leaf_readers():
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
        # Not optimised: where scores are equal but for rounding, Whoosh's skipping never ends.
        results = self.searcher.search(Or(terms), limit=limit, filter=allowed, optimize=False)
        hits = [Hit(self._column[docnum], float(score)) for docnum, score in results.items()]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))

    def frequency(self, stem: str) -> int:
        """See `index.passages.Passages.frequency`."""
        if stem not in self._frequencies:
            self._frequencies[stem] = len(self._holding("words", stem))
        return self._frequencies[stem]

    def within_reports(self, stems: Sequence[str], reports: Sequence[str]) -> dict[str, Holdings]:
        """See `index.passages.Passages.within_reports`."""
        documents = {report: sorted(self._holding("report", report)) for report in reports}
        return {report: self._holdings(stems, found) for report, found in documents.items()}

    def passage_ids(self) -> frozenset[int]:
        """See `index.passages.Passages.passage_ids`."""
        return frozenset(self._column[docnum] for docnum in self.reader.all_doc_ids())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """See `index.passages.Passages.vocabulary`."""
        return frozenset(self.reader.field_terms("words"))

    def close(self) -> None:
        """Let go of its files."""
        self.searcher.close()

    @cached_property
    def _column(self) -> Any:
        """By Whoosh's number of a document, the number of the passage it stands for."""
        return self.reader.column_reader("passage")

    def _allowed(self, within: Within) -> set[int]:
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
        return (day for day in self.reader.field_terms("date") if first <= day <= last)

    def _any_of(self, facet: str, values: Iterable[str]) -> set[int]:
        return set().union(*(self._holding(facet, value) for value in values))

    def _holding(self, name: str, value: str) -> set[int]:
        """The documents that hold a term and are not deleted."""
        if (name, value) not in self.reader:
            return set()
        return set(self.reader.postings(name, value).all_ids())

    def _holdings(self, stems: Sequence[str], documents: list[int]) -> Holdings:
        holding = {stem: self._those_holding(stem, documents) for stem in stems}
        return Holdings(len(documents), {stem: ids for stem, ids in holding.items() if ids})

    def _those_holding(self, stem: str, documents: list[int]) -> tuple[int, ...]:
        """The passages that hold a stem, of these documents: what is between them is skipped."""
        found: list[int] = []
        if ("words", stem) not in self.reader:
            return ()
        postings = self.reader.postings("words", stem)
        for docnum in documents:
            if postings.is_active():
                postings.skip_to(docnum)
            if postings.is_active() and postings.id() == docnum:
                found.append(self._column[docnum])
        return tuple(sorted(found))
