"""The data folder, opened to be written by this process alone, and put in order before anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.catalogue import publishing
from index.catalogue.connections import FILE_NAME, Tables, open_writer, told
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
        passages = WhooshPassages(passages_folder(folder))
        db = open_writer(folder)
        try:
            publishing.repair(db, passages)
            yield db, passages
        finally:
            db.close()
            passages.close()
