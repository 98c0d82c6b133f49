"""Notice of a motion or an amendment is a proposal, in the words that are to be moved."""

import pytest

from index.records import Block, Decision, FrontPage
from ingest.decisions import decisions
from support.papers import heading, lay_out, para


def _noticed(*blocks: Block) -> list[Decision]:
    text, laid = lay_out(*blocks)
    return list(decisions(text, laid, "agenda", FrontPage()))


@pytest.mark.parametrize(
    ("notice", "mover", "seconder"),
    [
        ("To be moved by Councillor Pike and seconded by Councillor Ash:",
         "Councillor Pike", "Councillor Ash"),
        ("To be proposed by Cllr Pike, seconded by Cllr Ash", "Cllr Pike", "Cllr Ash"),
        ("Motion to be moved by Councillor Pike:", "Councillor Pike", None),
        ("Councillor Pike to move:", "Councillor Pike", None),
        ("Councillor Pike will propose, Councillor Ash will second:",
         "Councillor Pike", "Councillor Ash"),
    ],
)  # fmt: skip
def test_what_is_to_be_moved_is_proposed(notice: str, mover: str, seconder: str | None) -> None:
    (found,) = _noticed(
        heading("Kites", label=None),
        para(notice),
        para("This Council notes that the sky is free."),
        para("This Council asks for kites to be let into the park."),
        heading("Questions"),
        para("None had been sent."),
    )
    assert found.text == (
        "This Council notes that the sky is free.\n"
        "This Council asks for kites to be let into the park."
    )
    assert (found.standing, found.heading, found.outcome) == ("proposed", "Kites", None)
    assert (found.mover, found.seconder) == (mover, seconder)


def test_a_motion_may_stand_behind_the_colon_and_another_below_it() -> None:
    first, second = _noticed(
        para("To be moved by Councillor Pike: That kites be let into the park."),
        para("To be moved by Councillor Ash:"),
        para("Leave out “the park” and insert “Mill Green”."),
        para("4 Questions", label="4"),
    )
    assert first.text == "That kites be let into the park."
    assert second.text == "Leave out “the park” and insert “Mill Green”."


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Pike will chair the meeting.",
        "The chairs are to be moved by the caretaker on Friday.",
        "Seats will be moved by hand.",
        "To be moved by Councillor Pike:",
    ],
)
def test_what_is_no_notice_of_a_motion_proposes_nothing(words: str) -> None:
    assert _noticed(para(words), heading("Questions"), para("None.")) == []
