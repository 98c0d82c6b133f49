"""Short forms are taken with what the paper says they stand for, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.abbreviations import abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Local Strategic Partnership (LSP)", "LSP", "Local Strategic Partnership"),
        ("CAA (Comprehensive Area Assessment)", "CAA", "Comprehensive Area Assessment"),
        (
            "Housing Improvement and Efficiency Team (HIET)",
            "HIET",
            "Housing Improvement and Efficiency Team",
        ),
        ("a Lead Local Flood Authority (LLFA)", "LLFA", "Lead Local Flood Authority"),
        ("our Local Strategic Partnerships (LSPs)", "LSP", "Local Strategic Partnership"),
        ("the Roads Agency (“RA”)", "RA", "Roads Agency"),
        ("the Repairs and Development Agency (RDeA)", "RDeA", "Repairs and Development Agency"),
    ],
)
def test_a_short_form_is_taken_either_way_round(text: str, short: str, long: str) -> None:
    assert [(a.short, a.long) for a in abbreviations(text)] == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Appendix 2 (Exempt)",
        "the Leader (Cllr Pike)",
        "a total of £300 (VAT)",
        "Part 1 (Open to the public)",
        "the Mayor (AP)",
    ],
)
def test_brackets_that_explain_nothing_are_left_alone(text: str) -> None:
    assert abbreviations(text) == ()


def test_the_first_explanation_holds() -> None:
    found = abbreviations("Parish Plan (PP) and later the Police Panel (PP)")
    assert [(a.short, a.long) for a in found] == [("PP", "Parish Plan")]


@given(st.text(alphabet="ABCab ()&/'s\n", max_size=80))
def test_both_forms_always_stand_in_the_text(text: str) -> None:
    for found in abbreviations(text):
        assert found.short in text
        assert found.long in text or found.long[:-1] in text
