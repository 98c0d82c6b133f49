"""Files that hold one paper: known as copies, cited once, the approved and fullest first."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalogue import open_catalogue
from index.library import open_library
from index.records import Filters, Report
from index.relating.copies import is_short, points_to
from index.shelf import open_shelf
from support.commands import SHARED, run_json
from support.meetings import minutes, record, told
from support.small_reports import met

# Forty sentences of one meeting, in words that no other meeting has.
WORDS = " ".join(
    f"Member {n} asked about the culvert at lane{n} and was told so{n}." for n in range(40)
)
ELSE = " ".join(f"The panel heard claim {n} of plot{n} and put off case{n}." for n in range(40))

PDF = told("2024-06-04.pdf", "minutes", WORDS, council="Eastmere")
PAGE = told("2024-06-04.md", "minutes", WORDS.replace("asked", "then asked", 3), body=None)
DRAFT = told("draft.docx", "minutes", WORDS.replace("lane7 ", "lane70 "), draft=True)
STUB = told("stub.md", "minutes", "The minutes are linked below.", body=None)
POINTS = b"---\nfile: /minutes/2024-06-04.pdf\n---\nThe minutes are linked below."
LONGER = told("pack.html", "minutes", f"{WORDS} {ELSE}")


def shelve(data: Path, *papers: Report, pages: Mapping[str, bytes] | None = None) -> None:
    with open_shelf(data) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), (pages or {}).get(paper.source, b"bytes"))


def groups(data: Path) -> list[list[str]]:
    """The sources of each group of copies, the one to cite first."""
    with open_catalogue(data) as catalogue:
        source = {report.report_id: report.source for report in catalogue.reports()}
        copies = catalogue.copies(source)
    ranked = sorted(copies.values(), key=lambda copy: copy.rank)
    cited = sorted({source[copy.cited_id] for copy in ranked})
    return [[source[c.report_id] for c in ranked if source[c.cited_id] == one] for one in cited]


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ((PDF, PAGE), [["2024-06-04.pdf", "2024-06-04.md"]]),
        ((DRAFT, PDF), [["2024-06-04.pdf", "draft.docx"]]),
        ((DRAFT, PAGE, PDF), [["2024-06-04.pdf", "2024-06-04.md", "draft.docx"]]),
        ((PDF, LONGER), [["pack.html", "2024-06-04.pdf"]]),
        ((PDF, STUB), [["2024-06-04.pdf", "stub.md"]]),
        # Another meeting, body, council or kind of paper is no copy, however alike.
        ((PDF, replace(PAGE, front=replace(PAGE.front, meeting_date=date(2024, 6, 5)))), []),
        ((PDF, replace(PAGE, front=replace(PAGE.front, meeting_date=None))), []),
        ((PDF, told("b.md", "minutes", WORDS, body="Planning Committee")), []),
        ((PDF, told("b.md", "minutes", WORDS, council="Westmere")), []),
        ((PDF, told("b.md", "agenda", WORDS)), []),
        ((PDF, told("b.md", "minutes", ELSE)), []),
        # An annual meeting and an ordinary one of an evening have much in common.
        (
            (
                told("a.md", "minutes", f"{WORDS} {ELSE[:1200]}", title="Minutes"),
                told("b.md", "minutes", f"{WORDS} {ELSE[1200:]}", title="Annual Meeting"),
            ),
            [],
        ),
        # A page that points elsewhere, or at nothing.
        ((PDF, told("c.md", "minutes", "The minutes are linked below.", body=None)), []),
        ((told("other.pdf", "minutes", WORDS), STUB), []),
        # Decision records of one day are made from one form.
        (
            (record("1", "Grant to A", f"{WORDS} Ada"), record("2", "Grant to B", f"{WORDS} Bee")),
            [],
        ),
        ((record("1", "Grant", WORDS), record("2", "Grant", f"{WORDS} Signed.")), [["2", "1"]]),
        (
            (
                record("1", "Grant", WORDS, reference="G/1"),
                record("2", "Grant", WORDS, reference="G/2"),
            ),
            [],
        ),
    ],
)
def test_copies_of_one_paper_are_known(
    tmp_path: Path, papers: tuple[Report, ...], expected: list[list[str]]
) -> None:
    shelve(tmp_path / "data", *papers, pages={"stub.md": POINTS})
    assert groups(tmp_path / "data") == expected


@pytest.mark.parametrize("order", list(permutations([PDF, STUB, DRAFT])))
def test_copies_do_not_depend_on_which_came_first(
    tmp_path: Path, order: tuple[Report, ...]
) -> None:
    for paper in order:
        shelve(tmp_path / "data", paper, pages={"stub.md": POINTS})
    assert groups(tmp_path / "data") == [["2024-06-04.pdf", "draft.docx", "stub.md"]] or groups(
        tmp_path / "data"
    ) == [["2024-06-04.pdf", "stub.md", "draft.docx"]]


def test_copies_come_and_go_with_the_papers(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, PDF, PAGE, DRAFT)
    with open_shelf(data) as shelf:
        shelf.withhold(met(PDF), "exempt")
        assert groups(data) == [["2024-06-04.md", "draft.docx"]]
        shelf.remove(PAGE.source)
    assert groups(data) == []
    shelve(data, PAGE)
    assert groups(data) == [["2024-06-04.md", "draft.docx"]]


HEARD = [("Culvert", None, f"{sentence}.") for sentence in WORDS.rstrip(".").split(". ")]
CLEARED = ("Culvert", None, "Resolved that the culvert be cleared.")
FORD = ("Culvert", None, "Resolved that the ford be cleared of stones.")
RESOLVED = [*HEARD, CLEARED]
APPROVED_MINUTES = minutes("approved.pdf", RESOLVED)
DRAFT_MINUTES = minutes("draft.pdf", [*RESOLVED, FORD], draft=True)
WEB_MINUTES = minutes("page.html", RESOLVED, body=None)


def test_an_answer_cites_one_copy_and_no_draft_of_what_was_approved(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, DRAFT_MINUTES, WEB_MINUTES, APPROVED_MINUTES)
    with open_library(data) as library:
        for question in ("what was decided about the culvert", "who asked about lane7"):
            answer = library.ask(question, limit=20)
            assert {c.report.source for c in answer.citations} == {"approved.pdf"}
            assert answer.searched.reports == 3
        assert library.ask("what was decided about the ford").status != "answered"
        drafted = library.ask("what do the draft minutes say about the ford", limit=1)
        assert [c.report.source for c in drafted.citations] == ["draft.pdf"]


def test_papers_of_a_kind_asked_for_are_not_said_to_be_none_where_they_are_cited(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    shelve(data, APPROVED_MINUTES)
    with open_library(data) as library:
        answer = library.ask("what do the minutes say about culvert walkers")
        assert {c.report.kind for c in answer.citations} <= {"minutes"}
        assert "Nothing found in papers of kind minutes" not in answer.headline


def test_a_decision_in_several_copies_is_listed_once(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, WEB_MINUTES, APPROVED_MINUTES)
    with open_catalogue(data) as catalogue:
        for filters in (Filters(), Filters(body="Cabinet")):
            found = catalogue.decisions(filters, limit=100)
            assert {one.report.source for one in found} == {"approved.pdf"}


@pytest.mark.parametrize(
    ("page", "source", "expected"),
    [
        (b'<a href="/files/Minutes%20June.pdf">', "papers/Minutes June.pdf", True),
        (b"[PDF](minutes.pdf)", "https://town.example/a/minutes.pdf", True),
        (b"file: MINUTES.PDF", "a/minutes.pdf", True),
        (b"file: old-minutes.pdf", "a/minutes.pdf", False),
        (b"file: minutes.pdf.zip", "a/minutes.pdf", False),
        (b"See minutes.pdf.", "a/minutes.pdf", True),
        (b"see the minutes", "a/minutes", False),
        (b"", "a/minutes.pdf", False),
    ],
)
def test_a_page_points_to_the_file_it_names(page: bytes, source: str, expected: bool) -> None:
    assert points_to(page, source) == expected


@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_page_and_any_name_can_be_compared(page: bytes, source: str) -> None:
    assert points_to(page, source) in (True, False)
    assert is_short(source)


AYTON = SHARED / "corpora" / "uk-ayton-community-council"


@pytest.mark.skipif(not AYTON.is_dir(), reason="the corpora are not here")
def test_real_minutes_published_twice_are_known_by_their_day(tmp_path: Path) -> None:
    run_json("ingest", AYTON, data=tmp_path)
    reports = {r["report_id"]: r for r in run_json("reports", data=tmp_path)["reports"]}
    days = {report_id: Path(r["source"]).stem for report_id, r in reports.items()}
    both = [i for i in reports if sum(other == days[i] for other in days.values()) == 2]
    assert len(both) == 2 * 102
    for report_id in both:
        assert [days[other] for other in reports[report_id]["same_as"]] == [days[report_id]]
    assert not any(reports[i]["same_as"] for i in reports if i not in both)
