"""What was decided of a recommendation, whichever paper came first."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.records import Report
from index.shelf import open_shelf
from support.meetings import asking, minutes, record
from support.small_reports import met

JULY = date(2024, 7, 9)
TITLE = "Future of the Boathouse"
OFFER = "Offer the lease of the boathouse to the rowing club for ten years"
JETTY = "Ask the Head of Parks to report on the jetty by March"
OFFERED = "That the lease of the boathouse be offered to the rowing club for seven years."
REPORTED = "That the Head of Parks report on the jetty by the end of March."
APPROVED = "That the recommendations in the report be approved."

REPORT = asking("boathouse.pdf", TITLE, [OFFER, JETTY], item_number="7")
OTHER = ("Gritting Routes", None, "That the gritting routes for next winter be approved.")
MINUTES = minutes(
    "minutes.pdf", [OTHER, (TITLE.upper(), "1", OFFERED), (TITLE.upper(), "2", REPORTED)]
)


def shelve(data: Path, *papers: Report) -> None:
    with open_shelf(data) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), paper.source.encode())


def links(data: Path, paper: Report) -> list[tuple[int, str, int]]:
    """Each recommendation's place, and the source and place of what answers it."""
    with open_catalogue(data) as catalogue:
        found = catalogue.decided_by(paper.report_id)
        return [
            (
                one.number,
                one.report.source,
                catalogue.decisions_of(one.report.report_id).index(one.decision),
            )
            for one in found
        ]


ITEM = (TITLE.upper(), None, OFFERED)
TWO = [(TITLE, "1", OFFERED), (TITLE, "2", REPORTED)]


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        # One resolution decides all that was asked.
        (minutes("m", [OTHER, ITEM]), [(0, "m", 1), (1, "m", 1)]),
        (minutes("m", [(TITLE, None, APPROVED)]), [(0, "m", 0), (1, "m", 0)]),
        (minutes("m", [(TITLE, None, "That the matter be deferred.")]), [(0, "m", 0), (1, "m", 0)]),
        # Several answer each its own; a recommendation that none repeats is left alone.
        (minutes("m", TWO), [(0, "m", 0), (1, "m", 1)]),
        (minutes("m", [TWO[1], TWO[0]]), [(0, "m", 1), (1, "m", 0)]),
        (minutes("m", [TWO[0], (TITLE, "2", "That officers be thanked.")]), [(0, "m", 0)]),
        # A resolution may adopt some of them by their labels.
        (
            minutes("m", [(TITLE, None, "That recommendation (ii) be approved.")]),
            [(1, "m", 0)],
        ),
        # A heading may say more, or less, than the title.
        (minutes("m", [("Boathouse: Future", None, OFFERED)]), [(0, "m", 0), (1, "m", 0)]),
        # Without its name it is known at its own meeting by the words, if there are enough.
        (minutes("m", [("Fen Lake", None, OFFERED)]), [(0, "m", 0), (1, "m", 0)]),
        (minutes("m", [("Fen Lake", None, OFFERED)], body="Council"), []),
        (minutes("m", [("Fen Lake", None, "That the lease be offered.")]), []),
        # Who met may be unknown on one side, and the council too.
        (minutes("m", [ITEM], body=None), [(0, "m", 0), (1, "m", 0)]),
        (minutes("m", [ITEM], council="Fen District"), [(0, "m", 0), (1, "m", 0)]),
        # At a later meeting it takes the name and the words.
        (minutes("m", TWO, meeting_date=JULY), [(0, "m", 0), (1, "m", 1)]),
        (minutes("m", TWO, body="Council", meeting_date=JULY), [(0, "m", 0), (1, "m", 1)]),
        (minutes("m", [(TITLE, None, "That it be noted.")], meeting_date=JULY), []),
        (minutes("m", [("The Lake", None, OFFERED)], meeting_date=JULY), []),
        (minutes("m", TWO, meeting_date=date(2024, 5, 7)), []),
        (minutes("m", TWO, meeting_date=date(2025, 9, 2)), []),
        (minutes("m", TWO, meeting_date=None), []),
        # A decision record is one too; a proposed one decides nothing.
        (record("d", TITLE, OFFERED), [(0, "d", 0), (1, "d", 0)]),
        (record("d", TITLE, OFFERED, proposed=True), []),
    ],
)
def test_a_resolution_answers_what_was_asked(
    tmp_path: Path, paper: Report, expected: list[tuple[int, str, int]]
) -> None:
    shelve(tmp_path / "data", REPORT, paper)
    assert links(tmp_path / "data", REPORT) == expected


CAPITAL = "Capital Programme 2024/25"
SWIM = "Approve the swimming pool at Mill Lane"
SO = "That it be so."


@pytest.mark.parametrize(
    ("paper", "resolved", "expected"),
    [
        (asking("r", CAPITAL, [SWIM]), [(CAPITAL, None, SO)], [0]),
        # Another year is another matter.
        (asking("r", CAPITAL, [SWIM]), [("Capital Programme 2023/24", None, SO)], []),
        # Between two items that fit as well the wording decides, or nothing does.
        (asking("r", "Parks and Ponds", [SWIM]), [("Parks", None, SO), ("Ponds", None, SO)], []),
        (asking("r", CAPITAL, [SWIM]), [(CAPITAL, None, SO), (f"The {CAPITAL}", None, SO)], []),
        (asking("r", CAPITAL, [SWIM]), [(CAPITAL, None, SO), (f"The {CAPITAL}", None, SWIM)], [1]),
        # What nearly every report asks is no wording to go by.
        (asking("r", "Parks", ["That the report be noted"]), [("X", None, "Report noted.")], []),
    ],
)
def test_a_link_is_made_only_where_there_is_no_doubt(
    tmp_path: Path,
    paper: Report,
    resolved: Sequence[tuple[str, str | None, str]],
    expected: Sequence[int],
) -> None:
    shelve(tmp_path / "data", paper, minutes("m", resolved))
    assert [place for _, _, place in links(tmp_path / "data", paper)] == expected


def test_another_councils_minutes_answer_nothing(tmp_path: Path) -> None:
    paper = asking("r", CAPITAL, [SWIM], council="Eastmere")
    shelve(tmp_path / "data", paper, minutes("m", [(CAPITAL, None, SWIM)], council="Westmere"))
    assert links(tmp_path / "data", paper) == []


def test_an_item_is_known_by_the_reports_reference(tmp_path: Path) -> None:
    paper = asking("r", "The Lake", ["Dredge it"], reference="PARKS/24/07")
    lines = [
        OTHER,
        ("Report of the Head of Parks", None, "That, having read PARKS/24/07, it be dredged."),
    ]
    shelve(tmp_path / "data", paper, minutes("m", lines))
    assert links(tmp_path / "data", paper) == [(0, "m", 1)]


def test_of_two_reports_the_one_named_as_the_item_is_answered(tmp_path: Path) -> None:
    exact = asking("exact", "Library Opening Hours", ["Open on Sundays"])
    near = asking("near", "Library Opening Hours Staffing", ["Hire more people"])
    paper = minutes("m", [("Library Opening Hours", None, "That libraries open on Sundays.")])
    shelve(tmp_path / "data", exact, near, paper)
    assert links(tmp_path / "data", exact) == [(0, "m", 0)]
    assert links(tmp_path / "data", near) == []


def test_what_is_reported_every_quarter_is_answered_in_its_own(tmp_path: Path) -> None:
    first = asking("first", "Budget Monitoring", ["Move £20,000 from roads to parks"])
    second = asking(
        "second", "Budget Monitoring", ["Move £20,000 from roads to parks"], meeting_date=JULY
    )
    lines = [("Budget Monitoring", None, "That £20,000 be moved from roads to parks.")]
    shelve(tmp_path / "data", first, minutes("m", lines, meeting_date=JULY))
    assert links(tmp_path / "data", first) == [(0, "m", 0)]
    shelve(tmp_path / "data", second)
    assert links(tmp_path / "data", first) == []
    assert links(tmp_path / "data", second) == [(0, "m", 0)]


@pytest.mark.parametrize("order", list(permutations([REPORT, MINUTES])))
def test_links_do_not_depend_on_which_paper_came_first(
    tmp_path: Path, order: Sequence[Report]
) -> None:
    for paper in order:
        shelve(tmp_path / "data", paper)
    assert links(tmp_path / "data", REPORT) == [(0, "minutes.pdf", 1), (1, "minutes.pdf", 2)]
    with open_catalogue(tmp_path / "data") as catalogue:
        back = [
            (one.number, one.report.source, one.decision.label)
            for one in catalogue.decides(MINUTES.report_id)
        ]
    assert back == [(1, "boathouse.pdf", "(i)"), (2, "boathouse.pdf", "(ii)")]


def test_links_go_with_either_paper_and_follow_its_changes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, REPORT, MINUTES)
    corrected = minutes("minutes.pdf", [(TITLE, None, APPROVED)])
    shelve(data, corrected)
    assert links(data, REPORT) == [(0, "minutes.pdf", 0), (1, "minutes.pdf", 0)]
    with open_shelf(data) as shelf:
        shelf.withhold(met(corrected), "exempt")
        assert links(data, REPORT) == []
    shelve(data, minutes("again.pdf", [(TITLE, None, OFFERED)]))
    assert links(data, REPORT) == [(0, "again.pdf", 0), (1, "again.pdf", 0)]
    with open_shelf(data) as shelf:
        shelf.remove(REPORT.source)
    assert links(data, REPORT) == []


def test_a_rebuild_works_out_the_same_links(tmp_path: Path) -> None:
    shelve(tmp_path / "data", REPORT, MINUTES)
    before = links(tmp_path / "data", REPORT)
    with open_shelf(tmp_path / "data") as shelf:
        shelf.rebuild()
    assert links(tmp_path / "data", REPORT) == before != []
