"""Ingests and withdrawals: each a process of its own, one at a time, followed in the ledger.

A heavy or crashing ingest can neither slow nor end the bot; and a bot that stops leaves the
ingest to finish.
"""

import logging
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from bot.administration.job import Busy, Job, NothingToStop, UnderWay, Watcher
from bot.papers import Papers
from index.acts import Doing, note_act
from index.errors import TownClerkError
from index.runs import Run

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]  # where the ingest package stands, beside the bot
LOOKS_EVERY = 1.0  # seconds between two looks at the ledger
_SENTENCE = re.compile(r"(?P<sentence>\S.*) \[(?P<code>[a-z_]+)\]")  # how a command says it failed


@dataclass(frozen=True, slots=True)
class _Ended:
    """A process that is over: its run if it came to one, who had it stopped, what it said."""

    run: Run | None
    cancelled_by: str | None
    errors: IO[bytes]


class Jobs:
    """What was started here, if it is not over yet."""

    def __init__(self, papers: Papers) -> None:
        """``papers`` names the data folder and holds the ledger."""
        self._papers = papers
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._current: UnderWay | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled_by: str | None = None
        self._stopping = threading.Event()

    def start(self, job: Job, watcher: Watcher) -> None:
        """Do it in a process of its own; Busy if anything goes on, here or on the server."""
        with self._lock:
            if under_way := self._under_way():
                raise Busy(under_way)
            since = datetime.now(UTC).isoformat(timespec="seconds")
            self._current = UnderWay(job.doing, since, ours=True)
            self._cancelled_by = None
            self._thread = threading.Thread(target=self._run, args=(job, watcher), name="job")
            self._thread.start()

    def under_way(self) -> UnderWay | None:
        """What is being done now, here or on the server."""
        with self._lock:
            return self._under_way()

    def cancel(self, who: str) -> UnderWay:
        """Have the ingest end in good order: what it has read is kept, and can be asked.

        Raises NothingToStop where none runs that was started here, or was told to stop already.
        """
        with self._lock:
            under_way = self._under_way()
            if under_way is None or under_way.doing.act != "ingest":
                raise NothingToStop("No ingest is running, so there is nothing to stop.")
            if not under_way.ours:
                raise NothingToStop(
                    "This ingest was not started by me since I was last started, so I cannot stop "
                    "it. Somebody can on the server, with Ctrl-C or kill."
                )
            if self._cancelled_by:  # told twice, it would drop everything at once
                raise NothingToStop("The ingest is being stopped already. It ends in a moment.")
            self._cancelled_by = who
            if self._process is not None:
                _ask_to_stop(self._process)
            return under_way

    def stop(self) -> None:
        """Follow no longer; what was started goes on to its end."""
        self._stopping.set()
        if self._thread:
            self._thread.join()

    def _under_way(self) -> UnderWay | None:
        ours, run = self._current, self._newest()
        if run is None or run.state != "running":
            return ours
        acts = self._papers.library().catalogue.acts(1, run.run)
        doing = Doing(acts[0].act, acts[0].arguments, acts[0].who) if acts else Doing("ingest")
        is_ours = ours is not None and (ours.doing.act, ours.doing.who) == (doing.act, doing.who)
        return UnderWay(doing, run.started, run, is_ours)

    def _run(self, job: Job, watcher: Watcher) -> None:
        try:
            with TemporaryFile() as errors:
                self._follow(job, watcher, errors)
        except Exception as error:  # noqa: BLE001 - the thread's last door: the starter must hear
            log.error("following a job failed: %s", type(error).__name__)  # noqa: TRY400
            self._over()
            watcher.broke(f"Following the {job.doing.act} failed; /townclerk status shows its end.")

    def _follow(self, job: Job, watcher: Watcher, errors: IO[bytes]) -> None:
        before = self._newest()
        process = self._begin(job, errors)
        while _goes_on(process) and not self._stopping.is_set():
            if run := self._started_since(before):
                watcher.progress(run)
        if process.returncode is None:
            watcher.left()
        else:
            ended = _Ended(self._started_since(before), self._over(), errors)
            self._tell(job, ended, watcher)

    def _begin(self, job: Job, errors: IO[bytes]) -> "subprocess.Popen[bytes]":
        folder = self._papers.folder.resolve()
        # -P: a folder that happens to be named "ingest" is not the package.
        command = [sys.executable, "-P", "-m", job.package, "--data", str(folder), *job.command]
        process = subprocess.Popen(  # noqa: S603 - our own command, and no shell
            command,
            cwd=folder,  # where no .env with tokens is read
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,  # Ctrl-C at the bot's terminal is not for the ingest
        )
        with self._lock:
            self._process = process
            if self._cancelled_by:
                _ask_to_stop(process)
        return process

    def _over(self) -> str | None:
        """Let the next job begin, before anybody is told; gives who had this one stopped."""
        with self._lock:
            self._current = self._process = None
            return self._cancelled_by

    def _tell(self, job: Job, ended: _Ended, watcher: Watcher) -> None:
        """Say how a job ended."""
        run = ended.run
        if run is None:  # there is no line of the ledger to tell what became of the act
            end = "cancelled" if ended.cancelled_by else "refused, or broken off"
            with suppress(TownClerkError):
                note_act(self._papers.folder, job.doing, end)
        if run and run.state == "finished":
            items = self._papers.library().run_items(run.run)
            watcher.finished(run, [one for one in items if one.outcome in ("failed", "withheld")])
        elif ended.cancelled_by:
            watcher.cancelled(run, ended.cancelled_by)
        else:
            watcher.broke(_last_sentence(ended.errors, run))

    def _newest(self) -> Run | None:
        try:
            return self._papers.library().latest_run()
        except TownClerkError:  # nothing has been ingested yet
            return None

    def _started_since(self, before: Run | None) -> Run | None:
        newest = self._newest()
        return newest if newest and newest.run > (before.run if before else 0) else None


def _ask_to_stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask the process and what it started to end; it is the head of a group of its own."""
    with suppress(ProcessLookupError, PermissionError):  # it has just ended
        os.killpg(process.pid, signal.SIGTERM)


def _goes_on(process: "subprocess.Popen[bytes]") -> bool:
    """Whether the process still runs after a moment's wait."""
    try:
        process.wait(LOOKS_EVERY)
    except subprocess.TimeoutExpired:
        return True
    return False


def _last_sentence(errors: IO[bytes], run: Run | None) -> str:
    """What the command said when it failed; a fixed sentence if it could not say it."""
    errors.seek(0)
    for said in reversed(errors.read().decode(errors="replace").splitlines()):
        if match := _SENTENCE.fullmatch(said.strip()):
            return match["sentence"]
    if run is None:
        return "It ended before it had begun. Run `townclerk ingest` on the server to see why."
    return (
        f"Ingest {run.run} broke off before it was done. What it had read is kept and can be asked "
        "about; what was held before is held still. Say /townclerk ingest again to go on; if that "
        "breaks off too, run `townclerk ingest` on the server to see why."
    )
