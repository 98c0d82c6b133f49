"""Re-ingests: each a process of its own, one at a time, followed in the ledger.

A heavy or crashing ingest can neither slow nor end the bot; and a bot that stops leaves the
ingest to finish.
"""

import logging
import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Protocol

from bot.excuses import Told
from bot.papers import Papers
from index.errors import TownClerkError
from index.records import Run, RunItem

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[1]  # where the ingest package stands, beside this one
LOOKS_EVERY = 1.0  # seconds between two looks at the ledger
_SENTENCE = re.compile(r"(?P<sentence>\S.*) \[(?P<code>[a-z_]+)\]")  # how a command says it failed


class Watcher(Protocol):
    """Whoever started an ingest and hears how it goes, in this order."""

    def progress(self, run: Run) -> None:
        """How far it is; called about once a second."""

    def finished(self, run: Run, kept_out: Sequence[RunItem]) -> None:
        """It came to its end; ``kept_out`` are the sources that failed or were withheld."""

    def broke(self, why: str) -> None:
        """It did not come to its end; ``why`` is a sentence."""


class Busy(Told):
    """An ingest is running already."""

    code = "busy"


class Jobs:
    """The ingest that was started here, if one is running."""

    def __init__(self, papers: Papers) -> None:
        """``papers`` names the data folder and holds the ledger."""
        self._papers = papers
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    def start(self, sources: Sequence[str], watcher: Watcher) -> None:
        """Read these sources, or all known ones again if there are none; Busy if one goes on."""
        with self._lock:
            if self._thread and self._thread.is_alive():
                raise Busy("An ingest is already running. Wait for it to finish, then ask again.")
            self._thread = threading.Thread(
                target=self._run, args=(tuple(sources), watcher), name="ingest"
            )
            self._thread.start()

    def stop(self) -> None:
        """Follow no longer; the ingest itself goes on to its end."""
        self._stopping.set()
        if self._thread:
            self._thread.join()

    def _run(self, sources: tuple[str, ...], watcher: Watcher) -> None:
        try:
            with TemporaryFile() as errors:
                self._follow(sources, watcher, errors)
        except Exception as error:  # noqa: BLE001 - the thread's last door: the starter must hear
            log.error("following an ingest failed: %s", type(error).__name__)  # noqa: TRY400
            watcher.broke("Following the ingest failed; /townclerk status shows how it ended.")

    def _follow(self, sources: tuple[str, ...], watcher: Watcher, errors: IO[bytes]) -> None:
        before = self._newest()
        folder = self._papers.folder.resolve()
        # -P: a folder that happens to be named "ingest" is not the package.
        command = [sys.executable, "-P", "-m", "ingest", "--data", str(folder), "ingest", "--json"]
        process = subprocess.Popen(  # noqa: S603 - our own command, and no shell
            [*command, *sources],
            cwd=folder,  # where no .env with tokens is read
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,  # Ctrl-C at the bot's terminal is not for the ingest
        )
        while _goes_on(process) and not self._stopping.is_set():
            if run := self._started_since(before):
                watcher.progress(run)
        if process.returncode is not None:
            self._tell(self._started_since(before), watcher, errors)

    def _tell(self, run: Run | None, watcher: Watcher, errors: IO[bytes]) -> None:
        """Say how an ingest ended."""
        if run is None or run.state != "finished":
            watcher.broke(_last_sentence(errors))
            return
        items = self._papers.library().run_items(run.run)
        kept_out = [item for item in items if item.outcome in ("failed", "withheld")]
        watcher.finished(run, kept_out)

    def _newest(self) -> Run | None:
        try:
            return self._papers.library().latest_run()
        except TownClerkError:  # nothing has been ingested yet
            return None

    def _started_since(self, before: Run | None) -> Run | None:
        newest = self._newest()
        return newest if newest and newest.run > (before.run if before else 0) else None


def _goes_on(process: subprocess.Popen[bytes]) -> bool:
    """Whether the process still runs after a moment's wait."""
    try:
        process.wait(LOOKS_EVERY)
    except subprocess.TimeoutExpired:
        return True
    return False


def _last_sentence(errors: IO[bytes]) -> str:
    """What the command said when it failed; a fixed sentence if it could not say it."""
    errors.seek(0)
    for said in reversed(errors.read().decode(errors="replace").splitlines()):
        if match := _SENTENCE.fullmatch(said.strip()):
            return match["sentence"]
    return "The ingest ended before it was done. Run `townclerk ingest` on the server to see why."
