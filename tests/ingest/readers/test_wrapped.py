"""Broken lines: a margin's are joined, those that people ended are not, and no word is lost."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.text import read
from support.shown import shown, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "PRESENT\nCllr Ida Moss\nCllr Ted Rook\nCllr Una Birch\n\n"
            "41   MARKET HALL CLOCK TOWER\n"
            "RESOLVED that tenders be sought for Parts A, C and D, and that Part B be put off, no\n"
            "bid having come in.\n"
            "42   TREES\nThe Warden said that two elms had been felled.",
            ["PRESENT", "Cllr Ida Moss", "Cllr Ted Rook", "Cllr Una Birch",
             "41 MARKET HALL CLOCK TOWER",
             "RESOLVED that tenders be sought for Parts A, C and D, and that Part B be put off, no "
             "bid having come in.",
             "42 TREES", "The Warden said that two elms had been felled."],
            id="one wrapped resolution among lists and headings",
        ),
        pytest.param(
            "Cllr Rook moved that the second plot be let at £31. It was LOST by 12 votes to\n"
            "9. The Clerk was asked to look for another tenant before the summer fair.",
            ["Cllr Rook moved that the second plot be let at £31. It was LOST by 12 votes to "
             "9. The Clerk was asked to look for another tenant before the summer fair."],
            id="a count that begins a line is no label",
        ),
        pytest.param(
            "The Board met once more in the upper room of the Mill Inn, since the lower one\n"
            "was under water.\n\n"
            "Two ferrymen came from the other bank, and the Warden of the two weirs (Item\n"
            "2) told them of the eel traps. The traps were all sound when he last looked\n"
            "– as they had been in May – and so the Board will go on with the Ferry and Eel\n"
            "Account: £72 was left in it.",
            ["The Board met once more in the upper room of the Mill Inn, since the lower one was "
             "under water.",
             "Two ferrymen came from the other bank, and the Warden of the two weirs (Item 2) told "
             "them of the eel traps. The traps were all sound when he last looked – as they had "
             "been in May – and so the Board will go on with the Ferry and Eel Account: £72 was "
             "left in it."],
            id="a bracket, a dash and a colon within a sentence",
        ),
        pytest.param(
            "The bench was looked at by the Works Group and is beyond mending. Put to Cllr\n"
            "Birch, who will ask the joiner what a new one of oak would cost the parish in\n"
            "all.\n"
            "The Clerk will write to her.",
            ["The bench was looked at by the Works Group and is beyond mending. Put to Cllr Birch, "
             "who will ask the joiner what a new one of oak would cost the parish in all.",
             "The Clerk will write to her."],
            id="a name parted from its title",
        ),
        pytest.param(
            "The charges for the pitches were looked at once more and are to be raised as\n"
            "follows from the spring.\n"
            "Pitch            Now       From April\n"
            "Lower meadow     £12.00    £13.50\n"
            "Upper meadow     £10.00    £11.00",
            ["The charges for the pitches were looked at once more and are to be raised as follows "
             "from the spring.",
             "Pitch Now From April", "Lower meadow £12.00 £13.50", "Upper meadow £10.00 £11.00"],
            id="a table drawn with spaces",
        ),
        pytest.param(
            "Letters about the ford should be sent to the Clerk, who will pass them to the\n"
            "wardens of both parishes.\n\n"
            "The Parish Office\n3 Mill Row\nAmberford\nAM1 2RX",
            ["Letters about the ford should be sent to the Clerk, who will pass them to the "
             "wardens of both parishes.",
             "The Parish Office", "3 Mill Row", "Amberford", "AM1 2RX"],
            id="an address",
        ),
        pytest.param(
            "the willow leans\nover the slow brown water\nand asks for nothing\n"
            "but the long light of evening",
            ["the willow leans", "over the slow brown water", "and asks for nothing",
             "but the long light of evening"],
            id="a poem",
        ),
        pytest.param(
            "Report of the Head of Fords, Weirs and Bridges to the meeting of the committee\n"
            "Author: Ted Rook\nWard(s): Mill",
            ["Report of the Head of Fords, Weirs and Bridges to the meeting of the committee",
             "Author: Ted Rook", "Ward(s): Mill"],
            id="labelled facts",
        ),
    ],
)  # fmt: skip
def test_only_what_a_margin_broke_is_joined(text: str, expected: list[str]) -> None:
    assert shown(read(text.encode())) == expected


_WORD = st.sampled_from(
    "the ford and its weir were mended by two men from Amberford in a day".split()
)
_PARAGRAPH = st.lists(_WORD, min_size=60, max_size=120).map(
    lambda said: f"We heard that {' '.join(said)} again."
)


@given(st.lists(_PARAGRAPH, min_size=1, max_size=4), st.integers(60, 120))
def test_paragraphs_wrapped_at_any_width_come_back_whole(said: list[str], width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in said)
    assert shown(read(wrapped.encode())) == said


@given(st.lists(st.lists(st.sampled_from("a B. 9 to the (c) Cllr £4 or- : 7/8".split()),
                         max_size=30).map(" ".join), max_size=12))  # fmt: skip
def test_whatever_is_joined_the_text_keeps_every_word_in_order(lines: list[str]) -> None:
    paper = read("\n".join(lines).encode())
    assert "".join(words(paper)) == "".join("".join(lines).split())
