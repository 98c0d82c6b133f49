"""What is recorded at a place that is cited, and what was resolved on it."""

from datetime import date
from pathlib import Path

from index.library import open_library
from index.shelf import open_shelf
from support.meetings import JUNE, asking, minutes
from support.small_reports import met

OFFER = "Offer the lease of the boathouse to the rowing club for ten years"
OFFERED = "That the lease of the boathouse be offered to the rowing club for seven years."
COUNCIL = {"council": "Borough of Eastmere", "body": "Cabinet", "meeting_date": JUNE}
REPORT = asking("boathouse.pdf", "Future of the Boathouse", [OFFER], **COUNCIL)
MINUTES = minutes("minutes.pdf", [("FUTURE OF THE BOATHOUSE", "1", OFFERED)], **COUNCIL)
START = REPORT.text.index(OFFER)
PLACE = (REPORT.report_id, START, START + len(OFFER))


def shelve(data: Path, *papers: object) -> None:
    with open_shelf(data) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), paper.source.encode())  # type: ignore[attr-defined, arg-type]


def test_a_recommendation_whose_decision_is_held_leads_to_it(tmp_path: Path) -> None:
    shelve(tmp_path, REPORT, MINUTES)
    with open_library(tmp_path) as library:
        (found,) = library.resolutions_on(*PLACE)
    assert (found.decision.text, found.report.source) == (OFFERED, "minutes.pdf")
    assert found.report.front.meeting_date == date(2024, 6, 4)


def test_of_a_recommendation_alone_nothing_was_resolved(tmp_path: Path) -> None:
    shelve(tmp_path, REPORT)
    with open_library(tmp_path) as library:
        assert library.resolutions_on(*PLACE) == ()


def test_the_decisions_at_a_place_are_those_that_touch_it(tmp_path: Path) -> None:
    shelve(tmp_path, MINUTES)
    start = MINUTES.text.index(OFFERED)
    with open_library(tmp_path) as library:
        (found,) = library.decisions_at(MINUTES.report_id, start + 5, start + 9)
        assert library.decisions_at(MINUTES.report_id, 0, start) == ()
    assert (found.text, found.minute) == (OFFERED, "1")
