"""One answer for one event, however often Slack delivers it, and across restarts."""

import logging
import sqlite3
import threading
import time
from collections.abc import Callable

from bot.memory import Memory

log = logging.getLogger(__name__)

# Slack tries an event again for at most an hour; a day covers a Slack that was itself away.
KEPT_FOR = 24 * 3600.0
MOST_KEPT = 20_000  # of those remembered in this process


class Once:
    """Remembers the ids of events taken. Ids only: nothing of what was asked."""

    def __init__(self, memory: Memory, clock: Callable[[], float] = time.time) -> None:
        """Remember them in ``memory``; while it cannot be written, in this process alone."""
        self._memory, self._clock = memory, clock
        self._here: dict[str, float] = {}  # the same, should the memory fail
        self._lock = threading.Lock()
        self._told = False
        with memory.using() as db:
            db.execute("CREATE TABLE IF NOT EXISTS taken (event TEXT PRIMARY KEY, at REAL)")
            db.execute("CREATE INDEX IF NOT EXISTS taken_at ON taken (at)")

    def take(self, event: str) -> bool:
        """Whether this is the first time the event is seen; it counts as seen from now on."""
        now = self._clock()
        with self._lock:
            before = self._here.pop(event, None)
            self._here[event] = now
            while len(self._here) > MOST_KEPT:
                del self._here[next(iter(self._here))]
        try:
            return self._take(event, now)
        except sqlite3.Error as error:  # a full disk must not leave anybody without an answer
            self._tell(error)
            return before is None or now - before > KEPT_FOR

    def _take(self, event: str, now: float) -> bool:
        with self._memory.using() as db:
            db.execute("DELETE FROM taken WHERE at < ?", (now - KEPT_FOR,))
            taken = db.execute("INSERT OR IGNORE INTO taken VALUES (?, ?)", (event, now))
            return taken.rowcount == 1

    def _tell(self, error: sqlite3.Error) -> None:
        with self._lock:
            is_told, self._told = self._told, True
        if not is_told:
            log.error(
                "slack.db cannot be written (%s): what was answered is remembered until the bot "
                "stops, and no longer. Check the disk and who owns the data folder.",
                getattr(error, "sqlite_errorname", type(error).__name__),
            )
