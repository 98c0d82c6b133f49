"""Reading the catalogue: what was put in comes out, joined and in order."""

import dataclasses
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from index.catalogue import Catalogue, LeadFound, open_catalogue
from index.catalogue.coverage import within
from index.catalogue.lookups import whole_report
from index.errors import DataFolderUnusable, NothingIngested
from index.passages import Within
from index.records import Abbreviation, Block, Decision, Filters, FrontPage, Lead, Report
from index.runs import RunItem
from index.shelf import open_shelf
from support.small_reports import met, report

MARCH, MAY = date(2011, 3, 16), date(2011, 5, 4)

GATES = report(
    "# Gates\n1. The gate is shut.\nRESOLVED that it open.\nRESOLVED that it close.",
    "gates.txt",
    title="Gates",
    council="Ambleford Borough Council",
    body="Executive Cabinet",
    meeting_date=MARCH,
    meeting_date_basis="stated",
)
PONDS = report(
    "1. The pond is full.\nRECOMMENDED to drain it.",
    "ponds.txt",
    title="Ponds",
    council="Ambleford Borough Council",
    body="Council",
    meeting_date=MAY,
)
UNDATED = report("RESOLVED that nothing be done.", "undated.txt", title="Undated")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with open_shelf(tmp_path / "data") as shelf:
        for paper in (UNDATED, GATES, PONDS):
            shelf.add(paper, met(paper), b"bytes")
    return tmp_path / "data"


@pytest.fixture
def catalogue(data: Path) -> Iterator[Catalogue]:
    with open_catalogue(data) as opened:
        yield opened


def test_before_anything_is_ingested_the_person_is_told_to(tmp_path: Path) -> None:
    with pytest.raises(NothingIngested, match="Run `townclerk ingest FOLDER` first"):
        open_catalogue(tmp_path)


def test_an_empty_file_in_the_catalogues_place_holds_nothing_yet(tmp_path: Path) -> None:
    (tmp_path / "catalogue.db").touch()
    with pytest.raises(NothingIngested):
        open_catalogue(tmp_path)


def test_a_catalogue_of_an_earlier_version_is_told_in_a_sentence(data: Path) -> None:
    with closing(sqlite3.connect(data / "catalogue.db")) as connection, connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm003_ledger'")
    with pytest.raises(DataFolderUnusable, match="made by an earlier version") as raised:
        open_catalogue(data)
    assert raised.value.reason == "older_version"


def test_the_catalogue_can_only_be_read(data: Path, catalogue: Catalogue) -> None:
    with catalogue._reading() as db, pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM reports")


def test_reports_come_newest_meeting_first_and_undated_last(catalogue: Catalogue) -> None:
    assert [facts.front.title for facts in catalogue.reports()] == ["Ponds", "Gates", "Undated"]


def test_a_reports_facts_are_as_they_were_added(catalogue: Catalogue) -> None:
    facts = catalogue.report(GATES.report_id)
    assert facts is not None
    assert (facts.front, facts.source, facts.kind) == (GATES.front, "gates.txt", "report")
    assert (facts.chars, facts.access) == (len(GATES.text), "public")
    assert catalogue.report("0" * 16) is None
    assert set(catalogue.facts([GATES.report_id, "0" * 16])) == {GATES.report_id}


def test_text_and_excerpts_are_the_reports_own(catalogue: Catalogue) -> None:
    assert catalogue.text(GATES.report_id) == GATES.text
    assert catalogue.excerpt(GATES.report_id, 2, 7) == "Gates"
    assert catalogue.text("0" * 16) == ""


def test_blocks_come_back_as_they_were(catalogue: Catalogue) -> None:
    assert catalogue.blocks(GATES.report_id) == GATES.blocks


def test_blocks_that_touch_a_span_come_alone(catalogue: Catalogue) -> None:
    second = GATES.blocks[1]
    assert catalogue.blocks(GATES.report_id, (second.start, second.end)) == (second,)
    assert catalogue.blocks(GATES.report_id, (second.end - 1, second.end)) == (second,)


def test_passages_come_with_their_blocks_and_the_words_beside_them(catalogue: Catalogue) -> None:
    first, second = catalogue.passages_of(GATES.report_id)
    gone = replace(first, passage_id=999)
    found = catalogue.surroundings([first, second, gone])
    assert found[first.passage_id].beside == (second.text,)
    assert found[second.passage_id].beside == (first.text,)
    assert found[first.passage_id].blocks == tuple(
        b for b in GATES.blocks if first.start <= b.start and b.end <= first.end
    )
    assert (found[999].blocks, found[999].beside) == ((), ())


def test_passages_come_in_the_order_asked_and_unknown_ones_not_at_all(
    catalogue: Catalogue,
) -> None:
    numbers = [p.passage_id for p in catalogue.passages_of(GATES.report_id)]
    asked = [numbers[1], 999, numbers[0]]
    assert [p.passage_id for p in catalogue.passages(asked)] == [numbers[1], numbers[0]]
    for passage in catalogue.passages(numbers):
        assert passage.text == GATES.text[passage.start : passage.end]


def test_neighbours_are_of_the_same_report_and_in_order(catalogue: Catalogue) -> None:
    first, second = catalogue.passages_of(GATES.report_id)
    assert catalogue.neighbours(first, 3, 3) == [second]
    assert catalogue.neighbours(second, 1, 0) == [first]
    assert catalogue.neighbours(second, 0, 2) == []


def test_a_report_is_found_by_its_source_or_its_id(catalogue: Catalogue) -> None:
    for said in ("gates.txt", GATES.report_id):
        found = catalogue.find_source(said)
        assert found is not None
        assert found.front.title == "Gates"
    assert catalogue.find_source("other.txt") is None


def said(catalogue: Catalogue, **filters: Any) -> list[str]:
    return [found.decision.text for found in catalogue.decisions(Filters(**filters))]


def test_decisions_come_newest_meeting_first_then_in_document_order(catalogue: Catalogue) -> None:
    assert said(catalogue) == [
        "RECOMMENDED to drain it.",
        "RESOLVED that it open.",
        "RESOLVED that it close.",
        "RESOLVED that nothing be done.",
    ]


def test_decisions_are_paged(catalogue: Catalogue) -> None:
    pages = [catalogue.decisions(Filters(), None, 3, offset) for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 1, 0]


def test_decisions_pass_the_filters(catalogue: Catalogue) -> None:
    opened = ["RESOLVED that it open.", "RESOLVED that it close."]
    assert said(catalogue, body="cabinet") == opened
    assert said(catalogue, body="executive cabinets", council="ambleford") == opened
    assert said(catalogue, body="Planning Committee") == []
    assert said(catalogue, since=MAY) == ["RECOMMENDED to drain it."]
    assert said(catalogue, until=MARCH) == opened
    assert said(catalogue, standing="recommended") == ["RECOMMENDED to drain it."]
    assert said(catalogue, kind="minutes") == []


def test_decisions_can_be_asked_of_some_reports_or_of_none(catalogue: Catalogue) -> None:
    of_ponds = catalogue.decisions(Filters(), {PONDS.report_id})
    assert [found.report.front.title for found in of_ponds] == ["Ponds"]
    assert catalogue.decisions(Filters(), set()) == []


def test_names_in_words_become_the_names_held(catalogue: Catalogue) -> None:
    held = [(one.council, one.body) for one in catalogue.status().by_body]
    assert held[-1] == (None, None)
    assert within(Filters(body="cabinet", since=MARCH), held) == Within(
        committees=frozenset({"Executive Cabinet"}), since=MARCH
    )
    assert within(Filters(council="Elsewhere"), held) == Within(councils=frozenset())
    assert within(Filters(body="the"), held) == Within(committees=frozenset())
    assert within(Filters(), held) == Within()


def test_coverage_is_counted_by_body(catalogue: Catalogue) -> None:
    status = catalogue.status()
    assert (status.reports, status.decisions, status.newest_meeting) == (3, 4, MAY)
    assert status.passages == 5
    assert [(c.body, c.reports, c.newest) for c in status.by_body] == [
        ("Council", 1, MAY),
        ("Executive Cabinet", 1, MARCH),
        (None, 1, None),
    ]
    assert status.last_run is not None
    assert (status.last_run.state, status.last_run.added) == ("finished", 3)


def test_leads_name_their_report_and_abbreviations_what_they_stand_for(tmp_path: Path) -> None:
    lead = Lead("A. Warden", None, None, "Lead Officer", "Gates", 8, 20, "01632 960123")
    paper = replace(GATES, leads=(lead,), abbreviations=(Abbreviation("ABC", "Ambleford"),))
    with open_shelf(tmp_path / "data") as shelf:
        shelf.add(paper, met(paper), b"")
        shelf.add(PONDS, met(PONDS), b"")
    with open_catalogue(tmp_path / "data") as catalogue:
        found = [LeadFound(lead, GATES.report_id)]
        assert catalogue.leads() == catalogue.leads(GATES.report_id) == found
        assert catalogue.leads(PONDS.report_id) == []
        assert catalogue.meanings() == [("ABC", "Ambleford")]


@pytest.mark.parametrize(
    ("table", "record", "elsewhere"),
    [
        ("blocks", Block, {"text"}),
        ("decisions", Decision, set()),
        ("leads", Lead, set()),
        ("abbreviations", Abbreviation, set()),
        ("reports", FrontPage, set()),
        ("reports", Report, {"front", "blocks", "decisions", "leads", "abbreviations"}),
        ("run_items", RunItem, set()),
    ],
)
def test_every_field_of_a_record_has_its_column(
    catalogue: Catalogue, table: str, record: type, elsewhere: set[str]
) -> None:
    with catalogue._reading() as db:
        columns = {column.name for column in db.table(table).columns}
    assert {field.name for field in dataclasses.fields(record)} - elsewhere <= columns


any_text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
maybe = st.none() | any_text
dates = st.none() | st.dates()


@st.composite
def any_report(draw: st.DrawFn) -> Report:
    parts = draw(st.lists(any_text, max_size=4))
    blocks, start = [], 0
    for part in parts:
        columns = tuple(draw(st.lists(any_text, max_size=2)))
        end = start + len(part)
        row = Block("row", part, start, end, label=draw(maybe), columns=columns, under=draw(maybe))
        blocks.append(row)
        start = end + 1
    front = FrontPage(
        title=draw(maybe), council=draw(maybe), body=draw(maybe), meeting_date=draw(dates),
        reference=draw(maybe), key_decision=draw(st.none() | st.booleans()),
        draft=draw(st.booleans()),
    )  # fmt: skip
    lead = Lead(draw(maybe), draw(maybe), None, draw(any_text), None, 0, 1, draw(maybe))
    decision = Decision(draw(any_text), "resolved", 0, 1, 0, mover=draw(maybe))
    sha256 = draw(st.from_regex("[0-9a-f]{64}", fullmatch=True))
    return Report(
        draw(any_text), sha256, "minutes", "\n".join(parts), tuple(blocks), front, (decision,),
        (lead,), (Abbreviation(draw(any_text), draw(any_text)),), pages=3,
        warnings=tuple(draw(st.lists(any_text, max_size=2))), url=draw(maybe),
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(paper=any_report())
def test_any_report_comes_back_as_it_was(
    paper: Report, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = tmp_path_factory.mktemp("any")
    with open_shelf(data) as shelf:
        shelf.add(paper, met(paper), b"")
    with open_catalogue(data) as catalogue, catalogue._reading() as db:
        assert isinstance(db, Database)
        assert whole_report(db, paper.report_id) == paper
