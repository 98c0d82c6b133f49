"""The library, opened when it is first needed: the bot can start before any paper is read."""

import threading
from contextlib import ExitStack
from pathlib import Path

from index.library import Library
from index.mending import open_mended


class Papers:
    """One library for the whole process; it notices by itself what an ingest publishes."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is the data folder; it need hold nothing yet."""
        self.folder = folder
        self._lock = threading.Lock()
        self._open = ExitStack()
        self._library: Library | None = None

    def library(self) -> Library:
        """The library; a TownClerkError where it cannot be opened yet, to be tried again."""
        with self._lock:
            if self._library is None:
                self._library = self._open.enter_context(open_mended(self.folder))
            return self._library

    def close(self) -> None:
        """Let go of the library's files."""
        with self._lock:
            self._open.close()
            self._library = None
