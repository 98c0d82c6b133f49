"""What sources gave before, for whoever asks what became of a paper."""

from pathlib import Path

from index.catalogue import Catalogue, history
from index.catalogue.connections import reading
from index.catalogue.history import Version
from index.errors import NoSuchSource
from index.neutral import of_id
from index.understood import source_named
from index.wording import file_name

__all__ = ["Version", "named", "original", "removed", "versions"]


def versions(folder: Path, source: str) -> list[Version]:
    """What a source gave before, the newest first."""
    with reading(folder) as db:
        return history.of(db, source)


def removed(folder: Path) -> list[Version]:
    """The papers that are gone from where they were, those that went last first."""
    with reading(folder) as db:
        return history.removed(db)


def original(folder: Path, sha256: str) -> bytes:
    """The file of a version, byte for byte; none if it is not kept."""
    with reading(folder) as db:
        return history.original(db, sha256)


def named(folder: Path, catalogue: Catalogue, said: str) -> str:
    """The source that a name or id means, be it held, withheld or gone; raises NoSuchSource."""
    try:
        return source_named(catalogue, said)
    except NoSuchSource:
        paths = {said, str(Path(said).resolve())}
        gone = {v.source for v in removed(folder)}
        shut = {item.source for item in catalogue.failures() if item.outcome == "withheld"}
        ids = of_id(shut, said)
        found = {s for s in gone | shut if s in ids or {s, file_name(s)} & paths}
        if len(found) != 1:
            raise
        return found.pop()
