"""What is new since an ingest: exact when papers change, move, go, come again or are copies."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.catalogue.connections import open_writer
from index.catalogue.packs import Pack
from index.library import open_library
from index.records import Report, ReportKind
from index.shelf import open_shelf
from support.small_reports import at, met, report

JANUARY, MARCH = date(2026, 1, 14), date(2026, 3, 11)
PONDS = "RESOLVED that the three village ponds be cleaned each autumn by the wardens."
LAMPS = "RESOLVED that no lamp on Quarry Rise be lit after eleven at night."


def minutes(
    text: str,
    source: str,
    day: date = JANUARY,
    *,
    kind: ReportKind = "minutes",
    draft: bool = False,
) -> Report:
    front = {"council": "Ambleford", "body": "Parks Panel", "title": "Minutes", "draft": draft}
    paper = report(f"# Grounds\n{text}", source, meeting_date=day, **front)
    headed = tuple(replace(one, heading="Grounds") for one in paper.decisions)
    return replace(paper, kind=kind, decisions=headed)


def ingest(data: Path, *papers: Report, gone: Iterable[str] = ()) -> int:
    """One run in which these are met and those are found to be gone; gives its number."""
    with open_shelf(data) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), b"bytes")
        for source in gone:
            shelf.remove(source)
        return shelf.run


def pack(data: Path, *parts: Report) -> int:
    file = replace(met(parts[0]), source="pack.pdf", sha256=parts[0].sha256)
    with open_shelf(data) as shelf:
        shelf.add_pack(Pack(parts, b"bytes", "so many papers"), file)
        return shelf.run


def new(data: Path, after: int, until: int = 99) -> list[str]:
    """The new decisions' words, and where they stand."""
    with open_library(data) as library:
        found = library.new_decisions(after, until)
    return [f"{one.decision.text.split()[-1]} {one.report.source}" for one in found]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one paper, of run 1."""
    folder = tmp_path / "data"
    assert ingest(folder, minutes(PONDS, "a.txt")) == 1
    return folder


def test_decisions_are_new_in_the_run_that_first_held_them(data: Path) -> None:
    ingest(data, minutes(PONDS, "a.txt"), minutes(LAMPS, "b.txt", MARCH))
    assert new(data, 0) == ["night. b.txt", "wardens. a.txt"]
    assert new(data, 1) == ["night. b.txt"]
    assert new(data, 0, 1) == ["wardens. a.txt"]
    assert new(data, 2) == []


def test_a_paper_that_is_read_again_is_not_new(data: Path) -> None:
    again = replace(minutes(PONDS, "a.txt"), warnings=("read better",))
    ingest(data, again)
    assert new(data, 1) == []


def test_a_paper_that_has_changed_is_as_new_as_it_was(data: Path) -> None:
    ingest(data, minutes(f"{PONDS}\n{LAMPS}", "a.txt"))
    assert new(data, 1) == []
    assert new(data, 0) == ["wardens. a.txt", "night. a.txt"]


def test_a_later_meeting_at_the_same_address_is_new(data: Path) -> None:
    ingest(data, minutes(LAMPS, "a.txt", MARCH))
    assert new(data, 1) == ["night. a.txt"]


def test_a_paper_that_was_moved_or_was_away_for_a_while_is_not_new(data: Path) -> None:
    paper = minutes(PONDS, "a.txt")
    ingest(data, at(paper, "b.txt"), gone=["a.txt"])
    ingest(data, gone=["b.txt"])
    assert new(data, 0) == []
    ingest(data, paper)
    assert new(data, 1) == []
    assert new(data, 0) == ["wardens. a.txt"]


def test_a_copy_of_a_paper_held_before_is_not_new(data: Path) -> None:
    words = " ".join(f"The wardens said of pond {n} that it was clear." for n in range(40))
    ingest(data, minutes(f"{words}\n{LAMPS}", "b.txt", MARCH))
    ingest(data, minutes(f"{words}\nThank you.\n{LAMPS}", "c.txt", MARCH))
    assert new(data, 2) == []
    assert len(new(data, 1)) == 1  # of copies that are both new, one


def test_minutes_that_take_the_place_of_a_draft_elsewhere_are_not_new(data: Path) -> None:
    ingest(data, minutes(LAMPS, "draft.txt", MARCH, draft=True))
    ingest(data, minutes(f"{LAMPS} Agreed as a true record.", "b.txt", MARCH), gone=["draft.txt"])
    assert new(data, 2) == []
    assert new(data, 1) == ["record. b.txt"]


def test_what_is_withheld_is_not_told_and_is_new_when_it_is_first_public(data: Path) -> None:
    closed = replace(minutes(LAMPS, "b.txt", MARCH), access="exempt")
    ingest(data, closed)
    assert new(data, 1) == []
    ingest(data, replace(closed, access="public"))
    assert new(data, 2) == ["night. b.txt"]


def test_what_is_withheld_later_is_told_no_more(data: Path) -> None:
    ingest(data, replace(minutes(PONDS, "a.txt"), access="exempt"))
    assert new(data, 0) == []
    with closing(open_writer(data)) as db:
        assert list(db.query("SELECT meeting FROM arrivals")) == [{"meeting": None}]


def test_of_a_pack_that_has_changed_only_the_papers_it_has_more_are_new(tmp_path: Path) -> None:
    data = tmp_path / "data"
    ponds = replace(minutes(PONDS, "pack.pdf#page=1", kind="report"))
    pack(data, ponds)
    reread = report(
        f"# Grounds\n\n{PONDS}", "pack.pdf#page=1", meeting_date=JANUARY, title="Minutes"
    )
    lamps = report(f"# Lamps\n{LAMPS}", "pack.pdf#page=2", meeting_date=JANUARY, title="Lamps")
    pack(data, reread, lamps)
    assert new(data, 1) == ["night. pack.pdf#page=2"]


def test_what_an_older_catalogue_holds_is_new_to_nobody(data: Path) -> None:
    with closing(open_writer(data)) as db:
        db.executescript(
            "DROP TABLE arrivals; DELETE FROM _sqlite_migrations WHERE name = 'm010_arrivals'"
        )
    ingest(data, minutes(LAMPS, "b.txt", MARCH))
    assert new(data, 0) == ["night. b.txt"]


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("ponds", ["wardens."]),
        ("village ponds", ["wardens."]),
        ("lamps on Quarry Rise", ["night."]),
        ("street ponds", []),  # nothing says "street"
        ("lighting of ponds", []),
        ("village pools", []),  # a synonym would find ponds, if it was asked for
        ("ponds 2026", []),
        ("ponds of the Parks Panel", ["wardens."]),
        ("grounds", ["wardens.", "night."]),  # the heading they stand under
        ("what about it", []),
        ("zzyzx", []),
        ("", []),
    ],
)
def test_a_decision_is_on_a_subject_only_if_every_word_is_met(
    data: Path, subject: str, found: list[str]
) -> None:
    ingest(data, minutes(LAMPS, "b.txt"))
    with open_library(data) as library:
        on_it = library.on_subject(library.new_decisions(0, 9), subject)
    assert [one.decision.text.split()[-1] for one in on_it] == found


def test_what_is_told_with_a_decision_counts_towards_its_subject(tmp_path: Path) -> None:
    data = tmp_path / "data"
    asked = "# Boats\nThe charges were last raised in 2019.\nRECOMMENDED that all mooring be £2."
    other = "The charges for ponds and lamps and halls were told to the panel."
    ingest(data, *(minutes(f"{other} ({n})", f"{n}.txt") for n in range(5)))
    ingest(data, report(asked, "parks.txt", title="Moorings", body="Cabinet", meeting_date=MARCH))
    with open_library(data) as library:
        held = library.new_decisions(0, 9)
        told = [len(library.on_subject(held, said)) for said in ("mooring charges", "bus charges")]
    assert told == [1, 0]
