"""No statement reads a whole table for what an index finds: SQLite tells how it goes about each."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from index.catalogue import (
    arrivals,
    copies,
    coverage,
    gaps,
    headings,
    links,
    lookups,
    papers,
    publishing,
    surroundings,
)
from index.catalogue.connections import open_writer, writing
from index.records import Filters, Passage
from index.shelf import open_shelf, passages_folder
from index.whoosh_passages import WhooshPassages
from support.small_reports import met, report

# Any of these may hold a million rows. To go through one of them is no matter where an index alone
# is read, or where it is read in order, until there is enough.
LARGE = ("passages", "blocks", "decisions", "reports", "leads", "links", "matters", "same_as")
LARGE += ("sources", "blobs", "outbox", "run_items", "prints", "arrivals")

TEXT = "# Gates\n1. The park gate shall be locked at nine.\n2. RESOLVED that it be so.\nA\tB"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("plans") / "data"
    with open_shelf(data) as shelf:
        for n in range(40):
            front = {"body": f"Body {n % 3}", "council": "Ambleford", "title": f"Gate {n}"}
            day = date(2026, 1, 1 + n % 20)
            paper = report(f"{TEXT}{n}", f"{n}.txt", meeting_date=day, **front)
            shelf.add(paper, met(paper), b"")
    return data


@contextmanager
def planned(folder: Path, steps: list[str]) -> Iterator[Database]:
    """A catalogue; how it goes about each statement is added to ``steps`` at the end."""
    db = open_writer(folder)
    statements: list[str] = []
    db.conn.set_trace_callback(statements.append)
    try:
        yield db
    finally:
        db.conn.set_trace_callback(None)
        for sql in statements:
            if sql.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE")):
                steps += [row[3] for row in db.conn.execute(f"EXPLAIN QUERY PLAN {sql}")]
        db.close()


def whole_tables(steps: list[str]) -> list[str]:
    scans = [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
    return [step for step in scans if step.split()[1] in LARGE]


def some(db: Database) -> Passage:
    return lookups.passages(db, [5])[0]


ASKED: dict[str, Callable[[Database], object]] = {
    "passages": lambda db: lookups.passages(db, [3, 1, 5]),
    "neighbours": lambda db: lookups.neighbours(db, some(db), 2, 2),
    "surroundings": lambda db: surroundings.surroundings(db, [some(db)]),
    "headings": lambda db: headings.headed(db, [some(db).report_id]),
    "blocks": lambda db: lookups.blocks(db, some(db).report_id, (3, 9)),
    "facts": lambda db: lookups.facts(db, [some(db).report_id]),
    "copies": lambda db: copies.copies(db, [some(db).report_id]),
    "same as": lambda db: copies.same_as(db, some(db).report_id),
    "decided by": lambda db: links.decided_by(db, some(db).report_id),
    "decides": lambda db: links.decides(db, some(db).report_id),
    "arrived": lambda db: arrivals.arrived(db, 0, 5),
    "leads": lambda db: lookups.leads_of(db, some(db).report_id),
    "leads of each": lambda db: lookups.leads_of_each(db, [some(db).report_id]),
    "everybody's leads": lookups.leads,
    "status": coverage.status,
    "newest": lambda db: lookups.newest_of(db, lookups.reports(db)[0].front),
    "minutes' gaps": lambda db: gaps.minutes_gaps(db, date(2026, 6, 1)),
    "source": lambda db: lookups.find_source(db, "3.txt"),
}


@pytest.mark.parametrize("verb", ASKED)
def test_nothing_is_answered_by_reading_a_whole_table(folder: Path, verb: str) -> None:
    steps: list[str] = []
    with planned(folder, steps) as db:
        ASKED[verb](db)
    assert steps
    assert whole_tables(steps) == []


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(body="body 1"),
        Filters(council="ambleford"),
        Filters(council="ambleford", body="body 1", since=date(2026, 1, 5)),
        Filters(since=date(2026, 1, 5), until=date(2026, 1, 9)),
        Filters(kind="report", standing="resolved"),
    ],
)
def test_recent_decisions_are_read_in_order_until_there_are_enough(
    folder: Path, filters: Filters
) -> None:
    steps: list[str] = []
    with planned(folder, steps) as db:
        found = lookups.decisions(db, filters, None, (5, 0))
    days = [one.report.front.meeting_date for one in found]
    assert (len(found), days) == (5, sorted(days, key=str, reverse=True))
    assert whole_tables(steps) == []
    (reports,) = {step for step in steps if "reports_by_meeting" in step}
    assert "TEMP B-TREE FOR ORDER BY" not in " ".join(steps[steps.index(reports) :])


def test_nothing_is_written_by_reading_a_whole_table(folder: Path, tmp_path: Path) -> None:
    steps: list[str] = []
    paper, other = report(f"{TEXT} anew", "3.txt"), report(f"{TEXT} too", "4.txt")
    with planned(folder, steps) as db:
        papers.put(db, paper, met(paper), b"", 1)
        papers.put(db, other, met(other), b"", 1)
        papers.remove(db, "4.txt")
        db.conn.rollback()
    assert any(step.startswith("SEARCH reports USING") for step in steps)
    assert whole_tables(steps) == []


def test_nothing_is_related_or_published_by_reading_a_whole_table(
    folder: Path, tmp_path: Path
) -> None:
    steps: list[str] = []
    data = Path(shutil.copytree(folder, tmp_path / "data"))
    now = report(f"{TEXT} anew", "3.txt", meeting_date=date(2026, 1, 4), title="Gate 3")
    undated = report(f"{TEXT} {TEXT} too", "4.txt")
    with planned(data, steps) as db, closing(WhooshPassages(passages_folder(data))) as engine:
        for paper in (now, undated):
            with writing(db):
                papers.put(db, paper, met(paper), b"", 1)
        publishing.publish(db, engine)
    assert any("prints_by_report" in step for step in steps)
    assert set(whole_tables(steps)) == {"SCAN outbox"}  # all of it is what is to be published
