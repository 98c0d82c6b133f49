"""The values a sentence may state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.retrieval.values import dates, durations, figures, money, names


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("a grant of £300,000 was made", ["£300,000"]),
        ("between £1.2 million and £3.5m", ["£1.2 million", "£3.5m"]),
        ("a fee of 45p in the pound", ["45p"]),
        ("4. In March 2011 it met", []),
    ],
)
def test_sums_of_money_are_found(text: str, sums: list[str]) -> None:
    assert [value.text for value in money(text)] == sums


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("served by 40 members and 12.5% of staff", ["40", "12.5%"]),
        ("on 6 September 2007 there were six projects", ["six"]),
        ("a trial of twelve months", ["twelve"]),
        ("schemes up to £5,000 or £1200 were considered", []),
        ("it fell from 4,100 to 2,950", ["4,100 to 2,950"]),
    ],
)
def test_figures_are_found_and_dates_are_not_figures(text: str, found: list[str]) -> None:
    assert [value.text for value in figures(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 6 th September 2007", ["6 th September 2007"]),
        ("from April 2025 until 31/03/2026", ["April 2025", "31/03/2026"]),
        ("by the spring of next year", []),
        ("published in 2008 for 2009/10", ["in 2008", "2009/10"]),
    ],
)
def test_dates_are_found(text: str, found: list[str]) -> None:
    assert [value.text for value in dates(text)] == found


def test_lengths_of_time_are_found() -> None:
    said = "for a trial of twelve months, with a 5-year option"
    assert [value.text for value in durations(said)] == ["twelve months", "5-year"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Board is chaired by Ada Finch of Marrow Trust.",
            ["Board", "Ada Finch of Marrow Trust"],
        ),
        ("In June the work began.", ["June"]),
        ("IDeA will visit with NHS partners", ["NHS"]),
        ("Concerns have been raised by Ada Finch.", ["Ada Finch"]),
        ("Four letters and one objection had come.", []),
        ("Woodbury moved it. Secretary\tBen Orme", ["Woodbury", "Secretary", "Ben Orme"]),
    ],
)
def test_names_are_runs_of_capitalised_words(text: str, found: list[str]) -> None:
    assert [value.text for value in names(text)] == found


@given(st.text(max_size=200))
def test_every_value_stands_in_the_text_where_it_says(text: str) -> None:
    for finder in (money, figures, dates, durations, names):
        for value in finder(text):
            assert value.text in text[value.start : value.end]
