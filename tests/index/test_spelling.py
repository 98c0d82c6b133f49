"""Misspelt words read as words that the papers hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question.spelling import Spelling, distance, is_english, rightly_spelt_months
from support.effort import calls_of

HELD = {
    "committe": 50,  # the stems of committee, library, notice board, …
    "librari": 9,
    "noticeboard": 3,
    "castl": 7,
    "uniform": 5,
    "refurbish": 4,
    "busi": 20,
    "wellbrook": 12,
    "wellbrock": 12,
    "steam": 8,
}
PAPERS = Spelling(lambda: frozenset(HELD), lambda root: HELD.get(root, 0))


@pytest.mark.parametrize(
    ("asked", "read_as"),
    [
        ("comittee", "committee"),
        ("commitee", "committee"),
        ("libary", "library"),
        ("librarys", None),  # its stem is held: it is found as it is
        ("noticbord", "noticeboard"),
        ("refurbishmnet", "refurbishment"),
        ("buisness", "business"),
        # Plain English that no paper holds is not held, and is not something else.
        ("cattle", None),
        ("stream", None),
        ("unicorns", None),
        ("gritters", None),
        ("skatepark", None),
        # As near to a word that no paper holds.
        ("unicorms", None),
        # As near to two names.
        ("wellbrick", None),
        ("steem", None),  # a short word with another letter is likelier to be another word
        ("xylofoon", None),
    ],
)
def test_a_word_is_corrected_only_where_it_cannot_be_right(asked: str, read_as: str | None) -> None:
    assert PAPERS.is_held(asked) or PAPERS.read_as(asked) == read_as


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("in Decemeber 2011", ["December"]),
        ("Septmber and Febuary", ["September", "February"]),
        ("Apirl 2012", ["April"]),
        ("Octobre", ["October"]),
        ("the Marsh of 2012, a match, an augur, and remember junk", []),
        ("December", []),
    ],
)
def test_a_misspelt_month_is_read_aright(text: str, months: list[str]) -> None:
    assert [month for month, _, _ in rightly_spelt_months(text)] == months


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("allotment", "alotment", 1),
        ("receive", "recieve", 1),
        ("notice", "notices", 1),
        ("notice", "notise", 1),
        ("abcdef", "badcef", 2),
        ("bins", "boat", None),
        ("same", "same", 0),
        ("", "ab", 2),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int | None) -> None:
    assert distance(one, other, 2) == slips
    assert distance(other, one, 2) == slips


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_slips_are_as_many_either_way_and_none_only_between_words_alike(a: str, b: str) -> None:
    assert distance(a, b, 9) == distance(b, a, 9)
    assert (distance(a, b, 9) == 0) == (a == b)


@pytest.mark.parametrize("word", ["cattle", "turbines", "gritters", "allotment", "bandstands"])
def test_plain_english_is_known(word: str) -> None:
    assert is_english(word)


@given(st.text(max_size=20))
def test_any_word_at_all_may_be_asked(word: str) -> None:
    read = PAPERS.read_as(word)
    assert read is None or PAPERS.is_held(read)


def test_a_large_vocabulary_is_searched_quickly() -> None:
    letters = "abcdefghijklmnopqrstuvwxy"
    many = frozenset(
        "qu"
        + letters[n % 25]
        + letters[n // 25 % 25]
        + letters[n // 625 % 25]
        + "ndr"
        + letters[n % 7]
        for n in range(30_000)
    )
    papers = Spelling(lambda: many, lambda root: int(root in many))
    papers.read_as("quxxandrq")  # what is made once
    # All begin with its letter, and are given up before they are compared letter by letter.
    assert calls_of(lambda: papers.read_as("quzczndrx")) < 30 * len(many)
