"""What a question is after, and where papers give that."""

import pytest

from index.records import Standing
from index.retrieval.aims import in_heading, meets


@pytest.mark.parametrize(
    ("question", "heading", "given"),
    [
        ("why was the pool shut", "Reasons for the decision", True),
        ("why was the pool shut", "Background", False),
        ("what else was looked at instead of a lease", "Alternative options considered", True),
        ("who wrote the pool report", "Report author Telephone Date", True),
        ("what could go wrong with the lease", "Risk management", True),
        ("what was cabinet asked to do about the pool", "RECOMMENDATION(S)", True),
        ("how deep is the pool", "Reasons", False),
    ],
)
def test_a_section_gives_what_its_heading_says(question: str, heading: str, given: bool) -> None:
    assert in_heading(question, heading) is given


@pytest.mark.parametrize(
    ("question", "heading", "text", "standing", "share"),
    [
        ("why was the pool shut", "Pool", "It was shut because it leaked.", "reported", 1.0),
        ("why was the pool shut", "Pool", "It was shut in May.", "reported", 0.0),
        ("why was it agreed to shut the pool", "Pool", "That it be shut.", "resolved", 0.5),
        ("what does LPT stand for", "Pool", "The Long Pool Trust (LPT) met.", "reported", 1.0),
        ("how deep is the pool", "Pool", "It is deep.", "reported", 0.0),
    ],
)
def test_a_text_meets_a_share_of_what_is_asked(
    question: str, heading: str, text: str, standing: Standing, share: float
) -> None:
    assert meets(question, heading, text, standing) == share
