"""One writer at a time, held by the operating system and let go when the process ends."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from index.errors import Locked

# A reader that tests the lock holds it for an instant; a writer that meets one tries again.
_ATTEMPTS = 5
_APART = 0.02  # seconds


FILE_NAME = "ingest.lock"


@contextmanager
def only_writer(path: Path, *, now: datetime) -> Iterator[None]:
    """Hold the lock file at ``path``; raises Locked, saying who holds it and since when.

    What the file says is for the message alone: a process that died holds nothing.
    """
    with path.open("a+", encoding="utf-8") as file:
        if not any(_take(file, attempt) for attempt in range(_ATTEMPTS)):
            raise Locked(_held(file))
        _sign(file, now)
        yield


def is_held(path: Path) -> bool:
    """Whether a process that is alive holds the lock; only reads, and waits for nothing.

    Where that cannot be told, it is taken to be held.
    """
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _take(file: IO[str], attempt: int) -> bool:
    """Whether the lock could be had now; waits a little before any but the first attempt."""
    time.sleep(_APART if attempt else 0)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(file: IO[str], now: datetime) -> None:
    file.truncate(0)
    json.dump({"pid": os.getpid(), "since": now.isoformat(timespec="seconds")}, file)
    file.flush()


def _held(file: IO[str]) -> str:
    file.seek(0)
    try:
        holder = json.load(file)
        who = f"process {holder['pid']}, since {holder['since']}"
    except (ValueError, KeyError, TypeError):  # it is being signed this moment
        who = "another process, just now"
    return f"Another ingest is running ({who}). Wait until it has finished, then try again."
