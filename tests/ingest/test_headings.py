"""Which lines are headings."""

import pytest

from ingest.pages import Paper, Para
from ingest.structure import structure
from support.as_read import paper, table

LONG = "The hedges of the borough are to be cut in the spring and again in the autumn."


def kinds(*parts: str | Para) -> list[str]:
    return [block.kind for block in structure(paper(*parts))[1]]


@pytest.mark.parametrize(
    "line",
    [
        "RECOMMENDATION(S)",
        "RECOMMENDATIONS:",
        "Purpose of Report",
        "Purpose of the report:",
        "Reason(s) for Decision",
        "Legal implications",
        "Equality & Diversity",
        "COMMENTS OF THE HEAD OF LEISURE",
        "2024 – THE YEAR OF THE OAK",
        "Appendix B",
        "THE FEE",
        "AGM",
        "Moving Forward with Hedges",
        "Trees and verges",
        "8. Christmas trees 2018",
        "Planning application 18/01804/FUL",
        "12. Car Parking",
        "CAB.45 LEISURE TRUST",
        "45/23 Budget",
        "3.4 The present scheme",
        "12. Oak Trust: business case",
        "Exe/24/12 Hedges",
        "Minute 45 – Hedges",
        "WARD(S) TO WHICH REPORT RELATES:",
    ],
)
def test_a_heading_is_one_by_its_form_or_its_words(line: str) -> None:
    assert kinds("MINUTES", LONG, line, LONG) == ["heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "(If the recommendations are accepted)",
        "TITLE: THE OAK STRATEGY",
        "On:",
        "To the: CABINET MEETING",
        "ITEM NO.",
        "REPORT OF THE DIRECTOR OF TREES",
        "Report of the Director of Trees",
        "Part 1 (Open to the public)",
        "10 November 2025",
        "None",
        "N/A",
        "RESOLVED:",
        "RESOLVED –",
        "Not applicable",
        "The legal implications are set out below.",
        "Councillor A. Birch",
        "clerk@oak.example",
        "£300",
        "TA £696.62",
        "AB12 3CD",
        "Nothing to report",
        "No items for discussion",
        "There were none",
        "The meeting closed at nine",
        "Nothing, as there would be no trees",
        "10 November 2025 in the Guildhall",
        "Head of Trees",
        "Ann Hawes, Head of Trees",
        "OAK/REP/12",
        "- Trees",
        "(a) Trees",
        "It was agreed that:",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    assert kinds("MINUTES", LONG, line, LONG)[2] != "heading"


def test_an_answer_under_its_heading_is_no_heading() -> None:
    assert kinds("OPTIONS", "5. None", "RISKS", "6. Few", LONG) == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
    ]


def test_a_signature_is_no_heading() -> None:
    report = ("PURPOSE", f"1. {LONG}", "RISKS", f"2. {LONG}")
    assert kinds(*report, "ANN HAWES", "DIRECTOR OF TREES")[4:] == ["paragraph", "paragraph"]
    assert kinds(*report, "ANN HAWES CHIEF EXECUTIVE")[4:] == ["paragraph"]
    assert kinds(*report, "Ann Hawes", "Town Clerk", LONG)[4:6] == ["paragraph", "paragraph"]


def test_a_list_of_names_has_no_headings() -> None:
    assert (
        kinds("PRESENT", "Ann Hawes", "Basil Thorn", "Clare Rowan", LONG)[1:] == ["paragraph"] * 4
    )


def test_the_title_between_the_front_lines_and_the_first_heading_is_a_heading() -> None:
    found = kinds(
        "Meeting of the Cabinet – 4th May 2011", "Report of the Clerk", "Oaks", "Purpose", "1. To"
    )
    assert found == ["paragraph", "paragraph", "heading", "heading", "paragraph"]


def test_what_the_format_marks_is_a_heading_unless_it_is_a_whole_paragraph() -> None:
    found = kinds(
        Para("Oaks", heading=1), Para("On oaks", heading=2), Para(LONG, heading=2, label="1.1")
    )
    assert found == ["heading", "heading", "paragraph"]


def test_where_the_format_marks_headings_only_numbered_ones_are_guessed() -> None:
    marked = [Para(f"Book {name}", heading=1) for name in ("one", "two", "three")]
    lines = [Para(line) for line in ("Ashes and elms", LONG, "4. Oaks and yews", LONG)]
    found = structure(Paper("md", (*marked, *lines)))[1]
    assert [block.kind for block in found[3:]] == ["paragraph", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Wards affected: All",
        "Contact Officer: Ann Hawes",
        "Ann Hawes, Head of Trees",
        "clerk@oak.example",
        "Table 1: Oaks by age",
        "AH BT",
        "PWh/DVL",
        "Wednesday 3 December 2025",
        "and ashes",
    ],
)
def test_bold_type_does_not_make_a_heading_of_a_fact_name_or_caption(line: str) -> None:
    assert kinds("MINUTES", LONG, Para(line, heading=6), LONG)[2] == "paragraph"


def test_a_numbered_title_above_its_first_number_is_a_heading() -> None:
    found = kinds("12.0 Assessment (PIA) of oaks:", "12.1 None.", "13 Ashes", "13.1 None.")
    assert found == ["heading", "paragraph", "heading", "paragraph"]


def test_a_short_minute_is_a_heading_like_the_minutes_around_it() -> None:
    others = ("1. Oaks", LONG, "2. Ashes", LONG, "3. Yews", LONG, "4. Firs", LONG)
    found = kinds("MINUTES", *others, "5. Elms", "AH spoke on", "- elms", "6. None")
    assert found[1::2] == ["heading", "heading", "heading", "heading", "heading", "item"]
    assert found[12] == "paragraph"


def test_every_block_has_the_nearest_heading_above_without_its_label() -> None:
    blocks = structure(paper("12. OAKS", LONG, "13. ASHES", LONG))[1]
    assert [block.heading for block in blocks] == [None, "OAKS", "OAKS", "ASHES"]


def test_the_value_below_its_label_is_no_heading() -> None:
    assert kinds("AGENDA", "Subject:", "The present scheme", LONG)[2] == "paragraph"


def test_a_title_above_a_table_and_its_caption_is_a_heading() -> None:
    found = kinds("COSTS", LONG, "3.5 Present cases", "Table 1: Oaks by age", table("Oak | 4"))
    assert found[2:] == ["heading", "paragraph", "row"]


def test_a_dash_between_label_and_title_is_not_part_of_the_heading() -> None:
    assert structure(paper("12 – OAKS", LONG, "13 – ASHES", LONG))[1][1].heading == "OAKS"


def test_a_short_title_above_a_list_is_a_heading_and_a_lead_in_is_none() -> None:
    assert kinds("MINUTES", LONG, "Trees felled", "- oak", "- ash")[2] == "heading"
    assert kinds("MINUTES", LONG, "The trees that are to be felled", "- oak")[2] == "paragraph"
