"""Who met and when, as councils of many kinds print it; a sentence is never taken for a name."""

from datetime import date

import pytest

from index.records import Block, FrontPage
from ingest.frontpage import read_front_page
from ingest.pages import Properties
from support.papers import heading, item, lay_out, para


def _front(*blocks: Block, **matter: str) -> FrontPage:
    _, laid = lay_out(*blocks)
    return read_front_page(laid, Properties(front_matter=matter), "paper.pdf")[0]


@pytest.mark.parametrize(
    "line",
    [
        "With the summer holidays upon us the Council",
        "Please e-mail the Parish Council",
        "Email: democracy@exham.example, Exham Town Council",
        "We would like to thank the committee",
        "Everyone who has helped the working group",
    ],
)
def test_a_sentence_that_ends_in_a_body_names_none(line: str) -> None:
    front = _front(para("Village Voice"), para(line))
    assert (front.body, front.council) == (None, None)


def test_minutes_opened_in_capitals_name_their_body_and_day() -> None:
    front = _front(
        para(
            "MINUTES OF A MEETING OF THE LICENSING SUB-COMMITTEE HELD IN THE TOWN HALL, BRINDLE, "
            "ON TUESDAY, 3RD OCTOBER 2023 AT 10.00 A.M."
        ),
        heading("PRESENT"),
    )
    assert (front.body, front.meeting_date) == ("Licensing Sub-Committee", date(2023, 10, 3))


@pytest.mark.parametrize(
    "council",
    [
        "Little Wick-by-Sea Parish Council",
        "Newbridge upon Tarn Town Council",
        "All Saints Parish Council",
        "Southlands Fire and Rescue Authority",
        "Exmere National Park Authority",
        "West Fenland Combined Authority",
        "City of Marlbury",
        "City of Marlbury Council",
        "Royal Borough of Templeton",
        "London Borough of Riversend",
        "Borough of Hartwell",
        "Saltby BC",
        "Dunmere MBC",
    ],
)
def test_a_letterhead_names_the_council(council: str) -> None:
    front = _front(para(council), para("Audit Panel – 30 January 2024"), heading("Purpose"))
    assert (front.council, front.body) == (council, "Audit Panel")


@pytest.mark.parametrize(
    "line",
    [
        "Tarn District Council and Wick Borough Council",
        "City of Culture",
        "Full Council",
        "Exham District Council – March update",
        "Grants from Exham Town Council",
    ],
)
def test_what_only_speaks_of_councils_is_no_letterhead(line: str) -> None:
    assert (
        _front(para(line), para("Audit Panel – 30 January 2024"), heading("Purpose")).council
        is None
    )


def test_a_running_header_may_be_the_letterhead() -> None:
    _, laid = lay_out(para("Audit Panel – 30 January 2024"), heading("Purpose"))

    def council(*margins: str) -> str | None:
        return read_front_page(laid, Properties(), "paper.pdf", None, margins)[0].council

    assert council("EXHAM BOROUGH COUNCIL", "Page 1") == "Exham Borough Council"
    assert council("Exham Borough Council", "Wyeford Town Council") is None
    assert council("Audit Panel") is None


def test_a_name_printed_twice_is_one() -> None:
    front = _front(para("EXHAM EXHAM TOWN COUNCIL"), para("Minutes of the meeting of 4 May 2021"))
    assert front.council == "Exham Town Council"


def test_a_summons_names_who_is_to_meet_and_when() -> None:
    front = _front(
        para("To all members of the Planning Committee"),
        para(
            "You are summoned to a meeting of the Planning Committee to be held on Wednesday "
            "5 June 2024 in the Council Chamber at 6.30 pm."
        ),
        heading("Agenda"),
        item("1. Apologies", label="1"),
    )
    assert (front.body, front.meeting_date) == ("Planning Committee", date(2024, 6, 5))


def test_front_matter_may_join_its_words_by_underscores() -> None:
    front = _front(heading("Audit plan"), meeting_date="2024-03-21")
    assert front.meeting_date == date(2024, 3, 21)


def test_a_decision_notice_gives_its_title_and_its_date_around_the_decision() -> None:
    front = _front(
        heading("Decision Details"),
        heading("Grant to the allotments"),
        para("Decision Maker: Cabinet Member for Leisure"),
        heading("Decision:"),
        para("That £2,000 be granted."),
        para("Publication date: 12/06/2024"),
        para("Date of decision: 11/06/2024"),
    )
    assert front.title == "Grant to the allotments"
    assert (front.body, front.meeting_date) == ("Cabinet Member for Leisure", date(2024, 6, 11))


def test_an_item_number_may_stand_before_the_title() -> None:
    front = _front(para("Board"), para("Item 8: Bus franchising"), para("Voting: a majority"))
    assert front.title == "Bus franchising"


def test_a_contact_number_is_no_part_of_the_contact() -> None:
    front = _front(
        para("Contact Officer: Lorna McVey Contact No: 01632 960143"), heading("Purpose")
    )
    assert front.contact == "Lorna McVey"
