"""Runs as they are: one whose process was killed has ended, though it could not say so."""

from collections.abc import Callable

from sqlite_utils import Database

from index.catalogue import ledger
from index.catalogue.connections import Readers
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import is_held
from index.runs import Run


def as_they_are(readers: Readers, read: Callable[[Database], list[Run]]) -> list[Run]:
    """Runs read from the ledger; aborted where it has one running that nobody runs.

    A run holds the lock from its first line to its last.
    """
    with readers.reading() as db:
        found = read(db)
    running = {run.run for run in found if run.state == "running"}
    if not running or is_held(readers.folder / LOCK_NAME):
        return found
    with readers.reading() as db:  # it may have ended since it was read
        found = read(db)
    return [ledger.died(run) if run.run in running else run for run in found]
