"""One answer for one event, however often Slack delivers it, and across restarts."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from index.errors import DataFolderUnusable

# Slack tries an event again for at most an hour; a day covers a Slack that was itself away.
KEPT_FOR = 24 * 3600.0


class Once:
    """Remembers the ids of events taken. Ids only: nothing of what was asked."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.time) -> None:
        """Open, or make, the file; DataFolderUnusable where that fails."""
        self._clock = clock
        self._lock = threading.Lock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.touch(mode=0o600)
            # One connection for all threads, under a lock: the work is one insert.
            self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("CREATE TABLE IF NOT EXISTS taken (event TEXT PRIMARY KEY, at REAL)")
        except (OSError, sqlite3.Error) as error:
            raise DataFolderUnusable(
                f"{path} cannot be written. Check who owns the data folder, then start again."
            ) from error

    def take(self, event: str) -> bool:
        """Whether this is the first time the event is seen; it counts as seen from now on."""
        now = self._clock()
        with self._lock, closing(self._db.cursor()) as cursor:
            cursor.execute("DELETE FROM taken WHERE at < ?", (now - KEPT_FOR,))
            cursor.execute("INSERT OR IGNORE INTO taken VALUES (?, ?)", (event, now))
            return cursor.rowcount == 1

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()
