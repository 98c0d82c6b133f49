"""Papers at the terminal: everything that was understood of one, and the list of all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.errors import NoSuchSource
from index.records import Block, Decision, FrontPage, Lead, Report
from index.shelf import open_shelf
from index.understood import paper_named
from support.commands import run, run_json
from support.meetings import asking, minutes
from support.small_reports import met

TEXT = "Parks\n1. Mow the lawns.\nPark\tBench\nFen\t4\nLake\t9\n2. Note it."
FRONT = FrontPage(
    title="Parks",
    council="Eastmere",
    body="Cabinet",
    meeting_date=date(2024, 6, 4),
    meeting_date_basis="inferred",
    meeting_date_rule="the year of the report's own date",
    report_of="Head of Parks",
    introduced_by="Cllr Reed",
    author="Ann Lee",
    contact="01632 960111",
    reference="P/24/7",
    item_number="7",
    decision_number="D12",
    part=1,
    wards="All",
    key_decision=True,
    call_in=False,
    draft=True,
    proposed=False,
)
BLOCKS = (
    Block("heading", "Parks", 0, 5, page=1),
    Block("paragraph", "1. Mow the lawns.", 6, 23, 3, "1", True, heading="Parks", page=1),
    Block("row", "Park\tBench", 24, 34, page=2),
    Block("row", "Fen\t4", 35, 40, page=2, columns=("Park", "Bench")),
    Block("row", "Lake\t9", 41, 47, page=2, columns=("Park", "Bench")),
    Block("paragraph", "2. Note it.", 48, 59, 3, "2", heading="Parks", page=2),
)
DECISIONS = (
    Decision(
        "Mow the lawns.",
        "resolved",
        *(9, 23, 9),
        outcome="approved",
        label="1",
        minute="45",
        heading="Parks",
        page=1,
        mover="Cllr Reed",
        seconder="Cllr Moss",
        votes="7 for, 2 against",
        reasons="The grass is long.",
        alternatives="Sheep.",
    ),
)
LEADS = (Lead("Ann Lee", "Ranger", "Eastmere", "Contact Officer", "Lawns", 6, 23, "960111"),)
PAPER = Report(
    source="papers/parks.pdf",
    sha256="ab" * 32,
    kind="minutes",
    text=TEXT,
    blocks=BLOCKS,
    front=FRONT,
    decisions=DECISIONS,
    leads=LEADS,
    pages=2,
    warnings=("Two words were hidden and are left out.",),
)
PART = replace(PAPER, source="papers/pack.pdf#page=12", sha256="cd" * 32)
OTHER_PART = replace(PAPER, source="papers/pack.pdf#page=30", sha256="ef" * 32)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper above; and a report with the minutes that decide it."""
    data = tmp_path_factory.mktemp("view")
    asked = asking("boats.pdf", "Boats", ["Paint the boats"])
    resolved = minutes("minutes.pdf", [("Boats", None, "That the boats be painted green.")])
    with open_shelf(data) as shelf:
        for paper in (PAPER, asked, resolved):
            shelf.add(paper, met(paper), b"bytes")
    return data


@pytest.mark.parametrize(
    "line",
    [
        "Draft               yes",
        "Meeting date        4 June 2024 (inferred: the year of the report's own date)",
        "Item number         7",
        "Decision number     D12",
        "Introduced by       Cllr Reed",
        "Part                1 (open to the public)",
        "Key decision        yes",
        "Subject to call-in  no",
        "Address             –",
        "Length              2 pages, 59 characters",
        "Warning             Two words were hidden and are left out.",
        "page 1 ───",
        "      1*  Mow the lawns.",
        "* The file itself had lost this number.",
        "┃ Park ┃ Bench ┃",
        "│ Lake │ 9     │",
        "       2  Note it.",
        "Resolved · approved · minute 45 · 1 · page 1 · Parks",
        "    Moved by: Cllr Reed",
        "    Votes: 7 for, 2 against",
        "    Reasons: The grass is long.",
        "    Alternatives: Sheep.",
        "Ann Lee  Ranger  Eastmere      Contact Officer  Lawns  960111",
    ],
)
def test_everything_understood_of_a_paper_is_shown(data: Path, line: str) -> None:
    shown = run("show", "parks.pdf", data=data).stdout
    assert line in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_what_became_of_a_recommendation_is_shown_on_both_papers(data: Path) -> None:
    asked = run("show", "boats.pdf", data=data).stdout
    assert "    Decided by: resolved, minute 1, Minutes, Cabinet, 4 June 2024, minutes.pdf" in asked
    resolved = run("show", "minutes.pdf", data=data).stdout
    assert "    Decides: recommended, not a decision, (i), Boats, Cabinet, 4 June 2024" in resolved


def test_links_are_part_of_the_document(data: Path) -> None:
    (asked,) = run_json("show", "boats.pdf", data=data)["decisions"]
    (resolved,) = run_json("show", "minutes.pdf", data=data)["decisions"]
    ids = {r["source"]: r["report_id"] for r in run_json("reports", data=data)["reports"]}
    assert (asked["decides"], resolved["decided_by"]) == ([], [])
    assert asked["decided_by"] == [
        {
            "report_id": ids["minutes.pdf"],
            "source": "minutes.pdf",
            "minute": "1",
            "label": None,
            "standing": "resolved",
            "outcome": None,
            "meeting_date": "2024-06-04",
            "whole_item": False,
        }
    ]
    assert [one["label"] for one in resolved["decides"]] == ["(i)"]


def test_the_list_of_reports_fits_a_hundred_columns(tmp_path: Path) -> None:
    long = FrontPage(title="Very " * 30, body="Committee " * 6, meeting_date=date(2024, 6, 4))
    papers = [
        replace(PAPER, front=long, source=f"{folder}/{'name' * 9}.pdf", sha256=digit * 64)
        for folder, digit in (("may", "1"), ("june", "2"))
    ]
    with open_shelf(tmp_path) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), b"bytes")
    listed = run("reports", data=tmp_path).stdout
    assert max(map(len, listed.splitlines())) <= 100
    assert "may/name" in listed
    assert "june/name" in listed


def test_copies_are_told_in_the_list_and_on_the_paper(tmp_path: Path) -> None:
    words = " ".join(f"word{n} of{n}" for n in range(60))
    papers = [
        minutes(name, [("Parks", None, words)], draft=draft)
        for name, draft in (("final.pdf", False), ("draft.docx", True))
    ]
    with open_shelf(tmp_path) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), b"bytes")
    assert "same as draft.docx" in run("reports", data=tmp_path).stdout
    assert (
        "Same paper as       draft.docx (draft)" in run("show", "final.pdf", data=tmp_path).stdout
    )
    (final, draft) = (run_json("show", p.source, data=tmp_path)["report"] for p in papers)
    assert final["same_as"] == [draft["report_id"]]
    assert draft["same_as"] == [final["report_id"]]
    assert f",{final['report_id']}" in run("reports", "--csv", data=tmp_path).stdout


def test_of_many_copies_the_list_names_two_and_counts_the_rest(tmp_path: Path) -> None:
    words = " ".join(f"word{n} of{n}" for n in range(60))
    papers = [minutes(f"{name}.pdf", [("Parks", None, words)], draft=False) for name in "abcde"]
    with open_shelf(tmp_path) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), paper.source.encode())
    listed = " ".join(run("reports", data=tmp_path).stdout.split())
    assert listed.count(" and 2 more") == 5
    assert run("failures", data=tmp_path).stderr.startswith("No paper is withheld")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("papers/parks.pdf", "papers/parks.pdf"),
        ("parks.pdf", "papers/parks.pdf"),
        ("ab" * 8, "papers/parks.pdf"),
        ("pack.pdf#page=12", "papers/pack.pdf#page=12"),
        ("papers/pack.pdf#page=30", "papers/pack.pdf#page=30"),
        ("pack.pdf", "2 papers are called 'pack.pdf': papers/pack.pdf#page=12, papers/"),
        ("papers/pack.pdf", "2 papers are called 'papers/pack.pdf': papers/pack.pdf#page=12"),
        ("pack.pdf#page=1", "No paper 'pack.pdf#page=1' is held."),
        ("", "No paper '' is held."),
    ],
)
def test_a_paper_is_known_by_its_path_its_name_its_id_or_its_place_in_a_file(
    tmp_path: Path, said: str, expected: str
) -> None:
    with open_shelf(tmp_path) as shelf:
        for paper in (PAPER, PART, OTHER_PART):
            shelf.add(paper, met(paper), b"bytes")
    with open_catalogue(tmp_path) as catalogue:
        try:
            found = paper_named(catalogue, said).source
        except NoSuchSource as error:
            found = str(error)
    assert found.startswith(expected)
