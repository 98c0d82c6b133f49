"""One writer at a time, held by the operating system and let go when the process ends."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from index.errors import Locked


@contextmanager
def only_writer(path: Path, *, now: datetime) -> Iterator[None]:
    """Hold the lock file at ``path``; raises Locked, saying who holds it and since when.

    What the file says is for the message alone: a process that died holds nothing.
    """
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Locked(_held(file)) from error
        _sign(file, now)
        yield


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
