"""A front page is read whatever it calls its facts; what it does not say stays unknown."""

from datetime import date

import pytest

from index.records import Block, FrontPage
from ingest.frontpage import read_front_page
from ingest.pages import Properties
from support.papers import heading, item, lay_out, para, row

_KEYS = ("Report of", "Meeting", "Date")
_AUTHOR = ("Report Author", "Ext", "Date", "Doc ID")


def _front(*blocks: Block, name: str = "paper.pdf", council: str | None = None) -> FrontPage:
    return _read(*blocks, name=name, council=council)[0]


def _read(
    *blocks: Block, name: str = "paper.pdf", council: str | None = None, **matter: str
) -> tuple[FrontPage, tuple[str, ...]]:
    _, laid = lay_out(*blocks)
    return read_front_page(laid, Properties(front_matter=matter), name, council)


def test_a_row_of_keys_above_a_row_of_values_is_read() -> None:
    front = _front(
        row(*_KEYS),
        row(
            "The Director of Works (Introduced by the Executive Member for Roads)",
            "Executive Cabinet",
            "6 th September 2007",
            columns=_KEYS,
        ),
        heading("MENDING THE MILL LANE BRIDGE"),
        heading("PURPOSE OF REPORT"),
        para("1. To seek approval.", label="1"),
    )
    assert front.report_of == "Director of Works"
    assert front.introduced_by == "Executive Member for Roads"
    assert front.body == "Executive Cabinet"
    assert front.meeting_date == date(2007, 9, 6)
    assert front.meeting_date_basis == "stated"
    assert front.title == "MENDING THE MILL LANE BRIDGE"
    assert front.council is None


def test_a_key_row_that_nothing_marked_as_one_is_still_one() -> None:
    front = _front(row(*_KEYS), row("Clerk", "Planning Committee", "4 May 2021"), heading("Trees"))
    assert (front.report_of, front.body) == ("Clerk", "Planning Committee")
    assert front.meeting_date == date(2021, 5, 4)


@pytest.mark.parametrize("columns", [(), ("Meeting", "Cabinet")])
def test_label_and_value_side_by_side_are_read(columns: tuple[str, ...]) -> None:
    front = _front(
        row("Meeting", "Cabinet"),
        row("Date", "4 May 2021", columns=columns),
        row("Subject", "Allotment rents", columns=columns),
        row("Wards affected", "All", columns=columns),
        row("Key decision", "No", columns=columns),
        row("Subject to call-in", "Yes, until 12 May", columns=columns),
        row("Contact officer", "Ann Pike, Rents Officer, 01632 960142", columns=columns),
    )
    assert (front.body, front.meeting_date) == ("Cabinet", date(2021, 5, 4))
    assert (front.title, front.wards) == ("Allotment rents", "All")
    assert (front.key_decision, front.call_in) == (False, True)
    assert front.contact == "Ann Pike, Rents Officer"


def test_four_cells_are_two_labels_and_two_values() -> None:
    front = _front(
        row("Meeting:", "Council", "Date:", "4 May 2021"),
        row("Key Decision:", "Yes", "Budget/Policy Framework:", "No"),
    )
    assert (front.body, front.meeting_date) == ("Council", date(2021, 5, 4))
    assert front.key_decision is True


def test_labels_on_one_line_share_it() -> None:
    front = _front(
        para("Meeting: Cabinet Date: 11 March 2026"),
        para("Subject: Allotment rents"),
        para("Key Decision: No Budget/Policy Framework: No"),
        para("Contact Officer: Ann Pike Email: ann.pike@exham.example Tel: 396200"),
    )
    assert (front.body, front.meeting_date) == ("Cabinet", date(2026, 3, 11))
    assert (front.title, front.key_decision) == ("Allotment rents", False)
    assert front.contact == "Ann Pike"


def test_a_value_may_stand_on_the_line_below_its_label() -> None:
    front = _front(
        para("ITEM NO."),
        para("REPORT OF THE DIRECTORS OF WORKS AND OF HOUSING"),
        para("To the: CABINET MEETING"),
        para("On:"),
        para("5th March, 2003"),
        para("TITLE: ALLOTMENT RENTS - NEXT STEPS"),
        heading("RECOMMENDATIONS:"),
        para("That rents rise."),
        heading("CONTACT OFFICER:"),
        para("Ann Pike/Tom Ash"),
        heading("WARD(S) TO WHICH REPORT RELATES:"),
        para("Not Applicable"),
    )
    assert (front.body, front.meeting_date) == ("Cabinet", date(2003, 3, 5))
    assert front.report_of == "Directors of Works and of Housing"
    assert front.title == "ALLOTMENT RENTS - NEXT STEPS"
    assert (front.contact, front.wards) == ("Ann Pike/Tom Ash", "Not Applicable")


def test_a_label_without_a_value_does_not_take_the_next_label() -> None:
    front = _front(
        para("Contact Officer:"),
        para("Ward(s) affected:"),
        heading("Purpose of report"),
        para("To note the rents."),
    )
    assert (front.contact, front.wards) == (None, None)


@pytest.mark.parametrize(
    ("line", "body", "day"),
    [
        ("Meeting of the Cabinet – 16th March 2011", "Cabinet", date(2011, 3, 16)),
        ("PLANNING COMMITTEE, 4 MAY 2021", "Planning Committee", date(2021, 5, 4)),
        ("Report to the Audit Committee – 4 May 2021", "Audit Committee", date(2021, 5, 4)),
        (
            "Minutes of the meeting of the Roads, Housing and Parks Committee held on 4 May 2021",
            "Roads, Housing and Parks Committee",
            date(2021, 5, 4),
        ),
        (
            "MINUTES of a Meeting of Exham Town Council held at the Inn on Tuesday 4th May 2021",
            "Exham Town Council",
            date(2021, 5, 4),
        ),
    ],
)
def test_a_sentence_names_the_meeting(line: str, body: str, day: date) -> None:
    front = _front(para(line), heading("Purpose"), para("To note the rents."))
    assert (front.body, front.meeting_date, front.meeting_date_basis) == (body, day, "stated")


def test_minutes_below_a_letterhead_are_of_that_council() -> None:
    front = _front(
        para("EXHAM COMMUNITY COUNCIL"),
        para("Minutes of Meeting held on Tuesday 4th May 2021 in the Moot Hall"),
        heading("Present"),
    )
    assert (front.council, front.body) == ("Exham Community Council", "Exham Community Council")
    assert front.title == "Minutes of Meeting held on Tuesday 4th May 2021 in the Moot Hall"


def test_a_council_is_never_guessed_from_the_text() -> None:
    front = _front(
        heading("JOINT WORKING WITH EXHAM COUNCIL"),
        heading("Purpose"),
        para("Exham Council has asked Exham Council for help. Exham Council agreed."),
    )
    assert front.council is None
    assert front.title == "JOINT WORKING WITH EXHAM COUNCIL"


def test_the_operators_council_holds_and_a_difference_is_told() -> None:
    front, warnings = _read(
        para("EXHAM BOROUGH COUNCIL"), para("Cabinet, 4 May 2021"), council="Wyeford Council"
    )
    assert front.council == "Wyeford Council"
    assert warnings == ("The paper names another council than it was ingested for.",)


def test_front_matter_states_facts() -> None:
    front, _ = _read(
        heading("Present"),
        title="Minutes of 4 May 2021",
        date="2021-05-04",
        committee="Parks Committee",
        council="Exham Town Council",
    )
    assert (front.title, front.meeting_date) == ("Minutes of 4 May 2021", date(2021, 5, 4))
    assert (front.body, front.council) == ("Parks Committee", "Exham Town Council")


@pytest.mark.parametrize(
    "line",
    [
        "AGENDA for the meeting to be held on Tuesday 4 May 2021 at 7 pm in the Moot Hall",
        "Agenda for the ordinary meeting on 4 May 2021",
        "SUMMONS: to be held in the Moot Hall, Exham, on Tuesday, 4 May 2021",
        "Agenda – 4 May 2021",
    ],
)
def test_an_agenda_says_when_its_meeting_is_and_its_heading_whose(line: str) -> None:
    front = _front(heading("EXHAM TOWN COUNCIL"), heading("Parks Committee"), para(line))
    assert (front.body, front.title) == ("Parks Committee", line)
    assert (front.meeting_date, front.meeting_date_basis) == (date(2021, 5, 4), "stated")


def test_a_paper_and_its_front_matter_that_differ_leave_the_date_unknown() -> None:
    line = para("Minutes of the Cabinet held on Tuesday 4 May 2021")
    front, warnings = _read(line, date="2021-05-05")
    assert front.meeting_date is None
    assert warnings == ("The paper and its front matter give different meeting dates.",)
    assert _read(line, date="2021-05-04")[0].meeting_date == date(2021, 5, 4)


def _yearless(meeting: str, written: str, name: str = "paper.pdf") -> FrontPage:
    return _front(
        row(*_KEYS),
        row("Clerk", "Cabinet", meeting, columns=_KEYS),
        heading("Trees"),
        heading("Purpose"),
        para("To fell one."),
        row(*_AUTHOR),
        row("Ann Pike", "5104", written, "WORKS/12", columns=_AUTHOR),
        name=name,
    )


def test_a_missing_year_comes_from_the_reports_own_date() -> None:
    front = _yearless("10 November", "30 October 2007")
    assert front.meeting_date == date(2007, 11, 10)
    assert front.meeting_date_basis == "inferred"
    assert front.meeting_date_rule == "year taken from the report's own date, 30 October 2007"
    assert (front.author, front.reference) == ("Ann Pike", "WORKS/12")


def test_a_meeting_in_january_follows_a_report_of_december() -> None:
    assert _yearless("9 January", "12 December 2007").meeting_date == date(2008, 1, 9)


@pytest.mark.parametrize(
    ("meeting", "written", "name"),
    [
        ("10 November", "", "paper.pdf"),  # nothing says which year
        ("10 May", "30 October 2007", "paper.pdf"),  # more than 120 days on
        ("Monday 10 November", "30 October 2007", "paper.pdf"),  # that was a Saturday
        ("10 November", "30 October 2007", "2008-11-10.pdf"),  # two signs disagree
    ],
)
def test_a_year_in_doubt_leaves_the_date_unknown(meeting: str, written: str, name: str) -> None:
    front = _yearless(meeting, written, name)
    assert (front.meeting_date, front.meeting_date_basis) == (None, None)


def test_a_weekday_that_does_not_fit_leaves_the_date_unknown_and_says_so() -> None:
    line = para("Meeting of the Cabinet – Monday 4 May 2021")
    front, warnings = _read(line)
    assert front.meeting_date is None
    fault = (
        "The weekday of the meeting's date does not fit it: the paper says Monday, "
        "and 4 May 2021 was a Tuesday."
    )
    assert warnings == (f"{fault} The date is left unknown.",)
    front, warnings = _read(line, name="cabinet-2021-05-04.pdf")
    assert front.meeting_date == date(2021, 5, 4)
    assert warnings == (f"{fault} It is kept, being given twice.",)


def test_a_missing_year_may_stand_elsewhere_on_the_front_page() -> None:
    front = _front(
        para("Minutes of the Parks Committee held on Tuesday 4 May"), para("Parks, 4 May 2021")
    )
    assert (front.meeting_date, front.meeting_date_basis) == (date(2021, 5, 4), "inferred")
    assert front.meeting_date_rule == "year taken from the same day elsewhere on the front page"


@pytest.mark.parametrize(
    "line",
    [
        "Date of next meeting: 4 May 2021",
        "Approved on 4 May 2021",
        "Signed: 4 May 2021",
        "Publication date: 4 May 2021",
        "The next meeting is on 4 May 2021",
    ],
)
def test_another_day_is_never_the_meetings(line: str) -> None:
    front = _front(para("EXHAM TOWN COUNCIL"), para("Minutes"), para(line), heading("Present"))
    assert front.meeting_date is None
    dated = _front(para("Minutes of the Parks Committee held on 6 April 2021"), para(line))
    assert dated.meeting_date == date(2021, 4, 6)


def test_a_date_in_the_files_name_is_given_as_from_the_source() -> None:
    front = _front(heading("Trees"), name="papers/2021-05-04-trees.pdf")
    assert (front.meeting_date, front.meeting_date_basis) == (date(2021, 5, 4), "source")


def test_a_contact_column_deep_in_a_table_is_not_the_papers_contact() -> None:
    columns = ("Service", "Contact Officer")
    front = _front(
        heading("Trees"), heading("Background"), row("Parks", "Ann Pike", columns=columns)
    )
    assert front.contact is None


@pytest.mark.parametrize("mark", ["DRAFT", "Draft Minutes", "Unconfirmed minutes"])
def test_a_draft_is_known_by_its_mark(mark: str) -> None:
    assert _front(para(mark), heading("Trees")).draft


def test_a_draft_budget_is_not_a_draft_paper() -> None:
    assert not _front(heading("Draft Budget 2026/27")).draft


def test_an_items_number_is_not_the_title() -> None:
    front = _front(
        para("Agenda Item 7"),
        para("Part 1 (Open to the public)"),
        item("1. x", label="1"),
        heading("Trees in Mill Lane"),
    )
    assert front.title == "Trees in Mill Lane"


@pytest.mark.parametrize(
    "mark",
    [
        "Open report",
        "Not exempt",
        "PUBLIC REPORT (with exempt appendix)",
        "Is this report confidential? No",
        "Confidential Report? N",
    ],
)
def test_a_mark_of_access_is_not_the_title(mark: str) -> None:
    front = _front(heading(mark), item("1. x", label="1"), heading("Trees in Mill Lane"))
    assert front.title == "Trees in Mill Lane"


@pytest.mark.parametrize("title", ["Open Report Writing: a Review", "Exempt Item Charges"])
def test_a_title_that_begins_like_a_mark_is_still_one(title: str) -> None:
    assert _front(heading(title), item("1. x", label="1")).title == title


@pytest.mark.parametrize(
    "signed",
    [
        "I. Moss, Clerk to the Council, 2 May 2024",
        "Ida Moss – Town Clerk",
        "Signed: I Moss (Proper Officer)",
        "Mrs I Moss, 2 May 2024",
        "Dated 2 May 2024",
    ],
)
def test_a_signature_is_not_the_title_of_an_agenda(signed: str) -> None:
    front = _front(
        heading("EXHAM PARISH COUNCIL"),
        para(
            "To all members: you are summoned to a meeting of Exham Parish Council on Tuesday "
            "7 May 2024 at 7pm in the Reading Room."
        ),
        para(signed),
        heading("AGENDA"),
        para("1. Apologies", label="1"),
    )
    assert (front.title, front.body) == ("AGENDA", "Exham Parish Council")


@pytest.mark.parametrize("title", ["Local Plan, 2 May 2024", "Mill Lane: Clerk to report"])
def test_a_title_that_looks_like_a_name_is_still_one(title: str) -> None:
    front = _front(heading("EXHAM PARISH COUNCIL"), heading(title), para("1. To note.", label="1"))
    assert front.title == title
