"""The words to quote, as spans of the stored text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answer.quotation import Span, list_around, quotable, sentences
from index.records import Block


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met. It agreed.", ["It met.", "It agreed."]),
        ("Cllr. Finch met Dr. Ord. It agreed.", ["Cllr. Finch met Dr. Ord.", "It agreed."]),
        (
            "See para. 4 for costs, e.g. Rent of £3.50.",
            ["See para. 4 for costs, e.g. Rent of £3.50."],
        ),
        ("“It ended.” The chair left.", ["“It ended.”", "The chair left."]),
        ("No full stop", ["No full stop"]),
        ("", []),
    ],
)
def test_text_is_split_into_sentences(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == expected


@given(st.text(alphabet="Ab. £4”(“!?\u00a0", max_size=80), st.integers(0, 1000))
def test_sentences_lose_and_invent_nothing_but_white_space(text: str, offset: int) -> None:
    spans = list(sentences(text, offset))
    joined = "".join(text[span.start - offset : span.end - offset] for span in spans)
    assert "".join(joined.split()) == "".join(text.split())


def test_a_short_paragraph_is_quoted_whole_without_its_number() -> None:
    block = Block("paragraph", "2. It met. It agreed.", 10, 31, mark=3, label="2")
    assert quotable(block) == [Span(13, 31)]


def test_a_long_paragraph_is_quoted_by_the_sentence() -> None:
    text = "Short one. " + "Word " * 100 + "end."
    block = Block("paragraph", text, 0, len(text))
    assert quotable(block) == [Span(0, 10), Span(11, len(text))]


def test_a_list_is_quoted_whole_with_the_paragraph_that_leads_into_it() -> None:
    kinds = ("heading", "paragraph", "item", "item", "paragraph")
    blocks = tuple(Block(kind, "x", i, i + 1, heading="Aims") for i, kind in enumerate(kinds))
    assert [list_around(blocks, at) for at in range(1, 5)] == [(1, 3), (1, 3), (1, 3), (4, 4)]
