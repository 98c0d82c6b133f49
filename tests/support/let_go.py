"""Whether a lock is let go after its holder was killed."""

import time
from pathlib import Path

from index.lock import is_held


def is_let_go(lock: Path) -> bool:
    """At once, or very soon: a process being started has what its parent had, for an instant."""
    for _ in range(100):
        if not is_held(lock):
            return True
        time.sleep(0.02)
    return False
