"""Questions asked of a library: one after another, by several at once, and while papers come in."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, cast

from index.library import Library, open_library
from index.passages import Hit, Passages, Within
from index.shelf import passages_folder
from index.stock_search import StockSearch
from tests.benchmarks.clock import Times, Took, each, rounded, shares, timed
from tests.benchmarks.engines import Engine

ROOT = Path(__file__).resolve().parents[2]
WARM_PASSES = 2
BUDGET = 90.0  # seconds for an engine's pass: a slow one is asked fewer questions
THREADS = (1, 4, 16)
ASKED_AT_ONCE = 96


class Wanted(NamedTuple):
    """What the product asks its engine for."""

    stems: Mapping[str, float]
    within: Within
    limit: int


Search = Callable[[Wanted], object]


class _Overheard:
    """An engine that remembers what it was asked for."""

    def __init__(self, engine: Passages) -> None:
        self._engine = engine
        self.wanted: list[Wanted] = []

    def search(self, stems: Mapping[str, float], within: Within, limit: int) -> list[Hit]:
        """Remember, then search."""
        self.wanted.append(Wanted(stems, within, limit))
        return self._engine.search(stems, within, limit)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


def asking(library: Library, asked: Sequence[str]) -> tuple[dict[str, Any], list[Wanted]]:
    """Whole answers, for the first time and again; and the first search that each made."""
    overheard = _Overheard(library.engine)
    listening = replace(library, engine=cast(Passages, overheard))
    wanted: list[Wanted] = []

    def listen(question: str) -> None:
        overheard.wanted.clear()
        listening.ask(question)
        wanted.extend(overheard.wanted[:1])

    first = each(listen, asked)
    return _told(first, _warm(library.ask, asked)), wanted


def retrieval(
    data: Path, others: Mapping[str, Engine], wanted: Sequence[Wanted]
) -> dict[str, dict[str, Any]]:
    """What each engine takes for the same stems and as many passages, found anywhere."""
    with open_library(data) as library:  # one that has not searched yet
        measured = {"townclerk": _passes(_anywhere(library.engine), wanted)}
    (folder,) = (path for path in passages_folder(data).iterdir() if path.is_dir())
    with closing(StockSearch(folder)) as stock:
        measured["whoosh"] = _passes(_anywhere(stock), wanted)
    for name, engine in others.items():
        measured[name] = _passes(_other(engine), wanted)
    return measured


def limited(library: Library, wanted: Sequence[Wanted]) -> dict[str, Any]:
    """The product's search within the body, council and days said, where a question says any."""
    search = library.engine.search
    return _passes(lambda one: search(*one), [one for one in wanted if one.within != Within()])


def by_threads(library: Library, asked: Sequence[str]) -> dict[str, Any]:
    """Whole answers to so many askers at once, each of whom waits for theirs."""
    some = asked[:ASKED_AT_ONCE]
    return {str(threads): _at_once(library, some, threads) for threads in THREADS}


def while_filling(data: Path, library: Library, asked: Sequence[str]) -> dict[str, Any]:
    """Whole answers with an ingest committing beside them, against those without."""
    quiet = each(library.ask, [*asked, *asked], within=BUDGET)
    before = library.catalogue.generation()
    with _filling(data):
        busy = each(library.ask, [*asked, *asked], within=BUDGET)
    return {
        "busy_over_quiet_p95": rounded(busy.cpu_ms["p95"] / quiet.cpu_ms["p95"]),
        "busy_over_quiet_wall_p95": rounded(busy.wall_ms["p95"] / quiet.wall_ms["p95"]),
        "busy_generations": library.catalogue.generation() - before,
    }


def _anywhere(engine: Passages | StockSearch) -> Search:
    return lambda one: engine.search(one.stems, Within(), one.limit)


def _other(engine: Engine) -> Search:
    return lambda one: engine.search(one.stems, one.limit)


def _passes(search: Search, wanted: Sequence[Wanted]) -> dict[str, Any]:
    first = each(search, wanted, within=BUDGET)
    again = wanted[: len(first.took)]
    slow = len(again) < len(wanted)
    return _told(first, first if slow else _warm(search, again))


def _warm(do: Callable[[Any], object], asked: Sequence[Any]) -> Times:
    """Each again, passes apart; what the machine did meanwhile is in none but the slower."""
    passes = [each(do, asked).took for _ in range(WARM_PASSES)]
    return Times([Took(*map(min, zip(*same, strict=True))) for same in zip(*passes, strict=True)])


def _told(first: Times, warm: Times) -> dict[str, Any]:
    return {
        "cpu_ms": warm.cpu_ms,
        "wall_ms": warm.wall_ms,
        "first_pass_cpu_ms": first.cpu_ms,
        "asked": len(first.took),
    }


def _at_once(library: Library, asked: Sequence[str], threads: int) -> dict[str, Any]:
    started = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        took = list(pool.map(lambda one: timed(lambda: library.ask(one)), asked))
    passed = time.perf_counter() - started
    return {
        "cpu_ms": shares([one.cpu * 1000 for one in took]),
        "wall_ms": shares([one.wall * 1000 for one in took]),
        "answers_per_second": rounded(len(took) / passed),
    }


@contextmanager
def _filling(data: Path) -> Iterator[None]:
    """A process of its own that adds papers and commits them until it is told to end."""
    command = [sys.executable, "-m", "tests.benchmarks.filling", str(data)]
    filling = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert filling.stdout is not None
    try:
        filling.stdout.readline()  # it has begun
        yield
    finally:
        filling.communicate()
