"""A line in front of a few threads: bounded, and fair between those who wait in it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.excuses import note


class Job(Protocol):
    """What somebody waits for, in two parts. Neither raises."""

    @property
    def user(self) -> str:
        """Who waits for it."""

    def think(self) -> bool:
        """The part that takes the processor; whether there is a second part."""

    def send(self) -> None:
        """The part that waits for Slack."""


J = TypeVar("J", bound=Job)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many think and send at a time, and how many may wait, in all and of one person."""

    thinking: int
    sending: int
    waiting: int
    each: int


@dataclass(frozen=True, slots=True)
class TooLong:
    """Why a job was not taken: its place would have been ``number``; of one's own, if ``own``."""

    number: int
    own: bool


class Line(Generic[J]):
    """Whoever waits gets one job done before anybody's second.

    Sending has threads of its own, so that a slow Slack holds up no thinking. All threads are
    daemons: one that hangs cannot keep the process from ending.
    """

    def __init__(self, name: str, bounds: Bounds) -> None:
        """``name`` is what its threads are called."""
        self._bounds = bounds
        lock = threading.RLock()
        self._to_think, self._to_send = threading.Condition(lock), threading.Condition(lock)
        self._done_with = threading.Condition(lock)
        self._turns: dict[str, deque[J]] = {}  # those waiting, in the order of their next turn
        self._thought: deque[J] = deque()
        self._open: dict[int, J] = {}  # all not done yet, in the order in which they came
        self.closed = False
        self._start(name, bounds.thinking, self._next_to_think, self._think)
        self._start(f"{name} post", bounds.sending, self._next_to_send, self._send)

    def join(self, job: J) -> TooLong | None:
        """Take a job, to be done in its turn; or say why not."""
        with self._to_think:
            own = len(self._turns.get(job.user, ()))
            waiting = self.waiting
            if own >= self._bounds.each:
                return TooLong(own + 1, own=True)
            if waiting >= self._bounds.waiting:
                return TooLong(waiting + 1, own=False)
            self._turns.setdefault(job.user, deque()).append(job)
            self._open[id(job)] = job
            self._to_think.notify()
            return None

    def join_to_send(self, job: J) -> None:
        """Take a job whose first part is left out, however long the line is."""
        with self._to_send:
            self._thought.append(job)
            self._open[id(job)] = job
            self._to_send.notify()

    @property
    def waiting(self) -> int:
        """How many wait to be thought about."""
        return sum(map(len, list(self._turns.values())))

    @property
    def unfinished(self) -> list[J]:
        """All that was taken and is not done."""
        with self._done_with:
            return list(self._open.values())

    def let_go(self, job: J) -> None:
        """Wait for this one no longer; what it still does is of no account."""
        self._done(job)

    def settle(self, seconds: float | None = None) -> bool:
        """Wait until all is done, or so long; whether it is."""
        with self._done_with:
            return self._done_with.wait_for(lambda: self.closed or not self._open, seconds)

    def shutdown(self, wait: bool = True) -> None:
        """End the threads; first, if asked to wait, when all is done."""
        if wait:
            self.settle()
        with self._done_with:
            self.closed = True
            self._to_think.notify_all()
            self._to_send.notify_all()

    def _start(
        self, name: str, threads: int, next_: Callable[[], J | None], do: Callable[[J], None]
    ) -> None:
        def serve() -> None:
            while (job := next_()) is not None:
                try:
                    do(job)
                except Exception as error:  # noqa: BLE001 - the thread must serve the next one
                    note(error)
                    self._done(job)

        for number in range(threads):
            threading.Thread(target=serve, name=f"{name} {number}", daemon=True).start()

    def _next_to_think(self) -> J | None:
        with self._to_think:
            self._to_think.wait_for(lambda: self._turns or self.closed)
            if self.closed:
                return None
            user = next(iter(self._turns))
            jobs = self._turns.pop(user)
            job = jobs.popleft()
            if jobs:
                self._turns[user] = jobs  # behind everybody else
            return job

    def _next_to_send(self) -> J | None:
        with self._to_send:
            self._to_send.wait_for(lambda: self._thought or self.closed)
            return None if self.closed else self._thought.popleft()

    def _think(self, job: J) -> None:
        if not job.think():
            self._done(job)
            return
        with self._to_send:
            self._thought.append(job)
            self._to_send.notify()

    def _send(self, job: J) -> None:
        job.send()
        self._done(job)

    def _done(self, job: J) -> None:
        with self._done_with:
            self._open.pop(id(job), None)
            self._done_with.notify_all()


def seconds_since(moment: float) -> float:
    """Seconds since a moment of the clock that only goes forward."""
    return time.perf_counter() - moment
