"""What a paper tells of others leaves it open: lists, rules and minutes; its own marks do not."""

import pytest

from index.errors import Withheld
from index.records import Block, ReportKind
from ingest.access import access_of
from support.papers import heading, item, lay_out, para, row

TEXT = "The depot has stood since 1950 and is used for lorries and for salt."


def closes(*blocks: Block, kind: ReportKind = "other") -> bool:
    try:
        access_of("paper.pdf", lay_out(*blocks)[1], (), kind)
    except Withheld:
        return True
    return False


def table(*rows: tuple[str, ...], headed: bool = True) -> list[Block]:
    head, *body = rows
    return [row(*head), *(row(*cells, columns=head if headed else ()) for cells in body)]


LISTS = {
    "Forward Plan": [("Matter", "Date", "Part exempt?"), ("Depot", "May", "No"),
                     ("Quay", "May", "Fully exempt – paragraph 3")],
    "Scrutiny Work Programme": [("Meeting", "Topic", "Public/Private"),
                                ("8 July", "Waste", "Public"), ("9 July", "Staff", "Private")],
    "Notice of intention to hold a meeting in private": [
        ("Item", "Reason"), ("Quay", "Paragraph 3 of Schedule 12A"),
        ("Staff", "Paragraph 1 of Schedule 12A")],
    "Requests for information": [("Status", "Number"), ("Open", "4"), ("Closed", "9"),
                                 ("Exempt", "2")],
    "Records": [("Record", "Kept for", "Protective marking"), ("Minutes", "ever", "Official"),
                ("Staff files", "6 years", "Official-Sensitive")],
    "Decision sheet": [("Item", "Decision"), ("5. Depot", "Agreed"),
                       ("7. Staff (exempt)", "Noted")],
}  # fmt: skip


@pytest.mark.parametrize("title", LISTS)
def test_rows_that_tell_of_one_matter_each_leave_the_list_open(title: str) -> None:
    assert not closes(heading(title), *table(*LISTS[title]))


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize(
    "rows",
    [
        [("Report to", "Cabinet"), ("Status", "Exempt"), ("Key decision", "No")],
        [("Status", "Exempt"), ("Key decision", "No"), ("Sensitivity", "Confidential")],
        [("Report to", "Cabinet", "Date", "May"), ("Status", "Exempt", "Call-in", "No"),
         ("Wards", "All", "Key", "No")],
        [("1", "Title", "Quay"), ("2", "Exempt?", "Yes"), ("3", "Key decision?", "No")],
        [("Item", "Quay"), ("1. Open or exempt", "Exempt"), ("2. Key", "No")],
        [("Committee", "Date", "Classification"), ("Cabinet", "May", "Exempt")],
        [("Key decision", "Exempt information"), ("No", "Yes – paragraph 3")],
    ],
)  # fmt: skip
def test_a_table_that_tells_of_the_paper_itself_withholds_it(
    rows: list[tuple[str, ...]], *, headed: bool
) -> None:
    assert closes(heading("Quay"), *table(*rows, headed=headed), kind="report")


def test_a_forward_plan_of_labelled_entries_stays_open() -> None:
    entries = ("Title: Quay", "Exempt information: Yes – paragraph 3", "Title: Trees",
               "Exempt information: No")  # fmt: skip
    assert not closes(heading("Forward Plan"), *map(para, entries))
    assert closes(heading("Forward Plan"), para("NOT FOR PUBLICATION"), *map(para, entries))


def test_the_head_of_an_agendas_table_is_no_choice_left_open() -> None:
    rows = [row("No.", "Item", "Open/Exempt"), row("1", "Apologies", "Open"),
            row("2", "Fraud", "Exempt (para 7)")]  # fmt: skip
    assert not closes(heading("Agenda"), *rows, kind="agenda")


@pytest.mark.parametrize(
    "rule",
    [
        item(
            "5.3. A report not open to the public shall be marked 'Not for publication'.",
            label="5.3",
        ),
        item("2. SECRET information is confidential.", label="2"),
        para("If a petition contains confidential information we will write to you."),
        para("Information that is exempt from disclosure is not included."),
        row("11b", "Councillors shall not disclose information which is confidential."),
        para("Case conferences are confidential."),
    ],
)
@pytest.mark.parametrize("title", ["EXECUTIVE PROCEDURE RULES", "Code of Conduct", "FOI Policy"])
def test_a_rule_about_closed_papers_leaves_rules_open(title: str, rule: Block) -> None:
    assert not closes(heading(title), para("Approved in May."), rule, para(TEXT))


def test_a_heading_over_rules_on_confidence_leaves_rules_open() -> None:
    below = para("Members must not disclose information marked confidential.")
    rule = item("4.1. You do not disclose what you are told.", label="4.1")
    head = (heading("MEMBERS' CODE OF CONDUCT"), para("Approved in May."), rule)
    assert not closes(*head, heading("Confidential information"), below)


def test_the_second_part_of_rules_is_not_a_private_part() -> None:
    parts = (para("Part 1 – Introduction"), para(TEXT), para("Part 2"), para(TEXT))
    assert not closes(heading("Code of Practice"), *parts)
    assert closes(heading("Code of Practice"), para("Part 2"), para(TEXT))


@pytest.mark.parametrize(
    "mark",
    [
        para("NOT FOR PUBLICATION"), para("Confidential"), para("CONFIDENTIAL INFORMATION"),
        para("This policy is exempt from publication under paragraph 4."),
        item("1. This policy is confidential and not for publication.", label="1"),
        para("The document is confidential and must not be copied."),
        para("By virtue of paragraph 3 of Part 1 of Schedule 12A it is exempt."),
        para("Classification: OFFICIAL-SENSITIVE"), para("Not to be published."),
        para("It is exempt under paragraph 3 of Schedule 12A."),
        heading("Confidential information"), heading("PART II"),
    ],
)  # fmt: skip
def test_rules_that_are_closed_themselves_are_withheld(mark: Block) -> None:
    assert closes(heading("Whistleblowing Policy"), mark, para(TEXT))
    assert closes(heading("Security Policy"), para("Version 3"), mark, para(TEXT))


def test_a_report_on_a_policy_is_read_as_any_report() -> None:
    named = (heading("Allocations Policy"), para("Report of the Director"))
    assert closes(*named, para("Reports such as this one are confidential and restricted."))


MINUTES = (heading("Minutes of the meeting of 7 July 2025"), para("Present: Cllrs Abel, Brook"))


@pytest.mark.parametrize(
    "words",
    [
        "Confidential item – staffing. The clerk's hours were discussed and increased.",
        "Council resolved to consider confidential business under Schedule 6 of the Local "
        "Government Act (Northern Ireland) 2014.",
    ],
)
def test_a_numbered_minute_of_a_private_item_leaves_minutes_open(words: str) -> None:
    assert not closes(*MINUTES, item(f"9. {words}", label="9"), kind="minutes")


@pytest.mark.parametrize(
    "mark",
    [
        item("9. This minute is exempt by virtue of paragraph 3 of Schedule 12A.", label="9"),
        item("9. NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A.", label="9"),
        item("9. Confidential", label="9"),
        para("NOT FOR PUBLICATION"),
    ],
)
def test_a_minute_that_is_a_mark_withholds_the_minutes(mark: Block) -> None:
    assert closes(*MINUTES, mark, para(TEXT), kind="minutes")


@pytest.mark.parametrize(
    "line",
    [
        "Items marked with a star contain exempt information and will be taken in private.",
        "The report of May was exempt under paragraph 3 of Schedule 12A because it gave offers.",
        "This Council believes that too many reports are not for publication.",
        "Is your group a charity exempt from registration? Yes / No",
        "Exemption sought: Yes, from Contract Procedure Rule 9",
        "Level of confidentiality: Low",
    ],
)
def test_what_is_said_of_other_papers_on_the_front_leaves_the_paper_open(line: str) -> None:
    assert not closes(heading("Depot"), para(line), para(TEXT), kind="report")


@pytest.mark.parametrize(
    "line",
    [
        "Not for publication. Any papers must be shredded.", "Agenda Item 12E",
        "This report was exempt and is exempt under paragraph 3 of Schedule 12A.",
        "Level of confidentiality: High", "Confidentiality level: Very high",
    ],
)  # fmt: skip
def test_what_is_said_of_the_paper_itself_withholds_it(line: str) -> None:
    assert closes(heading("Depot"), para(line), para(TEXT), kind="report")


REPORT = (para("Report to: Cabinet"), heading("Purpose of report"), para(TEXT),
          heading("Recommendations"), para("That it be agreed."))  # fmt: skip
APPENDIX = (heading("Appendix 1"), para(TEXT * 3))


@pytest.mark.parametrize("mark", ["Exempt Appendix 1", "Appendix 1 – Exempt"])
def test_a_closed_appendix_named_in_front_closes_the_paper_that_is_or_holds_it(mark: str) -> None:
    front = (heading("EXHAM BOROUGH COUNCIL"), para(mark))
    assert closes(*front, para("Valuation of the quay"), para(TEXT))
    assert closes(*front, *REPORT, *APPENDIX, kind="report")
    assert not closes(*front, *REPORT, kind="report")


@pytest.mark.parametrize(
    ("footer", "closed"),
    [
        ("Cabinet 8 July 2025 Part II", True),
        ("Planning Committee – Part 2 – Page 3", True),
        ("Cabinet 08/07/2025 Part B", True),
        ("Local Plan Part II", False),
        ("Constitution of the Council: Standing Orders, Part 2", False),
    ],
)
def test_a_footer_that_names_a_meetings_private_part_withholds_the_paper(
    footer: str, *, closed: bool
) -> None:
    blocks = lay_out(heading("Depot"), para(TEXT))[1]
    if closed:
        with pytest.raises(Withheld):
            access_of("paper.pdf", blocks, (footer,))
    else:
        assert access_of("paper.pdf", blocks, (footer,)) == "public"
