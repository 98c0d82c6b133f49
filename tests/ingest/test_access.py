"""Marks that close a paper shut it; marks about something else do not; doubt does."""

import pytest

from index.errors import Withheld
from index.records import Block
from ingest.access import access_of
from support.papers import heading, item, lay_out, para, row


def _reason(source: str, blocks: tuple[Block, ...], margins: tuple[str, ...] = ()) -> str:
    with pytest.raises(Withheld) as refused:
        access_of(source, blocks, margins)
    return refused.value.reason


def _report(*first: str) -> tuple[Block, ...]:
    rest = (heading("Purpose of report"), para("1. To seek approval for the lease.", label="1"))
    return lay_out(*(para(line) for line in first), heading("Sale of the quay"), *rest)[1]


@pytest.mark.parametrize(
    "line",
    [
        "NOT FOR PUBLICATION",
        "Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A",
        "By virtue of paragraph(s) 1, 2 of Part 1 of Schedule 12A of the Local Government Act 1972",
        "Part 2 (closed to the public)",
        "PART II – PRIVATE",
        "EXEMPT",
        "Exempt Report",
        "Exempt: Yes",
        "Exempt information: paragraph 3",
        "RESTRICTED",
        "This report is exempt from publication, save for Appendix 1.",
        "Agenda item 7 NOT FOR PUBLICATION",
        "This report contains exempt information.",
        "This is a private report",
        "Exempt/Confidential: Part B (Exempt by virtue of para 3)",
        "Exempt information: Yes. Paragraph 3",
        "Is this report exempt? Yes (paragraph 3)",
        "Exempt: Yes Key decision: No",
        "Key decision: No Exempt: Yes",
        "Exempt information: Yes. Wards affected: None",
        "Part 1/Part 2: Part 2",
        "Public or exempt? Exempt",
        "Classification: Part 2",
        "Status: Exempt",
        "Access to information: Private report",
        "Restricted: the public are likely to be excluded during consideration of this item",
        "EXEMPT MINUTES of the Cabinet held on 4 May 2025",
        "Confidential Report to Cabinet",
        "OFFICIAL-SENSITIVE: COMMERCIAL",
        "COMMERCIAL IN CONFIDENCE",
        "CLOSED SESSION",
        "Schedule 12A, para 3",
        "PART 2 REPORT – EXEMPT INFORMATION",
    ],
)
def test_a_mark_on_the_front_page_withholds_the_paper(line: str) -> None:
    assert _reason("quay.pdf", _report(line)) == "exempt"


@pytest.mark.parametrize(
    "line",
    [
        "CONFIDENTIAL",
        "Strictly confidential",
        "Confidential report",
        "Is this report confidential? Yes",
        "Confidential or exempt information: Yes – paragraph 3",
    ],
)
def test_a_confidential_paper_is_withheld_as_such(line: str) -> None:
    assert _reason("quay.pdf", _report(line)) == "confidential"


@pytest.mark.parametrize(
    "line",
    [
        "Part 1 (Open to the public)",
        "FOR GENERAL RELEASE",
        "Exempt: No",
        "Confidential or exempt information: None",
        "This report is not exempt.",
        "Is this report confidential? No",
        "Appendix 2 is exempt by virtue of paragraph 3 of Part 1 of Schedule 12A.",
        "Appendices: 1 Plan; 2 Valuation (exempt, not for publication by virtue of paragraph 3)",
        "That the press and public be excluded for item 9, which contains exempt information as "
        "defined in paragraph 3 of Part 1 of Schedule 12A.",
        "Appendix 2 to this report is not for publication by virtue of paragraph 3.",
        "Exempt accommodation: progress report",
        "Confidentiality in scrutiny reviews",
        "Exempt: No Key decision: Yes",
        "Is this report exempt by virtue of paragraph 3 of Schedule 12A? No",
        "Exempt: Appendix 2 only",
        "Exempt information: Yes – Appendix 2",
        "Open or exempt? Open",
        "Part 1/Part 2: Part 1",
        "Classification: OFFICIAL",
        "Private rented sector: enforcement",
        "Confidential reporting (whistleblowing) policy",
        "Closed circuit television",
        "Local Plan Part 2",
    ],
)
def test_words_about_closing_something_else_leave_the_paper_public(line: str) -> None:
    assert access_of("quay.pdf", _report(line)) == "public"


def test_a_label_answered_by_none_on_the_next_line_is_no_mark() -> None:
    assert access_of("quay.pdf", _report("Exempt information:", "None")) == "public"


def test_a_label_answered_by_yes_on_the_next_line_is_a_mark() -> None:
    assert _reason("quay.pdf", _report("Confidential or exempt information:", "Yes")) == (
        "confidential"
    )


def test_a_label_and_its_answer_in_the_next_cell_are_a_mark() -> None:
    _, blocks = lay_out(row("Contains exempt matter?", "Yes – paragraph 3"), heading("Purpose"))
    assert _reason("quay.pdf", blocks) == "exempt"


def test_a_row_of_label_and_value_is_read_together() -> None:
    _, no = lay_out(row("Exempt", "No"), row("Date", "4 May 2021"), heading("Purpose"))
    _, yes = lay_out(row("Status", "Exempt"), row("Date", "4 May 2021"), heading("Purpose"))
    assert access_of("quay.pdf", no) == "public"
    assert _reason("quay.pdf", yes) == "exempt"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("papers/quay-exempt.pdf", "exempt"),
        ("papers/EXEMPT/quay.pdf", "exempt"),
        ("papers/Part 2/quay.pdf", "exempt"),
        ("quay_part_ii.docx", "exempt"),
        ("pink/quay.pdf", "exempt"),
        ("Quay (RESTRICTED).pdf", "exempt"),
        ("quay%20confidential.pdf", "confidential"),
        ("https://exham.example/docs/quay%20exempt%20report.pdf?id=1", "exempt"),
    ],
)
def test_a_mark_in_the_name_withholds_the_paper(source: str, reason: str) -> None:
    source = source.replace("%20", " ") if "://" not in source else source
    assert _reason(source, _report()) == reason


@pytest.mark.parametrize(
    "source",
    [
        "tax exemptions.pdf",
        "non-exempt/quay.pdf",
        "Pink Lane parking.pdf",
        "unrestricted.pdf",
        "Restricted byway 12.pdf",
        "strategy part 2 of 3.pdf",
        "https://exham.example/confidentiality.pdf",
    ],
)
def test_a_name_that_only_looks_marked_is_left_alone(source: str) -> None:
    assert access_of(source, _report()) == "public"


def test_marks_that_contradict_each_other_withhold_the_paper() -> None:
    assert _reason("q.pdf", _report("Part 1 (Open to the public)", "EXEMPT")) == "unclear"
    assert _reason("exempt/q.pdf", _report("FOR GENERAL RELEASE")) == "unclear"


def test_a_mark_in_the_first_cell_of_a_row_withholds_the_paper() -> None:
    _, blocks = lay_out(row("CONFIDENTIAL", "Agenda item 4"), heading("Purpose"))
    assert _reason("q.pdf", blocks) == "confidential"
    _, part = lay_out(row("Exempt information", "Appendix 2 only"), heading("Purpose"))
    assert access_of("q.pdf", part) == "public"


def test_a_paper_that_says_further_on_that_it_is_exempt_is_withheld() -> None:
    words = "This report contains exempt information as defined in paragraph 3 of Schedule 12A."
    front = (heading("Sale of the quay"), heading("Purpose"), para("To sell the quay."))
    _, blocks = lay_out(*front, heading("Access to information"), para(words))
    assert _reason("q.pdf", blocks) == "exempt"
    _, none = lay_out(*front, para("This report contains no exempt information."))
    assert access_of("q.pdf", none) == "public"


def test_an_agenda_with_a_closed_report_bound_in_is_withheld() -> None:
    _, blocks = lay_out(
        heading("AGENDA"),
        item("1. Apologies", label="1"),
        item("2. Land matter", label="2"),
        para("NOT FOR PUBLICATION"),
        heading("Sale of the quay"),
        heading("Recommendations"),
        para("That the quay be sold."),
    )
    with pytest.raises(Withheld):
        access_of("pack.pdf", blocks, kind="agenda")


def test_a_running_header_withholds_the_paper() -> None:
    assert _reason("q.pdf", _report(), ("NOT FOR PUBLICATION", "Page 1")) == "exempt"


def test_a_closed_appendix_bound_in_withholds_the_whole() -> None:
    _, blocks = lay_out(
        heading("Sale of the quay"),
        heading("Purpose"),
        para("To sell the quay."),
        heading("APPENDIX B – NOT FOR PUBLICATION"),
        para("The offers were opened on Monday."),
    )
    assert _reason("q.pdf", blocks) == "exempt"


def test_minutes_that_closed_the_meeting_for_an_item_stay_public() -> None:
    _, blocks = lay_out(
        para("Minutes of the Cabinet held on 4 May 2021"),
        heading("Present"),
        para("Councillor Pike"),
        heading("EXEMPT INFORMATION"),
        para("RESOLVED that the public be excluded, as exempt information would be disclosed."),
    )
    assert access_of("minutes.pdf", blocks, kind="minutes") == "public"


def test_an_agenda_may_name_a_closed_part() -> None:
    _, blocks = lay_out(
        heading("AGENDA"),
        para("PART 1 – OPEN TO THE PUBLIC"),
        item("1. Apologies", label="1"),
        para("PART 2 – CLOSED TO THE PUBLIC"),
        item("2. Land matter", label="2"),
    )
    assert access_of("agenda.pdf", blocks, kind="agenda") == "public"


def test_the_message_holds_no_word_of_the_paper() -> None:
    with pytest.raises(Withheld) as refused:
        access_of("q.pdf", _report("NOT FOR PUBLICATION", "Zanzibar"))
    assert "Zanzibar" not in str(refused.value)
    assert "quay" not in str(refused.value).casefold()
