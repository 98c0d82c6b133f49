"""An ingest of real papers, killed at random moments until it is done, is as if it never had been.

Two dozen kills, of an ingest of some of the papers; `TOWNCLERK_KILLS=200 pytest -n 0 …` kills one
of all the papers that often.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from index.catalogue.connections import FILE_NAME
from index.checking import disagreements
from index.errors import DataFolderUnusable, NothingIngested
from index.library import Library
from index.lock import FILE_NAME as LOCK_NAME
from index.mending import open_mended
from support.commands import ROOT, SHARED
from support.let_go import is_let_go
from support.rows import rows_of

AYTON = SHARED / "corpora" / "uk-ayton-community-council" / "council"
KILLS = int(os.environ.get("TOWNCLERK_KILLS", "24"))
SOME = 40  # papers, of which so few kills are enough
PARTS = ("blocks", "passages", "decisions", "leads", "abbreviations")
QUESTIONS = (
    "Who chaired the meeting?",
    "What was decided about the play park?",
    "How much was the grant?",
    "When is the next meeting?",
)
OwnRows = dict[str, dict[str, list[tuple[Any, ...]]]]  # by table and report

pytestmark = pytest.mark.skipif(not AYTON.is_dir(), reason="the papers of Ayton are not here")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of the papers where they are, or a few of them."""
    if KILLS >= 200:
        return AYTON
    folder = tmp_path_factory.mktemp("ayton")
    every = sorted(path for path in AYTON.rglob("*") if path.is_file())
    for path in every[:: len(every) // SOME]:
        to = folder / path.relative_to(AYTON)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, to)
    return folder


def ingesting(data: Path, papers: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, ROOT / "townclerk.py", "--data", data, "ingest", papers]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def by_report(data: Path) -> OwnRows:
    """What each report is made of: its number comes first in each of its rows."""
    rows = rows_of(data)
    return {table: _grouped(rows[table]) for table in ("reports", *PARTS)}


def _grouped(rows: list[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    groups: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(row)
    return groups


def the_catalogue_holds_whole_reports(data: Path, whole: OwnRows) -> None:
    now = by_report(data)
    for report_id, rows in now["reports"].items():
        understood = [row[5:] for row in rows]  # not where it was found: of two places, the first
        assert understood == [row[5:] for row in whole["reports"][report_id]]
        for table in PARTS:
            assert now[table].get(report_id) == whole[table].get(report_id)


def answers_are_verbatim(library: Library) -> None:
    for question in QUESTIONS:
        for cited in library.ask(question).citations:
            text = library.catalogue.text(cited.report.report_id)
            assert text[cited.start : cited.end] == cited.excerpt


def it_can_be_asked(data: Path, whole: OwnRows) -> None:
    """After a kill, whatever it was doing."""
    assert is_let_go(data / LOCK_NAME)
    try:
        with open_mended(data) as library:
            answers_are_verbatim(library)
    except NothingIngested:
        return  # it was killed before it had begun
    the_catalogue_holds_whole_reports(data, whole)


class Undisturbed:
    """What an ingest that nobody kills makes of the papers, and how long it takes."""

    def __init__(self, data: Path, papers: Path) -> None:
        started = time.monotonic()
        assert ended(ingesting(data, papers), 600)
        self.seconds = time.monotonic() - started
        self.rows = rows_of(data)
        self.whole = by_report(data)


def ended(process: "subprocess.Popen[str]", seconds: float) -> bool:
    """Whether it came to its own end; otherwise it is killed."""
    try:
        said = process.communicate(timeout=seconds)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return False
    assert process.returncode in (0, 3), said
    return True


def patience(chance: random.Random, undisturbed: Undisturbed, kills: int) -> float:
    """How long an ingest is let go on; after the last kill, to its end."""
    return chance.uniform(0.05, undisturbed.seconds) if kills < KILLS else 600


def differences(
    one: Mapping[str, list[tuple[Any, ...]]], other: Mapping[str, list[tuple[Any, ...]]]
) -> list[str]:
    return [table for table in one.keys() | other.keys() if one.get(table) != other.get(table)]


def test_an_ingest_killed_again_and_again_gives_what_an_undisturbed_one_gives(
    papers: Path, tmp_path: Path
) -> None:
    chance = random.Random(os.environ.get("TOWNCLERK_SEED", "1"))
    undisturbed = Undisturbed(tmp_path / "undisturbed", papers)
    kills = rounds = 0
    while kills < KILLS:
        rounds += 1
        data = tmp_path / str(rounds)
        while not ended(ingesting(data, papers), patience(chance, undisturbed, kills)):
            kills += 1
            it_can_be_asked(data, undisturbed.whole)
        assert differences(undisturbed.rows, rows_of(data)) == []
        assert disagreements(data) == []
        shutil.rmtree(data)
    print(f"{kills} kills, {rounds} whole ingests")


def test_the_catalogue_is_closed_to_nobody_by_a_killed_ingest(papers: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert not ended(ingesting(data, papers), 1.5)
    if (data / FILE_NAME).exists():
        with sqlite3.connect(data / FILE_NAME) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises((NothingIngested, DataFolderUnusable)), open_mended(tmp_path / "nowhere"):
        pass
