"""A paper's kind is read off its heading and shape, and a subject does not change it."""

import pytest

from index.records import Block, ReportKind
from ingest.frontpage.kinds import kind_of
from support.papers import heading, lay_out, para, row


def _kind(*blocks: Block, **matter: str) -> ReportKind:
    return kind_of(lay_out(*blocks)[1], matter)


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Minutes of the Cabinet held on 4 May 2021", "minutes"),
        ("DRAFT MINUTES of a meeting of Exham Town Council", "minutes"),
        ("Exham Community Council MINUTES", "minutes"),
        ("Notice of a decision taken by an individual Cabinet Member", "decision"),
        ("RECORD OF EXECUTIVE DECISION", "decision"),
        ("Officer Decision Notice", "decision"),
        ("Decision maker: Cabinet", "decision"),
        ("PROPOSED INDIVIDUAL CABINET MEMBER DECISION", "decision"),
        ("Portfolio Holder's Decision", "decision"),
        ("The Cabinet Member decision of May is to be reviewed", "other"),
        ("AGENDA", "agenda"),
        ("Notice of meeting of the Parks Committee", "agenda"),
        ("Report of the Chief Executive", "report"),
        ("Report to Cabinet – 4 May 2021", "report"),
        ("Report for: Cabinet Member Signing", "report"),
        ("GLENARRAN COUNCIL AGENDA ITEM NO: 6", "other"),
        ("A letter to residents", "other"),
        ("MINUTE of MEETING of the Parks Committee", "minutes"),
        ("Notes of the Flood Working Group meeting", "minutes"),
        ("Notes from Mill Road", "other"),
        ("Nether Wold Parish Council - Minutes of the Meeting", "minutes"),
        ("Agenda for the Parks Committee", "agenda"),
        (
            "AGENDA for the meeting to be held on Tuesday 4 May 2021 at 7 pm in the Moot Hall",
            "agenda",
        ),
        ("Agenda of an extraordinary meeting, held remotely on 4 May 2021", "agenda"),
        ("SUMMONS to the annual meeting which will be held on 4 May 2021", "agenda"),
        ("Notice of the meeting to be held in the Moot Hall on 4 May 2021", "agenda"),
        ("Agenda – Tuesday, 4 May 2021", "agenda"),
        ("Agenda for Change: what nurses are to be paid from 4 May 2021", "other"),
        ("Agenda item 4: Meeting held on 4 May 2021", "other"),
        ("Forward Plan of Key Decisions", "other"),
        ("The meeting of the Cabinet on 4 May is expected to be long", "other"),
    ],
)
def test_the_first_line_that_names_a_kind_decides(first: str, kind: ReportKind) -> None:
    assert _kind(para("EXHAM BOROUGH COUNCIL"), para(first), para("Words follow.")) == kind


def test_a_report_about_minutes_is_a_report() -> None:
    blocks = (
        para("Report of the Clerk"),
        para("Minutes of the Parks Committee"),
        heading("Purpose"),
    )
    assert _kind(*blocks) == "report"


def test_a_list_of_decisions_may_say_so_below_its_heading() -> None:
    blocks = (
        para("CABINET - 4 MAY 2021"),
        heading("DECISIONS"),
        para("The following decisions were taken by the Cabinet on 4 May 2021."),
    )
    assert _kind(*blocks) == "decision"


def test_recommendations_make_a_report() -> None:
    assert (
        _kind(heading("Trees"), heading("Recommendations"), para("That one be felled.")) == "report"
    )


def test_who_came_and_who_did_not_make_minutes() -> None:
    blocks = (
        heading("Parks Committee"),
        heading("Present"),
        para("Ann Pike"),
        heading("Apologies for absence"),
        para("Tom Ash"),
    )
    assert _kind(*blocks) == "minutes"


def test_a_row_that_names_the_decision_maker_makes_a_decision() -> None:
    assert _kind(heading("Trees"), row("Decision maker", "Ann Pike")) == "decision"


def test_a_report_may_name_its_decision_maker() -> None:
    blocks = (
        para("Decision maker: Cabinet"),
        para("Report title: Trees"),
        heading("Recommendations"),
        para("That one be felled."),
    )
    assert _kind(*blocks) == "report"


def test_a_numbered_rule_on_the_order_of_business_makes_no_agenda() -> None:
    assert _kind(heading("Standing Orders"), heading("3. Order of Business", label="3")) == "other"
    assert _kind(heading("Parks Committee"), heading("Order of Business")) == "agenda"


def test_front_matter_is_believed() -> None:
    assert _kind(para("Words."), type="minutes") == "minutes"
