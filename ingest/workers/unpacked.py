"""What a packed file holds, as the reading process found it, kept on disk until it is read."""

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO, Protocol

from ingest.limits import MAX_BYTES, MAX_UNPACKED, MAX_ZIP_MEMBERS
from ingest.workers.exchange import (
    MAX_REPLY,
    Packed,
    Refused,
    Reply,
    Task,
    decode_packed,
    receive,
)

_LONGEST = 400  # characters of a name


class Garbled(Exception):
    """What was told of a packed file breaks our own rules."""


class Spool:
    """A file without a name, so that nothing is left of it whatever happens."""

    def __init__(self) -> None:
        """Open it where temporary files belong."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lasts as long as what is in it
        self._lock = Lock()
        self.size = 0

    def put(self, data: bytes) -> int:
        """Keep bytes; gives where they begin."""
        begin = self.size
        self._file.write(data)
        self.size += len(data)
        return begin

    def settle(self) -> None:
        """Have all of it in the file; raises OSError where there is no room for it."""
        self._file.flush()

    def take(self, begin: int, size: int) -> bytes:
        """The bytes kept there; safe from many threads."""
        with self._lock:
            self._file.seek(begin)
            return self._file.read(size)

    def __del__(self) -> None:
        """Let go of the file with the last member of it."""
        with suppress(OSError):  # there is no room for the rest of it, which nobody wants now
            self._file.close()


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was packed in another: its bytes, or why there are none."""

    name: str
    spool: Spool
    begin: int
    size: int
    refused: Refused | None = None

    def data(self) -> bytes:
        """Its bytes."""
        return self.spool.take(self.begin, self.size)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """All that a packed file holds; ``said`` is the ledger's sentence about it."""

    said: str
    members: tuple[Kept, ...]
    reader: "Reader | None" = None  # by whom it was unpacked, and its members can be read


class Reader(Protocol):
    """What reads documents in processes of their own: `ingest.workers.pool.Pool`."""

    def read(self, task: Task, data: bytes) -> "Reply | Unpacked":
        """What became of one document."""

    def stop(self) -> None:
        """Break off every document being read."""


def collected(replies: BinaryIO) -> tuple[Kept, ...]:
    """The members that follow the word that a file is packed.

    Raises Garbled, ConnectionEnded, and OSError where there is no room for them.
    """
    spool, members = Spool(), list[Kept]()
    while head := receive(replies, MAX_REPLY):
        packed, data = decode_packed(head), receive(replies, MAX_BYTES)
        members.append(Kept(packed.name, spool, spool.put(data), len(data), packed.refused))
        if not _is_sound(packed) or spool.size > MAX_UNPACKED or len(members) > MAX_ZIP_MEMBERS:
            raise Garbled
    spool.settle()
    if len({member.name for member in members}) < len(members):
        raise Garbled
    return tuple(members)


def _is_sound(packed: Packed) -> bool:
    """Whether a name is one that we would give, and leads nowhere."""
    parts = packed.name.split("/")
    plain = packed.name.isprintable() and len(packed.name) <= _LONGEST
    return plain and not any(part in ("", ".", "..") for part in parts)
