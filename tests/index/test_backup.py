"""A backup is whole, private and checked; it goes back into an empty data folder only."""

import hashlib
import json
import shutil
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index.backup import back_up
from index.checking import disagreements
from index.errors import BackupFailed, NothingIngested
from index.library import open_library
from index.records import Report
from index.restoring import restore
from index.shelf import open_shelf
from support.commands import ingested, run
from support.rows import rows_of
from support.small_reports import met, report

QUESTION = "How many ponds does the council keep?"


def paper(text: str, source: str) -> Report:
    return replace(report(text, source), sha256=hashlib.sha256(text.encode()).hexdigest())


PONDS = paper("# Ponds\n1. The council keeps nine ponds.", "ponds.txt")
SECRET = paper("# Sale\n1. The walrusgate is for sale.", "sale.txt")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with open_shelf(tmp_path / "data") as shelf:
        for one in (PONDS, SECRET):
            shelf.add(one, met(one), one.text.encode())
        shelf.withdraw("sale.txt", "by mistake")
    (tmp_path / "data" / "slack.db").touch()
    return tmp_path / "data"


def answer(data: Path) -> str:
    with open_library(data) as library:
        return library.ask(QUESTION).citations[0].excerpt


@pytest.mark.parametrize("name", ["backup", "backup.tar", "backup.tar.gz", "new/backup.tgz"])
def test_what_is_restored_is_row_for_row_what_was_backed_up(
    data: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "new").mkdir()
    made = back_up(data, tmp_path / name)
    assert made.reports == 1
    restored = tmp_path / "restored"
    assert restore(restored, tmp_path / name) == made
    assert rows_of(restored) == rows_of(data)
    assert answer(restored) == "The council keeps nine ponds."
    assert disagreements(restored) == []
    assert not (restored / "slack.db").exists()


def test_a_backup_is_private_and_holds_no_index_and_nothing_withdrawn(
    data: Path, tmp_path: Path
) -> None:
    back_up(data, tmp_path / "backup")
    files = list((tmp_path / "backup").iterdir())
    assert {path.name for path in files} == {"catalogue.db", "manifest.json"}
    assert {path.stat().st_mode & 0o077 for path in [tmp_path / "backup", *files]} == {0}
    assert [path.name for path in files if b"walrusgate" in path.read_bytes()] == []


def test_what_the_bot_remembers_is_in_it_where_that_is_asked(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data / "slack.db")) as db, db:
        db.execute("CREATE TABLE follows (who TEXT)")
    back_up(data, tmp_path / "backup.tar", slack=True)
    with tarfile.open(tmp_path / "backup.tar") as tar:
        assert tar.getnames() == ["manifest.json", "catalogue.db", "slack.db"]
    restore(tmp_path / "restored", tmp_path / "backup.tar")
    with closing(sqlite3.connect(tmp_path / "restored" / "slack.db")) as db:
        assert db.execute("SELECT count(*) FROM follows").fetchone() == (0,)


def test_a_backup_made_while_papers_are_written_is_of_one_moment(
    data: Path, tmp_path: Path
) -> None:
    with open_shelf(data) as shelf:
        for number in range(30):
            one = paper(f"# Plot\n1. The council keeps plot{number}.", f"{number}.txt")
            shelf.add(one, met(one), one.text.encode())
        made = back_up(data, tmp_path / "backup.tar")
        assert made.reports == 31
        late = paper("# Late\n1. The council keeps it late.", "late.txt")
        shelf.add(late, met(late), late.text.encode())
    restore(tmp_path / "restored", tmp_path / "backup.tar")
    assert disagreements(tmp_path / "restored") == []
    with open_library(tmp_path / "restored") as library:
        assert library.status().reports == 31


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(BackupFailed) as raised:
        call()
    return raised.value.reason


def test_nothing_is_overwritten(data: Path, tmp_path: Path) -> None:
    back_up(data, tmp_path / "backup")
    assert refused(lambda: back_up(data, tmp_path / "backup")) == "backup_exists"
    assert refused(lambda: restore(data, tmp_path / "backup")) == "not_empty"
    assert answer(data) == "The council keeps nine ponds."


def test_before_the_first_ingest_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(NothingIngested):
        back_up(tmp_path / "data", tmp_path / "backup")
    assert list(tmp_path.iterdir()) == []


def lose_manifest(backup: Path) -> None:
    (backup / "manifest.json").unlink()


def lose_catalogue(backup: Path) -> None:
    (backup / "catalogue.db").unlink()


def flip(backup: Path) -> None:
    whole = bytearray((backup / "catalogue.db").read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    (backup / "catalogue.db").write_bytes(whole)


def cut(backup: Path) -> None:
    (backup / "catalogue.db").write_bytes((backup / "catalogue.db").read_bytes()[:-100])


def lengthen(backup: Path) -> None:
    with (backup / "catalogue.db").open("ab") as file:
        file.write(b"more")


def say_nonsense(backup: Path) -> None:
    (backup / "manifest.json").write_text("[]")


def name_another_place(backup: Path) -> None:
    said = json.loads((backup / "manifest.json").read_text())
    said["files"]["../elsewhere"] = said["files"]["catalogue.db"]
    (backup / "manifest.json").write_text(json.dumps(said))


def be_of_later(backup: Path) -> None:
    said = json.loads((backup / "manifest.json").read_text())
    (backup / "manifest.json").write_text(json.dumps(said | {"format": 99}))


def be_no_backup(backup: Path) -> None:
    shutil.rmtree(backup)
    backup.write_bytes(b"no backup at all")


SPOILT = [
    lose_manifest, lose_catalogue, flip, cut, lengthen, say_nonsense, name_another_place,
    be_of_later, be_no_backup,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_backup_that_is_not_as_it_was_made_is_refused(
    data: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    back_up(data, tmp_path / "backup")
    spoil(tmp_path / "backup")
    restored = tmp_path / "restored"
    assert refused(lambda: restore(restored, tmp_path / "backup")) == "bad_backup"
    assert not (restored / "catalogue.db").exists()
    back_up(data, tmp_path / "another")
    restore(restored, tmp_path / "another")  # what the first left there is in nobody's way
    assert answer(restored) == "The council keeps nine ponds."


def test_backup_and_restore_at_the_command_line(tmp_path: Path) -> None:
    data = ingested(tmp_path, {"ponds.txt": "PONDS\n\n1. The council keeps nine ponds."})
    done = run("backup", tmp_path / "b.tar.gz", data=data)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"1 paper in {tmp_path / 'b.tar.gz'}, ")
    done = run("restore", tmp_path / "b.tar.gz", data=tmp_path / "again")
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("Restored what was held on 20")
    asked = run("ask", QUESTION, data=tmp_path / "again")
    assert "The council keeps nine ponds." in asked.stdout
    full = run("restore", tmp_path / "b.tar.gz", data=data)
    assert (full.returncode, full.stderr.endswith("[not_empty]\n")) == (1, True)
    missing = run("restore", tmp_path / "none.tar", data=tmp_path / "third")
    assert (missing.returncode, missing.stderr.endswith("[bad_backup]\n")) == (1, True)
