"""Hostile files that others have collected: one ingest takes them all, and none takes it down.

By default one in six of them; all with TOWNCLERK_AWKWARD=all. They lie beside the checkout.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from support.commands import ROOT, SHARED

AWKWARD = SHARED / "corpora" / "awkward"
ALL = os.environ.get("TOWNCLERK_AWKWARD") == "all"
ONE_IN = 1 if ALL else 6
SECONDS = 600
LIMIT_KB = 2 << 20  # of memory, for one process


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not AWKWARD.is_dir():
        pytest.skip("the awkward files are not beside the checkout")
    folder = tmp_path_factory.mktemp("awkward")
    files = sorted(path for path in AWKWARD.rglob("*") if path.is_file())
    for number, path in enumerate(files[::ONE_IN]):
        shutil.copy(path, folder / f"{number:03} {path.name}")
    return folder


def test_every_awkward_file_has_one_line_and_none_ends_the_ingest(
    papers: Path, tmp_path: Path
) -> None:
    data, begun = tmp_path / "data", time.monotonic()
    command = [sys.executable, "townclerk.py", "--data", str(data), "ingest", str(papers)]
    command += ["--workers", "2", "--json"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS
    )
    assert done.returncode in (0, 3), done.stderr
    assert time.monotonic() - begun < SECONDS
    items = json.loads(done.stdout)["items"]
    lines = Counter(item["source"].partition("!")[0].partition("#")[0] for item in items)
    assert {Path(name).name for name in lines} >= {path.name for path in papers.iterdir()}
    assert max(Counter(item["source"] for item in items).values()) == 1
    codes = Counter(item["code"] for item in items)
    assert not codes.keys() & {"internal", "crashed", "misplaced", "oom", "timeout"}, codes
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < LIMIT_KB


def test_what_was_read_of_them_can_be_asked(papers: Path, tmp_path: Path) -> None:
    data, few = tmp_path / "data", tmp_path / "few"
    few.mkdir()
    for path in sorted(papers.iterdir())[:12]:
        shutil.copy(path, few)
    (few / "minutes.txt").write_text("The lease of the market hall was agreed.")
    townclerk = [sys.executable, "townclerk.py", "--data", str(data)]
    for more in (["ingest", str(few)], ["ask", "Was the lease agreed?", "--json"], ["check"]):
        done = subprocess.run(
            [*townclerk, *more], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode in (0, 3), done.stderr
        assert "Traceback" not in done.stderr
