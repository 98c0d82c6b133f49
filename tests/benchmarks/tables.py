"""The figures of runs as tables, a column to a size, for a terminal and for the document."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tests.benchmarks.answering import THREADS

Run = dict[str, Any]
ENGINES = {
    "townclerk": "Town Clerk",
    "whoosh": "stock Whoosh",
    "fts5": "SQLite FTS5",
    "tantivy": "tantivy",
}
NOT_MEASURED = "–"
_ISOLATION = "isolation_over_plain"
_LOADS = {
    "first_load": "first load, passages per processor second",
    "rebuild": "rebuild, passages per processor second",
    "fts5": "SQLite FTS5 alone, passages per processor second",
    "tantivy": "tantivy alone, passages per processor second",
}
_DISKS = {"catalogue": "catalogue", "index": "index", "fts5": "SQLite FTS5", "tantivy": "tantivy"}


class Row(NamedTuple):
    """A line of a table: what it tells of a run, and what is wished for, if anything."""

    name: str
    tell: Callable[[Run], str]
    wished: str = ""


def value(run: Run, path: str) -> float | None:
    """A figure by its path, as "ask_cpu_ms.p95"; None if it was not measured."""
    found: Any = run
    for name in path.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return None if found is None else float(found)


def ratio(run: Run, above: str, below: str) -> float | None:
    """One figure as a multiple of another."""
    first, second = value(run, above), value(run, below)
    return first / second if first is not None and second else None


def wished() -> list[Row]:
    """What was wished for, in processor time."""
    retrieval = "retrieval_cpu_ms.{}.p95"
    ours = retrieval.format("townclerk")
    return [
        Row(
            "search p95 as a share of FTS5's",
            lambda run: _share(ratio(run, retrieval.format("fts5"), ours)),
            "1/20, at a million 1/50",
        ),
        Row(
            "search p95 as a multiple of tantivy's",
            lambda run: shown(ratio(run, ours, retrieval.format("tantivy"))),
            "1.5",
        ),
        _row("answer p95, ms", "ask_cpu_ms.p95", "25, at a million 50"),
        _row(_LOADS["first_load"], "load_passages_per_cpu_s.first_load", "at least 2,500"),
        _row("ten changed reports visible, ms", "add_ten_ms", "150, at a million 300"),
        _row("private memory of a process that answers, MB", "private_mb", "250, at a million 600"),
        _row("answer p95 while papers come in, against quiet", "busy_over_quiet_p95", "1.5"),
        _row("reading papers apart, against reading them in one process", _ISOLATION, "1.3"),
    ]


def searching() -> list[Row]:
    """Every engine's times, in milliseconds of processor time."""
    rows = [
        _three(f"{name}{said}", f"{path}.{engine}")
        for engine, name in ENGINES.items()
        for said, path in (
            ("", "retrieval_cpu_ms"),
            (", first pass", "retrieval_first_pass_cpu_ms"),
        )
    ]
    limited = _three("Town Clerk, within body, council or days", "retrieval_limited_cpu_ms")
    return [*rows, limited]


def answering() -> list[Row]:
    """Whole answers, in milliseconds: 50, 95 and 99 in a hundred take no longer."""
    paths = {
        "processor time": "ask_cpu_ms",
        "processor time, first pass": "ask_first_pass_cpu_ms",
        "on the clock": "ask_wall_ms",
    }
    paths |= {f"on the clock, {n} asking at once": f"threads.{n}.wall_ms" for n in THREADS}
    each = [_three(name, path) for name, path in paths.items()]
    several = [
        _row(f"answers a second, {n} asking", f"threads.{n}.answers_per_second") for n in THREADS
    ]
    return [*each, *several]


def slack() -> list[Row]:
    """The bot under load: 200 questions from 20 people in ten seconds, by both ways in."""
    rows = []
    for way, path in (("Socket Mode", "slack"), ("HTTP", "slack.http")):
        rows += [
            _row(f"{way}: answers posted, of 200", f"{path}.answered", "200"),
            _row(f"{way}: the longest ack, ms", f"{path}.ack_max_ms", "1,000"),
            _row(f"{way}: from event to post, p50, ms", f"{path}.event_to_post_p50_ms"),
            _row(f"{way}: from event to post, p95, ms", f"{path}.event_to_post_p95_ms", "2,000"),
        ]
    return rows


def keeping() -> list[Row]:
    """Loading, changing, opening, and what is taken of disk and memory."""
    return [
        *(_row(name, f"load_passages_per_cpu_s.{kind}") for kind, name in _LOADS.items()),
        _row("ten changed reports: commit and switch, ms", "add_ten_ms"),
        _row("the same with the catalogue's part, ms", "add_ten_with_catalogue_ms"),
        _row("the first answer after that, ms", "first_answer_after_ms"),
        _row("open a library, ms", "open_ms"),
        _row("its first search, ms", "first_search_ms"),
        _row("its first answer, ms", "first_answer_ms"),
        _row("`townclerk ask`, a cold process, ms on the clock", "cold_ask_wall_ms"),
        _row("p95 while papers come in, on the clock, against quiet", "busy_over_quiet_wall_p95"),
        *(_row(f"{name} on disk, MB", f"disk_mb.{kind}") for kind, name in _DISKS.items()),
    ]


def table(rows: Sequence[Row], runs: Sequence[Run]) -> str:
    """The rows in Markdown; a column for what is wished for if anything is."""
    last = ["wished for"] if any(row.wished for row in rows) else []
    heads = ["", *(f"{run['size']:,}" for run in runs), *last]
    lines = [
        [row.name, *(row.tell(run) for run in runs), *([row.wished] * len(last))] for row in rows
    ]
    return "\n".join(_line(cells) for cells in [heads, ["---"] * len(heads), *lines])


def shown(number: float | None) -> str:
    """A figure to three places, thousands apart."""
    if number is None:
        return NOT_MEASURED
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.3g}"


def _row(name: str, path: str, wish: str = "") -> Row:
    return Row(name, lambda run: shown(value(run, path)), wish)


def _three(name: str, path: str) -> Row:
    return Row(name, lambda run: _shares(run, path))


def _shares(run: Run, path: str) -> str:
    three = [value(run, f"{path}.p{percent}") for percent in (50, 95, 99)]
    return NOT_MEASURED if None in three else " / ".join(map(shown, three))


def _share(times: float | None) -> str:
    return NOT_MEASURED if times is None else f"1/{times:.0f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
