"""The data folder, opened to be written by this process alone, and put in order before anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.catalogue import packs, publishing
from index.catalogue.connections import (
    FILE_NAME,
    Tables,
    open_writer,
    refuse_half_restored,
    told,
    writing,
)
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import only_writer
from index.passages import Passages
from index.private import make_private, private_files
from index.whoosh_passages import WhooshPassages


def passages_folder(data: Path) -> Path:
    """Where a data folder keeps its search index."""
    return data / "passages"


@contextmanager
def in_order(folder: Path) -> Iterator[tuple[Tables, Passages]]:
    """The catalogue and the index: tables up to date, what a crash left undone done.

    A damaged index is made anew. Raises Locked or DataFolderUnusable.
    """
    make_private(folder)
    lock = only_writer(folder / LOCK_NAME, now=datetime.now(UTC))
    with private_files(), lock, told(folder / FILE_NAME):
        refuse_half_restored(folder)
        passages = WhooshPassages(passages_folder(folder))
        db = open_writer(folder)
        try:
            _sweep(db)
            publishing.repair(db, passages)
            yield db, passages
        finally:
            db.close()
            passages.close()


def _sweep(db: Tables) -> None:
    """Delete files kept that no paper is of, whatever left them there."""
    for sha256 in packs.unused(db):
        with writing(db):
            packs.forget_unused(db, sha256)
