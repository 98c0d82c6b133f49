"""What the engine is asked for."""

from contextlib import closing
from pathlib import Path

from index.passages import Entry
from index.retrieval.evidence import MOST_STEMS, most_telling
from index.whoosh_passages import WhooshPassages

COMMON = tuple(f"word{n}" for n in range(2 * MOST_STEMS))


def passage(number: int, *stems: str) -> Entry:
    return Entry(number, "r1", (), (), stems, (), None, None, None, "report", "reported")


def test_of_a_long_question_the_words_that_tell_most_are_looked_for(tmp_path: Path) -> None:
    with closing(WhooshPassages(tmp_path / "passages")) as engine:
        engine.replace([passage(1, *COMMON), passage(2, *COMMON), passage(3, "pond")], 1)
        asked = most_telling({**dict.fromkeys(COMMON, 1.0), "pond": 1.0, "unheard": 1.0}, engine)
    assert len(asked) == MOST_STEMS
    assert asked["pond"] == 1.0
    assert "unheard" not in asked  # it is in no passage: it would find nothing
