"""Telephone numbers and addresses are kept apart from the names beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.contact import split_contact


@pytest.mark.parametrize(
    ("text", "rest", "details"),
    [
        ("Ann Pike 01632 960142", "Ann Pike", "01632 960142"),
        ("Ann Pike (020 7946 0123)", "Ann Pike", "(020 7946 0123)"),
        ("Ann Pike +44 20 7946 0958", "Ann Pike", "+44 20 7946 0958"),
        ("Ann Pike 01632.960142", "Ann Pike", "01632.960142"),
        ("Ann Pike, Clerk, direct line 01632 960142", "Ann Pike, Clerk", "01632 960142"),
        ("Ann Pike x5270", "Ann Pike", "x5270"),
        ("Ann Pike <a.pike@exham.example>", "Ann Pike", "a.pike@exham.example"),
        (
            "Ann Pike T: 01632 960142 E: a@exham.example",
            "Ann Pike",
            "01632 960142, a@exham.example",
        ),
        ("Ann Pike a@exham.example (mailto:a@exham.example)", "Ann Pike", "a@exham.example"),
        ("Ann Pike – 01632 960142 – Planning", "Ann Pike – Planning", "01632 960142"),
        (
            "Ann Pike Email a@exham.example or telephone 01632 960142",
            "Ann Pike",
            "a@exham.example, telephone 01632 960142",
        ),
        ("Tel: 01632 960142", "", "Tel: 01632 960142"),
        ("Ann Pike, Planning Lead 2016/17", "Ann Pike, Planning Lead 2016/17", None),
        ("Head of Group 4", "Head of Group 4", None),
    ],
)
def test_a_name_is_left_when_its_details_are_taken(
    text: str, rest: str, details: str | None
) -> None:
    assert split_contact(text) == (rest, details)


@given(st.text(max_size=80), st.from_regex(r"\A0\d{4} \d{6}\Z"))
def test_a_telephone_number_never_stays_with_the_name(words: str, number: str) -> None:
    assert number not in split_contact(f"{words} {number}")[0]
