"""What goes between the ingest and the process that reads a paper: one task in, one reply out.

Each message is eight bytes of length, then as many bytes; a task's document follows it as a second
message. A reply is JSON and is checked against the records when it is taken in.
"""

import struct
from typing import BinaryIO, Literal

import msgspec

from index.records import Report
from ingest.links import Link

MAX_REPLY = 64 << 20  # bytes of JSON for one paper
READY = b"ready"  # the reading process's first message

_LENGTH = struct.Struct(">Q")


class Task(msgspec.Struct, frozen=True):
    """A document to read: its lasting name, and its council and body where those were said."""

    source: str
    council: str | None = None
    body: str | None = None
    released: bool = False  # a person looked at these bytes and let them in
    packed: bool = False  # in another file, so that it is not unpacked again


class Understood(msgspec.Struct, frozen=True, tag="understood"):
    """The public papers of a file as they were understood, and how many it holds in all.

    Where it was read only for what it leads to, there are links in their place.
    """

    reports: tuple[Report, ...]
    papers: int = 1
    links: tuple[Link, ...] = ()


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Why a paper was not taken in; ``stack`` tells where an error of our own came from."""

    outcome: Literal["failed", "withheld"]
    code: str
    message: str
    stack: tuple[str, ...] = ()


class Busy(msgspec.Struct, frozen=True, tag="busy"):
    """That so many pages are first to be recognised from pictures, which takes its time."""

    pages: int


class Opened(msgspec.Struct, frozen=True, tag="opened"):
    """That a file is packed: a `Packed` and bytes follow for each file in it, then nothing."""

    said: str


class Packed(msgspec.Struct, frozen=True):
    """A file in a packed file, and why it has no bytes if it has none."""

    name: str
    refused: Refused | None = None


Reply = Understood | Refused


class ConnectionEnded(Exception):
    """The other side closed its end, or said more than it may."""


def send(pipe: BinaryIO, message: bytes) -> None:
    """Write one message; raises BrokenPipeError when nobody reads any more."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: BinaryIO, limit: int) -> bytes:
    """Read one message of at most ``limit`` bytes; raises ConnectionEnded."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    if length > limit:
        raise ConnectionEnded
    return _exactly(pipe, length)


def encode(message: Task | Reply | Busy | Opened | Packed) -> bytes:
    """A message as JSON."""
    return msgspec.json.encode(message)


def decode_task(message: bytes) -> Task:
    """A task from JSON; raises msgspec.ValidationError when it is none."""
    return msgspec.json.decode(message, type=Task)


def decode_packed(message: bytes) -> Packed:
    """What a packed file holds from JSON; raises msgspec.MsgspecError when it is none."""
    return msgspec.json.decode(message, type=Packed)


def decode_reply(message: bytes) -> Reply | Busy | Opened:
    """A reply from JSON; raises msgspec.MsgspecError when it is none or breaks the records."""
    reply: Reply | Busy | Opened = msgspec.json.decode(message, type=Reply | Busy | Opened)
    return reply


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    message = pipe.read(count)
    if len(message) < count:
        raise ConnectionEnded
    return message
