"""Keeps the newest generation of an index open, for many threads to ask at once."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(slots=True)
class _Open(Generic[View]):
    """A generation, and how many are asking it: it is closed after the last, once replaced."""

    published: Published
    view: View
    asking: int = 0
    replaced: bool = False

    def close_if_done(self) -> None:
        if self.replaced and not self.asking:
            # Nobody waits for it: files that are deleted by now are freed, which may take a while.
            threading.Thread(target=self.view.close).start()


class Newest(Generic[View]):
    """What is published in a folder, opened when it is first asked and again when it is replaced.

    It may be shared by threads.
    """

    def __init__(self, home: Path, version: int, view: Callable[[Path, Published], View]) -> None:
        """Open nothing yet; ``view`` opens what is published in ``home``."""
        self._home = home
        self._version = version
        self._opener = view
        self._lock = threading.Lock()
        self._open: _Open[View] | None = None
        self._mark: tuple[int, ...] = ()  # of what was published when it was opened

    def ask(self, question: Callable[[View], T]) -> T:
        """Ask the newest; if its files go in the middle of that, ask the next.

        Raises DataFolderUnusable if there is none or it is damaged.
        """
        with damage_named(self._home):
            for _ in range(_ATTEMPTS - 1):
                try:
                    return self._asked(question)
                except DataFolderUnusable:
                    raise
                except Exception:  # noqa: BLE001 - half a file may raise anything
                    self.close()
            return self._asked(question)

    def published(self) -> Published:
        """What is published; raises DataFolderUnusable if nothing is."""
        current = published.read(self._home, self._version)
        if current is None:
            raise DataFolderUnusable(
                f"There is no search index in {self._home}. Run `townclerk rebuild`.",
                "index_damaged",
            )
        return current

    def close(self) -> None:
        """Let go of open files, after the last question; the next opens them again."""
        with self._lock:
            self._drop()

    def _asked(self, question: Callable[[View], T]) -> T:
        with self._lock:
            opened = self._newest()
            opened.asking += 1
        try:
            return question(opened.view)
        finally:
            with self._lock:
                opened.asking -= 1
                opened.close_if_done()

    def _newest(self) -> _Open[View]:
        mark = self._marked()  # before it is read: at worst it is read once too often
        if self._open is None or mark != self._mark:
            self._open = self._renewed()
            self._mark = mark
        return self._open

    def _renewed(self) -> _Open[View]:
        current, before = self.published(), self._open
        if before is not None and before.published == current:
            return before
        new = _Open(current, self._opener(self._home, current))
        self._drop()
        return new

    def _marked(self) -> tuple[int, ...]:
        """What tells cheaply whether something else has been published."""
        try:
            found = (self._home / published.NAME).stat()
        except FileNotFoundError:
            return ()
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def _drop(self) -> None:
        old, self._open = self._open, None
        if old is not None:
            old.replaced = True
            old.close_if_done()


@contextmanager
def damage_named(home: Path) -> Iterator[None]:
    """Whatever goes wrong within is told as damage to the index in ``home``."""
    try:
        yield
    except DataFolderUnusable:
        raise
    except Exception as error:
        raise published.damaged(home) from error
