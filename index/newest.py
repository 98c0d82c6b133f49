"""Keeps the newest generation of an index open, and asks it one question at a time."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from index import published
from index.errors import DataFolderUnusable
from index.published import Published

_ATTEMPTS = 5


class Closable(Protocol):
    """Something with open files."""

    def close(self) -> None:
        """Close them."""


View = TypeVar("View", bound=Closable)
T = TypeVar("T")


class Newest(Generic[View]):
    """What is published in a folder, opened when it is first asked and again when it is replaced.

    It may be shared by threads: they take turns.
    """

    def __init__(self, home: Path, version: int, view: Callable[[Path, Published], View]) -> None:
        """Open nothing yet; ``view`` opens what is published in ``home``."""
        self._home = home
        self._version = version
        self._opener = view
        self._lock = threading.Lock()
        self._open: tuple[Published, View] | None = None

    def ask(self, question: Callable[[View], T]) -> T:
        """Ask the newest; if its files go in the middle of that, ask the next.

        Raises DataFolderUnusable if there is none or it is damaged.
        """
        with self._lock, damage_named(self._home):
            for _ in range(_ATTEMPTS - 1):
                try:
                    return question(self._newest())
                except DataFolderUnusable:
                    raise
                except Exception:  # noqa: BLE001 - half a file may raise anything
                    self._drop()
            return question(self._newest())

    def published(self) -> Published:
        """What is published; raises DataFolderUnusable if nothing is."""
        current = published.read(self._home, self._version)
        if current is None:
            raise DataFolderUnusable(
                f"There is no search index in {self._home}. Run `townclerk rebuild`."
            )
        return current

    def close(self) -> None:
        """Let go of open files; the next question opens them again."""
        with self._lock:
            self._drop()

    def _newest(self) -> View:
        current = self.published()
        if self._open is None or self._open[0] != current:
            self._drop()
            self._open = (current, self._opener(self._home, current))
        return self._open[1]

    def _drop(self) -> None:
        opened, self._open = self._open, None
        if opened is not None:
            opened[1].close()


@contextmanager
def damage_named(home: Path) -> Iterator[None]:
    """Whatever goes wrong within is told as damage to the index in ``home``."""
    try:
        yield
    except DataFolderUnusable:
        raise
    except Exception as error:
        raise published.damaged(home) from error
