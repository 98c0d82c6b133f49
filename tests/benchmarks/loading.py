"""Papers put into a library: all at first, anew from the catalogue, and ten that have changed."""

import hashlib
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from index.catalogue import MetSource
from index.library import Library, open_library
from index.passages import Within
from index.records import Block, Report
from index.shelf import Shelf, open_shelf, passages_folder
from tests.benchmarks.clock import Watch, rounded
from tests.benchmarks.engines import Engine, Words, passages_of

ROUNDS = 5  # of ten changed reports
CHANGED = 10


def first_load(data: Path, papers: Iterable[Report]) -> Watch:
    """Put parsed papers into an empty library by its door; making them up is not timed."""
    loading, making = Watch(), Watch()
    with loading.running(), open_shelf(data, arguments="benchmark") as shelf:
        for paper in making.making(papers):
            added(shelf, paper)
    return Watch(loading.cpu - making.cpu, loading.wall - making.wall)


def rebuild(data: Path) -> Watch:
    """Cut every paper anew and index all, as `townclerk rebuild` does."""
    watch = Watch()
    with watch.running(), open_shelf(data, arguments="benchmark, rebuild") as shelf:
        shelf.rebuild()
    return watch


def load_others(data: Path, engines: Mapping[str, Engine]) -> dict[str, Watch]:
    """Give the other engines a library's passages; finding their words is not timed."""
    with open_library(data) as library:
        passages = list(passages_of(library.catalogue))
    return {name: _loaded(engine, passages) for name, engine in engines.items()}


def added(shelf: Shelf, paper: Report) -> None:
    """Put a paper in as an ingest does that has just read it."""
    shelf.add(paper, MetSource(paper.source, "made-up", paper.sha256), paper.text.encode())


def changes(data: Path, library: Library, papers: Sequence[Report]) -> dict[str, Any]:
    """What it takes until ten changed reports are visible to a question, and what else it costs."""
    turns = cycle(papers)
    rounds = [_round(data, library, list(islice(turns, CHANGED)), n) for n in range(ROUNDS)]
    return {name: rounded(statistics.median(one[name] for one in rounds)) for name in rounds[0]}


def megabytes(folder: Path) -> float:
    """What a folder takes on disk."""
    return rounded(sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6)


def sizes(data: Path, others: Mapping[str, Path]) -> dict[str, float]:
    """What the catalogue, the index and the other engines take on disk."""
    whole, index = megabytes(data), megabytes(passages_folder(data))
    ours = {"catalogue": rounded(whole - index), "index": index}
    return {**ours, **{name: megabytes(folder) for name, folder in others.items()}}


def _loaded(engine: Engine, passages: Sequence[Words]) -> Watch:
    loading = Watch()
    with loading.running():
        engine.load(passages)
    return loading


def _round(data: Path, library: Library, papers: Sequence[Report], number: int) -> dict[str, float]:
    word = f"quillmark{number}"
    writing, publishing, switching, asking = Watch(), Watch(), Watch(), Watch()
    with open_shelf(data, arguments="benchmark, ten changed") as shelf:
        with writing.running():
            for paper in papers:
                added(shelf, _changed(paper, word))
        with publishing.running():
            shelf.publish()
        with switching.running():
            found = library.engine.search({word: 1.0}, Within(), 60)
        with asking.running():
            library.ask(f"What was decided about {word}?")
    assert len(found) >= CHANGED, "the changed reports cannot be found"
    visible = publishing.cpu + switching.cpu
    answered = sum(watch.wall for watch in (writing, publishing, switching, asking))
    return {
        "add_ten_ms": visible * 1000,
        "add_ten_wall_ms": (publishing.wall + switching.wall) * 1000,
        "add_ten_with_catalogue_ms": (writing.cpu + visible) * 1000,
        "first_answer_after_ms": asking.cpu * 1000,
        "add_ten_answered_wall_ms": answered * 1000,
    }


def _changed(paper: Report, word: str) -> Report:
    """The same source, with a paragraph more."""
    last = f"Minded to go on with {word}, the council will look at this again in the spring."
    start = len(paper.text) + 1
    block = Block("paragraph", last, start, start + len(last), heading=paper.front.title)
    text = f"{paper.text}\n{last}"
    return replace(
        paper,
        sha256=hashlib.sha256(f"{time.time_ns()} {text}".encode()).hexdigest(),
        text=text,
        blocks=(*paper.blocks, block),
    )
