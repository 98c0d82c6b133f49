"""One ingest: every file met ends in exactly one line of the ledger."""

import os
import shlex
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from index import steps
from index.acts import Doing
from index.doors import printable
from index.errorlog import log_lines
from index.errors import DataFolderUnusable
from index.records import Outcome, RunItem
from index.shelf import open_shelf
from index.troubles import of_disk
from ingest.intake.finding import Finder, Finding
from ingest.intake.flow import as_completed
from ingest.intake.plan import Plan, look_for_papers, plan, rehearsal
from ingest.intake.shelving import Shelving, put_away
from ingest.intake.sources import name_of
from ingest.workers.pool import reading_pool
from ingest.workers.process import NoWorker, Reading


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Options:
    """How to ingest; ``stopping`` is asked again and again whether to leave off."""

    council: str | None = None  # whose papers these are, from now on; "" takes that back
    workers: int = 0  # reading processes; 0 for as many as there are processors
    dry_run: bool = False
    stopping: Callable[[], bool] = _never
    reading: Reading = field(default_factory=Reading)
    who: str = "command line"  # who has it done, for the trail of administrators' acts


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
    NothingIngested when nothing is named and nothing was read before; Locked; DataFolderUnusable;
    NoWorker.
    """
    started = time.monotonic()
    places = look_for_papers(arguments, folder)
    steps.reached("papers_found")
    with _shelf(folder, arguments, options) as shelf:
        if options.council is not None:
            shelf.say_council({name_of(Path(place)) for place in places.walked}, options.council)
        reading = replace(options.reading, released=shelf.released())
        options = replace(options, reading=reading)
        todo = plan(places, shelf.known(), shelf.council_said())
        shelf.expect(todo.total)
        watch.expect(todo.total)
        with _explained(folder):
            items = tuple(_each_told(_carry_out(todo, shelf, folder, options), watch))
        if len(items) < todo.total and options.stopping():
            shelf.cancel()
        run = shelf.run
    seconds = round(time.monotonic() - started, 3)
    return RunReport(run, items, todo.total, seconds, stopped=len(items) < todo.total)


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


def _carry_out(todo: Plan, shelf: Shelving, folder: Path, options: Options) -> Iterator[RunItem]:
    with closing(_findings(todo, options)) as findings:
        for finding in findings:
            yield put_away(finding, shelf, folder)
    if not options.stopping():
        yield from (shelf.remove(source) for source in todo.gone)


def _findings(todo: Plan, options: Options) -> Generator[Finding, None, None]:
    workers = options.workers or _processors()
    with reading_pool(workers, options.reading) as pool:
        finder = Finder(pool, todo.known, todo.settings)
        yield from as_completed(finder.find, todo.found, workers, options.stopping, pool.stop)


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS cannot tell which may be used
        return os.cpu_count() or 1
