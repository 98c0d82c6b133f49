"""A moment at which something is done, unless it is put off or lifted before."""

import time
from collections.abc import Callable
from threading import Condition, Event, Thread


class Deadline:
    """Does something, in a thread of its own, once its seconds are over."""

    def __init__(self, seconds: float, then: Callable[[], None]) -> None:
        """Begin to wait."""
        self.passed = Event()
        self._then = then
        self._at = time.monotonic() + seconds
        self._lifted = False
        self._changed = Condition()
        self._waiting = Thread(target=self._wait, daemon=True)
        self._waiting.start()

    def put_off(self, seconds: float) -> None:
        """Wait for so much longer."""
        with self._changed:
            self._at += seconds
            self._changed.notify()

    def lift(self) -> None:
        """Wait no more; what is being done already is done when this returns."""
        with self._changed:
            self._lifted = True
            self._changed.notify()
        self._waiting.join()

    def _wait(self) -> None:
        with self._changed:
            while not self._lifted and (left := self._at - time.monotonic()) > 0:
                self._changed.wait(left)
            if self._lifted:
                return
            self.passed.set()
        self._then()
