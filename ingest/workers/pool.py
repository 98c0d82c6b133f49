"""Several reading processes, lent one at a time to whichever thread has a document."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from queue import SimpleQueue
from threading import Event, Lock

import msgspec

from ingest.workers.exchange import Refused, Reply, Task
from ingest.workers.folders import sweep
from ingest.workers.process import NoWorker, Process, Reading
from ingest.workers.refusals import GARBLED, TIMED_OUT, refusal_of_death
from ingest.workers.unpacked import Unpacked

_UNWELL = ("oom", "internal", "timeout", "no_room")
DOCUMENTS_EACH = 250  # what one process reads before a fresh one takes its place


class BrokenOff(Exception):
    """The ingest was stopped while a paper was being read."""


class Worker:
    """A reading process and its successors; there is at most one at a time."""

    def __init__(self, reading: Reading) -> None:
        """Start nothing yet."""
        self._reading = reading
        self._running: Process | None = None
        self._documents = 0
        self._stopped = False
        self._starting = Lock()

    def read(self, task: Task, data: bytes) -> Reply | Unpacked:
        """What became of one document; a crash or a hang over it is a Refused as well.

        Raises NoWorker when no process starts, and BrokenOff after `stop`.
        """
        fresh = self._documents == 0
        reply = self._attempt(task, data)
        if not fresh and isinstance(reply, Refused) and reply.code in ("crashed", "oom"):
            # An earlier document may have left the process unwell: try this one on its own.
            reply = self._attempt(task, data)
        return reply

    def stop(self) -> None:
        """End the process whatever it is doing, from any thread; no other will be started."""
        with self._starting:
            self._stopped = True
            if self._running:
                self._running.kill()

    def close(self) -> None:
        """End the process; the next document gets a fresh one."""
        process, self._running, self._documents = self._running, None, 0
        if process:
            process.close()

    def _attempt(self, task: Task, data: bytes) -> Reply | Unpacked:
        process = self._process()
        with process.given(self._reading.wall_seconds) as late:
            reply = process.ask(task, data)
        self._documents += 1
        if reply is None:
            return self._post_mortem(process, late)
        if late.is_set() or self._documents >= DOCUMENTS_EACH or _unwell(reply):
            self.close()
        return reply

    def _process(self) -> Process:
        if self._running and self._running.has_ended():
            self.close()
        if not self._running:
            with self._starting:
                self._refuse_if_stopped()
                self._running = Process(self._reading)
            self._await_ready(self._running)
        return self._running

    def _await_ready(self, process: Process) -> None:
        try:
            process.await_ready()
        except NoWorker:
            self._refuse_if_stopped()
            raise

    def _post_mortem(self, process: Process, late: Event) -> Reply:
        status = process.status_if_it_ends()
        self.close()
        self._refuse_if_stopped()
        if late.is_set():
            return TIMED_OUT
        return GARBLED if status is None else refusal_of_death(status)

    def _refuse_if_stopped(self) -> None:
        if self._stopped:
            raise BrokenOff


class Pool:
    """So many reading processes, each started when first needed. Safe to use from many threads."""

    def __init__(self, workers: int, reading: Reading) -> None:
        """Start nothing yet."""
        self._released = reading.released
        self._workers = [Worker(reading) for _ in range(workers)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def read(self, task: Task, data: bytes) -> Reply | Unpacked:
        """What became of one document, once a process is free; raises NoWorker and BrokenOff."""
        if self._released and sha256(data).hexdigest() in self._released:
            task = msgspec.structs.replace(task, released=True)
        worker = self._idle.get()
        try:
            reply = worker.read(task, data)
        finally:
            self._idle.put(worker)
        return replace(reply, reader=self) if isinstance(reply, Unpacked) else reply

    def stop(self) -> None:
        """Break off every document being read; those reading raise BrokenOff."""
        for worker in self._workers:
            worker.stop()

    def close(self) -> None:
        """End every process. Nothing may be reading any more."""
        for worker in self._workers:
            worker.close()


@contextmanager
def reading_pool(workers: int, reading: Reading) -> Iterator[Pool]:
    """A pool that leaves no process behind."""
    sweep()
    pool = Pool(workers, reading)
    try:
        yield pool
    finally:
        pool.close()


def _unwell(reply: Reply | Unpacked) -> bool:
    """Whether a process may not read on: it, or a program that it started, may still be busy."""
    return isinstance(reply, Refused) and reply.code in _UNWELL
