"""Places that are read no more, from the command line to the answers."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.lock import only_writer
from support.commands import run, run_json


@pytest.fixture
def share(tmp_path: Path) -> Path:
    (tmp_path / "share" / "2024").mkdir(parents=True)
    (tmp_path / "share" / "quay.txt").write_text("The quay is nine metres long.")
    (tmp_path / "share" / "torn.pdf").write_bytes(b"%PDF-1.7 torn")
    (tmp_path / "share" / "2024" / "gate.txt").write_text("The gate is painted green.")
    return tmp_path / "share"


@pytest.fixture
def data(tmp_path: Path, share: Path) -> Path:
    assert run("ingest", share, data=tmp_path / "data").returncode == 3
    return tmp_path / "data"


def forget(data: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run("forget", *arguments, data=data)


def held(data: Path) -> list[str]:
    with open_catalogue(data) as catalogue:
        return sorted(Path(report.source).name for report in catalogue.reports())


def test_a_place_that_is_gone_is_forgotten_and_no_ingest_fails_of_it(
    data: Path, share: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    shutil.copy(share / "quay.txt", tmp_path / "other")
    run("ingest", tmp_path / "other", data=data)
    share.rename(tmp_path / "away")
    failed = run("ingest", data=data)
    assert failed.returncode == 3
    assert "if it is to be read no more, `townclerk forget` it" in failed.stdout
    done = forget(data, share)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        f"{share} is read no more. Marked as removed: 2. Dropped, as they could never be read: 1.\n"
    )
    assert held(data) == ["quay.txt"]
    assert run("check", data=data).returncode == 0
    again = run("ingest", data=data)
    assert (again.returncode, again.stdout.partition(" in ")[0]) == (0, "1 paper: 1 unchanged")
    assert run_json("acts", data=data)["acts"][1] | {"at": "", "run": 0} == {
        "at": "", "who": "command line", "act": "forget", "arguments": str(share),
        "outcome": "done: 2 removed", "run": 0,
    }  # fmt: skip
    gone = run_json("history", data=data)["versions"]
    assert [Path(version["source"]).name for version in gone] == ["gate.txt", "quay.txt"]
    (tmp_path / "away").rename(share)
    back = run_json("ingest", share, data=data)
    assert (back["added"], back["failed"]) == (2, 1)
    assert held(data) == ["gate.txt", "quay.txt"]


def test_a_dry_run_says_what_would_be_removed_and_writes_nothing(data: Path, share: Path) -> None:
    done = forget(data, "--dry-run", share)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "This is what would happen; nothing was written.",
        f"{share} would be read no more. Marked as removed: 2. "
        "Dropped, as they could never be read: 1.",
        f"removed {share}/2024/gate.txt",
        f"removed {share}/quay.txt",
    ]
    assert held(data) == ["gate.txt", "quay.txt"]
    assert len(run_json("runs", data=data)["runs"]) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", " is no place that is read. "),
        ("nowhere", "nowhere is no place that is read. "),
        ("list:nowhere.txt", "list:nowhere.txt is no place that is read. "),
        ("moderngov:https://a.example", "moderngov:https://a.example is no place that is read. "),
        ("https://a.example/a.pdf", "https://a.example/a.pdf is no place that is read. "),
        ("moderngov:nowhere", "moderngov:nowhere is no place that is read. "),
        ("{share}/2024", "{share}/2024 is read with {share}, in which it lies. "),
        ("{share}/quay.txt", "{share}/quay.txt is read with {share}, in which it lies. "),
    ],
)
def test_what_is_no_place_is_told_and_nothing_is_changed(
    data: Path, share: Path, said: str, told: str
) -> None:
    done = forget(data, said.format(share=share))
    assert done.returncode == 1
    assert done.stderr.startswith(told.format(share=share))
    assert done.stderr.endswith("Nothing was changed. [no_such_source]\n")
    assert held(data) == ["gate.txt", "quay.txt"]


def test_every_kind_of_place_is_known_by_what_was_named(tmp_path: Path) -> None:
    data, addresses = tmp_path / "data", tmp_path / "addresses.txt"
    for name in ("empty", "caf\udce9"):
        (tmp_path / name).mkdir()
    (tmp_path / "a.txt").write_text("The quay is nine metres long.")
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    addresses.write_text("http://127.0.0.1:9/b.pdf\n")
    web = ["http://127.0.0.1:9/a.pdf", "moderngov:http://127.0.0.1:9/mgListCommittees.aspx"]
    places = [tmp_path / "link", tmp_path / "caf\udce9", tmp_path / "a.txt"]
    run("ingest", *places, f"list:{addresses}", *web, data=data)
    addresses.unlink()
    assert "`townclerk forget` it" in run("ingest", data=data).stdout
    assert forget(data).stdout.splitlines() == [
        f"{tmp_path}/a.txt",
        rf"{tmp_path}/caf\xe9",
        f"{tmp_path}/empty",
        "http://127.0.0.1:9/a.pdf",
        f"list:{addresses}",
        "moderngov:http://127.0.0.1:9",
    ]
    for place in (*places[::2], rf"{tmp_path}/caf\xe9", f"list:{addresses}", *web):
        assert forget(data, place).returncode == 0, place
    none = forget(data)
    assert (none.stdout, none.stderr) == ("", "No place is read.\n")
    assert run("ingest", data=data).stderr.endswith("[nothing_ingested]\n")


def test_a_place_in_another_that_is_read_is_told_to_come_back(data: Path, share: Path) -> None:
    run("ingest", share / "2024", data=data)
    done = forget(data, share / "2024")
    assert done.returncode == 0
    assert done.stderr.splitlines()[1:] == [
        f"{share} is read still: what lies in both comes back with the next `townclerk ingest`. "
        "Forget that too, unless it is to."
    ]
    assert held(data) == ["quay.txt"]
    run("ingest", data=data)
    assert held(data) == ["gate.txt", "quay.txt"]


def test_no_place_is_forgotten_while_an_ingest_runs(data: Path, share: Path) -> None:
    with only_writer(data / "ingest.lock", now=datetime.now(UTC)):
        assert forget(data, share).stderr.endswith("[locked]\n")
    assert held(data) == ["gate.txt", "quay.txt"]


def test_where_nothing_was_ingested_there_is_nothing_to_forget(tmp_path: Path) -> None:
    done = forget(tmp_path / "data", "papers")
    assert (done.returncode, done.stderr[-19:]) == (1, "[nothing_ingested]\n")
    assert not (tmp_path / "data").exists()
