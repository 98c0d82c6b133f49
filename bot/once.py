"""One answer for one event, however often Slack delivers it, and across restarts."""

import time
from collections.abc import Callable

from bot.memory import Memory

# Slack tries an event again for at most an hour; a day covers a Slack that was itself away.
KEPT_FOR = 24 * 3600.0


class Once:
    """Remembers the ids of events taken. Ids only: nothing of what was asked."""

    def __init__(self, memory: Memory, clock: Callable[[], float] = time.time) -> None:
        """Remember them in ``memory``."""
        self._memory, self._clock = memory, clock
        with memory.using() as db:
            db.execute("CREATE TABLE IF NOT EXISTS taken (event TEXT PRIMARY KEY, at REAL)")
            db.execute("CREATE INDEX IF NOT EXISTS taken_at ON taken (at)")

    def take(self, event: str) -> bool:
        """Whether this is the first time the event is seen; it counts as seen from now on."""
        now = self._clock()
        with self._memory.using() as db:
            db.execute("DELETE FROM taken WHERE at < ?", (now - KEPT_FOR,))
            taken = db.execute("INSERT OR IGNORE INTO taken VALUES (?, ?)", (event, now))
            return taken.rowcount == 1
