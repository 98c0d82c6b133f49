"""Whether a lock is let go after its holder was killed."""

from pathlib import Path

from index.lock import is_held
from support.waiting import until


def is_let_go(lock: Path) -> bool:
    """At once, or very soon: a process being started has what its parent had, for an instant."""
    return until(lambda: not is_held(lock), "the lock to be let go")
