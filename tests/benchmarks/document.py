"""docs/performance.md and its pictures, written from the figures of runs at several sizes."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import tables
from tests.benchmarks.plots import Points, plot
from tests.benchmarks.tables import ENGINES, Row, Run, table, value

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = Path("docs", "performance.md")
IMAGES = Path("docs", "images")
NOTES = Path(__file__).parent / "performance.md"  # what the document says around its tables
_PLACES = {
    "wished": tables.wished,
    "searching": tables.searching,
    "answering": tables.answering,
    "slack": tables.slack,
    "keeping": tables.keeping,
}


def write_document(figures: Path, sizes: Sequence[int], root: Path = ROOT) -> None:
    """Write the document and its pictures from those sizes that have been measured."""
    runs = list(_measured(figures, sizes))
    (root / IMAGES).mkdir(parents=True, exist_ok=True)
    for name, picture in _pictures(runs).items():
        (root / IMAGES / name).write_text(picture, encoding="utf-8")
    text = NOTES.read_text(encoding="utf-8")
    for place, rows in _PLACES.items():
        text = text.replace(f"{{{place}}}", table(rows(), runs))
    text = text.replace("{machine}", _machine(runs)).replace("{missing}", _missing(runs, sizes))
    (root / DOCUMENT).write_text(text, encoding="utf-8")


def every_table(run: Run) -> str:
    """All tables of one run, for a terminal."""
    rows: list[Row] = [row for rows in _PLACES.values() for row in rows()]
    return table(rows, [run])


def _measured(figures: Path, sizes: Sequence[int]) -> Iterator[Run]:
    for size in sizes:
        file = figures / f"{size}.json"
        if file.exists():
            yield json.loads(file.read_text(encoding="utf-8"))


def _pictures(runs: Sequence[Run]) -> dict[str, str]:
    search = {name: _line(runs, f"retrieval_cpu_ms.{key}.p95") for key, name in ENGINES.items()}
    answer = {
        "answer, p95": _line(runs, "ask_cpu_ms.p95"),
        "answer, p50": _line(runs, "ask_cpu_ms.p50"),
        "search alone, p95": _line(runs, "retrieval_cpu_ms.townclerk.p95"),
    }
    change = {
        "ten changed reports": _line(runs, "add_ten_ms"),
        "opening, first search": _line(runs, "first_search_ms"),
        "first answer": _line(runs, "first_answer_ms"),
    }
    return {
        "search-time.svg": plot("A search, p95 of processor time", _drawn(search)),
        "answer-time.svg": plot("An answer, processor time", _drawn(answer)),
        "change-time.svg": plot("Changing and opening, processor time", _drawn(change)),
    }


def _line(runs: Sequence[Run], path: str) -> Points:
    return [(run["size"], time) for run in runs if (time := value(run, path))]


def _drawn(lines: dict[str, Points]) -> dict[str, Points]:
    return {name: line for name, line in lines.items() if line}


def _machine(runs: Sequence[Run]) -> str:
    last = runs[-1]["machine"]
    named = ("Whoosh", "numpy", "PyStemmer", "tantivy")
    packages = ", ".join(f"{name} {last[name]}" for name in named if name in last)
    return (
        f"{last['processor']}, {last['cores']} cores, {last['memory_gb']} GB of memory, "
        f"{last['system']}, Python {last['python']}, SQLite {last['sqlite']}, {packages}"
    )


def _missing(runs: Sequence[Run], sizes: Sequence[int]) -> str:
    there = {run["size"] for run in runs}
    lacking = [f"{size:,}" for size in sizes if size not in there]
    unbuilt = [
        f"{r['size']:,}" for r in runs if value(r, "load_passages_per_cpu_s.rebuild") is None
    ]
    said = []
    if lacking:
        said.append(f"Not measured: {', '.join(lacking)} passages.")
    if unbuilt:
        said.append(f"Rebuilding was not measured at {', '.join(unbuilt)} passages.")
    said += [one for run in runs for one in _asked_fewer(run)]
    said += [one for run in runs for one in _in_memory(run)]
    said += [run["note"] for run in runs if "note" in run]  # written by hand beside its figures
    return " ".join(said) or "Everything was measured at every size."


def _in_memory(run: Run) -> Iterator[str]:
    if run["machine"]["disk"] == "tmpfs":
        yield f"At {run['size']:,} passages the library lay in memory, not on a disk."


def _asked_fewer(run: Run) -> Iterator[str]:
    asked = run["retrieval_asked"]
    for engine, number in asked.items():
        if 0 < number < asked["townclerk"]:
            yield f"{ENGINES[engine]} was asked {number} questions at {run['size']:,} passages."
