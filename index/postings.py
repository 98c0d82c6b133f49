"""Whoosh's postings read into arrays, block by block from its file as it lies."""

import mmap as mapping
import pickle
import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from mmap import mmap
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Documents = NDArray[np.int32]  # rising, as a segment numbers them
Floats = NDArray[np.float32]

_HEADER = b"W3Bl"
_LENGTH = struct.Struct("!i")  # of a block in bytes; below 0 that of the last


class Unfamiliar(Exception):
    """An index is not kept as this version of Town Clerk keeps it."""


class Postings(NamedTuple):
    """The documents that hold a stem, and how much it weighs in each."""

    documents: Documents
    weights: Floats

    @property
    def nbytes(self) -> int:
        """The bytes that both arrays take."""
        return self.documents.nbytes + self.weights.nbytes


NONE = Postings(np.empty(0, np.int32), np.empty(0, np.float32))


class _Block(NamedTuple):
    size: int
    steps: tuple[int, ...]  # from each document to the next
    weights: Sequence[float] | float | None  # one for all; None is 1.0

    def documents(self) -> Documents:
        return np.cumsum(np.array(self.steps, np.int32), dtype=np.int32)

    def all_weights(self) -> Floats:
        given = np.array(1.0 if self.weights is None else self.weights, np.float32)
        return np.broadcast_to(given, self.size)


def postings_at(data: mmap, offset: int) -> Postings:
    """The postings that begin at a place in a file."""
    blocks = list(_blocks(data, offset))
    return Postings(
        np.concatenate([block.documents() for block in blocks]),
        np.concatenate([block.all_weights() for block in blocks]),
    )


def documents_at(data: mmap, offset: int) -> Documents:
    """The documents of the postings that begin at a place in a file."""
    return np.concatenate([block.documents() for block in _blocks(data, offset)])


def _blocks(data: mmap, offset: int) -> Iterator[_Block]:
    end = offset + len(_HEADER)
    if data[offset:end] != _HEADER:
        raise Unfamiliar("no postings where they should be")
    is_last = False
    while not is_last:
        (length,) = _LENGTH.unpack_from(data, end)
        start = end + _LENGTH.size
        end, is_last = start + abs(length), length < 0
        yield _block(data[start:end])
    _let_go(data, offset, end)


def _let_go(data: mmap, start: int, end: int) -> None:
    """Let the kernel have back the pages that were read: they are kept as arrays from now on."""
    if hasattr(mapping, "MADV_DONTNEED"):  # not on every system
        first = start - start % mapping.PAGESIZE
        data.madvise(mapping.MADV_DONTNEED, first, end - first)


def _block(content: bytes) -> _Block:
    stream = BytesIO(content)
    count, _, _, compression, *_ = _unpickled(stream)
    if compression:
        stream = BytesIO(zlib.decompress(stream.read()))
    steps, weights, _ = _unpickled(stream)
    if not isinstance(steps, tuple) or len(steps) != count:
        raise Unfamiliar("postings in another form")
    return _Block(count, steps, weights)


def _unpickled(stream: BytesIO) -> Any:
    return pickle.load(stream)  # noqa: S301 - Whoosh's own form; its folder is private
