"""Whether a text holds a word of the question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question import Term
from index.retrieval.matching import (
    OTHER_WAY,
    Credits,
    coverage,
    holds,
    nearness,
    rarities,
    stemmed,
)

LSP = Term("LSP", "lsp", ways=frozenset({("local", "strateg", "partnership")}))
BOARD, ROOF = Term("board", "board"), Term("roofs", "roof")


@pytest.mark.parametrize(
    ("text", "term", "held"),
    [
        ("The boards met", BOARD, 1.0),
        ("The LSP met", LSP, 1.0),
        ("A Local Strategic Partnership met", LSP, OTHER_WAY),
        ("A partnership that is strategic and local", LSP, 0.0),
        ("Nothing of the kind", BOARD, 0.0),
        ("", BOARD, 0.0),
    ],
)
def test_a_word_is_held_as_itself_or_another_way(text: str, term: Term, held: float) -> None:
    assert holds(stemmed(text), term) == held


def test_all_words_of_a_question_are_looked_for_at_once_and_the_best_text_counts() -> None:
    credits_of = Credits((LSP, BOARD, ROOF))
    assert credits_of.of("A local strategic partnership's board") == {"lsp": OTHER_WAY, "board": 1}
    assert credits_of.best(((1.0, "The roof"), (0.5, "A roof, a board"), (1.0, None))) == {
        "roof": 1.0,
        "board": 0.5,
    }


def test_a_word_that_few_passages_hold_tells_more() -> None:
    counts = {"board": 90, "roof": 1}
    told = rarities((BOARD, ROOF), lambda stem: counts.get(stem, 0), 100)
    assert told["roof"] > 10 * told["board"]


def test_coverage_is_the_share_of_what_the_words_tell() -> None:
    told = {"board": 1.0, "roof": 3.0}
    assert coverage((BOARD, ROOF), {ROOF.stem: 1.0}, told) == 0.75
    assert coverage((), {}, {}) == 1.0


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("board roof", 1.0),
        ("roof of the board", 1.0),  # grammar words do not stand between
        ("board met twice under one roof", 1 / 3),
        ("board board", 0.0),
        ("", 0.0),
    ],
)
def test_words_side_by_side_are_nearer(text: str, near: float) -> None:
    assert nearness(stemmed(text), (BOARD, ROOF)) == pytest.approx(near)


@given(st.lists(st.sampled_from(["board", "roof", "lake", "of"]), max_size=30))
def test_nearness_is_a_share_and_order_does_not_matter(said: list[str]) -> None:
    there = nearness(stemmed(" ".join(said)), (BOARD, ROOF))
    back = nearness(stemmed(" ".join(reversed(said))), (ROOF, BOARD))
    assert 0.0 <= there <= 1.0
    assert there == pytest.approx(back)
