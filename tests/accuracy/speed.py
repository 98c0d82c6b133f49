"""How fast real papers are read, beside pdftotext on the same files, and with what memory."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from tests.accuracy.figures import SHARED
from tests.accuracy.reading import ROOT, ingest

T = TypeVar("T")
PDFS = sorted((SHARED / "corpora").rglob("*.pdf"))
READ = """
import sys
from pathlib import Path
from typing import TypeVar
from index.errors import Unreadable, Withheld
from ingest.pipeline import read_report
pages = 0
for name in sys.argv[1:]:
    try:
        pages += read_report(Path(name).read_bytes(), name).pages
    except (Unreadable, Withheld):
        pass
print(pages)
"""


def lines() -> list[str]:
    """The whole of the corpora ingested; and its PDFs read in one process, by us and by poppler."""
    return [_whole(), *_side_by_side()]


def _whole() -> str:
    with tempfile.TemporaryDirectory() as made:
        seconds, told = _timed(lambda: ingest(Path(made) / "data", [SHARED / "corpora"]))
    run = msgspec.json.decode(told)
    broken = sum(item["code"] in ("crashed", "internal") for item in run["items"])
    counts = ", ".join(f"{run[name]} {name}" for name in ("added", "withheld", "failed"))
    return (
        f"ingest of {len(run['items'])} files on {os.cpu_count()} processors: {seconds:.1f} s; "
        f"{counts}; {broken} crashed; {_peak():.0f} MB in the largest process"
    )


def _side_by_side() -> list[str]:
    names = [str(path) for path in PDFS]
    ours, told = _timed(lambda: _run([sys.executable, "-c", READ, *names]))
    pages = int(told)
    found = [f"{pages} pages of {len(names)} PDFs, read and understood: {pages / ours:.0f} pages/s"]
    if not shutil.which("pdftotext"):
        return [*found, "pdftotext is not installed, so there is nothing to set beside it"]
    theirs, _ = _timed(lambda: [_run(["pdftotext", name, "-"]) for name in names])
    return [*found, f"pdftotext, their text alone: {pages / theirs:.0f} pages/s"]


def _timed(do: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    done = do()
    return time.perf_counter() - started, done


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return done.stdout.decode(errors="replace")


def _peak() -> float:
    """Megabytes of the largest process that was waited for so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
