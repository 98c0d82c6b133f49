"""A server's answer, read only as far as a paper may go, and unpacked only that far."""

import zlib
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPResponse

from index.errors import Unreadable

_CHUNK = 1 << 16
_RATIO = 200  # unpacked to packed; real pages stay under 30
_NO_BOMB = 8 << 20  # bytes that anything may unpack to
_GZIP = b"\x1f\x8b"  # how packed data begins
_MOST_PACKINGS = 1_000  # one after another
_NO_PAPER = 1 << 16  # bytes read of an answer that holds no paper


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request."""

    status: int
    headers: Message
    data: bytes

    def said(self, name: str) -> str | None:
        """A header's text, if it is one short line of plain letters."""
        text = self.headers.get(name)
        plain = text is not None and text.isascii() and text.isprintable() and len(text) <= 500
        return str(text) if plain else None

    @property
    def may_pass(self) -> bool:
        """Whether a later answer may be another: the server is busy, or has an error of its own."""
        return self.status >= 500 or self.status == 429

    @property
    def is_page(self) -> bool:
        """Whether it says that it is a web page."""
        return (self.said("Content-Type") or "").casefold().startswith("text/html")


def answer_of(response: HTTPResponse, most: int, *, cut: bool = False) -> Answer:
    """The whole answer, of ``most`` bytes at the most, or as much of it if it is to be ``cut``.

    Raises Unreadable: "too_big", before anything is read if the server says how long it is;
    "bomb"; and "fetch_broken" for an answer that ends early or is packed in an unknown way.
    """
    wanted = response.status == 200 and not cut
    length = response.headers.get("Content-Length", "")
    if wanted and length.isdecimal() and int(length) > most:
        raise _too_big(most)
    if len(set(response.headers.get_all("Content-Length", ()))) > 1:
        raise _broken("The server says two things of how long the paper is.")
    packing = (response.headers.get("Content-Encoding") or "identity").strip().casefold()
    least = most if cut else _NO_PAPER
    read = _Unpacking(most, packing) if wanted else _Unpacking(least, packing, lenient=True)
    while not read.is_full and (chunk := response.read1(_CHUNK)):
        read.take(chunk)
    if wanted and length.isdecimal() and read.packed < int(length):
        raise _broken("The server broke off in the middle of the paper.")
    return Answer(response.status, response.headers, read.whole())


class _Unpacking:
    """Bytes as they come, unpacked if they are packed."""

    def __init__(self, most: int, packing: str, *, lenient: bool = False) -> None:
        """``lenient``: what holds no paper is cut off where it gets too long."""
        if packing not in ("identity", "gzip", "x-gzip", "") and not lenient:
            raise _broken("The server packs the paper in a way that was not asked for.")
        self._unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packing else None
        self._most = most
        self._lenient = lenient
        self._parts: list[bytes] = []
        self._size = 0
        self._packings = 0
        self.packed = 0
        self.is_full = False

    def take(self, chunk: bytes) -> None:
        """Take some more."""
        self.packed += len(chunk)
        try:
            while chunk and not self.is_full:
                part = self._unpack.decompress(chunk, _CHUNK) if self._unpack else chunk
                self._keep(part)
                chunk = self._rest()
        except zlib.error as error:
            raise _broken("The server's answer is packed and damaged.") from error

    def whole(self) -> bytes:
        """All that came."""
        if self._unpack and self.packed and not (self._unpack.eof or self.is_full):
            raise _broken("The server broke off in the middle of the paper.")
        return b"".join(self._parts)

    def _rest(self) -> bytes:
        """What is still to be unpacked: packed data may be several packings, one after another."""
        if self._unpack is None:
            return b""
        after = self._unpack.unused_data
        self._packings += bool(after)
        # What follows would be kept without end, if it were passed over.
        if not _GZIP.startswith(after[:2]) or self._packings > _MOST_PACKINGS:
            raise _broken("The server's answer is packed and damaged.")
        if len(after) < len(_GZIP):
            return self._unpack.unconsumed_tail
        self._unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return after

    def _keep(self, part: bytes) -> None:
        self._parts.append(part)
        self._size += len(part)
        is_long = max(self._size, self.packed) > self._most
        if self._lenient:
            self.is_full = is_long
        elif self._unpack and self._size > max(_NO_BOMB, _RATIO * self.packed):
            raise Unreadable(
                "bomb",
                "The server's answer unpacks to far more than a paper holds. If it is real, "
                "download it and ingest the file.",
            )
        elif is_long:
            raise _too_big(self._most)


def _too_big(most: int) -> Unreadable:
    return Unreadable(
        "too_big", f"The paper is larger than {most >> 20} MB. Split it and ingest the parts."
    )


def _broken(what: str) -> Unreadable:
    return Unreadable("fetch_broken", f"{what} Ingest again; if it stays so, tell the website.")
