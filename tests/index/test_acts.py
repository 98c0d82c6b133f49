"""The trail of what administrators did: in the catalogue, whoever writes beside."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.acts import Doing, last_acts, note_act, say_act, say_end
from index.catalogue import open_catalogue
from index.errors import DataFolderUnusable, NothingIngested
from index.runs import Run
from index.shelf import open_shelf
from support.commands import ingested, run, run_json
from support.small_reports import met, report

PONDS = report("# Ponds\n1. The council keeps two ponds.", "b.txt")
INGEST = Doing("ingest", "papers", "U0ADMIN")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with open_shelf(tmp_path / "data", doing=INGEST) as shelf:
        shelf.add(PONDS, met(PONDS), b"bytes")
    return tmp_path / "data"


def told(data: Path) -> list[tuple[str, str, str, str | None]]:
    with open_catalogue(data) as catalogue:
        return [(act.who, act.act, act.arguments, act.outcome) for act in last_acts(catalogue)]


def test_an_act_that_is_a_run_is_told_with_what_the_run_did(data: Path) -> None:
    assert told(data) == [("U0ADMIN", "ingest", "papers", "done: 1 added")]
    with open_catalogue(data) as catalogue:
        (act,) = catalogue.acts(run=1)
        assert (act.who, catalogue.acts(run=2)) == ("U0ADMIN", [])


def test_the_last_ingest_is_told_and_no_withdrawal_after_it(data: Path) -> None:
    with open_shelf(data, doing=Doing("withdraw", "b.txt: names a child")) as shelf:
        shelf.withdraw("b.txt", "names a child")
    with open_catalogue(data) as catalogue:
        last = catalogue.status().last_run
        assert last is not None
        assert (last.run, catalogue.runs()[0].run) == (1, 2)


def test_a_run_that_nobody_is_said_to_have_begun_is_no_act(data: Path) -> None:
    with open_shelf(data):
        pass
    assert len(told(data)) == 1


def test_an_act_is_noted_beside_an_ingest_that_goes_on(data: Path) -> None:
    with open_shelf(data, doing=INGEST) as shelf:
        note_act(data, Doing("cancel", "ingest 2", "U0GROUP"), "asked to stop")
        shelf.cancel()
        going_on = told(data)
        shelf.expect(9)
    assert going_on[:2] == [
        ("U0GROUP", "cancel", "ingest 2", "asked to stop"),
        ("U0ADMIN", "ingest", "papers", "cancelled"),
    ]
    with open_catalogue(data) as catalogue:
        assert (catalogue.runs()[0].state, catalogue.runs()[0].cancelled) == ("aborted", True)


def test_an_act_whose_process_died_is_told_as_broken_off(data: Path) -> None:
    with closing(sqlite3.connect(data / "catalogue.db")) as connection, connection:
        connection.execute("UPDATE runs SET state = 'running', finished = NULL")
    assert told(data) == [("U0ADMIN", "ingest", "papers", "broken off: 1 added")]


@pytest.mark.parametrize(
    ("run_", "said"),
    [
        (Run(1, "running", "", None, added=3), "under way: 3 added"),
        (Run(1, "finished", "", "", added=1204, failed=2), "done: 1204 added, 2 failed"),
        (Run(1, "aborted", "", None), "broken off"),
        (Run(1, "aborted", "", "", unchanged=7, cancelled=True), "cancelled: 7 unchanged"),
    ],
)
def test_how_a_run_ended_is_said_in_few_words(run_: Run, said: str) -> None:
    assert say_end(run_) == said


def test_no_act_is_noted_where_nothing_was_ingested(tmp_path: Path) -> None:
    with pytest.raises(NothingIngested):
        note_act(tmp_path, INGEST, "refused")
    assert list(tmp_path.iterdir()) == []


def test_a_catalogue_of_an_earlier_version_is_told_in_a_sentence(data: Path) -> None:
    with closing(sqlite3.connect(data / "catalogue.db")) as connection, connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm009_acts'")
    with pytest.raises(DataFolderUnusable, match="Run `townclerk rebuild`"):
        note_act(data, INGEST, "refused")


def test_what_is_done_at_the_command_line_is_in_the_trail_too(tmp_path: Path) -> None:
    data = ingested(tmp_path, {"ponds.txt": "PONDS\n\n1. Two ponds.", "oak.txt": "OAKS\n\n1. One."})
    run("withdraw", "oak.txt", "--why", "names a\nchild", "--who", "U0ADMIN", data=data)
    withdrawn, read = run_json("acts", data=data)["acts"]
    assert (withdrawn["who"], withdrawn["act"]) == ("U0ADMIN", "withdraw")
    assert withdrawn["arguments"] == f"{tmp_path / 'papers' / 'oak.txt'}: names a\nchild"
    assert withdrawn["outcome"] == "done: 1 withheld"
    assert (read["who"], read["act"]) == ("command line", "ingest")
    assert read["outcome"] == "done: 2 added"
    lines = run("acts", "--limit", "1", data=data).stdout.splitlines()
    assert [line.partition(" ")[2] for line in lines] == [
        f"U0ADMIN: withdraw {tmp_path / 'papers' / 'oak.txt'}: names a\\nchild: done: 1 withheld"
    ]


def test_an_act_is_said_in_one_line(data: Path) -> None:
    with open_catalogue(data) as catalogue:
        (act,) = last_acts(catalogue)
    assert say_act(act) == f"{act.at} U0ADMIN: ingest papers: done: 1 added"
