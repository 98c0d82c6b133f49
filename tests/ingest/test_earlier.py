"""Earlier versions that are kept are judged by today's rules: what these close leaves no byte."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from index import history
from index.catalogue import MetSource
from index.checking import disagreements
from index.records import Report
from index.shelf import open_shelf
from ingest.pipeline import understand
from ingest.reading import read_paper
from support.canaries import CANARY
from support.commands import run
from support.packs import LINE

OPEN = f"Report to: Cabinet\n\nTitle: Quay\n\n1. {LINE}\n"
CLOSED = f"Report to: Cabinet\n\nNOT FOR PUBLICATION\n\nTitle: Quay\n\n1. {CANARY} bid {LINE}\n"


def held_by_an_earlier_reader(data: Path, paper: Path, text: str) -> Report:
    """The paper as a reader took it in that knew fewer marks, or none."""
    content = text.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    read = read_paper(content, str(paper))
    report = understand(read, str(paper), sha256, released=True)
    with open_shelf(data) as shelf:
        shelf.add(report, MetSource(str(paper), str(paper.parent), sha256, len(content)), content)
        shelf._db.execute("UPDATE sources SET reader_version = 1")
        shelf._db.conn.commit()
    return report


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers" / "quay.txt"


def replaced(paper: Path) -> None:
    paper.write_text(OPEN.replace("Quay", "Quay works"), encoding="utf-8")


def removed(paper: Path) -> None:
    (paper.parent / "other.txt").write_text(OPEN.replace("Quay", "Other"), encoding="utf-8")


@pytest.mark.parametrize("end", [replaced, removed])
def test_an_earlier_version_that_todays_rules_close_leaves_no_byte(
    tmp_path: Path, paper: Path, end: Callable[[Path], None]
) -> None:
    data = tmp_path / "data"
    held_by_an_earlier_reader(data, paper, CLOSED)
    end(paper)
    assert run("ingest", paper.parent, data=data).returncode == 0
    assert history.versions(data, str(paper)) == []
    assert run("rebuild", data=data).returncode == 0
    files = [path for path in data.rglob("*") if path.is_file()]
    assert [f.name for f in files if CANARY.lower().encode() in f.read_bytes().lower()] == []
    assert disagreements(data) == []


def test_an_earlier_version_that_is_open_stays_and_is_judged_once(
    tmp_path: Path, paper: Path
) -> None:
    data = tmp_path / "data"
    before = held_by_an_earlier_reader(data, paper, OPEN)
    replaced(paper)
    for _ in range(2):
        assert run("ingest", paper.parent, data=data).returncode == 0
    (version,) = history.versions(data, str(paper))
    assert (version.sha256, version.kept) == (before.sha256, True)
    assert history.original(data, version.sha256) == OPEN.encode()


def test_an_earlier_version_of_bytes_that_were_let_in_stays(tmp_path: Path, paper: Path) -> None:
    data = tmp_path / "data"
    paper.write_text(CLOSED, encoding="utf-8")
    run("ingest", paper.parent, data=data)
    assert run("release", "quay.txt", "--why", "agreed", data=data).returncode == 0
    replaced(paper)
    run("ingest", paper.parent, data=data)
    assert [one.kept for one in history.versions(data, str(paper))] == [True]
