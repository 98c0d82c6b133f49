"""The threads in channels in which the bot has answered: their ids, and nothing said in them."""

import time
from collections.abc import Callable

from bot.memory import Memory
from bot.slack.place import Place

KEPT_FOR = 30 * 24 * 3600.0  # seconds; an older thread takes a new mention


class AnsweredThreads:
    """Remembers them across restarts."""

    def __init__(self, memory: Memory, clock: Callable[[], float] = time.time) -> None:
        """Remember them in ``memory``."""
        self._memory, self._clock = memory, clock
        with memory.using() as db:
            db.execute(
                "CREATE TABLE IF NOT EXISTS answered_threads"
                " (channel TEXT, thread_ts TEXT, at REAL, PRIMARY KEY (channel, thread_ts))"
            )

    def add(self, place: Place) -> None:
        """The bot has answered in this thread."""
        now = self._clock()
        with self._memory.using() as db:
            db.execute("DELETE FROM answered_threads WHERE at < ?", (now - KEPT_FOR,))
            db.execute(
                "INSERT OR REPLACE INTO answered_threads VALUES (?, ?, ?)", (*place.thread, now)
            )

    def has(self, place: Place) -> bool:
        """Whether it has, lately."""
        sql = "SELECT at FROM answered_threads WHERE channel = ? AND thread_ts = ?"
        with self._memory.using() as db:
            found = db.execute(sql, place.thread).fetchone()
        return found is not None and found[0] >= self._clock() - KEPT_FOR
