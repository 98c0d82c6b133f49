"""Marks as other forms, nations and printers make them: what each closes, and what it leaves."""

import pytest

from index.errors import Withheld
from index.records import Block, ReportKind
from ingest.access import access_of
from support.papers import heading, lay_out, para

FRONT = ("EXHAM BOROUGH COUNCIL", "Report to: Cabinet")
TEXT = "The depot has stood since 1950 and is used for lorries and for salt."
SECRET = "The offer of Zebrafinch Holdings was the higher."


def closes(blocks: tuple[Block, ...], *margins: str, kind: ReportKind = "report") -> bool:
    try:
        access_of("paper.pdf", blocks, margins, kind)
    except Withheld:
        return True
    return False


def front(mark: str) -> tuple[Block, ...]:
    lines = [para(line) for line in (*FRONT, mark, "Title: Depot")]
    return lay_out(*lines, heading("Purpose of report"), para(TEXT))[1]


def later(mark: str, below: str = SECRET) -> tuple[Block, ...]:
    lines = [para(line) for line in (*FRONT, "Title: Depot")]
    background = (heading("Background"), para(TEXT), para(TEXT))
    return lay_out(*lines, heading("Purpose"), *background, para(mark), para(below))[1]


@pytest.mark.parametrize(
    "mark",
    [
        # a label and its value
        "Decision type: Exempt", "Type of report: Private", "Report type: Exempt",
        "Confidentiality: Confidential", "Privacy: Private", "Session: Private",
        "Nature of report: Confidential", "Part A/B: B", "Appears in Part: II", "Part: II",
        "Agenda part: 2", "Report in: Part II", "Agenda Part II - Item 7",
        "Reason for exempt status: commercially sensitive", "Paras 1 & 2 exempt",
        "GSC: OFFICIAL - SENSITIVE", "Protective Marking: OFFICIAL SENSITIVE COMMERCIAL",
        # freedom of information
        "FOI: Closed", "Freedom of Information status: Closed", "Disclosable under FOI: No",
        "Freedom of Information: Not disclosable (s.43)",
        # other laws, and short ways of naming them
        "Restricted under Schedule 6 of the Local Government Act (Northern Ireland) 2014",
        "Local Government Act (Northern Ireland) 2014 Section 42: exempt information",
        "Private meeting - Regulation 5(2)", "LGA 1972 Sch.12A Pt 1 Para 3", "Sch 12A para 3",
        "Gwybodaeth Eithriedig: paragraff 14 o Atodlen 12A", "WEDI'I EITHRIO RHAG EI GYHOEDDI",
        "HEB EI GYHOEDDI",
        # as it is said
        "The public and press are likely to be excluded from the meeting during consideration of "
        "this item", "ITEM IN CONFIDENCE", "FOR DISCUSSION IN COMMITTEE - IN CAMERA",
        "Private session item", "CONFIDENTIAL UNTIL PUBLISHED", "DRAFT - CONFIDENTIAL",
        "Legal advice - privileged and confidential", "LEGAL PROFESSIONAL PRIVILEGE APPLIES",
        "Without prejudice and confidential", "NFP", "Agenda item 12 - Exempt", "Item 12 (Private)",
        "Police and Crime Panel - restricted", "Combined Authority: exempt report",
        "This report is in Part II of the agenda", "The report is to be considered in Part II",
        "This meeting will be held in private", "Item to be heard in closed session",
        "Item for the private part of the meeting", "EXEMPT AGENDA ITEM", "Private briefing",
        "CONFIDENTIAL BRIEFING NOTE", "DO NOT PUBLISH", "Not to be made public", "Publishable: No",
        "For the eyes of members only", "STAFF - IN CONFIDENCE", "PROTECT - PERSONAL",
        "RESTRICTED (when complete)", "OFFICIAL_SENSITIVE", "Operationally sensitive",
        "Section 100A(4) exemption applies", "NOT PROTECTIVELY MARKED - EXEMPT",
        "Exempt by virtue of Regulation 20 of the 2012 Regulations",
        "Reason for confidentiality: commercial sensitivity",
        "This report is exempt from call-in and exempt under paragraph 3.",
    ],
)  # fmt: skip
def test_a_mark_of_any_form_or_nation_withholds_the_paper(mark: str) -> None:
    assert closes(front(mark))


@pytest.mark.parametrize(
    "line",
    [
        "Classification: OFFICIAL", "Part A/B: A", "Appears in Part: 1", "Session: Public",
        "Decision type: Key", "FOI status: Open", "FOI exempt: No", "Disclosable under FOI: Yes",
        "Freedom of Information implications: No", "Reason for exempt status: N/A",
        "Subject: Official Sensitive sites for newts", "Subject: Private hire licensing",
        "Without prejudice to the rights of the Council, the lease is granted.",
        "The press and public will not be excluded during this item.",
        "Nid yw'r adroddiad hwn yn eithriedig", "Type of report: Public",
        "Background papers: the valuation - confidential", "Exempt from call-in: Yes",
        "Decision exempt from call-in: yes, urgent", "Exemption from standing orders: Yes",
        "Reason for exemption: urgency under Contract Procedure Rules", "PROTECTED TREES",
        "Reason for confidentiality: None", "Publish on website: Yes", "Sensitivity: Low",
        "Not protectively marked", "The Council protects its trees.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_such_a_mark_leaves_the_paper_open(line: str) -> None:
    assert not closes(front(line))


@pytest.mark.parametrize(
    "mark", ["EXEMPT APPENDIX 1", "Appendix 1 - Exempt", "Atodiad 2 - Eithriedig"]
)
def test_a_paper_that_begins_as_a_closed_appendix_is_withheld(mark: str) -> None:
    assert closes(lay_out(para(mark), *(para(line) for line in (*FRONT, SECRET)))[1])


PARTS = [
    "APPENDIX 3 - EXEMPT INFORMATION", "Annex B: Commercially sensitive", "CONFIDENTIAL APPENDIX 1",
    "Confidential Annex A (not for publication)", "Appendix 5 Commercially Confidential",
    "Appendix 4 - EXEMPT by virtue of paragraph 3 of Schedule 12A",
    "APPENDIX 7 - LEGALLY PRIVILEGED ADVICE", "COMMERCIAL IN CONFIDENCE", "PINK PAPER",
    "This appendix is exempt by virtue of paragraph 3 of Part 1 of Schedule 12A",
    "This annex contains exempt information", "This appendix is not for publication",
    "The following section is exempt from publication under paragraph 3 of Schedule 12A.",
    "Paragraphs 3.1 to 3.4 are exempt by virtue of paragraph 3 of Schedule 12A",
    "ATODIAD CYFRINACHOL", "NID I'W GYHOEDDI",
]  # fmt: skip
OF_REPORTS = [
    "Confidential section of the report", "Exempt section", "[EXEMPT TEXT BEGINS]",
    "Start of exempt information", "EXEMPT INFORMATION", "Confidential Information",
    "Exempt information - not for publication", "Section 2 - Exempt from publication",
    "Exempt from publication", "Confidential paragraphs (not for publication)", "Exempt business",
]  # fmt: skip


@pytest.mark.parametrize("mark", [*PARTS, *OF_REPORTS])
def test_what_heads_a_closed_part_withholds_the_report_it_is_bound_into(mark: str) -> None:
    assert closes(later(mark))


@pytest.mark.parametrize(
    ("words", "below"),
    [
        ("Exempt information", "None."),
        ("Exempt information", "Appendix 2 is exempt by virtue of paragraph 3 of Schedule 12A."),
        ("Confidential information", "Members must not disclose what they are told."),
        ("This section is not for completion by the applicant.", TEXT),
        ("The exempt section of the register is kept by the Monitoring Officer.", TEXT),
        ("Appendix 3 - Private sector housing", TEXT),
        ("Confidential waste", TEXT),
    ],
)
def test_a_heading_that_open_reports_have_too_leaves_them_open(words: str, below: str) -> None:
    assert not closes(later(words, below))


def minutes(mark: str) -> tuple[Block, ...]:
    front = (*FRONT, "Minutes of the meeting of the Cabinet held on 8 July 2025")
    item = (heading("Purpose"), *(para(TEXT) for _ in range(3)))
    return lay_out(*(para(line) for line in front), *item, para(mark), para(SECRET))[1]


@pytest.mark.parametrize(
    "mark",
    [
        "This minute is exempt by virtue of paragraph 3 of Schedule 12A",
        "This minute is not for publication", "Minutes of the private session",
        "Cofnodion eithriedig", "Cofnodion cyfrinachol", "THE FOLLOWING MINUTE IS EXEMPT",
        "The following minute is confidential and not for publication", "PINK MINUTES",
    ],
)  # fmt: skip
def test_closed_minutes_bound_into_open_ones_withhold_them(mark: str) -> None:
    assert closes(minutes(mark), kind="minutes")


@pytest.mark.parametrize(
    "line",
    [
        "PART II", "EXEMPT ITEMS", "CONFIDENTIAL ITEMS", "Exempt business", "EXEMPT INFORMATION",
        "47. DEPOT SALE (EXEMPT)", "The meeting resolved to exclude the press and public.",
        "The following item is exempt under paragraph 3 of Schedule 12A.",
        "The Cabinet considered a confidential report by the Director of Place.",
    ],
)  # fmt: skip
def test_open_minutes_that_tell_of_a_private_part_stay_open(line: str) -> None:
    assert not closes(minutes(line), kind="minutes")


@pytest.mark.parametrize(
    "margin",
    ["Depot sale - Exempt report - page 3", "Cabinet\tNOT FOR PUBLICATION", "8 July | EXEMPT"],
)
def test_a_mark_among_other_words_of_a_margin_withholds_the_paper(margin: str) -> None:
    assert closes(front("Date: 8 July 2025"), margin)


@pytest.mark.parametrize("stamp", ["CONFIDENTIAL", ["FOR", "NOT", "PUBLICATION"]])
def test_a_stamp_set_aslant_is_read_though_its_letters_stand_apart(stamp: str | list[str]) -> None:
    lines = [para(line) for line in (*FRONT, "Title: Depot", TEXT)]
    assert closes(lay_out(*lines, *(para(part) for part in stamp))[1])


@pytest.mark.parametrize(
    "name",
    [
        "Item 9 - NFP.docx", "Item 7 - private.txt", "private/depot.txt", "Pt 2 report.txt",
        "NOTFORPUBLICATION.txt", "conf report.pdf", "legally privileged advice.txt",
    ],
)  # fmt: skip
def test_a_name_that_closes_in_short_withholds_the_paper(name: str) -> None:
    with pytest.raises(Withheld):
        access_of(f"/papers/{name}", ())


@pytest.mark.parametrize(
    "name",
    ["Private Finance Initiative.txt", "Pinkneys Green.txt", "conference.txt", "Part 2 of 3.txt"],
)
def test_a_name_that_only_looks_short_for_it_leaves_the_paper_open(name: str) -> None:
    assert access_of(f"/papers/{name}", ()) == "public"
