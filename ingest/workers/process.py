"""One reading process: started apart from everything else, asked, timed, and ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import BinaryIO, cast

import msgspec

from index.errors import TownClerkError
from ingest.workers.deadline import Deadline
from ingest.workers.exchange import (
    MAX_REPLY,
    READY,
    Busy,
    ConnectionEnded,
    Opened,
    Refused,
    Reply,
    Task,
    decode_reply,
    encode,
    receive,
    send,
)
from ingest.workers.folders import PrivateFolder
from ingest.workers.refusals import GARBLED, NO_ROOM
from ingest.workers.unpacked import Garbled, Unpacked, collected

START_SECONDS = 60.0
SECONDS_A_PAGE = 20.0  # more for each page that is to be recognised from a picture
MOST_PAGES = 300  # for which more is given
_MAX_STACK = 64 << 10  # bytes
_EXIT_SECONDS = 2.0  # between a process closing its pipe and its end

_CODE = Path(__file__).resolve().parents[2]
# An isolated interpreter finds neither a checkout nor what was installed for one user only.
_START = """
import sys
sys.path[:] = sys.argv[2:]
from ingest.workers.worker import serve
serve(sys.argv[1])
"""


class NoWorker(TownClerkError):
    """No reading process can be started, so that nothing can be read at all."""

    code = "no_worker"

    def __init__(self, stack: Sequence[str]) -> None:
        """``stack`` tells where it went wrong, for the private log."""
        super().__init__(
            "The process that reads papers does not start; errors.log in the data folder says "
            "why. Check that Town Clerk is installed whole and that the machine has memory and "
            "disk to spare, then ingest again."
        )
        self.stack = tuple(stack)


@dataclass(frozen=True, slots=True)
class Reading:
    """The function that reads, "module:function"; where else its module may be; its time.

    ``released`` are the hashes of bytes that are let in though they are marked.
    """

    function: str = "ingest.packs.reading:read_papers"
    folders: tuple[Path, ...] = ()
    wall_seconds: float = 180.0  # for one document
    released: frozenset[str] = frozenset()


class Process:
    """A process in a session, a folder and an environment of its own."""

    def __init__(self, reading: Reading) -> None:
        """Start it; `await_ready` before the first document. Raises NoWorker."""
        try:
            self._folder = PrivateFolder()
            self._popen = _started(reading, self._folder.path)
        except OSError as error:
            raise NoWorker([str(error)]) from error
        self._tasks = cast(BinaryIO, self._popen.stdin)
        self._replies = cast(BinaryIO, self._popen.stdout)
        self._deadline: Deadline | None = None

    def await_ready(self) -> None:
        """Wait until it can take documents; raises NoWorker if it cannot."""
        said = b""
        with self.given(START_SECONDS), suppress(ConnectionEnded):
            said = receive(self._replies, _MAX_STACK)
        if said != READY:
            raise NoWorker(said.decode("utf-8", "replace").splitlines())

    def ask(self, task: Task, data: bytes) -> Reply | Unpacked | None:
        """The reply to a task; None when the process ended, or broke off, without one."""
        try:
            send(self._tasks, encode(task))
            send(self._tasks, data)
            reply = decode_reply(receive(self._replies, MAX_REPLY))
            if isinstance(reply, Busy) and self._deadline:
                self._deadline.put_off(SECONDS_A_PAGE * min(reply.pages, MOST_PAGES))
                reply = decode_reply(receive(self._replies, MAX_REPLY))
            if isinstance(reply, Opened):
                return self._collected(reply)
            return GARBLED if isinstance(reply, Busy) else reply
        except (ConnectionEnded, BrokenPipeError):
            return None
        except (msgspec.MsgspecError, Garbled):
            return GARBLED

    def _collected(self, opened: Opened) -> Unpacked | Refused:
        try:
            return Unpacked(opened.said, collected(self._replies))
        except OSError:
            return NO_ROOM

    @contextmanager
    def given(self, seconds: float) -> Iterator[Event]:
        """Kill the process if what follows takes longer; the event tells whether it did."""
        deadline = self._deadline = Deadline(seconds, self.kill)
        try:
            yield deadline.passed
        finally:
            deadline.lift()  # so that no kill under way strikes a later document

    def has_ended(self) -> bool:
        """Whether it is there no more."""
        return self._popen.poll() is not None

    def kill(self) -> None:
        """End it and all it started."""
        with suppress(ProcessLookupError, PermissionError):  # macOS refuses to signal the dead
            os.killpg(self._popen.pid, signal.SIGKILL)

    def status_if_it_ends(self) -> int | None:
        """Its exit status as `Popen` has it, if it is about to end by itself."""
        try:
            return self._popen.wait(_EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            return None

    def close(self) -> None:
        """End it for good, with all it started and all it wrote."""
        self.kill()
        self._popen.wait()
        with suppress(BrokenPipeError):
            self._tasks.close()
        self._replies.close()
        self._folder.delete()


def _started(reading: Reading, folder: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-I", "-c", _START, reading.function, *_import_path(reading)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a library's complaint may quote the paper
        cwd=folder,
        env={"TMPDIR": folder},
        start_new_session=True,
    )


def _import_path(reading: Reading) -> list[str]:
    """Where this process finds its modules, without the folder it happens to be started in."""
    here = str(Path.cwd())
    path = [folder for folder in sys.path if folder not in ("", here)]
    code = [] if str(_CODE) in path else [str(_CODE)]
    return [*code, *path, *map(str, reading.folders)]
