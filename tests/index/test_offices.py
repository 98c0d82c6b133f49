"""Who holds an office is told of the body that was asked about, and of no other."""

from collections.abc import Iterator
from datetime import date

import pytest

from index.library import Library, open_library
from support.commands import run_json

TODAY = date(2026, 3, 20)

PAPERS = {
    "ferries.txt": """TIDEMOUTH DISTRICT COUNCIL

FERRIES AND MOORINGS COMMITTEE

MINUTES of the meeting held on Tuesday 6 June 2023

Present: Councillor Ivo Larch (Chair), Councillor Nell Quay

12. JETTY

RESOLVED: That the jetty be painted.
""",
    "village.txt": """LOW SANDLE PARISH COUNCIL

MINUTES of the meeting held on Thursday 7 March 2024

Present: Cllr P. Wren (Chair), Cllr T. Moss

Clerk: Mrs Una Beck

24/7. BENCH

RESOLVED: That a bench be bought.
""",
    "cabinet.txt": """TIDEMOUTH DISTRICT COUNCIL

CABINET

MINUTES of the meeting held on Wednesday 10 January 2024

Present: Councillor Mona Firth (Leader), Councillor Joss Elder (Deputy Leader)

31. SEA WALL

RESOLVED: That the sea wall be raised.
""",
    "slipway.txt": """TIDEMOUTH DISTRICT COUNCIL

CABINET

10 January 2024

Report of: Director of Shores
Author: Gil Tansy, Slipways Engineer

REBUILDING THE NORTH SLIPWAY

1. DETAIL
1.1 Winches are to be bought. The Rowing Club wrote against the report on Sunday mooring.
""",
    "kelp.txt": """TIDEMOUTH DISTRICT COUNCIL

CABINET

10 January 2024

REPORT OF THE HEAD OF BEACHES

CLEARING KELP

1. DETAIL
1.1 Kelp is to be raked by hand each Monday.
""",
    "duties.txt": """TIDEMOUTH DISTRICT COUNCIL

COUNCIL

4 October 2023

WHO LOOKS AFTER WHAT

Service Area\tLead Officer\tCabinet Member
Lifeboats\tVacant\tCllr Joss Elder
Beach huts\tRuth Amble Coast Manager\tCllr Nell Quay
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The papers above, to be asked."""
    home = tmp_path_factory.mktemp("offices")
    (home / "papers").mkdir()
    for name, text in PAPERS.items():
        (home / "papers" / name).write_text(text, encoding="utf-8")
    assert run_json("ingest", home / "papers", data=home / "data")["failed"] == 0
    with open_library(home / "data") as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        # The parish council's papers are newer.
        ("Who chairs the ferries committee?", "Councillor Ivo Larch, Chair."),
        ("who is the moorings committee chair", "Councillor Ivo Larch, Chair."),
        ("who chairs Low Sandle Parish Council", "Cllr P. Wren, Chair."),
        ("Who leads the council?", "Councillor Mona Firth, Leader."),
        ("who is the leader of the council", "Councillor Mona Firth, Leader."),
        ("who is the deputy leader", "Councillor Joss Elder, Deputy Leader."),
        (
            "which officer looks after beach huts",
            "Ruth Amble, Coast Manager: Lead Officer, Beach huts.",
        ),
        (
            "which cabinet member is for the lifeboats",
            "Cllr Joss Elder: Cabinet Member, Lifeboats.",
        ),
    ],
)
def test_whoever_holds_the_office_asked_for_is_named(
    library: Library, question: str, headline: str
) -> None:
    answer = library.ask(question, today=TODAY)
    assert (answer.status, answer.headline) == ("answered", headline)


@pytest.mark.parametrize(
    "question",
    [
        "Who chairs the audit committee?",
        "who chairs the ferries sub-committee",
        "who is the chair of Upper Sandle Town Council",
        "who is the ferries panel chair",
        "who leads Upper Sandle Town Council",
    ],
)
def test_the_office_of_a_body_that_is_not_held_is_nobodys(library: Library, question: str) -> None:
    assert library.ask(question, today=TODAY).status != "answered"


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "Who wrote the report on the north slipway?",
            "Author: Gil Tansy, Slipways Engineer – REBUILDING THE NORTH SLIPWAY, Tidemouth "
            "District Council, Cabinet, 10 January 2024.",
        ),
        (
            "which officer drafted the paper about winches for the north slipway",
            "Author: Gil Tansy, Slipways Engineer – REBUILDING THE NORTH SLIPWAY, Tidemouth "
            "District Council, Cabinet, 10 January 2024.",
        ),
        (
            "who prepared the report on clearing kelp",
            "Report of: Head of Beaches – CLEARING KELP, Tidemouth District Council, Cabinet, "
            "10 January 2024.",
        ),
    ],
)
def test_whoever_wrote_a_report_is_told_by_its_front_page(
    library: Library, question: str, headline: str
) -> None:
    answer = library.ask(question, today=TODAY)
    assert (answer.status, answer.headline) == ("answered", headline)


def test_whoever_wrote_of_a_thing_does_not_run_it(library: Library) -> None:
    answer = library.ask("who runs the slipways at the north end", today=TODAY)
    assert not answer.headline.startswith("Gil Tansy")


@pytest.mark.parametrize(
    "question", ["who wrote the report on mooring", "who wrote the paper on the lighthouse"]
)
def test_whoever_wrote_of_a_report_wrote_no_report(library: Library, question: str) -> None:
    assert library.ask(question, today=TODAY).status != "answered"


def test_the_row_is_shown_where_a_member_stands_and_an_officer_was_asked_for(
    library: Library,
) -> None:
    answer = library.ask("Which officer looks after lifeboats?", today=TODAY)
    assert answer.status == "related"
    assert answer.citations[0].excerpt == "Lifeboats\tVacant\tCllr Joss Elder"
