"""An ingest that is killed at any step from discovery to publication harms nothing, and is made up.

Each step is tried once, at one of the times it is reached; TOWNCLERK_KILLS=200 tries every time.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from index import published, steps
from index.checking import disagreements
from index.library import open_library
from index.lock import FILE_NAME as LOCK_NAME
from index.passages import Within
from index.shelf import passages_folder
from ingest.intake.progress import Silence
from ingest.intake.run import Options, ingest
from support.commands import ROOT
from support.let_go import is_let_go
from support.rows import rows_of

STEPS: tuple[str, ...] = get_args(steps.IngestStep)
ALL = int(os.environ.get("TOWNCLERK_KILLS", "0")) >= 200
SECRET = "walrusgate"

BEFORE = {
    "changed": "# Ponds\n\n1. The common has oldpond by the gate.",
    "removed": "# Oaks\n\n1. The common has one oak.",
    "shut": f"# Sale\n\n1. The common has {SECRET} to sell.",
    "same": "# Paths\n\n1. The common has four paths.",
}
AFTER = {
    "changed": "# Ponds\n\n1. The common has newpond by the gate.",
    "shut": f"# NOT FOR PUBLICATION\n\n1. The common has {SECRET} to sell for less.",
    "same": BEFORE["same"],
    "again": BEFORE["same"],
    "new": "# Swings\n\n1. The common has two swings.",
}


def write(folder: Path, texts: dict[str, str]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text)
    return folder


def ingesting(step: str, nth: int, data: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    program = ROOT / "tests" / "support" / "doomed_ingest.py"
    return subprocess.run(
        [sys.executable, program, step, str(nth), data, folder],
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


class Ready:
    """Papers ingested and then changed, and what an undisturbed ingest makes of that."""

    def __init__(self, home: Path) -> None:
        self.home, self.folder, self.data = home, home / "papers", home / "before"
        ingest(self.data, [str(write(self.folder, BEFORE))], Options(workers=2), Silence())
        write(self.folder, AFTER)
        undisturbed = self.copy("undisturbed")
        done = ingesting("", 0, undisturbed, self.folder)
        self.counts: dict[str, int] = json.loads(done.stdout)
        self.rows = rows_of(undisturbed)

    def copy(self, name: str) -> Path:
        shutil.copytree(self.data, self.home / name)
        return self.home / name


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Ready:
    return Ready(tmp_path_factory.mktemp("steps"))


def found(data: Path, stem: str) -> int:
    """How many passages are found and shown; one that is not held any more is not shown."""
    with open_library(data) as library:
        assert library.engine.problem() is None
        hits = library.engine.search({stem: 1.0}, Within(), 20)
        return len(library.catalogue.passages([hit.passage_id for hit in hits]))


def the_last_generation_serves(data: Path) -> None:
    assert is_let_go(data / LOCK_NAME)
    assert found(data, "path") == 1
    assert found(data, "oldpond") + found(data, "newpond") <= 1


def nothing_is_left_over(data: Path) -> None:
    """In the index's folder lies what is published, and no trace of what was shut."""
    current = published.read(passages_folder(data), 4)
    assert current is not None
    kept = {path.name for path in passages_folder(data).rglob("*") if path.is_file()}
    assert kept == {*current.files, published.NAME}
    files = [path for path in data.rglob("*") if path.is_file()]
    assert [path.name for path in files if SECRET.encode() in path.read_bytes()] == []


def nths(step: str, count: int) -> list[int]:
    chance = random.Random(f"{os.environ.get('TOWNCLERK_SEED', '1')} {step}")
    return list(range(1, count + 1)) if ALL else [chance.randint(1, count)]


@pytest.mark.parametrize("step", STEPS)
def test_an_ingest_killed_at_a_step_is_made_up_by_the_next(
    step: str, ready: Ready, tmp_path: Path
) -> None:
    assert ready.counts[step] > 0
    for nth in nths(step, ready.counts[step]):
        data = shutil.copytree(ready.data, tmp_path / str(nth))
        done = ingesting(step, nth, data, ready.folder)
        assert done.returncode == -signal.SIGKILL, done.stderr
        the_last_generation_serves(data)
        report = ingest(data, [str(ready.folder)], Options(workers=2), Silence())
        assert (report.count("failed"), report.stopped) == (0, False)
        assert rows_of(data) == ready.rows
        assert disagreements(data) == []
        nothing_is_left_over(data)
        assert (found(data, "newpond"), found(data, "oldpond"), found(data, "oak")) == (1, 0, 0)
