"""A segment of a Whoosh index as arrays, for as long as any generation has it."""

import threading
import weakref
from collections.abc import Iterator, Set
from datetime import date
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import versionstring
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader, TermNotFound
from whoosh.util.numeric import byte_to_length

from index.bounded import Bounded
from index.inverting import WORDS, PostingList
from index.postings import (
    NONE,
    Documents,
    Floats,
    Postings,
    Unfamiliar,
    documents_at,
    postings_at,
)
from index.scoring import Mask

_VERSION = "2.7.4"
_COLUMNS = ("passage", "_words_len")
_UNDATED = 0  # no day of any calendar
LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float32)


class Segment:
    """What is written once and never changes; which of its documents are deleted is not here.

    Threads may share it.
    """

    def __init__(self, folder: Path, schema: Any, segment: Any, cache: Bounded[Any]) -> None:
        """Map its files, which a later commit may delete; raises Unfamiliar."""
        if versionstring() != _VERSION or type(segment.codec()) is not W3Codec:
            raise Unfamiliar(f"Whoosh {versionstring()}, {type(segment.codec()).__name__}")
        self.size = int(segment.doc_count_all())
        self._name = segment.segment_id()
        self._cache = cache
        self._reader = SegmentReader(FileStorage(str(folder), readonly=True), schema, segment)
        weakref.finalize(self, self._reader.close)
        self._turn = threading.Lock()  # Whoosh's readers share one place in each file
        with (folder / segment.make_filename(W3Codec.POSTS_EXT)).open("rb") as file:
            self._postings = mmap(file.fileno(), 0, access=ACCESS_READ)
        columns = [folder / W3Codec.column_filename(segment, name) for name in _COLUMNS]
        self.passages = _column(columns[0], np.dtype(">u8"), self.size)
        self._lengths = _column(columns[1], np.dtype(np.uint8), self.size)

    @property
    def length(self) -> int:
        """The lengths of all its documents, in stems."""
        return int(self._reader.field_length(WORDS))

    def frequency(self, stem: str) -> int:
        """How many documents hold a stem, deleted or not."""
        with self._turn:
            return int(self._reader.doc_frequency(WORDS, stem))

    def postings(self, stem: str) -> Postings:
        """The documents that hold a stem, deleted or not, with its weight in each."""
        found: Postings = self._cache.get((self._name, stem), lambda: self._read(stem))
        return found

    def lengths(self, documents: Documents) -> NDArray[np.uint8]:
        """How long documents are: by their places in ``LENGTHS``, which Whoosh rounds to."""
        lengths: NDArray[np.uint8] = self._lengths[documents]
        return lengths

    def holding(self, facet: str, values: Set[str]) -> Mask:
        """Which documents have any of a facet's values."""
        mask: Mask = self._cache.get(
            (self._name, facet, frozenset(values)), lambda: self._holding(facet, values)
        )
        return mask

    def _holding(self, facet: str, values: Set[str]) -> Mask:
        mask = np.zeros(self.size, np.bool_)
        for value in values:
            mask[self.documents(facet, value)] = True
        return mask

    def documents(self, facet: str, value: str) -> Documents:
        """The documents that have a facet's value, deleted or not."""
        if (offset := self._offset(facet, value)) is None:
            return NONE.documents
        return documents_at(self._postings, offset)

    def lists(self) -> Iterator[PostingList]:
        """Every term with its documents, deleted or not, in the order of fields and texts.

        For one thread, and nothing else meanwhile.
        """
        for (field, text), info in self._reader:
            found = postings_at(self._postings, info.extent()[0])
            weights = found.weights if field == WORDS else None
            yield PostingList(field, text, found.documents, weights)

    def every_length(self) -> Floats:
        """The length of each document, as Whoosh rounds it."""
        lengths: Floats = LENGTHS[self._lengths]
        return lengths

    def dated(self, since: date | None, until: date | None) -> Mask:
        """Which documents are of these days; none that is undated."""
        first, last = (since or date.min).toordinal(), (until or date.max).toordinal()
        return (self._days >= first) & (self._days <= last)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem that any document holds, deleted or not."""
        with self._turn:
            return frozenset(self._reader.field_terms(WORDS))

    @cached_property
    def _days(self) -> NDArray[np.int32]:
        days = np.full(self.size, _UNDATED, np.int32)
        with self._turn:
            found = list(self._terms_of("date"))
        for day, offset in found:
            documents = documents_at(self._postings, offset)
            days[documents] = date.fromisoformat(day.decode()).toordinal()
        return days

    def _terms_of(self, facet: str) -> Iterator[tuple[bytes, int]]:
        for (name, value), info in self._reader.iter_from(facet, ""):
            if name != facet:
                return
            yield value, info.extent()[0]

    def _read(self, stem: str) -> Postings:
        if (offset := self._offset(WORDS, stem)) is None:
            return NONE
        return postings_at(self._postings, offset)

    def _offset(self, field: str, value: str) -> int | None:
        with self._turn:
            try:
                offset, _ = self._reader.term_info(field, value).extent()
            except TermNotFound:
                return None
        return int(offset)


def _column(path: Path, kind: np.dtype[Any], size: int) -> NDArray[Any]:
    """A number for each document; Whoosh leaves zeros out where nothing else follows."""
    if not path.exists() or not path.stat().st_size:
        return np.zeros(size, kind)
    written = np.asarray(np.memmap(path, kind, "r"))
    return written if len(written) == size else np.pad(written, (0, size - len(written)))
