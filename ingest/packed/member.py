"""What is found in a packed file: papers by their names, each with its bytes or why it has none."""

from collections.abc import Iterator
from dataclasses import dataclass

from index.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Member:
    """One file that is packed in another."""

    name: str
    data: bytes = b""
    refused: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Unpacking:
    """The members of a packed file, one at a time; ``said`` is the ledger's sentence on it."""

    members: Iterator[Member]
    said: str
