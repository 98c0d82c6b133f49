"""One ingest: every file met ends in exactly one line of the ledger."""

import shlex
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from index import steps
from index.acts import Doing
from index.doors import printable
from index.errorlog import log_lines
from index.errors import DataFolderUnusable
from index.runs import Outcome, RunItem
from index.shelf import open_shelf
from index.troubles import of_disk
from ingest.intake.again import read_better
from ingest.intake.earlier import judge_earlier
from ingest.intake.finding import Finder, Finding
from ingest.intake.flow import as_completed
from ingest.intake.inside import Course, PutAway
from ingest.intake.options import Options as Options
from ingest.intake.plan import Places, Plan, look_for_papers, plan, rehearsal
from ingest.intake.shelving import Shelving
from ingest.sources.events import Gone, More
from ingest.sources.online import events, ready
from ingest.workers.pool import reading_pool
from ingest.workers.process import NoWorker


@dataclass(frozen=True, slots=True)
class RunReport:
    """What an ingest did, in ``seconds``; ``run`` is None for a dry run.

    ``total`` sources were to be met; when it ``stopped`` early, fewer have been.
    """

    run: int | None
    items: tuple[RunItem, ...]
    total: int
    seconds: float
    stopped: bool = False

    def count(self, outcome: Outcome) -> int:
        """How many sources ended so."""
        return sum(item.outcome == outcome for item in self.items)


class Watch(Protocol):
    """Whoever wants to see an ingest go on."""

    def expect(self, total: int) -> None:
        """So many sources will be met."""

    def met(self, item: RunItem) -> None:
        """One of them has been."""


def ingest(folder: Path, arguments: Sequence[str], options: Options, watch: Watch) -> RunReport:
    """Read files and folders into the data folder; with none named, all that were read before.

    Raises NoSuchSource, before anything is changed, for an argument that is not there;
    NothingIngested when nothing is named and nothing was read before; BadSettings; Locked;
    DataFolderUnusable; NoWorker.
    """
    started = time.monotonic()
    places = look_for_papers(arguments, folder)
    steps.reached("papers_found")
    options = ready(options, places.online)
    with _shelf(folder, arguments, options) as shelf:
        todo = _to_do(shelf, places, options.council)
        reading = replace(options.reading, released=shelf.released())
        options = replace(options, reading=reading)
        expected = _Expected(shelf, watch)
        expected.more(todo.total)
        with _explained(folder):
            carried = _carry_out(todo, shelf, folder, options, expected)
            items = tuple(_each_told(carried, watch))
            if shelf.run is not None:
                judge_earlier(folder, options)
        stopped = len(items) < expected.total
        if stopped and options.stopping():
            shelf.cancel()
    seconds = round(time.monotonic() - started, 3)
    return RunReport(shelf.run, items, expected.total, seconds, stopped=stopped)


def _to_do(shelf: Shelving, places: Places, council: str | None) -> Plan:
    """What is to be read at the places named, which are remembered, and whose papers they hold."""
    shelf.read_again(places.lasting)
    if council is not None:
        shelf.say_council(places.roots, council)
    return plan(places, read_better(shelf.known(), shelf.warned), shelf.council_said())


class _Expected:
    """How many sources will be met, which grows while websites are looked through."""

    def __init__(self, shelf: Shelving, watch: Watch) -> None:
        """None yet; both are told."""
        self.total = 0
        self._shelf = shelf
        self._watch = watch

    def more(self, count: int) -> None:
        """So many more."""
        self.total += count
        self._shelf.expect(self.total)
        self._watch.expect(self.total)


def _shelf(
    folder: Path, arguments: Sequence[str], options: Options
) -> AbstractContextManager[Shelving]:
    if options.dry_run:
        return nullcontext(rehearsal(folder))
    named = printable(shlex.join(arguments))
    return open_shelf(folder, arguments=named, doing=Doing("ingest", named, options.who))


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except NoWorker as error:
        log_lines(folder, error.stack)
        raise
    except OSError as error:
        trouble = of_disk(error)
        raise DataFolderUnusable(
            f"The data folder {folder} cannot be written ({error.strerror}). Check its free space "
            "and permissions, then ingest again: what was read is kept.",
            trouble.reason if trouble else "data_folder",
        ) from error


def _each_told(items: Iterator[RunItem], watch: Watch) -> Iterator[RunItem]:
    for item in items:
        watch.met(item)
        yield item


def _carry_out(
    todo: Plan, shelf: Shelving, folder: Path, options: Options, expected: _Expected
) -> Iterator[RunItem]:
    course = Course(shelf, folder, options.processes, options.stopping, expected.more)
    put_away = PutAway(todo.known, course)
    with closing(_findings(todo, options)) as findings:
        for finding in findings:
            yield from put_away(finding)
    with closing(events(todo.online, todo.known, todo.settings.councils, options)) as met:
        for event in met:
            if isinstance(event, More):
                expected.more(event.count)
            elif isinstance(event, Gone):
                yield from put_away.remove(event.source)
            else:
                yield from put_away(event)
    if not options.stopping():
        for source in todo.gone:
            yield from put_away.remove(source)


def _findings(todo: Plan, options: Options) -> Generator[Finding, None, None]:
    with reading_pool(options.processes, options.reading) as pool:
        finder = Finder(pool, todo.known, todo.settings)
        yield from as_completed(
            finder.find, todo.found, options.processes, options.stopping, pool.stop
        )
