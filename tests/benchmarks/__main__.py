"""`make bench`: answers and searches timed beside SQLite FTS5 in the same run, with memory."""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from index.evaluation.baseline import Baseline
from index.language import stems
from index.library import Library, open_library
from index.passages import Passages, Within
from index.shelf import MetSource, open_shelf, passages_folder
from index.stock_search import StockSearch
from tests.benchmarks.corpus import questions, reports

ROOT = Path(__file__).resolve().parents[2]
REPORTS = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
ASKED = 100
OURS, STOCK, FTS5 = "search alone", "stock Whoosh", "SQLite FTS5"
BARE = "an empty Python, a cold process"


def main() -> None:
    """Build a library of made-up reports, measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        seconds = _timed(lambda: _fill(data))
        with open_library(data) as library:
            passages = library.status().passages
            print(
                f"{REPORTS} reports, {passages} passages, catalogued and indexed in {seconds:.1f} s"
            )
            (published,) = (path for path in passages_folder(data).iterdir() if path.is_dir())
            with closing(StockSearch(published)) as stock:
                _measure(library, stock)
        _cold(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory of this process':40} {peak:8.0f} MB")


def _fill(data: Path) -> None:
    with open_shelf(data, arguments="benchmark") as shelf:
        for report in reports(REPORTS):
            met = MetSource(report.source, root="made-up", sha256=report.sha256)
            shelf.add(report, met, report.text.encode())


def _measure(library: Library, stock: StockSearch) -> None:
    asked = questions(ASKED)
    baseline = Baseline(library.catalogue)
    rows = {
        "answer (ask, warm)": _each(library.ask, asked),
        OURS: _each(lambda q: _search(library.engine, q), asked),
        STOCK: _each(lambda q: _search(stock, q), asked),
        FTS5: _each(lambda q: baseline.search(q, 10), asked),
    }
    for name, times in rows.items():
        print(f"{name:40} p50 {_share(times, 50):8.1f} ms   p95 {_share(times, 95):8.1f} ms")
    for share in (50, 95):
        for name in (STOCK, FTS5):
            ratio = _share(rows[name], share) / _share(rows[OURS], share)
            print(f"{f'{name}, times ours at p{share}':40} {ratio:12.1f}")


def _search(engine: Passages | StockSearch, question: str) -> None:
    engine.search(dict.fromkeys(stems(question), 1.0), Within(), 10)


def _cold(data: Path) -> None:
    """A whole `townclerk ask` process, start to end, beside a Python that does nothing."""
    command = [sys.executable, "townclerk.py", "--data", str(data), "ask", "who leads", "--json"]
    ask = [_timed(lambda: _run(command)) for _ in range(5)]
    bare = [_timed(lambda: _run([sys.executable, "-c", ""])) for _ in range(5)]
    print(f"{'townclerk ask, a cold process':40} p50 {statistics.median(ask) * 1000:8.0f} ms")
    print(f"{BARE:40} p50 {statistics.median(bare) * 1000:8.0f} ms")


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def _each(do: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    return [_timed(lambda q=q: do(q)) * 1000 for q in asked]  # type: ignore[misc]


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def _share(times: Sequence[float], percent: int) -> float:
    return statistics.quantiles(times, n=100)[percent - 1]


if __name__ == "__main__":
    main()
