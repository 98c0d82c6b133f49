"""What a backup is made of: the files in it, and what its manifest says of them."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.errors import BackupFailed
from index.troubles import of_disk

SLACK = "slack.db"  # the bot's; bot.memory has its name too
MANIFEST = "manifest.json"
PART = ".part"  # what a file is called until it is whole
FORMAT = 1
PIECE = 1 << 20  # bytes in memory at a time


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A file of a backup."""

    bytes: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> "CopiedFile":
        """A file as it is now."""
        with path.open("rb") as file:
            return cls(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    format: int
    made: str  # ISO 8601, UTC
    reports: int
    files: dict[str, CopiedFile]


def sync(path: Path) -> None:
    """Have a file, or a folder's names, safe on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def explained(where: Path) -> Iterator[None]:
    """A folder that cannot be written is told in a sentence."""
    try:
        yield
    except OSError as error:
        trouble = of_disk(error)
        raise BackupFailed(
            f"{where} cannot be read or written ({error.strerror}). Check its folder, permissions "
            "and free space, then try again.",
            trouble.reason if trouble else "backup_failed",
        ) from error
