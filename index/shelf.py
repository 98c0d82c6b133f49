"""The door for writing: one process at a time puts papers in and takes them out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from index.catalogue import (
    MetSource,
    acts,
    history,
    ledger,
    lookups,
    papers,
    places,
    publishing,
    relations,
    releases,
    sources,
)
from index.catalogue.acts import Doing
from index.catalogue.connections import Tables, forget_deleted, writing
from index.catalogue.packs import Pack
from index.catalogue.places import KnownPlace
from index.data_folder import in_order, passages_folder
from index.errors import DataFolderUnusable
from index.pace import Pace
from index.passages import Passages
from index.placing import check_places
from index.records import Report
from index.remembered import Remembered
from index.runs import Run, RunItem

__all__ = ["READER_VERSION", "Shelf", "open_shelf", "passages_folder"]

# Raise it when papers are understood better than before: every source is then read again. A test
# tells of it (tests/ingest/test_readings.py); `make readings` notes what holds from then on.
READER_VERSION = 7
_WRITE_LINES_EVERY = 100  # sources that have not changed
_WITHDRAWN_PACK = "This file was withdrawn by an administrator, with all of its {} papers."


@contextmanager
def open_shelf(
    folder: Path, *, arguments: str = "", doing: Doing | None = None
) -> Iterator["Shelf"]:
    """Open a data folder to write, as one run of the ledger; raises Locked, DataFolderUnusable.

    Whatever a crash left undone is done first. The run ends with the block: finished, or aborted
    if an error leaves it. It is an administrator's act where it is said what is being done.
    """
    with in_order(folder) as (db, passages):
        shelf = Shelf(db, passages, arguments, doing)
        with shelf.ending():
            yield shelf


class Shelf(Remembered):
    """One run's writing. Not for use by several threads."""

    def __init__(self, db: Tables, engine: Passages, arguments: str, doing: Doing | None) -> None:
        """Begin a run in the ledger."""
        super().__init__(db)
        self._engine = engine
        self._lines: list[tuple[RunItem, MetSource]] = []
        self._pace = Pace()
        self._state: Literal["running", "finished", "aborted"] = "running"
        with writing(db):
            ledger.abort_unfinished(db, _now())
            self.run = ledger.start(db, arguments, os.getpid(), _now())
            if doing:
                acts.begin(db, doing, self.run, _now())

    @contextmanager
    def ending(self) -> Iterator[None]:
        """End the run with the block."""
        try:
            yield
        except BaseException:
            with suppress(DataFolderUnusable):  # what went wrong first is what is told
                self._end("aborted")
            raise
        self.finish()

    def release(self, source: str, why: str) -> None:
        """Let in the bytes that are withheld at a source, once they are read again.

        Raises NoSuchSource if nothing is withheld there.
        """
        known = sources.known_source(self._db, source)
        if known is None:
            raise history.never_met(source)
        with writing(self._db):
            releases.release(self._db, known, why, _now().isoformat(timespec="seconds"))

    def expect(self, total: int) -> None:
        """Say how many sources this run will meet, for whoever follows it."""
        with writing(self._db):
            ledger.expect(self._db, self.run, total)

    def cancel(self) -> None:
        """Say that this run was told to leave off."""
        with writing(self._db):
            ledger.cancel(self._db, self.run)

    def add(self, report: Report, met: MetSource, data: bytes) -> RunItem:
        """Hold a report as what its source now says, in one transaction with all that follows.

        What is not public, was withdrawn, or is withheld at another source, is withheld instead.
        Raises Unreadable if the report's parts are not where it says in its text.
        """
        if report.access != "public":
            return self.withhold(met, report.access)
        if reason := releases.why_kept_out(self._db, met, [report]):
            return self.withhold(met, *reason)
        check_places(report)
        with writing(self._db):
            outcome = papers.put(self._db, report, met, data, READER_VERSION)
            line = RunItem(met.source, outcome)
            self._write(line)
        if outcome != "unchanged":
            self._count_change()
        return line

    def add_pack(self, pack: Pack, met: MetSource) -> RunItem:
        """Hold every paper of a file that holds several, in one transaction; as `add` otherwise."""
        reason = releases.why_kept_out(self._db, met, pack.reports)
        closed = next((report.access for report in pack.reports if report.access != "public"), None)
        if reason or closed or not pack.reports:
            return self.withhold(met, *(reason or (closed or "exempt",)))
        for report in pack.reports:
            check_places(report)
        with writing(self._db):
            line = papers.put_pack(self._db, pack, met, READER_VERSION)
            self._write(line)
        if pack.left_out:
            self._publish_at_once()
        elif line.outcome != "unchanged":
            self._count_change()
        return line

    def hold_packed(self, met: MetSource, said: str) -> RunItem:
        """Note a file in which others are packed; it is not as it was until it is settled.

        Nothing is kept of the file itself: what is in it is added, or withheld, one by one.
        """
        if reason := releases.why_kept_out(self._db, met, ()):
            return self.withhold(met, *reason)
        with writing(self._db):
            line = papers.put_packed(self._db, met, said)
            self._write(line)
        self._count_change()
        return line

    def settle(self, met: MetSource) -> None:
        """Note that all that is packed in a file was taken in: it need not be read again."""
        with writing(self._db):
            sources.settle(self._db, met, READER_VERSION)

    def unchanged(self, met: MetSource) -> RunItem:
        """Note that a source is as it was; such lines are written many at a time."""
        line = RunItem(met.source, "unchanged")
        self._lines.append((line, met))
        if len(self._lines) >= _WRITE_LINES_EVERY:
            self._flush()
        return line

    def fail(self, met: MetSource, code: str, message: str) -> RunItem:
        """Note that a source could not be read; what was read of it earlier stays searchable.

        What was withheld stays withheld until its bytes are others.
        """
        before = sources.known_source(self._db, met.source)
        if before and before.keeps_out(met):
            return self.withhold(before.met, before.code or "", before.message)
        if sources.is_withdrawn(self._db, met):
            return self.withhold(met, "withdrawn")
        with writing(self._db):
            failed = RunItem(met.source, "failed", code, message)
            line = papers.fail(self._db, failed, met, READER_VERSION)
            self._write(line)
        return line

    def withhold(self, met: MetSource, code: str, message: str | None = None) -> RunItem:
        """Keep a paper out, and take out at once what was public of it."""
        line = releases.line_of(self._db, met, code, message)
        with writing(self._db):
            papers.withhold(self._db, line, met, READER_VERSION)
            self._write(line)
        self._publish_at_once()
        return line

    def withdraw(self, source: str, why: str) -> RunItem:
        """Take a paper out for good: its source and its bytes are not read again.

        A part of a pack is taken out with the whole file: nothing tells for sure where it would
        stand when the file has changed. Of a paper that was removed, what is kept goes. Raises
        NoSuchSource if the place is not known.
        """
        known = history.whole_source(self._db, source)
        with writing(self._db):
            releases.withdraw_words(self._db, known.met.source)
            releases.take_back(self._db, known.met.sha256)
            sources.withdraw(self._db, known, why, _now().isoformat(timespec="seconds"))
        if not known.is_searchable:
            for packed in sources.packed_in(self._db, known.met.source):
                self.withdraw(packed.met.source, why)
        said = _WITHDRAWN_PACK.format(known.parts) if known.parts else releases.WITHDRAWN
        return self.withhold(known.met, "withdrawn", said)

    def tell(self, line: RunItem) -> RunItem:
        """Write a line about what is no paper, such as a folder that cannot be read."""
        with writing(self._db):
            self._write(line)
        return line

    def remove(self, source: str) -> RunItem:
        """Take out a source that is no longer there."""
        line = RunItem(source, "removed")
        with writing(self._db):
            papers.remove(self._db, source)
            self._write(line)
        self._count_change()
        return line

    def forget(self, root: str) -> KnownPlace:
        """Read a place no more and take out what was read from it: all of it, or nothing.

        What could never be read there goes without a line: it was no paper.
        """
        with writing(self._db):
            found = places.forget(self._db, root)
            gone = [RunItem(source, "removed") for source in found.met]
            ledger.write(self._db, self.run, gone)
        return found

    def publish(self, *, purge: bool = False) -> None:
        """Make searchable what was added, and unfindable what was taken out, until now.

        ``purge`` also clears the index's files of what was withheld, which may take a while.
        """
        self._flush()
        with self._pace.publishing():
            publishing.publish(self._db, self._engine, purge=purge)

    def rebuild(self) -> None:
        """Cut every report's passages anew and index them all, without reading a source."""
        for report_id in lookups.report_ids(self._db):
            with writing(self._db):
                papers.recut(self._db, lookups.whole_report(self._db, report_id))
        with writing(self._db):
            relations.note_all(self._db)
        publishing.publish_all(self._db, self._engine)

    def finish(self) -> Run:
        """Publish and end the run, aborted if it met fewer sources than it was to meet."""
        if self._state == "running":
            self.publish(purge=True)
            self._engine.tidy()
            forget_deleted(self._db)  # who was reading when a paper was withheld may have kept it
            met = ledger.run(self._db, self.run)
            self._end("aborted" if met and met.lacks else "finished")
        run = ledger.run(self._db, self.run)
        assert run is not None  # noqa: S101 - it was written when this shelf was opened
        return run

    def _end(self, state: Literal["finished", "aborted"]) -> None:
        self._flush()
        with writing(self._db):
            ledger.finish(self._db, self.run, state, _now())
        self._state = state

    def _write(self, line: RunItem) -> None:
        ledger.write(self._db, self.run, [line])

    def _flush(self) -> None:
        lines, self._lines = self._lines, []
        if lines:
            with writing(self._db):
                for _, met in lines:
                    sources.touch(self._db, met)
                ledger.write(self._db, self.run, [line for line, _ in lines])

    def _count_change(self) -> None:
        if self._pace.is_due():
            self.publish()

    def _publish_at_once(self) -> None:
        self.publish()
        forget_deleted(self._db)


def _now() -> datetime:
    return datetime.now(UTC)
