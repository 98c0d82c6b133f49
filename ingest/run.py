"""One ingest: every file met ends in exactly one line of the ledger."""

import os
import shlex
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from index.catalogue import KnownSource, open_catalogue
from index.doors import printable
from index.errorlog import log_lines
from index.errors import NothingIngested
from index.records import Outcome, RunItem
from index.shelf import open_shelf
from ingest.finding import Finder, Finding
from ingest.flow import as_completed
from ingest.missing import missing
from ingest.pool import reading_pool
from ingest.process import NoWorker, Reading
from ingest.rehearsal import Rehearsal
from ingest.shelving import Shelving, put_away
from ingest.sources import SkippedSource, Source, discover, rediscover


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Options:
    """How to ingest; ``stopping`` is asked again and again whether to leave off."""

    council: str | None = None  # whose papers these are, where they do not say
    workers: int = 0  # reading processes; 0 for as many as there are processors
    dry_run: bool = False
    stopping: Callable[[], bool] = _never
    reading: Reading = field(default_factory=Reading)


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


@dataclass(frozen=True, slots=True)
class _Places:
    """What was found, and the files and folders it was looked for in."""

    found: tuple[Source | SkippedSource, ...]
    walked: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done: sources to read, those that are gone, and what was known of all."""

    found: tuple[Source | SkippedSource, ...]
    gone: tuple[str, ...]
    known: Mapping[str, KnownSource]

    @property
    def total(self) -> int:
        return len(self.found) + len(self.gone)


def ingest(folder: Path, arguments: Sequence[str], options: Options, watch: Watch) -> RunReport:
    """Read files and folders into the data folder; with none named, all that were read before.

    Raises NoSuchSource, before anything is changed, for an argument that is not there;
    NothingIngested when nothing is named and nothing was read before; Locked; DataFolderUnusable;
    NoWorker.
    """
    started = time.monotonic()
    places = _named(arguments, folder) if arguments else _known_places(folder)
    with _shelf(folder, arguments, options) as shelf:
        plan = _plan(places, shelf.known())
        shelf.expect(plan.total)
        watch.expect(plan.total)
        with _start_logged(folder):
            items = tuple(_each_told(_carry_out(plan, shelf, folder, options), watch))
        run = shelf.run
    seconds = round(time.monotonic() - started, 3)
    return RunReport(run, items, plan.total, seconds, stopped=len(items) < plan.total)


def _named(arguments: Sequence[str], folder: Path) -> _Places:
    found = tuple(discover(arguments, folder))
    return _Places(found, frozenset(os.path.realpath(argument) for argument in arguments))


def _known_places(folder: Path) -> _Places:
    with open_catalogue(folder) as catalogue:
        roots = frozenset(known.met.root for known in catalogue.known().values())
    if not roots:
        raise NothingIngested(
            "No paper is known that could be read again. Name a folder: townclerk ingest FOLDER"
        )
    return _Places(tuple(rediscover(roots, folder)), roots)


def _plan(places: _Places, known: Mapping[str, KnownSource]) -> _Plan:
    lost = missing(known, places.found, places.walked)
    return _Plan((*places.found, *lost.emptied), lost.gone, known)


def _shelf(
    folder: Path, arguments: Sequence[str], options: Options
) -> AbstractContextManager[Shelving]:
    if options.dry_run:
        return nullcontext(Rehearsal(_remembered(folder)))
    return open_shelf(folder, arguments=printable(shlex.join(arguments)))


def _remembered(folder: Path) -> Mapping[str, KnownSource]:
    try:
        with open_catalogue(folder) as catalogue:
            return catalogue.known()
    except NothingIngested:
        return {}


@contextmanager
def _start_logged(folder: Path) -> Iterator[None]:
    try:
        yield
    except NoWorker as error:
        log_lines(folder, error.stack)
        raise


def _each_told(items: Iterator[RunItem], watch: Watch) -> Iterator[RunItem]:
    for item in items:
        watch.met(item)
        yield item


def _carry_out(plan: _Plan, shelf: Shelving, folder: Path, options: Options) -> Iterator[RunItem]:
    with closing(_findings(plan, options)) as findings:
        for finding in findings:
            yield put_away(finding, shelf, folder)
    if not options.stopping():
        yield from (shelf.remove(source) for source in plan.gone)


def _findings(plan: _Plan, options: Options) -> Generator[Finding, None, None]:
    workers = options.workers or _processors()
    with reading_pool(workers, options.reading) as pool:
        finder = Finder(pool, plan.known, options.council)
        yield from as_completed(finder.find, plan.found, workers, options.stopping, pool.stop)


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS cannot tell which may be used
        return os.cpu_count() or 1
