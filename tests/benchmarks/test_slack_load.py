"""Many people ask in Slack at once, and everybody is answered, once."""

from pathlib import Path

import pytest

from support.held import hold_papers
from tests.benchmarks.slack_load import Load, load

ASKED = (
    "What is recommended on library opening hours?",
    "What was resolved on allotment rents?",
    "Who told visitors of the paddling pool?",
)


@pytest.mark.parametrize("http", [False, True])
def test_every_one_of_many_questions_asked_at_once_is_answered_once(
    tmp_path: Path, http: bool
) -> None:
    data = tmp_path / "data"
    hold_papers(data)
    told = load(data, ASKED, Load(questions=60, people=6, seconds=1.0, http=http))
    assert (told["answered"], told["posted_twice"], told["turned_away"]) == (60, 0, 0)
    assert told["delivered_again"] == 0  # each was acknowledged within three seconds


def test_a_slack_that_is_late_holds_up_only_what_it_is_late_with(tmp_path: Path) -> None:
    data = tmp_path / "data"
    hold_papers(data)
    told = load(data, ASKED, Load(questions=40, people=8, seconds=1.0, late=0.2))
    assert (told["answered"], told["posted_twice"], told["turned_away"]) == (40, 0, 0)
