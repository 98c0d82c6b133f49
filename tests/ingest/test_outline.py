"""Labels as cited, and what each block stands under, settled by the sequence they stand in."""

from hypothesis import given
from hypothesis import strategies as st

from index.records import Block
from ingest.pages import Para, Table
from ingest.structure import structure
from support.as_read import paper, table

LONG = "The hedges of the borough are to be cut in the spring and again in the autumn."


def blocks(*parts: str | Para | Table) -> tuple[Block, ...]:
    return structure(paper(*parts))[1]


def cited(*parts: str | Para | Table) -> list[str | None]:
    return [block.label for block in blocks(*parts)]


def under(*parts: str | Para | Table) -> list[str | None]:
    return [block.under for block in blocks(*parts)]


def test_letters_under_a_roman_item_are_cited_with_it() -> None:
    assert cited("(i) That", "(ii) That:", "a. hedges", "b. trees", "(iii) That") == [
        "(i)",
        "(ii)",
        "(ii).a",
        "(ii).b",
        "(iii)",
    ]


def test_a_label_in_brackets_follows_its_paragraph_without_a_point() -> None:
    assert cited("5. That:", "(a) hedges", "(b) trees:", "(i) oak", "(ii) ash", "6. That") == [
        "5",
        "5(a)",
        "5(b)",
        "5(b)(i)",
        "5(b)(ii)",
        "6",
    ]


def test_decimal_numbers_are_cited_as_printed() -> None:
    assert cited(
        "1.0 Purpose of Report", "1.1 To cut", "1.1.1 hedges,", "1.2 To cut", "2.1 To"
    ) == [
        "1.0",
        "1.1",
        "1.1.1",
        "1.2",
        "2.1",
    ]


def test_items_under_decimal_numbers_are_cited_with_them() -> None:
    found = cited("2.1 Cabinet is asked to:", "(1) cut", "(2) plant", "2.2 Council is asked to:")
    assert found == ["2.1", "2.1(1)", "2.1(2)", "2.2"]


def test_i_after_h_is_a_letter() -> None:
    letters = [f"({letter}) hedges" for letter in "abcdefghij"]
    assert cited(*letters)[7:] == ["(h)", "(i)", "(j)"]


def test_i_before_ii_is_roman_even_after_h() -> None:
    letters = [f"({letter}) hedges" for letter in "abcdefgh"]
    found = cited(*letters, "(i) oak", "(ii) ash", "(iii) elm")
    assert found[7:] == ["(h)", "(h)(i)", "(h)(ii)", "(h)(iii)"]


def test_c_and_v_and_x_are_what_their_neighbours_are() -> None:
    assert cited("(b) oak", "(c) ash", "(d) elm") == ["(b)", "(c)", "(d)"]
    assert cited("iv. oak", "v. ash", "vi. elm") == ["iv", "v", "vi"]
    assert cited("u. oak", "v. ash", "w. elm", "x. yew") == ["u", "v", "w", "x"]


def test_gaps_and_restarts_are_kept_as_printed() -> None:
    assert cited("1. Oak.", "2. Ash.", "4. Elm.", "1. Yew.", "2. Fir.") == ["1", "2", "4", "1", "2"]


def test_a_numbered_list_inside_a_numbered_paragraph_is_cited_with_it() -> None:
    found = cited("4. Oak.", "5. Cut:", "1. oak", "2. ash", "6. Elm.")
    assert found == ["4", "5", "5.1", "5.2", "6"]


def test_resolutions_numbered_under_a_minute_are_cited_with_it() -> None:
    found = cited(
        "12. Hedges", LONG, "RESOLVED that:", "1. oaks be cut;", "2. it be so.", "13. Verges", LONG
    )
    assert found == ["12", None, None, "12.1", "12.2", "13", None]


def test_bullets_and_continuations_stand_under_their_paragraph() -> None:
    assert under(
        "16. It is recommended that Cabinet:", "- cut", "- plant", "And more.", "17. That"
    ) == [
        None,
        "16",
        "16",
        "16",
        None,
    ]


def test_rows_stand_under_the_paragraph_that_introduces_them() -> None:
    assert under("6. As follows:", table("Oak | 4", "Ash | 5")) == [None, "6", "6"]


def test_a_heading_ends_what_stood_above_it() -> None:
    assert under("6. Hedges.", "BACKGROUND", LONG, "(a) oak") == [None, None, None, None]
    assert cited("6. Hedges:", "(a) oak", "BACKGROUND", "(a) ash", "7. Trees.") == [
        "6",
        "6(a)",
        None,
        "(a)",
        "7",
    ]


def test_a_heading_without_a_number_stays_inside_the_minute_it_stands_in() -> None:
    found = blocks(
        "12. OAKS",
        "DECISION",
        "(1) Cut.",
        "(2) Plant.",
        "13. ASHES",
        LONG,
        "DECISION",
        LONG,
        "ANNEX",
        LONG,
    )
    assert [(b.label, b.under) for b in found] == [
        ("12", None),
        (None, "12"),
        ("12(1)", "12"),
        ("12(2)", "12"),
        ("13", None),
        (None, "13"),
        (None, "13"),
        (None, "13"),
        (None, None),
        (None, None),
    ]


def test_text_after_the_last_item_stands_under_the_paragraph() -> None:
    found = under("6. Cut:", "(a) oak", "which are many;", "(b) ash.", "All by May.", "7. Plant.")
    assert found == [None, "6", "6(a)", "6", "6", None]


def test_a_signature_stands_under_nothing() -> None:
    assert (
        under("15. Cut.", "16. That the oaks be cut.", "Ann Hawes", "Chief Executive") == [None] * 4
    )


def test_a_number_that_fits_no_sequence_is_text() -> None:
    assert cited("5 Elms Lane", LONG, "10 November", "24/7 Cover", "A12 Trunk Road") == [None] * 5
    assert cited("J. Smith", "K. Jones", "B. Hill") == [None, None, None]


def test_bare_numbers_are_labels_when_they_count() -> None:
    found = cited("1 PURPOSE", LONG, "2 BACKGROUND", LONG, "3 RISKS", LONG)
    assert found == ["1", None, "2", None, "3", None]


def test_a_bare_number_among_pointed_ones_is_a_label_of_a_heading() -> None:
    found = cited("3. ROADS", "3.1 Mend.", "4 TREES", "4.1 Plant.", "5. HEDGES", "5.1 Cut.")
    assert found == ["3", "3.1", "4", "4.1", "5", "5.1"]


def test_lettered_headings_are_cited_with_the_numbered_one_above_and_hold_their_text() -> None:
    found = blocks(
        "4. ORDER", "(i) ORDINARY MEETING", LONG, "(ii) ANNUAL MEETING", LONG, "5. VOTES"
    )
    assert [(b.label, b.under) for b in found] == [
        ("4", None),
        ("4(i)", "4"),
        (None, "4(i)"),
        ("4(ii)", "4"),
        (None, "4(ii)"),
        ("5", None),
    ]


def test_minute_references_are_labels_of_headings() -> None:
    found = cited("CAB.45 LEISURE TRUST", LONG, "CAB.46/23 Budget", LONG, "47/23 Trees", LONG)
    assert found == ["CAB.45", None, "CAB.46/23", None, "47/23", None]


def test_compound_labels_are_cited_as_printed() -> None:
    found = cited("4. Cut:", "4(a) oaks", "4(b) ashes:", "(i) tall", "(ii) low", "5. Plant.")
    assert found == ["4", "4(a)", "4(b)", "4(b)(i)", "4(b)(ii)", "5"]


def test_a_timetable_has_no_labels() -> None:
    assert cited("10.00 Tea", "10.15 Walk", "10.30 Talk", "11.00 Tea") == [None] * 4


def test_minutes_numbered_by_year_are_labels() -> None:
    found = cited("Exe/24/12 Oaks", LONG, "Exe/24/13 Ashes", LONG)
    assert found == ["Exe/24/12", None, "Exe/24/13", None]


def test_a_label_of_any_form_that_the_format_computed_is_kept() -> None:
    found = blocks(
        Para("Hedges", label="Article 4:"),
        Para("oak", label="(i)"),
        Para("ash", label="(ii)"),
        Para("Verges", label="Article 5:"),
    )
    assert [(b.label, b.words) for b in found] == [
        ("Article 4", "Hedges"),
        ("Article 4(i)", "oak"),
        ("Article 4(ii)", "ash"),
        ("Article 5", "Verges"),
    ]


def test_bullets_have_no_label_and_are_items() -> None:
    found = blocks("• oak", "o ash", Para("elm", bullet=True))
    assert [(b.kind, b.label, b.words) for b in found] == [
        ("item", None, "oak"),
        ("item", None, "ash"),
        ("item", None, "elm"),
    ]


def test_lost_numbers_are_inferred_when_their_count_is_certain() -> None:
    found = blocks(
        "PURPOSE",
        "- To cut.",
        "RISKS",
        "- Few:",
        table("Oak | ✓", "Ash | "),
        "- Two.",
        "PLAN",
        "4. So.",
    )
    assert [(b.label, b.label_inferred) for b in found if b.kind == "paragraph"] == [
        ("1", True),
        ("2", True),
        ("3", True),
        ("4", False),
    ]
    assert [b.under for b in found if b.kind == "row"] == ["2", "2"]


def test_lost_numbers_are_left_alone_when_the_count_does_not_agree() -> None:
    found = blocks("PURPOSE", "- To cut.", "RISKS", "- Few.", "PLAN", "4. So.")
    assert [b.label for b in found] == [None, None, None, None, None, "4"]


def test_a_list_below_a_paragraph_does_not_count_as_lost_numbers() -> None:
    found = blocks("PURPOSE", "- To cut.", "As follows:", "- oak", "- ash", "PLAN", "2. So.")
    assert [b.label for b in found] == [None, "1", None, None, None, None, "2"]


@given(st.integers(1, 60))
def test_numbered_paragraphs_are_cited_by_their_numbers(count: int) -> None:
    numbers = [str(n) for n in range(1, count + 1)]
    assert cited(*(f"{n}. {LONG}" for n in numbers)) == numbers
