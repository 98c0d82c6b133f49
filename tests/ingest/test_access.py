"""Marks that close a paper shut it; marks about something else do not; doubt does."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import Withheld
from index.records import Block, ReportKind
from ingest.access import access_of
from ingest.access_choices import chosen
from ingest.frontpage.kinds import kind_of
from ingest.reading import read_paper
from ingest.structure import structure
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
        "Not for publication: Appendix and report",
        "Cabinet (Private Session)",
        "Report status: Part exempt",
        "Exempt report? Y",
        "Part 2 Agenda Item 11",
        "YELLOW PAGES - not for press or public",
        "This is a confidential document",
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
        "Confidential Report? Y",
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
        "Report status: Part exempt – Appendix 2",
        "Exempt: N",
        "Exempt Y Drenewydd",
        "It is not for the public to pay.",
        "Appendix and report format",
        "Local Plan Part 2 – agenda item 11",
        "Cabinet (meeting in private session is not planned)",
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
        "local-plan-part-2-adopted.pdf",
        "Constitution Part 2 Articles.pdf",
        "Part 2 of the Localism Act.pdf",
        "Access to exempt information rules.pdf",
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


def _front(line: str | tuple[str, ...]) -> tuple[Block, ...]:
    """A report with a line, or a row of cells, on its front page."""
    marked = para(line) if isinstance(line, str) else row(*line)
    first = (para("Report to the Cabinet"), marked, heading("Sale of the quay"))
    return lay_out(*first, heading("Purpose of report"), para("1. To sell it.", label="1"))[1]


@pytest.mark.parametrize(
    "line",
    [
        "NOT FOR PUBLICATION",
        "Not for publication by virtue of paragraph 3",
        "By virtue of paragraph(s) 1, 3 of Part 1 of Schedule 12A",
        "By virtue of paragraph(s) 1, 3",
        "Part 2 (closed to the public)",
        "PART II – PRIVATE",
        "PART B – PRIVATE",
        "Part 2",
        "PART II",
        "PART B",
        "Part Two – Private",
        "Part 2 – Confidential",
        "EXEMPT",
        "Exempt Report",
        "Exempt item",
        "EXEMPT ITEM – Paragraph 3",
        "RESTRICTED",
        "RESTRICTED REPORT",
        "PRIVATE",
        "Private report",
        "PRIVATE AND CONFIDENTIAL",
        "Strictly Private and Confidential",
        "STRICTLY PRIVATE & CONFIDENTIAL",
        "Private & Confidential – Members only",
        "Official-Sensitive",
        "OFFICIAL SENSITIVE",
        "OFFICIAL – SENSITIVE",
        "OFFICIAL: SENSITIVE",
        "Closed session",
        "CLOSED",
        "Closed report",
        "In closed session",
        "In private",
        "To be considered in private",
        "To be heard in private session",
        "Confidential report",
        "CONFIDENTIAL",
        "Confidential – not for circulation",
        "CONFIDENTIAL DRAFT",
        "Exempt information – Paragraph 12 of Schedule 12A",
        "Paragraph 14 of Schedule 12A to the Local Government Act 1972",
        "Paragraphs 12, 14 and 16 of Part 4 of Schedule 12A",
        "Exempt under paragraph 6 of Schedule 7A of the Local Government (Scotland) Act 1973",
        "Schedule 7A, paragraph 8",
        "Exempt by virtue of paragraph 13",
        "Exempt: Yes",
        "Exempt: Y",
        "Exempt? Yes",
        "Is the report exempt? Yes",
        "Confidential: Yes",
        "Open ☐ Exempt ☒",
        "☐ Open ☒ Exempt",
        "Public [ ] Private [x]",
        "Exempt ☑ Open ☐",
        "Part 1 ☐ Part 2 ☑",
        "Exempt information? Yes ☒ No ☐",
        "Confidential: Yes [X] No [ ]",
        "Public / Exempt (delete as applicable)",
        "Open/Exempt",
        "Part 1 / Part 2",
        "Open ☐ Exempt ☐",
        "Open ☒ Exempt ☒",
        "Pink papers",
        "PINK PAPER",
        "Status: Confidential",
        "Classification: RESTRICTED",
        "Report status: Exempt",
        "Protective marking: OFFICIAL-SENSITIVE",
        "Access: Closed",
        "This report is confidential.",
        "This report is not for publication because it contains exempt information.",
        "This document is confidential and must not be copied.",
        "This report is exempt from publication",
        "The report is exempt from publication by virtue of paragraph 3",
        "The following report is not for publication",
        "Not for publication – contains exempt information",
        "Exempt - Appendix 1 and the report",
        "The report and appendices are exempt",
        "This report and its appendices are exempt",
        "Exempt (paragraph 3)",
        "Exempt – para 3",
        "(EXEMPT)",
        "[CONFIDENTIAL]",
        "*** CONFIDENTIAL ***",
        "Exempt category 3",
        "Exemption: paragraph 3",
        "Reason for exemption: Paragraph 3",
        "Reason for exemption: commercially sensitive",
        "Exemption category: 3",
        "Category of exemption: 1 and 2",
        "Exempt paragraph: 3",
        "If exempt, state the paragraph: 3",
        "The public should be excluded from the meeting during consideration of this report",
        "Press and public excluded",
        "The press and public will be excluded for this item",
        "Not to be published",
        "Not for public release",
        "Not for disclosure",
        "Not for circulation",
        "For Members' eyes only",
        "For members only",
        "Members only",
        "Embargoed",
        "Commercial in confidence",
        "Commercially sensitive",
        "In confidence",
        "In Committee: exempt business",
        "Confidential minutes",
        "EXEMPT MINUTES",
        "Confidential Minute Book",
        "Private session",
        "Exempt session",
        "Restricted circulation",
        "Legally privileged and confidential",
        "Subject to legal professional privilege",
        "STRICTLY CONFIDENTIAL",
        "Confidential information: section 100A(3)",
        "Secret",
        "For publication: No",
        "Open to the public: No",
        "Is this report public? No",
        "Publication: No",
        "Item 9 – Sale of land (Exempt category 3)",
        "Sale of land (Exempt – paragraph 3)",
        "Staffing [CONFIDENTIAL]",
        "PART 2 - ITEM 5",
        "This document contains legally privileged information",
        "Commercially confidential",
        "STRICTLY PRIVATE",
        "Exempt: Part 1 of Schedule 12A paragraph 3",
        "Reason for exemption: Public interest in maintaining the exemption",
        "Exempt paragraph: No. 3",
        "This report is not exempt. NOT FOR PUBLICATION",
        "No part of this exempt report may be copied. NOT FOR PUBLICATION",
        "Exempt: Appendix 1 and this report",
        "Key decision: Yes ☒ No ☐ Exempt: Yes ☒ No ☐",
        "☐ Part 1 ☒ Part 2",
        "Is this report open to the public? ☐ Yes ☒ No",
        "Access: Exempt under paragraph 3",
        "Report Status: Private and confidential",
        "Publication status: Not public",
        "Status: NOT OPEN",
        "RESTRICTED CIRCULATION – MEMBERS ONLY",
        "This item is likely to be considered in private (paragraph 3)",
        "This report will be considered in closed session.",
        "To be considered in the absence of the press and public",
        "Not available to the public",
        "Exclusion of the public: Yes, paragraph 3",
        "Private (Exempt) Session",
        "Blue paper – exempt",
        "Green pages: exempt",
        "N O T  F O R  P U B L I C A T I O N",
        "E X E M P T",
        "NOT FOR PUBLI- CATION",
        "NOT‐FOR‐PUBLICATION",
        "Ｎot for publication",
        "ADRODDIAD EITHRIEDIG",
        "EITHRIEDIG / EXEMPT",
        "EXEMPT / EITHRIEDIG",
        "Exempt report – Sale of the quay",
        "CYFRINACHOL",
        "Nid i'w gyhoeddi",
        "Nid yw’r adroddiad hwn i’w gyhoeddi",
        "Mae'r adroddiad hwn yn eithriedig",
    ],
)
def test_every_form_of_mark_withholds_the_paper(line: str) -> None:
    assert _reason("quay.pdf", _front(line)) in ("exempt", "confidential", "unclear")


@pytest.mark.parametrize(
    "cells",
    [
        ("Exempt", "Yes"),
        ("Is it exempt?", "Yes"),
        ("Confidential", "Y"),
        ("Exempt information", "Paragraph 3"),
        ("Public / exempt", "Exempt"),
        ("Exempt", "", "Yes"),
        ("", "Exempt", "Yes"),
        ("Part 1/Part 2", "Part 2"),
        ("Key decision", "No", "Exempt", "Yes"),
        ("Exempt", "Yes", "Key decision", "No"),
        ("Open", "☐", "Exempt", "☒"),
        ("Open ☐", "Exempt ☒"),
        ("Public", "", "Private", "✓"),
        ("Report type", "Exempt"),
        ("Exempt?", "✓"),
        ("Status", "Confidential"),
        ("Reason for exemption", "Paragraph 3"),
        ("Reason for exemption", "3"),
        ("Exempt paragraph", "3"),
        ("Exempt", "3"),
        ("CONFIDENTIAL", "Agenda item 4"),
        ("Open / Exempt", ""),
        ("Public / Exempt (delete as applicable)", ""),
        ("NOT FOR PUBLICATION", ""),
        ("Agenda item 4", "EXEMPT"),
        ("Yes", "Exempt"),
        ("Classification", "Exempt – paragraph 3"),
        ("Exempt ☒", "Open ☐"),
        ("Marking", "OFFICIAL-SENSITIVE"),
        ("Report to Cabinet", "PART II"),
        ("Date: 4 May", "Part 2"),
        ("Confidential", "Commercial"),
        ("Exempt", "Financial affairs"),
    ],
)
def test_a_mark_in_any_row_withholds_the_paper(cells: tuple[str, ...]) -> None:
    assert _reason("quay.pdf", _front(cells)) in ("exempt", "confidential", "unclear")


@pytest.mark.parametrize(
    "line",
    [
        "Part 1 (Open to the public)",
        "Part I – public",
        "Part I - Public",
        "Part 1 – Public Report",
        "PART A – OPEN",
        "Part A: Open to the press and public",
        "Appendix 2 is exempt",
        "Appendix 2 is exempt from publication",
        "This report contains an exempt appendix",
        "Contains an exempt appendix.",
        "Appendix B (exempt – not for publication)",
        "Appendix B - Exempt",
        "Appendix 3 – Valuation (Exempt by virtue of paragraph 3)",
        "Appendices: A – Plan; B – Costs (Exempt)",
        "Exempt Appendix 2: Valuation",
        "Exempt information: None",
        "Is the report exempt? No",
        "Confidential: No",
        "Not exempt",
        "Reason for exemption: N/A",
        "Reason for exemption: None",
        "Exempt from publication: No",
        "Open ☒ Exempt ☐",
        "☒ Open ☐ Exempt",
        "Public [x] Private [ ]",
        "Exempt ☐ Open ☒",
        "[X] Public  [ ] Exempt",
        "Part 1 ☑ Part 2 ☐",
        "Yes ☐ No ☒ Exempt information",
        "Exempt information? Yes ☐ No ☒",
        "Confidential: Yes [ ] No [X]",
        "Is this report exempt? Yes / No: No",
        "Confidential waste contract",
        "CONFIDENTIAL WASTE",
        "Exempt from business rates",
        "Properties exempt from business rates",
        "Restricted byway 14, Aldergate",
        "Restricted Byways",
        "Private sector housing",
        "PRIVATE SECTOR HOUSING RENEWAL POLICY",
        "Private hire vehicles",
        "Private Hire and Hackney Carriage Licensing",
        "Exempt accommodation",
        "Exempt cells",
        "VAT partial exemption",
        "Private finance initiative",
        "Restricted parking zones",
        "Closed churchyards",
        "Private Members' motion",
        "Business rates: exempt properties",
        "Confidentiality: members' code of conduct",
        "The public may attend this meeting.",
        "Items 1 to 8 will be considered in public and item 9 in private.",
        "This item is not confidential.",
        "Exempt or confidential information: Nil",
        "There is no exempt information in this report.",
        "The report does not contain exempt information.",
        "This report contains no exempt information.",
        "None of the information in this report is exempt.",
        "No exempt information",
        "Non-exempt",
        "Does this report contain exempt or confidential information? No",
        "Exempt information under Schedule 12A: No",
        "Publicity: This report is public.",
        "Open report",
        "PUBLIC",
        "Public Report",
        "Status: Public",
        "Status: Open",
        "Classification: Public",
        "Access to information: Open",
        "Security classification: OFFICIAL",
        "Not restricted",
        "Unrestricted",
        "Report status: For publication",
        "For publication",
        "Exempt: Not applicable",
        "Exempt para: -",
        "Exempt paragraph: none",
        "Paragraph number of exemption: N/A",
        "If exempt, state the paragraph: N/A",
        "If exempt, give the reason:",
        "Reason for exemption:",
        "Exempt/Confidential:",
        "Exempt information paragraph(s):",
        "Confidential Appendix: None",
        "Exempt Appendices: None",
        "Exempt appendices: Appendix C",
        "Restricted appendices: 1",
        "Part 2 reports: none",
        "Council tax (exempt properties)",
        "Waste (confidential) collection contract",
        "Enclosure 2: Valuation (exempt)",
        "Background papers: Valuation (exempt report)",
        "Part 2 – Itemised costs",
        "The appendix to this report is exempt.",
        "Appendix C to this report is not for publication: it contains exempt information.",
        "Mr Private",
        "Tax base: exempt dwellings",
        "Community asset transfer: Part 2 of the Localism Act",
        "Part 2 of the Act",
        "Local Plan Part 2: adoption",
        "Key decision: Yes ☒ No ☐ Exempt: Yes ☐ No ☒",
        "Is this report open to the public? ☒ Yes ☐ No",
        "Key decision: Yes ☒ No ☐",
        "☒ For decision ☐ For information",
        "Members of the public: 6",
        "Publication date: 4 May 2025",
        "Press and public: none",
        "Public participation: none",
        "Public questions: None",
        "Date of publication: no later than 4 May",
        "Nid yw'r adroddiad hwn yn eithriedig",
        "Mae Atodiad 2 yn eithriedig",
        "Exclusion of the public: No",
        "The background papers are not available to the public",
        "Access: Exempt Appendix 2 under paragraph 3",
        "Status: Not started",
        "Items 9 to 11 will be considered in private",
    ],
)
def test_plain_words_leave_the_paper_public(line: str) -> None:
    assert access_of("quay.pdf", _front(line)) == "public"


@pytest.mark.parametrize(
    "cells",
    [
        ("Exempt", "No"),
        ("Is it exempt?", "No"),
        ("Confidential", "N"),
        ("Exempt information", "None"),
        ("Public / exempt", "Public"),
        ("Exempt information", ""),
        ("", "Exempt", "No"),
        ("Exempt", "", "No"),
        ("Part 1/Part 2", "Part 1"),
        ("Key decision", "Yes", "Exempt", "No"),
        ("Exempt", "No", "Key decision", "Yes"),
        ("Wards", "All", "Confidential or exempt", "No"),
        ("Open", "☒", "Exempt", "☐"),
        ("Open ☒", "Exempt ☐"),
        ("Public", "✓", "Private", ""),
        ("Exempt/Confidential", "No", "Reason", "N/A"),
        ("Report type", "Open"),
        ("Appendices", "Appendix 1 – Plan", "Appendix 2 – Exempt"),
        ("Appendix 2", "Exempt"),
        ("Appendix B (exempt)", "Not for publication by virtue of paragraph 3"),
        ("Exempt", "[ ]"),
        ("Confidential", "-"),
        ("Restricted", "N/A"),
    ],
)
def test_rows_that_deny_or_leave_blank_leave_the_paper_public(cells: tuple[str, ...]) -> None:
    assert access_of("quay.pdf", _front(cells)) == "public"


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("Open ☐ Exempt ☐", {"public", "exempt"}),
        ("Open ☒ Exempt ☒", {"public", "exempt"}),
        ("☐ Part 1 ☒ Part 2", {"exempt"}),
        ("Exempt: Yes [ ] No [x]", {"public"}),
        ("Is it open to the public? Yes ☐ No ☒", {"exempt"}),
        ("Key decision: Yes ☒ No ☐", set()),
        ("Exempt or open", {"public", "exempt"}),
        ("Open space and private gardens", set()),
    ],
)
def test_a_printed_choice_is_what_was_ticked(line: str, marks: set[str]) -> None:
    assert chosen(line)[0] == marks


def test_choices_with_their_ticks_in_the_row_below_are_what_was_ticked() -> None:
    def front(*ticks: str) -> tuple[Block, ...]:
        return lay_out(row("Open", "Exempt"), row(*ticks), heading("Sale of the quay"))[1]

    assert access_of("quay.pdf", front("✓", "")) == "public"
    assert _reason("quay.pdf", front("", "X")) == "exempt"
    assert _reason("quay.pdf", front("✓", "✓")) == "unclear"
    assert _reason("quay.pdf", front("", "")) == "exempt"
    asked = row("Is this report exempt?", "Yes", "No"), row("", "X", ""), heading("Sale")
    assert _reason("quay.pdf", lay_out(*asked)[1]) == "exempt"


def test_a_paper_without_blocks_is_judged_by_what_stands_around_it() -> None:
    assert access_of("quay.pdf", ()) == "public"
    assert _reason("quay.pdf", (), ("E X E M P T",)) == "exempt"


def test_a_mark_broken_over_two_lines_is_read_as_one() -> None:
    for lines in (("NOT FOR", "PUBLICATION"), ("NOT FOR PUBLI-", "CATION")):
        assert _reason("quay.pdf", _report(*lines)) == "exempt"


_OTHER_NAMES = [
    "Adroddiad eithriedig 7.pdf",
    "ExemptReport.pdf",
    "Cabinet-exemptminutes.pdf",
    "PrivateReport.pdf",
    "Part2Reports/x.pdf",
    "closed session/x.pdf",
    "not-for-publication.pdf",
    "official-sensitive_x.pdf",
    "pinks/x.pdf",
    "Agenda Part Two.pdf",
    "https://x.example/doc.aspx?title=Exempt%20report",
]


@pytest.mark.parametrize("source", _OTHER_NAMES)
def test_a_name_is_marked_however_it_is_written(source: str) -> None:
    assert _reason(source, _report()) == "exempt"


@pytest.mark.parametrize(
    "source",
    [
        "confidential waste.pdf",
        "private sector housing.pdf",
        "restricted access gate.pdf",
        "premises exempt from business rates.pdf",
        "Exempt accommodation.pdf",
        "not exempt/x.pdf",
        "Closed churchyards report.pdf",
        "local-plan-part-21.pdf",
    ],
)
def test_a_name_about_such_a_subject_is_left_alone(source: str) -> None:
    assert access_of(source, _report()) == "public"


_MINUTES = (
    para("Minutes of the Cabinet held on 4 May 2021"),
    heading("Present"),
    para("Cllr Pike"),
)
_REPORT = (
    para("Report to Cabinet"),
    heading("Sale of the quay"),
    heading("Purpose"),
    para("Sell."),
)


@pytest.mark.parametrize(
    "words",
    ["EXEMPT MINUTES", "Confidential minutes", "Minutes – exempt", "MINUTES (EXEMPT)",
     "Part 2 minutes", "RESTRICTED MINUTES – item 9", "Exempt Minutes of the Cabinet, 4 May 2021"],
)  # fmt: skip
def test_closed_minutes_bound_into_open_ones_withhold_them(words: str) -> None:
    _, blocks = lay_out(*_MINUTES, heading(words), para("The offers were opened."))
    with pytest.raises(Withheld):
        access_of("m.pdf", blocks, kind="minutes")


@pytest.mark.parametrize(
    "told",
    [
        (para("The press and public were excluded."),),
        (heading("PART 2"), para("RESOLVED that the offer be accepted.")),
        (
            heading("9. Exempt minutes of 3 April", label="9"),
            para("RESOLVED that the exempt minutes be approved as a correct record."),
        ),
        (para("RESOLVED that the public be excluded during consideration of this item by virtue "
              "of paragraph 3 of Schedule 12A."),),
    ],
)  # fmt: skip
def test_minutes_that_tell_of_a_closed_item_stay_public(told: tuple[Block, ...]) -> None:
    _, blocks = lay_out(*_MINUTES, *told)
    assert access_of("m.pdf", blocks, kind="minutes") == "public"


@pytest.mark.parametrize(
    "listed",
    [
        (para("Appendix A – Plan"), para("Appendix B (exempt – not for publication)")),
        (item("• Appendix A – Plan"), item("• Appendix B – Exempt"), heading("Contact officer")),
        (
            para("Appendix 1 – NOT FOR PUBLICATION by virtue of paragraph 3"),
            para("Contact: A Pike"),
        ),
    ],
)
def test_a_list_of_appendices_may_name_closed_ones(listed: tuple[Block, ...]) -> None:
    _, blocks = lay_out(*_REPORT, heading("Appendices"), *listed)
    assert access_of("r.pdf", blocks) == "public"


@pytest.mark.parametrize(
    "words", ["PRIVATE AND CONFIDENTIAL", "PART 2 – EXEMPT", "OFFICIAL-SENSITIVE", "PRIVATE",
              "PART II – CONFIDENTIAL INFORMATION", "[NOT FOR PUBLICATION]", "RESTRICTED"]
)  # fmt: skip
def test_a_mark_that_heads_a_later_page_withholds_the_paper(words: str) -> None:
    _, blocks = lay_out(*_REPORT, para(words), para("The offers were opened."))
    with pytest.raises(Withheld):
        access_of("r.pdf", blocks)


def test_an_agenda_of_rows_may_name_a_closed_item() -> None:
    rows = (row("1", "Apologies", "Open"), row("2", "Quay", "Exempt – paragraph 3"))
    _, blocks = lay_out(para("CABINET"), para("Agenda"), *rows)
    assert access_of("a.pdf", blocks, kind="agenda") == "public"


_SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@cache
def _public_samples() -> list[tuple[tuple[Block, ...], ReportKind]]:
    """The open papers of the invented borough, as read."""
    papers = []
    for path in sorted(_SAMPLES.rglob("*.*")):
        paper = read_paper(path.read_bytes(), path.name)
        _, blocks = structure(paper)
        kind = kind_of(blocks, paper.properties.front_matter)
        if "depot" not in path.name:  # the one that is exempt
            papers.append((blocks, kind))
    return papers


@settings(deadline=None)
@given(
    which=st.integers(0, 99),
    at=st.integers(0, 1),
    mark=st.sampled_from(
        ["NOT FOR PUBLICATION", "CONFIDENTIAL", "EXEMPT", "Strictly private and confidential",
         "By virtue of paragraph 3 of Part 1 of Schedule 12A", "OFFICIAL-SENSITIVE", "RESTRICTED"]
    ),
)  # fmt: skip
def test_an_unmistakable_mark_on_its_front_page_withholds_any_paper(
    which: int, at: int, mark: str
) -> None:
    papers = _public_samples()
    blocks, kind = papers[which % len(papers)]
    assert access_of("paper.pdf", blocks, kind=kind) == "public"
    marked = (*blocks[:at], lay_out(para(mark))[1][0], *blocks[at:])
    with pytest.raises(Withheld):
        access_of("paper.pdf", marked, kind=kind)


@pytest.mark.parametrize("mark", ["CONFIDENTIAL", "EXEMPT", "NOT FOR PUBLICATION"])
def test_a_mark_above_words_that_open_the_paper_is_unclear(mark: str) -> None:
    assert _reason("q.pdf", _report(mark, "Part 1 (Open to the public)")) == "unclear"
    assert _reason("q.pdf", _front((mark, "Part 1"))) in ("exempt", "unclear", "confidential")
