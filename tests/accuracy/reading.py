"""Real papers read as an ingest reads them, by themselves or into a library."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index.errors import Unreadable, Withheld
from index.library import Library, open_library
from index.records import Report
from ingest.pipeline import read_report

ROOT = Path(__file__).resolve().parents[2]


def read_folder(folder: Path) -> Iterator[tuple[Path, Report]]:
    """Every paper below a folder that can be read, with its file."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            try:
                yield path, read_report(path.read_bytes(), str(path))
            except (Unreadable, Withheld):
                continue


@contextmanager
def library_of(folders: Sequence[Path]) -> Iterator[Library]:
    """A library of the papers in some folders, ingested by the command itself."""
    with tempfile.TemporaryDirectory() as made:
        data = Path(made) / "data"
        ingest(data, folders)
        with open_library(data) as library:
            yield library


def ingest(data: Path, folders: Sequence[Path]) -> str:
    """Run ``townclerk ingest --json``; its document."""
    command = [sys.executable, "townclerk.py", "--data", str(data), "ingest", "--json"]
    done = subprocess.run(
        [*command, *map(str, folders)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 3):
        raise SystemExit(f"The papers could not be ingested. {done.stderr}")
    return done.stdout
