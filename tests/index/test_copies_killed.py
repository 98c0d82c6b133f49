"""A backup or a restoring that is killed, at any step or moment, harms nothing and can be redone.

TOWNCLERK_KILLS says how often each is killed at random: `TOWNCLERK_KILLS=60 pytest -n 0 …`.
"""

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from index import steps
from index.backup import back_up
from index.checking import disagreements
from index.errors import BackupFailed
from index.library import open_library
from index.mending import open_mended
from index.restoring import restore
from index.shelf import open_shelf
from support.commands import ROOT, run
from support.rows import rows_of
from support.small_reports import met, report

KILLS = int(os.environ.get("TOWNCLERK_KILLS", "6"))
STEPS: tuple[str, ...] = get_args(steps.CopyStep)
OF_BACKUP = [step for step in STEPS if step.startswith("backup")]
OF_RESTORING = [step for step in STEPS if step.startswith("restore")]
LAST = ("backup_placed", "restore_placed")
QUESTION = "What does the council keep as plot3?"
NAMES = ("backup", "backup.tar", "backup.tar.gz")


def fill(data: Path) -> None:
    with open_shelf(data) as shelf:
        for number in range(12):
            text = f"# Plot {number}\n1. The council keeps plot{number}.\n" + f"{number}" * 300_000
            digest = hashlib.sha256(text.encode()).hexdigest()
            one = replace(report(text[:60], f"{number}.txt"), sha256=digest)
            shelf.add(one, met(one), text.encode())
    with closing(sqlite3.connect(data / "slack.db")) as db, db:
        db.execute("CREATE TABLE follows (who TEXT)")
        db.execute("INSERT INTO follows VALUES ('Ash')")


def held(data: Path) -> tuple[Any, list[tuple[str]]]:
    """All that a data folder has, the bot's memory with it."""
    with closing(sqlite3.connect(data / "slack.db")) as db:
        return rows_of(data), db.execute("SELECT who FROM follows").fetchall()


@dataclass(frozen=True)
class Source:
    """A data folder, all that it holds, and a backup of it."""

    data: Path
    rows: object
    backup: Path

    def is_unharmed(self) -> bool:
        return held(self.data) == self.rows and disagreements(self.data) == []


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    home = tmp_path_factory.mktemp("copies")
    fill(home / "data")
    back_up(home / "data", home / "sound", slack=True)
    return Source(home / "data", held(home / "data"), home / "sound")


@contextmanager
def begun(step: str, work: str, data: Path, backup: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that makes a backup, or puts one back, and is about to begin."""
    program = ROOT / "tests" / "support" / "doomed_copy.py"
    with subprocess.Popen(
        [sys.executable, program, step, work, data, backup],
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process


def killed_at(step: str, work: str, data: Path, backup: Path) -> None:
    with begun(step, work, data, backup) as process:
        assert process.wait(60) == -signal.SIGKILL


def killed_after(seconds: float, work: str, data: Path, backup: Path) -> None:
    with begun("", work, data, backup) as process:
        time.sleep(seconds)
        process.kill()


def lasting(work: str, data: Path, backup: Path) -> float:
    with begun("", work, data, backup) as process:
        started = time.monotonic()
        assert process.wait(60) == 0
        return time.monotonic() - started


def is_restored(source: Source, backup: Path, to: Path) -> bool:
    """Whether a backup is put back as the whole; or refused, if it is none."""
    try:
        restore(to, backup)
    except BackupFailed as error:
        refused = error
    else:
        assert held(to) == source.rows
        assert disagreements(to) == []
        return True
    assert refused.reason == "bad_backup"
    return False


def nothing_half_made_is_taken_for_a_backup(source: Source, backup: Path) -> None:
    """What has the name asked for is whole; what lies about is whole, or refused."""
    home = backup.parent
    assert is_restored(source, backup, home / "data of it") == backup.exists()
    for number, path in enumerate(sorted(home.rglob("*.part/*"))):
        is_restored(source, path, home / f"data {number}")


def a_backup_is_made_after_all(source: Source, backup: Path) -> None:
    """And it alone is there then."""
    if not backup.exists():
        back_up(source.data, backup, slack=True)
    assert is_restored(source, backup, backup.parent / "data after all")
    assert list(backup.parent.glob("*.part*")) == []
    assert source.is_unharmed()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("step", OF_BACKUP)
def test_a_backup_killed_at_a_step_is_not_there_or_whole(
    source: Source, tmp_path: Path, step: str, name: str
) -> None:
    killed_at(step, "backup", source.data, tmp_path / name)
    assert (tmp_path / name).exists() == (step in LAST)
    nothing_half_made_is_taken_for_a_backup(source, tmp_path / name)
    if step not in LAST:
        a_backup_is_made_after_all(source, tmp_path / name)
    assert source.is_unharmed()


@pytest.mark.parametrize("name", NAMES)
def test_a_backup_killed_at_any_moment_is_not_there_or_whole(
    source: Source, tmp_path: Path, name: str
) -> None:
    chance = random.Random(os.environ.get("TOWNCLERK_SEED", name))
    long = lasting("backup", source.data, tmp_path / f"first {name}")
    for kill in range(KILLS):
        home = tmp_path / str(kill)
        home.mkdir()
        killed_after(chance.uniform(0, long), "backup", source.data, home / name)
        nothing_half_made_is_taken_for_a_backup(source, home / name)
        if not (home / name).exists():
            a_backup_is_made_after_all(source, home / name)


def every_command_says_what_is_to_be_done(data: Path, home: Path) -> None:
    (home / "papers").mkdir(exist_ok=True)
    (home / "papers" / "a.txt").write_text("A paper.")
    said = f"A backup was being put back into {data}, and that was broken off: it holds nothing yet"
    for command in (
        ["ask", QUESTION], ["status"], ["check"], ["rebuild"], ["doctor"],
        ["ingest", home / "papers"], ["backup", home / "none"],
    ):  # fmt: skip
        done = run(*command, data=data)
        assert done.returncode == 1, command
        assert said in done.stdout + done.stderr, command
        assert "Traceback" not in done.stderr, command
        if command != ["doctor"]:
            assert done.stderr.endswith("[half_restored]\n"), command


def is_whole(source: Source, data: Path) -> bool:
    """Whether all is back, and answers, though nobody did anything about it since."""
    with open_mended(data) as library:
        assert library.ask(QUESTION).citations[0].excerpt.startswith("The council keeps plot3.")
    return held(data) == source.rows and disagreements(data) == []


@pytest.mark.parametrize("step", OF_RESTORING)
def test_a_restoring_killed_at_a_step_is_told_until_it_is_done_again(
    source: Source, tmp_path: Path, step: str
) -> None:
    data = tmp_path / "data"
    killed_at(step, "restore", data, source.backup)
    if step not in LAST:
        every_command_says_what_is_to_be_done(data, tmp_path)
        restore(data, source.backup)
    assert is_whole(source, data)
    assert list(data.glob("*.part")) == []


def stop_between_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break off where the first of two files has its name."""
    replace_whole: Callable[[Path, Path], Path] = Path.replace

    def replace_one(path: Path, to: Path) -> Path:
        if to.name == "catalogue.db":
            raise KeyboardInterrupt
        return replace_whole(path, to)

    monkeypatch.setattr(Path, "replace", replace_one)


def test_of_two_files_the_one_restored_alone_is_no_data_folder(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    with monkeypatch.context() as patched:
        stop_between_the_files(patched)
        with pytest.raises(KeyboardInterrupt):
            restore(data, source.backup)
    assert (data / "slack.db").exists()
    every_command_says_what_is_to_be_done(data, tmp_path)
    restore(data, source.backup)
    assert is_whole(source, data)


def test_a_restoring_killed_at_any_moment_can_be_done_again(source: Source, tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("TOWNCLERK_SEED", "1"))
    long = lasting("restore", tmp_path / "first", source.backup)
    for kill in range(KILLS):
        data = tmp_path / str(kill)
        killed_after(chance.uniform(0, long), "restore", data, source.backup)
        if not (data / "catalogue.db").exists():
            restore(data, source.backup)
        assert is_whole(source, data)
        assert source.is_unharmed()


def test_while_a_backup_is_made_another_of_that_name_is_refused(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[str] = []

    def again(step: steps.Step) -> None:
        if step == "backup_copied":
            monkeypatch.undo()
            with pytest.raises(BackupFailed) as raised:
                back_up(source.data, tmp_path / "backup.tar")
            refused.append(raised.value.reason)

    monkeypatch.setattr(steps, "reached", again)
    back_up(source.data, tmp_path / "backup.tar", slack=True)
    assert refused == ["backup_exists"]
    assert is_restored(source, tmp_path / "backup.tar", tmp_path / "restored")


def test_while_a_backup_is_put_back_nothing_else_is_written(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    (tmp_path / "a.txt").write_text("A paper.")

    def meanwhile(step: steps.Step) -> None:
        if step == "restore_brought":
            for command in (["ingest", tmp_path / "a.txt"], ["restore", source.backup]):
                told.append(run(*command, data=tmp_path / "data").stderr[-9:])

    monkeypatch.setattr(steps, "reached", meanwhile)
    restore(tmp_path / "data", source.backup)
    assert told == ["[locked]\n"] * 2
    monkeypatch.undo()
    with open_library(tmp_path / "data") as library:
        assert library.status().reports == 12
