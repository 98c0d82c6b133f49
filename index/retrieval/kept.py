"""What has been worked out for one question, so that looking further need not do it again."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """The results of work on one question, each by what it was done for."""

    def __init__(self) -> None:
        """Nothing worked out yet."""
        self._done: dict[Hashable, Any] = {}

    def once(self, what: Hashable, work: Callable[[], T]) -> T:
        """What the work comes to; it is done the first time only."""
        if what not in self._done:
            self._done[what] = work()
        done: T = self._done[what]
        return done
