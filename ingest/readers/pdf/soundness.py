"""Whether what is packed in a PDF can be unpacked whole; its library reads on in silence."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.limits import MAX_PART_BYTES

_STREAM = re.compile(rb">>\s*stream\r?\n(?!\s*endstream)")
_FILTERS = re.compile(rb"/Filter\s*(?:\[\s*)?((?:/\w+\s*)+)")
_FLATE = (b"/FlateDecode", b"/Fl")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_HEAD = 2_048  # bytes before a part in which it may be told of
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Soundness:
    """How many packed parts of a PDF were unpacked, and how many of them are damaged."""

    parts: int = 0
    damaged: int = 0
    bomb: bool = False  # one of them unpacks to more than any page can need


def soundness(data: bytes) -> Soundness:
    """Unpack everything but pictures, and keep nothing; not where a password covers the parts."""
    parts = damaged = 0
    if b"/Encrypt" in data:
        return Soundness()
    for layers, start in _packed(data):
        packed: Iterator[bytes] = _chunks(data, start)
        for _ in range(layers):
            packed = _unpacked(packed)
        size, whole = _measured(packed)
        if size > MAX_PART_BYTES:
            return Soundness(parts + 1, damaged, bomb=True)
        parts, damaged = parts + 1, damaged + (not whole)
    return Soundness(parts, damaged)


def _packed(data: bytes) -> Iterator[tuple[int, int]]:
    """How many times over each part is packed, and where it begins."""
    for stream in _STREAM.finditer(data):
        head = data[max(0, stream.start() - _HEAD) : stream.start()]
        head = head[head.rfind(b" obj") + 1 :]
        said = _FILTERS.search(head)
        filters = re.findall(rb"/\w+", said[1]) if said else []
        layers = next((n for n, one in enumerate(filters) if one not in _FLATE), len(filters))
        if layers and not _PICTURE.search(head):
            yield min(layers, 4), stream.end()


def _chunks(data: bytes, start: int) -> Iterator[bytes]:
    for place in range(start, len(data), _CHUNK):
        yield data[place : place + _CHUNK]


def _unpacked(packed: Iterator[bytes]) -> Iterator[bytes]:
    """What comes out, a little at a time; raises zlib.error where it is damaged or cut short."""
    unpacking = zlib.decompressobj()
    for chunk in packed:
        while chunk and not unpacking.eof:
            yield unpacking.decompress(chunk, _CHUNK)
            chunk = unpacking.unconsumed_tail
        if unpacking.eof:
            return
    raise zlib.error("cut short")


def _measured(unpacked: Iterator[bytes]) -> tuple[int, bool]:
    """Of how many bytes a part is, as far as is looked, and whether it is whole."""
    size = 0
    try:
        for chunk in unpacked:
            size += len(chunk)
            if size > MAX_PART_BYTES:
                break
    except zlib.error:
        return size, False
    return size, True
