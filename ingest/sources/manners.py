"""How each server is treated: one request at a time, with a pause between, and left when unwell."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from index.errors import Unreadable
from ingest.sources.lines import Lines
from ingest.sources.robots import Rules

MOST_TROUBLES = 3  # addresses in a row, after which a server is left for this run


class Server:
    """One server and how it has been answering. Threads share it."""

    def __init__(self, name: str, delay: float) -> None:
        """``delay`` is how many seconds lie between two requests at the least."""
        self.name = name
        self.rules: Rules | None = None
        self.reading_rules = Lock()
        self._delay = delay
        self._turn = Lock()
        self._free_at = 0.0
        self._troubles = 0
        self._left: Unreadable | None = None

    @contextmanager
    def turn(self, lines: Lines) -> Iterator[None]:
        """Be the only one to ask it; raises Unreadable if it has been left, and Stopped."""
        with self._turn:
            self.refuse_if_left()
            lines.wait(self._free_at - time.monotonic())
            try:
                yield
            finally:
                asked = self.rules.delay if self.rules else 0.0
                self._free_at = time.monotonic() + max(self._delay, asked)

    def refuse_if_left(self) -> None:
        """Raise what it was left for."""
        if self._left:
            raise Unreadable(
                self._left.reason,
                f"Not asked for: {self.name} was left for this run. {self._left}",
            ) from self._left

    def leave(self, why: Unreadable) -> None:
        """Ask it nothing more in this run."""
        self._left = self._left or why

    def answered(self) -> None:
        """It is well."""
        self._troubles = 0

    def troubled(self, why: Unreadable) -> None:
        """It is not well, or does not want us; after a few in a row it is left."""
        self._troubles += 1
        if self._troubles >= MOST_TROUBLES:
            self.leave(why)


class Servers:
    """Every server asked in this run."""

    def __init__(self, delay: float) -> None:
        """``delay`` holds for each of them."""
        self._delay = delay
        self._lock = Lock()
        self._servers: dict[str, Server] = {}

    def named(self, name: str) -> Server:
        """The server of a name."""
        with self._lock:
            return self._servers.setdefault(name, Server(name, self._delay))
