"""The library, opened when it is first needed: the bot can start before any paper is read."""

import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from index.errors import TownClerkError
from index.library import Library
from index.mending import finish, open_searchable

_LOOK_EVERY = 10.0  # seconds, for what an ingest that was broken off has left undone


class Papers:
    """One library for the whole process; it notices by itself what an ingest publishes."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is the data folder; it need hold nothing yet."""
        self.folder = folder
        self._lock = threading.Lock()
        self._open = ExitStack()
        self._library: Library | None = None
        self._finishing: threading.Thread | None = None
        self._look_again = 0.0  # by the monotonic clock

    def library(self) -> Library:
        """The library; a TownClerkError where it cannot be opened yet, to be tried again."""
        with self._lock:
            if self._library is None:
                self._library = self._open.enter_context(open_searchable(self.folder))
            self._finish_beside()
            return self._library

    def close(self) -> None:
        """Let go of the library's files."""
        with self._lock:
            if self._finishing:
                self._finishing.join()
            self._open.close()
            self._library = None

    def _finish_beside(self) -> None:
        """Now and then see to what an ingest left undone; nobody who asks waits for that."""
        is_busy = self._finishing and self._finishing.is_alive()
        if is_busy or time.monotonic() < self._look_again:
            return
        self._look_again = time.monotonic() + _LOOK_EVERY
        self._finishing = threading.Thread(target=self._finish, name="finishing")
        self._finishing.start()

    def _finish(self) -> None:
        with suppress(TownClerkError, OSError):  # told by `check`; the next look may fare better
            finish(self.folder)
