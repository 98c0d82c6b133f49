"""An ingest killed after it has kept a paper, and before the search index was told of it."""

import signal
import subprocess
import sys
from pathlib import Path

from support.commands import ROOT

WORDS = "The council keeps four gates."


def broken_off(data: Path) -> None:
    """Kill an ingest of one paper, which says `WORDS`, just before what it read is published."""
    papers = data.parent / "broken off"
    papers.mkdir()
    (papers / "gates.md").write_text(f"# Gates\n\n1. {WORDS}")
    program = ROOT / "tests" / "support" / "doomed_ingest.py"
    done = subprocess.run(
        [sys.executable, program, "index_written", "1", data, papers],
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
