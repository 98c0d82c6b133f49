"""A cache that keeps what was used last, within so many bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, Protocol, TypeVar

_ENTRY = 500  # bytes that an entry takes beside its arrays


class Sized(Protocol):
    """Something that knows how many bytes its arrays take."""

    @property
    def nbytes(self) -> int:
        """How many."""


V = TypeVar("V", bound=Sized)


class Bounded(Generic[V]):
    """Values by key; past the bound the least lately used are let go. Threads may share it."""

    def __init__(self, most: int) -> None:
        """Keep ``most`` bytes at the most."""
        self._most = most
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, V] = OrderedDict()
        self.nbytes = 0

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """What is kept under a key, made first if it is not there."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()  # outside the lock: others need not wait for it
        with self._lock:
            self._keep(key, made)
        return made

    def _keep(self, key: Hashable, value: V) -> None:
        self._let_go(key)
        self._held[key] = value
        self.nbytes += value.nbytes + _ENTRY
        while self.nbytes > self._most:
            self._let_go(next(iter(self._held)))

    def _let_go(self, key: Hashable) -> None:
        if key in self._held:
            self.nbytes -= self._held.pop(key).nbytes + _ENTRY
