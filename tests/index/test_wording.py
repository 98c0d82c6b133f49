"""The fixed wording around quoted words."""

from dataclasses import replace
from datetime import date

import pytest

from index.catalogue.coverage import bodies_counted
from index.records import Citation, Filters, FrontPage, ReportFacts, Searched
from index.runs import BodyCoverage
from index.wording import say_filters, say_meeting, say_report, say_searched, say_source

DAY = date(2024, 6, 4)
FRONT = FrontPage("Future of the Boathouse", None, "Cabinet", DAY, "stated")
REPORT = ReportFacts("ab12", "/papers/boathouse.pdf", "report", FRONT, "public", 2, 900)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        (FRONT, "Cabinet, 4 June 2024"),
        (replace(FRONT, council="Fenby Council"), "Fenby Council, Cabinet, 4 June 2024"),
        (replace(FRONT, body=None), "body not stated, 4 June 2024"),
        (replace(FRONT, meeting_date=None), "Cabinet, date not stated"),
        (
            replace(FRONT, meeting_date_basis="inferred", meeting_date_rule="year of the report"),
            "Cabinet, 4 June 2024 (inferred: year of the report)",
        ),
    ],
)
def test_a_meeting_is_said_as_far_as_the_paper_says_it(front: FrontPage, said: str) -> None:
    assert say_meeting(front) == said


def test_a_report_goes_by_its_title_or_its_file_and_minutes_by_their_meeting() -> None:
    untitled = replace(REPORT, front=replace(FRONT, title=None))
    minutes = replace(REPORT, kind="minutes", front=replace(FRONT, draft=True))
    assert say_report(REPORT) == "Future of the Boathouse, Cabinet, 4 June 2024"
    assert say_report(untitled) == "boathouse.pdf, Cabinet, 4 June 2024"
    assert say_report(minutes) == "Minutes (draft), Cabinet, 4 June 2024"


def test_a_source_is_said_with_its_paragraph_and_page() -> None:
    citation = Citation("Offer", 0, 5, REPORT, "2(i)", 1, "Recommendations", "recommended")
    meeting = "Future of the Boathouse, Cabinet, 4 June 2024"
    assert say_source(citation) == f"{meeting}, paragraph 2(i), page 1"
    assert say_source(replace(citation, paragraph=None, page=None)) == meeting


def test_what_was_searched_is_one_sentence() -> None:
    filters = Filters(body="cabinet", since=date(2024, 1, 1))
    assert say_filters(filters) == "of cabinet, from 1 January 2024"
    searched = Searched(1, DAY, filters, ("boathouse", "lease"), bodies=1)
    assert say_searched(searched) == (
        "Searched 1 paper, the newest of 4 June 2024, of cabinet, from 1 January 2024 "
        "for: boathouse, lease."
    )
    assert say_searched(Searched(0, None, Filters())) == "Searched 0 papers."
    many = Searched(12, DAY, Filters(), bodies=3)
    assert say_searched(many) == "Searched 12 papers of 3 bodies, the newest of 4 June 2024."


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([("Ayton", "Cabinet"), ("Ayton", "Council")], 2),
        ([("Ayton", "Cabinet"), ("Norby", "Cabinet")], 2),
        ([("Ayton", "Cabinet"), (None, "Cabinet")], 1),  # it may well be the same
        ([(None, "Cabinet"), (None, None)], 1),
    ],
)
def test_a_body_counts_once_even_where_papers_do_not_name_its_council(
    held: list[tuple[str | None, str | None]], expected: int
) -> None:
    assert bodies_counted([BodyCoverage(*pair, 1, None) for pair in held]) == expected
