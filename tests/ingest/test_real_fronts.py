"""The front pages of real councils' papers give what the papers say, and no more."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.errors import Unreadable, Withheld
from index.records import FrontPage, Report
from ingest.pipeline import read_report

_CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
_DATED = re.compile(r"\d{4}-\d\d-\d\d")


def _read(path: Path) -> Report:
    return read_report(path.read_bytes(), str(path.relative_to(_CORPORA)))


def _papers(folder: str, pattern: str) -> Iterator[Report]:
    if not (_CORPORA / folder).is_dir():
        pytest.skip("the papers of real councils are not beside this checkout")
    for path in filter(Path.is_file, sorted((_CORPORA / folder).rglob(pattern))):
        try:
            yield _read(path)
        except (Unreadable, Withheld):
            continue


@pytest.fixture(scope="module")
def minutes() -> list[Report]:
    found = _papers("uk-ayton-community-council", "*")
    return [report for report in found if "/minutes/" in report.source]


def test_a_report_of_gloucesters_head_of_paid_service() -> None:
    (report,) = _papers("uk-gloucester-cabinet", "Resource*.pdf")
    assert (report.kind, report.warnings) == ("report", ())
    assert report.front == FrontPage(
        title="Resource Requirements for GCC Finance Team",
        body="Cabinet",
        meeting_date=date(2026, 3, 11),
        meeting_date_basis="stated",
        report_of="Head of Paid Service",
        contact="Jon McGinty",
        wards="All",
        key_decision=False,
    )


def test_a_report_that_goes_to_gloucesters_cabinet_and_then_to_its_council() -> None:
    (report,) = _papers("uk-gloucester-cabinet", "Local Council*.pdf")
    assert report.kind == "report"
    assert report.front == FrontPage(
        title="Local Council Tax Support Scheme 2026/27",
        body="Cabinet",
        meeting_date=date(2025, 12, 10),
        meeting_date_basis="stated",
        report_of="Cabinet Member for Resources",
        contact="Karen Haile, Service Delivery Manager (Revenues & Benefits)",
        wards="All",
        key_decision=True,
    )
    assert report.warnings == (
        "The paper goes to more than one meeting: Cabinet, 10 December 2025; "
        "Council, 29 January 2026. The first is taken.",
    )


def test_minutes_of_a_community_council_are_of_the_day_they_are_filed_under(
    minutes: list[Report],
) -> None:
    assert len(minutes) == 233
    wrong = [
        report.source
        for report in minutes
        if str(report.front.meeting_date) != _DATED.findall(report.source)[-1]
    ]
    assert wrong == []
    assert {report.kind for report in minutes} == {"minutes"}


def test_minutes_that_do_not_say_whose_they_are_stay_nobodys(minutes: list[Report]) -> None:
    named = {(report.source.endswith(".pdf"), report.front.body) for report in minutes}
    assert named == {(True, "Ayton Community Council"), (False, None)}
    assert all(report.front.council == report.front.body for report in minutes)


def test_newsletters_are_of_no_meeting() -> None:
    reports = list(_papers("uk-knebworth-district-news", "*.md"))
    assert len(reports) > 90
    assert {report.kind for report in reports} == {"other"}
    assert {report.front.meeting_date for report in reports} == {None}
