"""What a label may be read as, on its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.structure import labels


@pytest.mark.parametrize(
    ("text", "mark", "name"),
    [
        ("1. Purpose", "1.", "1"),
        ("16. That Cabinet", "16.", "16"),
        ("10) Hedges", "10)", "10"),
        ("(3) Hedges", "(3)", "(3)"),
        ("2.3 The ford", "2.3", "2.3"),
        ("2.3. The ford", "2.3.", "2.3"),
        ("2.3.1 the ford, if open", "2.3.1", "2.3.1"),
        ("1.0 Purpose", "1.0", "1.0"),
        ("45: Hedges", "45:", "45"),
        ("2024-015 Hedges", "2024-015", "2024-015"),
        ("P&L 46 Hedges", "P&L 46", "P&L 46"),
        ("CL 36 HEDGES", "CL 36", "CL 36"),
        ("No. 36 Hedges", "No. 36", "No. 36"),
        ("Min. 12 Hedges", "Min. 12", "Min. 12"),
        ("1.To open the ford", "1.", "1"),
        ("(i) that", "(i)", "(i)"),
        ("(iv)That", "(iv)", "(iv)"),
        ("iv. that", "iv.", "iv"),
        ("a. that", "a.", "a"),
        ("b) that", "b)", "b"),
        ("(b) that", "(b)", "(b)"),
        ("A. Hedges", "A.", "A"),
        ("(B) Hedges", "(B)", "(B)"),
        ("A1 Hedges", "A1", "A1"),
        ("CAB.45 HEDGES", "CAB.45", "CAB.45"),
        ("CAB.45/23 Hedges", "CAB.45/23", "CAB.45/23"),
        ("EX/12: Hedges", "EX/12:", "EX/12"),
        ("PC 12/24 Hedges", "PC 12/24", "PC 12/24"),
        ("45/23 Budget", "45/23", "45/23"),
        ("45 BUDGET", "45", "45"),
        ("(vi)", "(vi)", "(vi)"),
        ("4(a) That", "4(a)", "4(a)"),
        ("2.1(iii) the ford", "2.1(iii)", "2.1(iii)"),
        ("12A. Late item", "12A.", "12A"),
        ("Exe/24/12 Hedges", "Exe/24/12", "Exe/24/12"),
        ("CAB/2023/45 Hedges", "CAB/2023/45", "CAB/2023/45"),
        ("Minute No. 45 Hedges", "Minute No. 45", "Minute No. 45"),
        ("12 – Apologies", "12", "12"),
    ],
)
def test_a_printed_label_is_read(text: str, mark: str, name: str) -> None:
    first = labels.readings(text)[0]
    assert (first.mark, first.name) == (mark, name)


@pytest.mark.parametrize(
    "text",
    [
        "2007 – PROGRESS TO DATE",
        "1970 Act",
        "10 November",
        "3 March 2025",
        "6 Monday mornings",
        "6 projects were begun",
        "01629 555 0100",
        "020 7946 0000",
        "(020) 7946 0000",
        "£3.5m for roads",
        "3.5m for roads",
        "2.5 million for roads",
        "4.5% of roads",
        "7.30pm",
        "7.30 pm in the Guildhall",
        "9.30 – 11.00 Site visit",
        "e.g. roads",
        "i.e. roads",
        "None",
        "roads.",
        "(if agreed)",
        "(s) roads",
        "10.12.2025",
        "10.15 Tea",
        "12A Mill Lane",
        "No.12 Mill Lane",
        "1,200 Trees",
        "24/7",
        "",
    ],
)
def test_what_only_looks_like_a_label_is_no_label_anywhere(text: str) -> None:
    assert [r for r in labels.readings(text) if r.trust != "sequence"] == []


@pytest.mark.parametrize(
    "text",
    [
        "J. Smith",
        "10.15 Tea",
        "12A Mill Lane",
        "2024/25 Budget",
        "24/7 Cover",
        "A12 Trunk Road",
        "7.05 Doors open",
        "5 Elms",
    ],
)
def test_what_may_be_a_label_or_not_is_left_to_its_sequence(text: str) -> None:
    assert {reading.trust for reading in labels.readings(text)} == {"sequence"}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("- Hedges", 2),
        ("– Hedges", 2),
        ("* Hedges", 2),
        ("o Hedges", 2),
        ("• Hedges", 2),
        ("•Hedges", 1),
        ("· Hedges", 2),
        ("▪ Hedges", 2),
        ("-", 1),
        ("-£300", 0),
        ("- 5 -", 0),
        ("or hedges", 0),
        ("1. Hedges", 0),
        ("", 0),
    ],
)
def test_a_bullet_is_measured_with_its_space(text: str, length: int) -> None:
    assert labels.bullet(text) == length


def test_an_ambiguous_letter_has_both_readings() -> None:
    assert [(r.series, r.number) for r in labels.readings("(i) that")] == [("(i)", 1), ("(a)", 9)]
    assert [(r.series, r.number) for r in labels.readings("x. that")] == [("i.", 10), ("a.", 24)]
    assert [(r.series, r.number) for r in labels.readings("(c) that")] == [("(a)", 3)]


def test_a_slash_may_have_the_year_on_either_side() -> None:
    found = labels.readings("2024/15 Apologies")
    assert [(r.series, r.number) for r in found] == [("#/15", 2024), ("2024/#", 15)]


@given(st.integers(1, 39))
def test_roman_numerals_below_forty_are_read(number: int) -> None:
    tens, units = divmod(number, 10)
    numeral = "x" * tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][units]
    assert labels.roman(numeral) == number


@given(st.text(max_size=20))
def test_a_label_is_always_the_start_of_its_text(text: str) -> None:
    assert 0 <= labels.bullet(text) <= len(text)
    for reading in labels.readings(text):
        assert text.startswith(reading.mark)
        assert len(reading.mark) <= labels.mark_length(text, reading) <= len(text)
