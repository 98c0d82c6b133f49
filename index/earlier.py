"""Earlier versions of papers, to be judged by today's rules: what these close is forgotten."""

from pathlib import Path

from index.catalogue import history
from index.catalogue.connections import beside, forget_deleted, writing
from index.catalogue.history import Version
from index.shelf import READER_VERSION

__all__ = ["Version", "original", "settle", "unjudged"]


def unjudged(folder: Path) -> list[Version]:
    """The versions kept that were read by earlier rules than today's, each of its bytes once."""
    with beside(folder) as db:
        return history.unjudged(db, READER_VERSION)


def original(folder: Path, version: Version) -> bytes:
    """The bytes of a version; none where they are kept no more."""
    with beside(folder) as db:
        return history.original(db, version.sha256)


def settle(folder: Path, version: Version, *, is_open: bool) -> None:
    """Keep a version that is open, and forget one that is not, with all that was kept of it."""
    with beside(folder) as db:
        with writing(db):
            if is_open:
                history.judged(db, version, READER_VERSION)
            else:
                history.forget_bytes(db, version.sha256)
        forget_deleted(db)
