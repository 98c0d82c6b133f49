"""What is done once only, however often it is asked for; what fails may be asked for again."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from bot.memory import Memory

KEPT_FOR = 30 * 24 * 3600.0


@contextmanager
def claimed(memory: Memory, deed: str) -> Iterator[bool]:
    """Whether this is the first to do it; the claim is given up where what is done within fails."""
    with memory.using() as db:
        db.execute("CREATE TABLE IF NOT EXISTS claims (deed TEXT PRIMARY KEY, at REAL)")
        db.execute("DELETE FROM claims WHERE at < ?", (time.time() - KEPT_FOR,))
        row = db.execute("INSERT OR IGNORE INTO claims VALUES (?, ?)", (deed, time.time()))
        is_first = row.rowcount == 1
    try:
        yield is_first
    except BaseException:
        if is_first:
            with memory.using() as db:
                db.execute("DELETE FROM claims WHERE deed = ?", (deed,))
        raise
