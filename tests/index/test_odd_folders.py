"""Data folders that are not as they should be: told plainly, with a code, and left as they were."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.commands import ingested, run

QUESTION = "How many ponds does the council keep?"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return ingested(tmp_path, {"ponds.txt": "PONDS\n\n1. The council keeps nine ponds."})


def be_a_file(folder: Path) -> None:
    folder.write_text("not a folder")


def lead_nowhere(folder: Path) -> None:
    folder.symlink_to(folder.parent / "nowhere")


def lie_in_a_file(folder: Path) -> None:
    folder.parent.mkdir()
    shutil.rmtree(folder.parent)
    folder.parent.write_text("not a folder")


def have_a_folder_for_a_lock(folder: Path) -> None:
    (folder / "ingest.lock").mkdir(parents=True)


def have_a_folder_for_a_catalogue(folder: Path) -> None:
    (folder / "catalogue.db").mkdir(parents=True)


ODD: list[tuple[Callable[[Path], None], str]] = [
    (be_a_file, "[data_folder]"),
    (lead_nowhere, "[data_folder]"),
    (lie_in_a_file, "[data_folder]"),
    (have_a_folder_for_a_lock, "[data_folder]"),
    (have_a_folder_for_a_catalogue, "[not_writable]"),
]


@pytest.mark.parametrize(("spoil", "code"), ODD, ids=lambda odd: getattr(odd, "__name__", odd))
def test_an_ingest_into_what_cannot_be_a_data_folder_is_refused(
    tmp_path: Path, spoil: Callable[[Path], None], code: str
) -> None:
    (tmp_path / "a.txt").write_text("A paper.")
    folder = tmp_path / "odd" / "data"
    if spoil is not lie_in_a_file:
        folder.parent.mkdir()
    spoil(folder)
    done = run("ingest", tmp_path / "a.txt", data=folder)
    assert (done.returncode, done.stderr.split()[-1]) == (1, code)
    assert "Traceback" not in done.stderr


def test_a_data_folder_may_be_a_link_to_one(data: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(data)
    linked = tmp_path / "link"
    assert "nine ponds" in run("ask", QUESTION, data=linked).stdout
    assert "1 unchanged" in run("ingest", data=linked).stdout
    assert run("check", data=linked).returncode == 0
    assert run("backup", tmp_path / "b.tar", data=linked).returncode == 0


def test_a_catalogue_that_was_never_begun_has_nothing_to_back_up(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "catalogue.db").touch()
    done = run("backup", tmp_path / "b.tar", data=tmp_path / "data")
    assert (done.returncode, done.stderr.split()[-1]) == (1, "[nothing_ingested]")
    assert not (tmp_path / "b.tar").exists()


def test_a_file_where_the_index_should_be_is_in_nobodys_way(data: Path) -> None:
    shutil.rmtree(data / "passages")
    (data / "passages").write_text("no index")
    assert "nine ponds" in run("ask", QUESTION, data=data).stdout
    assert run("check", data=data).returncode == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize(("owner", "named"), [(65534, "nobody"), (4242, "4242")])
def test_what_belongs_to_another_user_is_read_and_never_written(
    data: Path, tmp_path: Path, owner: int, named: str
) -> None:
    for path in [data, *data.rglob("*")]:
        os.chown(path, owner, -1)
    (data / "passages" / "CURRENT").unlink()  # which would be put right, were it ours
    for command in (["ingest", tmp_path / "papers"], ["rebuild"]):
        done = run(*command, data=data)
        assert (done.returncode, done.stderr.split()[-1]) == (1, "[not_writable]")
        assert "belongs to another user, who could not read what this one writes" in done.stderr
        assert f"Run as that user: {named}. [" in done.stderr
    assert run("reports", data=data).returncode == 0
    assert {path.stat().st_uid for path in [data, *data.rglob("*")]} == {owner}


@pytest.mark.parametrize("moment", ["2001-01-01", "2099-01-01"])
def test_a_clock_that_was_moved_hides_and_loses_nothing(
    data: Path, tmp_path: Path, moment: str
) -> None:
    """Files of another time than the ledger's are read, and what is held goes on to be found."""
    paper = tmp_path / "papers" / "gates.txt"
    paper.write_text("GATES\n\n1. The council keeps four gates.")
    stamp = {"2001-01-01": 978_307_200, "2099-01-01": 4_070_908_800}[moment]
    os.utime(paper, (stamp, stamp))
    assert "1 added" in run("ingest", data=data).stdout
    paper.write_text("GATES\n\n1. The council keeps five gates.")
    os.utime(paper, (stamp, stamp))
    assert "1 changed" in run("ingest", data=data).stdout
    assert "five gates" in run("ask", "How many gates does the council keep?", data=data).stdout
