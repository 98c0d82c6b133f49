"""The bot's own file, slack.db: what it must remember across restarts, and no paper's text."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from index.errors import DataFolderUnusable

__all__ = ["FILE_NAME", "Database", "Memory"]

FILE_NAME = "slack.db"


class Memory:
    """One connection for all threads, under a lock: what is done with it is short."""

    def __init__(self, path: Path) -> None:
        """Open, or make, the file; DataFolderUnusable where that fails."""
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
            connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._db = Database(connection)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA secure_delete = ON")
        except (OSError, sqlite3.Error) as error:
            raise DataFolderUnusable(
                f"{path} cannot be written. Check who owns the data folder, then start again."
            ) from error

    @contextmanager
    def using(self) -> Iterator[Database]:
        """The database, for this thread alone; what is written within is written all or not."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")  # which fails on a full disk, and is then still open
            except BaseException:
                if self._db.conn.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def forget_deleted(self) -> None:
        """Leave no copy of what was deleted in the file's log."""
        with self._lock:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()
