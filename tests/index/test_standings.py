"""A citation has the standing of what it is cited for, also where a paragraph tells and decides."""

import pytest

from index.answer.quotation import Span
from index.answer.standings import Excerpt, Part, standing_of
from index.records import Block, Decision, Standing

_TEXT = (
    "The warden spoke of litter on the green. Two bins had been burnt. "
    "It was agreed that iron bins be bought for the green by the end of June.\n"
    "RESOLVED that:\n(a) the gate be mended; and\n(b) the fence be sold.\n"
    "Proposed by Ann Lowe, seconded by Ben Orme."
)
_BINS = "It was agreed that iron bins be bought for the green by the end of June."
_LITTER = "The warden spoke of litter on the green."
_BLOCKS = tuple(
    Block("paragraph", line, _TEXT.index(line), _TEXT.index(line) + len(line))
    for line in _TEXT.split("\n")
)


def _decision(words: str, lead: str, standing: Standing = "resolved") -> Decision:
    start = _TEXT.index(words)
    return Decision(words, standing, start, start + len(words), _TEXT.index(lead))


_DECISIONS = (
    _decision(_BINS, "Two bins"),
    _decision("the gate be mended; and", "RESOLVED that:"),
    _decision("the fence be sold.", "RESOLVED that:"),
)


def _standing(words: str, asked: str = "", found_as: Standing = "resolved") -> Standing:
    """The standing of words cited, where the part that holds what is asked is the nearest."""
    start = _TEXT.index(words)
    excerpt = Excerpt(words, Span(start, start + len(words)), found_as, _BLOCKS, _DECISIONS)

    def nearness(part: Part) -> tuple[float, ...]:
        return (float(asked in part.words),)

    return standing_of(excerpt, nearness)


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        (_BINS, "resolved"),
        (_LITTER, "reported"),
        ("Two bins had been burnt.", "reported"),
        ("Two bins had been burnt. " + _BINS, "resolved"),
        ("iron bins", "resolved"),
        ("RESOLVED that:\n(a) the gate be mended; and\n(b) the fence be sold.", "resolved"),
        ("(a) the gate be mended; and\n(b) the fence be sold.", "resolved"),
        ("Proposed by Ann Lowe, seconded by Ben Orme.", "resolved"),
    ],
)
def test_words_have_the_standing_of_what_they_are(words: str, standing: Standing) -> None:
    assert _standing(words) == standing


@pytest.mark.parametrize(
    ("asked", "standing"),
    [("litter", "reported"), ("burnt", "reported"), ("iron", "resolved")],
)
def test_a_paragraph_that_tells_and_decides_has_the_standing_of_what_was_asked(
    asked: str, standing: Standing
) -> None:
    assert _standing(_BLOCKS[0].text, asked) == standing


def test_what_is_told_beside_a_decision_is_reported_however_its_passage_was_found() -> None:
    assert _standing(_LITTER, found_as="recommended") == "reported"
    assert _standing(_BINS, found_as="reported") == "resolved"


@pytest.mark.parametrize("standing", ["recommended", "proposed"])
def test_what_is_only_asked_for_is_never_resolved(standing: Standing) -> None:
    span = Span(_TEXT.index(_BINS), _TEXT.index(_BINS) + len(_BINS))
    asks = (_decision(_BINS, _BINS, standing),)
    excerpt = Excerpt(_BINS, span, "resolved", _BLOCKS, asks)
    assert standing_of(excerpt, lambda part: (0.0,)) == standing


def test_a_decision_in_one_cell_gives_its_whole_row_its_standing() -> None:
    text = "12\tThe fence leans over the path beside the old mill pond\tThe fence be sold."
    row = Block("row", text, 0, len(text))
    start = text.index("The fence be")
    decision = Decision(text[start:], "resolved", start, len(text), start)
    excerpt = Excerpt(text, Span(0, len(text)), "resolved", (row,), (decision,))
    assert standing_of(excerpt, lambda part: (float("leans" in part.words),)) == "resolved"


def test_a_short_decision_is_one_with_the_sentence_it_speaks_of() -> None:
    text = "A mason offered to mend the cross on the green for nothing. This was agreed."
    block = Block("paragraph", text, 0, len(text))
    start = text.index("This")
    decision = Decision(text[start:], "resolved", start, len(text), 0)
    excerpt = Excerpt(text, Span(0, len(text)), "resolved", (block,), (decision,))
    assert standing_of(excerpt, lambda part: (float("mason" in part.words),)) == "resolved"


@pytest.mark.parametrize(("asked", "standing"), [("£900", "reported"), ("oak", "resolved")])
def test_what_stands_before_it_was_agreed_in_one_sentence_is_told(
    asked: str, standing: Standing
) -> None:
    text = "While the district has set aside £900 for seats, it was agreed that oak ones be sought."
    block = Block("paragraph", text, 0, len(text))
    decision = Decision(text, "resolved", 0, len(text), 0)
    told = f"The green is wet and nobody has sat there for years. {text}"
    after = len(told) - len(text)
    moved = Decision(text, "resolved", after, len(told), after)
    excerpt = Excerpt(told, Span(0, len(told)), "resolved", (block,), (moved,))
    assert standing_of(excerpt, lambda part: (float(asked in part.words),)) == standing
    alone = Excerpt(text, Span(0, len(text)), "resolved", (block,), (decision,))
    assert standing_of(alone, lambda part: (float(asked in part.words),)) == "resolved"
