"""A data folder of an earlier version, or with a damaged index, is put right when it is opened."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from index import published
from index.checking import disagreements
from index.errors import DataFolderUnusable, NothingIngested
from index.library import Library, open_library
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import only_writer
from index.mending import finish, open_mended
from index.migrations import catalogue
from index.shelf import open_shelf, passages_folder
from support.broken_off import WORDS, broken_off
from support.commands import run
from support.small_reports import met, report

BYTES = b"# Ponds\n1. The council keeps nine ponds."
PONDS = replace(report(BYTES.decode(), "ponds.txt"), sha256=hashlib.sha256(BYTES).hexdigest())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with open_shelf(tmp_path / "data") as shelf:
        shelf.add(PONDS, met(PONDS), BYTES)
    return tmp_path / "data"


def asked(data: Path) -> str:
    with open_mended(data) as library:
        return library.ask("How many ponds does the council keep?").citations[0].excerpt


def largest(data: Path) -> Path:
    """A file of the index that has postings in it."""
    files = [path for path in passages_folder(data).rglob("*") if path.is_file()]
    return max(files, key=lambda path: path.stat().st_size)


def flip(data: Path) -> None:
    file = largest(data)
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    file.write_bytes(whole)


def cut(data: Path) -> None:
    file = largest(data)
    file.write_bytes(file.read_bytes()[:-3])


def lose_contents(data: Path) -> None:
    for toc in passages_folder(data).rglob("*.toc"):
        toc.unlink()


def lose_all(data: Path) -> None:
    for file in passages_folder(data).rglob("*"):
        if file.is_file():
            file.unlink()


def lose_current(data: Path) -> None:
    (passages_folder(data) / published.NAME).unlink()


def spoil_current(data: Path) -> None:
    (passages_folder(data) / published.NAME).write_bytes(b"\x00\xff not what was written")


def age_index(data: Path) -> None:
    current = passages_folder(data) / published.NAME
    current.write_text(current.read_text().replace('"version": 4', '"version": 3'))


DAMAGES = [flip, cut, lose_contents, lose_all, lose_current, spoil_current, age_index]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_made_anew_when_it_is_opened(
    data: Path, damage: Callable[[Path], None]
) -> None:
    damage(data)
    (told,) = disagreements(data)
    assert "search index" in told
    assert "`townclerk rebuild`" in told
    assert asked(data) == "The council keeps nine ponds."
    assert disagreements(data) == []
    assert "Put right: " in (data / "errors.log").read_text()


def test_a_damaged_index_does_not_keep_an_ingest_from_going_on(data: Path) -> None:
    flip(data)
    with open_shelf(data):
        pass
    assert disagreements(data) == []


def test_while_another_writes_a_damaged_index_is_left_and_told(data: Path) -> None:
    lose_contents(data)
    with (
        only_writer(data / LOCK_NAME, now=datetime.now(UTC)),
        open_mended(data) as library,
        pytest.raises(DataFolderUnusable) as raised,
    ):
        library.ask("How many ponds does the council keep?")
    assert raised.value.reason == "index_damaged"
    assert asked(data) == "The council keeps nine ponds."


def test_a_catalogue_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "catalogue.db")) as db:
        catalogue.apply(db, stop_before="m009_acts")
        row = {"sha256": "0" * 64, "bytes": b""}
        db["blobs"].insert(row)
    with open_mended(tmp_path) as library:
        assert library.status().reports == 0
        assert library.engine.problem() is None
    assert disagreements(tmp_path) == []
    done = run("status", data=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_catalogue_of_a_later_version_is_left_alone(data: Path, tmp_path: Path) -> None:
    later = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)"
    with closing(sqlite3.connect(data / "catalogue.db")) as connection, connection:
        connection.execute(later, ["catalogue", "m999_later", "2030-01-01"])
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text("A paper.")
    before = (data / "catalogue.db").read_bytes()
    for command in (["ask", "Where are the ponds?"], ["ingest", tmp_path / "papers"], ["rebuild"]):
        done = run(*command, data=data)
        assert done.returncode == 1
        assert "was made by a later version of Town Clerk" in done.stderr
        assert done.stderr.endswith("[newer_version]\n")
    assert (data / "catalogue.db").read_bytes() == before


def test_where_nothing_was_ingested_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(NothingIngested), open_mended(tmp_path / "data"):
        pass
    assert list(tmp_path.iterdir()) == []


def gates_found(library: Library) -> bool:
    found = library.ask("How many gates does the council keep?").citations
    return bool(found) and found[0].excerpt == WORDS


WAITING = "Papers that the search index has yet to be told of: 1. "


def test_what_a_killed_ingest_left_undone_is_done_for_the_next_question(data: Path) -> None:
    broken_off(data)
    with open_library(data) as patient:
        assert not gates_found(patient)
        with open_mended(data) as library:
            assert gates_found(library)
        assert gates_found(patient)
    assert disagreements(data) == []


def test_check_does_what_a_killed_ingest_left_undone(data: Path) -> None:
    broken_off(data)
    first, second = run("check", data=data), run("check", data=data)
    assert (first.returncode, first.stderr) == (
        0,
        "An ingest had been broken off: what it left undone is done.\n",
    )
    assert (second.returncode, second.stderr) == (0, "")


def test_while_another_writes_what_it_has_not_published_is_left_to_it(data: Path) -> None:
    broken_off(data)
    with only_writer(data / LOCK_NAME, now=datetime.now(UTC)):
        assert asked(data) == "The council keeps nine ponds."
        assert not finish(data)
        told = f"{WAITING}An ingest is running: check again when it has finished."
        assert disagreements(data) == [told]
    assert finish(data)
    assert not finish(data)


def test_an_index_of_another_time_than_the_catalogue_is_made_anew(data: Path) -> None:
    shutil.copytree(passages_folder(data), data.parent / "older")
    with open_shelf(data) as shelf:
        shelf.rebuild()
    shutil.rmtree(passages_folder(data))
    shutil.copytree(data.parent / "older", passages_folder(data))
    assert asked(data) == "The council keeps nine ponds."
    assert disagreements(data) == []
