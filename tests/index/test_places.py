"""Places that are read again, and places that are forgotten."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from index.catalogue import MetSource, open_catalogue
from index.catalogue.packs import Pack
from index.catalogue.places import KnownPlace, around
from index.checking import disagreements
from index.history import original, removed
from index.migrations import catalogue
from index.places import known_place, places_read
from index.records import Report
from index.runs import RunItem
from index.shelf import Shelf, open_shelf
from support.small_reports import at, met, report

QUAY = report("# The quay\n1. The quay is long.", "/share/quay.txt")
GATE = report("# The gate\n1. The gate is shut.", "/share/gate.txt")
COPY = at(QUAY, "/open/quay.txt")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def add(shelf: Shelf, paper: Report, root: str) -> RunItem:
    return shelf.add(paper, met(paper, root), paper.text.encode())


def held(data: Path) -> list[str]:
    with open_catalogue(data) as opened:
        return sorted(facts.source for facts in opened.reports())


def codes(data: Path) -> dict[str, str | None]:
    with open_catalogue(data) as opened:
        return {item.source: item.code for item in opened.failures()}


@pytest.mark.parametrize(
    ("named", "read"),
    [
        ([["/share"]], {"/share"}),
        ([["/share", "list:/share/a.txt"]], {"/share", "list:/share/a.txt"}),
        ([["/share/2024"], ["/share"]], {"/share"}),
        ([["/share"], ["/share/2024"]], {"/share"}),
        ([["/share"], ["/share/.old"]], {"/share", "/share/.old"}),
        ([["/share"], ["/shared"]], {"/share", "/shared"}),
        (
            [["moderngov:https://a.example"], ["moderngov:https://a.example/b"]],
            {"moderngov:https://a.example", "moderngov:https://a.example/b"},
        ),
    ],
)
def test_a_place_that_was_named_is_read_again_as_what_lies_in_it_is(
    data: Path, named: list[list[str]], read: set[str]
) -> None:
    for roots in named:
        with open_shelf(data) as shelf:
            shelf.read_again(roots)
    assert places_read(data) == read


def test_the_nearest_of_the_folders_around_a_place_comes_last() -> None:
    assert around("/a/b/c", ["/a/b", "/", "/a", "/a/b/c", "/a/b/c/d"]) == ["/", "/a", "/a/b"]


def test_a_catalogue_made_before_places_were_noted_is_brought_up_to_date(data: Path) -> None:
    data.mkdir()
    with closing(Database(data / "catalogue.db")) as db:
        catalogue.apply(db, stop_before="m017_places")
        gate = {"source": "/share/gate.txt", "root": "/share", "outcome": "failed"}
        db["sources"].insert({**gate, "reader_version": 1})
    assert places_read(data) == {"/share"}
    assert known_place(data, "/share") == KnownPlace("/share", (), ("/share/gate.txt",))
    assert disagreements(data) == []


def test_what_was_read_at_a_forgotten_place_is_marked_and_what_only_failed_goes(
    data: Path,
) -> None:
    with open_shelf(data) as shelf:
        shelf.read_again(["/share", "/open"])
        shelf.say_council(["/share", "/open"], "Exham")
        for paper, root in ((QUAY, "/share"), (GATE, "/share"), (COPY, "/open")):
            add(shelf, paper, root)
        shelf.fail(met(GATE, "/share"), "corrupt", "It is damaged.")
        shelf.fail(MetSource("/share/torn.pdf", "/share"), "corrupt", "It is damaged.")
    known = KnownPlace("/share", ("/share/gate.txt", "/share/quay.txt"), ("/share/torn.pdf",))
    assert known_place(data, "/share") == known
    with open_shelf(data) as shelf:
        assert shelf.forget("/share") == known
        number = shelf.run
    assert held(data) == ["/open/quay.txt"]
    assert places_read(data) == {"/open"}
    assert codes(data) == {}
    with open_catalogue(data) as opened:
        assert opened.run_items(number) == [
            RunItem("/share/gate.txt", "removed"),
            RunItem("/share/quay.txt", "removed"),
        ]
        assert opened.council_said() == {"/open": "Exham"}
    assert {one.source: one.kept for one in removed(data)} == dict.fromkeys(known.met, True)
    assert original(data, GATE.sha256) == GATE.text.encode()


def test_a_pack_is_forgotten_with_its_papers_and_an_archive_with_what_is_in_it(
    data: Path,
) -> None:
    archive, pack = MetSource("/share/a.zip", "/share", "1" * 64), at(GATE, "/share/pack.pdf")
    # An archive may have been met under another folder than what is in it was.
    inside = at(QUAY, "/share/a.zip#quay.txt")
    part = replace(GATE, source="/share/pack.pdf#page=1", sha256="2" * 64)
    with open_shelf(data) as shelf:
        shelf.hold_packed(archive, "An archive.")
        add(shelf, inside, "/share/2024")
        shelf.add_pack(Pack((part,), b"pack", "A pack.", 0), met(pack, "/share"))
    assert known_place(data, "/share/2024").met == ()
    with open_shelf(data) as shelf:
        found = shelf.forget("/share")
    assert found.met == ("/share/a.zip", "/share/a.zip#quay.txt", "/share/pack.pdf")
    assert held(data) == []
    assert places_read(data) == frozenset()


def test_what_was_withheld_at_a_forgotten_place_stays_so_elsewhere_until_it_is_released(
    data: Path,
) -> None:
    other = at(QUAY, "/more/quay.txt")
    with open_shelf(data) as shelf:
        shelf.withhold(met(QUAY, "/share"), "exempt")
        assert add(shelf, COPY, "/open").code == "withheld_elsewhere"
        shelf.forget("/share")
    assert codes(data) == {"/open/quay.txt": "withheld_before"}
    with open_shelf(data) as shelf:
        for _ in range(2):
            assert add(shelf, COPY, "/open").code == "withheld_before"
            assert add(shelf, other, "/more").code == "withheld_elsewhere"
    assert held(data) == []
    with open_shelf(data) as shelf:
        shelf.release("/open/quay.txt", "The Monitoring Officer has agreed.")
        assert add(shelf, COPY, "/open").outcome == "added"
        assert add(shelf, other, "/more").outcome == "added"


def test_a_copy_at_a_forgotten_place_changes_nothing_about_the_paper_that_is_marked(
    data: Path,
) -> None:
    other = at(QUAY, "/more/quay.txt")
    with open_shelf(data) as shelf:
        shelf.withhold(met(QUAY, "/share"), "exempt")
        add(shelf, COPY, "/open")
        add(shelf, other, "/more")
        shelf.forget("/open")
    assert codes(data) == {"/more/quay.txt": "withheld_elsewhere", "/share/quay.txt": "exempt"}


def test_a_withdrawn_paper_stays_out_when_its_place_is_forgotten_and_named_again(
    data: Path,
) -> None:
    with open_shelf(data) as shelf:
        add(shelf, QUAY, "/share")
        shelf.withdraw(QUAY.source, "It names a child.")
        shelf.forget("/share")
        assert add(shelf, QUAY, "/share").code == "withdrawn"
        assert add(shelf, COPY, "/open").code == "withdrawn"
