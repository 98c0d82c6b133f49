"""Town Clerk's commands, run as a person runs them: a real process from the project's folder."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def run(*arguments: str | Path, data: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run `townclerk --data DATA …` and give back its exit status and both outputs."""
    command = [sys.executable, str(ROOT / "townclerk.py"), "--data", str(data)]
    return subprocess.run(
        [*command, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "100"},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )


def run_json(*arguments: str | Path, data: Path) -> Any:
    """Run a command with --json and read its one document; exit statuses 0 and 3 are good."""
    done = run(*arguments, "--json", data=data)
    assert done.returncode in (0, 3), done.stderr
    return json.loads(done.stdout)


def ingested(home: Path, papers: Mapping[str, str]) -> Path:
    """A data folder in ``home`` into which papers, by the names of their files, are ingested."""
    (home / "papers").mkdir()
    for name, text in papers.items():
        (home / "papers" / name).write_text(text, encoding="utf-8")
    assert run_json("ingest", home / "papers", data=home / "data")["added"] == len(papers)
    return home / "data"
