"""Writes a segment that any Whoosh reads, from terms that are in order already."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import LENGTHS_COLUMN, STORED_COLUMN, W3Codec, W3PostingsWriter
from whoosh.columns import NumericColumn
from whoosh.filedb.filestore import FileStorage

from index.inverting import WORDS, PostingList
from index.segments import LENGTHS

INDEX = "MAIN"  # Whoosh's name for the only index of a folder
PASSAGES = NumericColumn("Q")
_BLOCK = 512  # postings


def write_segment(
    storage: FileStorage,
    schema: Any,
    terms: Iterable[PostingList],
    passages: NDArray[np.int64],
    lengths: NDArray[np.int64],
) -> Any:
    """Write a segment's files; gives it as Whoosh describes it.

    ``passages`` and ``lengths``, in stems, are those of each document by its number.
    """
    segment = W3Codec(blocklimit=_BLOCK, compression=0).new_segment(storage, INDEX)
    rounded = np.searchsorted(LENGTHS, lengths).clip(max=255)
    _write_terms(_Codec().field_writer(storage, segment), schema, terms, LENGTHS[rounded])
    columns = {
        "passage": (PASSAGES, passages.tolist()),
        "_words_len": (LENGTHS_COLUMN, rounded.tolist()),
        "_stored": (STORED_COLUMN, ()),
    }
    for name, (column, values) in columns.items():
        file = storage.create_file(W3Codec.column_filename(segment, name))
        _write_column(column.writer(file), values, len(passages))
        file.close()
    segment._fieldlengths = {WORDS: int(lengths.sum())}
    segment.set_doc_count(len(passages))
    return segment


class _Codec(W3Codec):  # type: ignore[misc]
    """Whoosh's own, but that it is given a term's postings all at once."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> "_Postings":
        return _Postings(dbfile, _BLOCK, byteids, compression=0)


class _Postings(W3PostingsWriter):  # type: ignore[misc]
    """Writes blocks of postings taken from arrays, as Whoosh writes those it is given singly."""

    def add_all(self, term: PostingList, lengths: NDArray[np.float32]) -> None:
        """Write a term's postings but for the last block, which the term's end writes."""
        steps = term.documents.copy()
        steps[1:] -= term.documents[:-1]
        steps[::_BLOCK] = term.documents[::_BLOCK]
        for start in range(0, len(steps), _BLOCK):
            if start:
                self._write_block()
            block = slice(start, start + _BLOCK)
            documents = term.documents[block]
            self._ids = documents.tolist()
            self._steps = tuple(steps[block].tolist())
            if term.weights is None:
                self._weigh([1.0] * len(documents))
            else:
                self._weigh(term.weights[block].tolist())
                measured = lengths[documents]
                self._minlength, self._maxlength = int(measured.min()), int(measured.max())

    def _weigh(self, weights: list[float]) -> None:
        self._weights, self._maxweight = weights, max(weights)

    def _mini_ids(self) -> tuple[int, ...]:
        return self._steps

    def _mini_weights(self) -> tuple[float, ...] | float | None:
        if min(self._weights) < self._maxweight:
            return tuple(self._weights)
        return None if self._maxweight == 1.0 else float(self._maxweight)


def _write_terms(
    writer: Any, schema: Any, terms: Iterable[PostingList], lengths: NDArray[np.float32]
) -> None:
    for field, of_field in groupby(terms, attrgetter("field")):
        writer.start_field(field, schema[field])
        for term in of_field:
            writer.start_term(term.text)
            writer._postwriter.add_all(term, lengths)
            writer.finish_term()
        writer.finish_field()
    writer.close()


def _write_column(writer: Any, values: Iterable[Any], count: int) -> None:
    for number, value in enumerate(values):
        writer.add(number, value)
    writer.finish(count)
