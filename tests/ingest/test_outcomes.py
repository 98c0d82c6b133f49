"""What was done is told by the words that do it, and not by how or on whose proposal."""

import pytest

from ingest.decisions.outcomes import outcome_in, outcome_of


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("That orders be placed for barges 2 and 5 as recommended, and barge 3 wait", None),
        ("That the moorings be let as proposed in the report", None),
        ("That the wharf rents, as amended, be charged from May", None),
        ("That the recommended rents be charged from May", None),
        ("That the agreed sum of £90 be paid to the ferryman", None),
        ("That the lock rules be approved as recommended", "approved"),
        ("Approved, as recommended", "approved"),
        ("That the plan be adopted as already agreed by the Wharf Board", "adopted"),
        ("That the scheme be pursued as was recommended, and the grant refused", "refused"),
        ("To recommend the rents to the Council", "recommended"),
        ("That Council be recommended to approve the rents", "recommended"),
    ],
)
def test_the_outcome_is_no_word_of_an_aside(words: str, outcome: str | None) -> None:
    assert outcome_in(words) == outcome


def test_a_told_decision_has_no_outcome_from_an_aside() -> None:
    assert outcome_of("It was agreed as recommended that the barge be sold") == "agreed"
    assert outcome_of("Members decided to sell the barge as recommended") is None
