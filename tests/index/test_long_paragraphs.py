"""A paragraph too long for one passage is found, quoted and cited like any other."""

from pathlib import Path

import pytest

from support.commands import run_json

SENTENCE = "The beck ran high by the mill in the week before the fair and nobody crossed it."
TOLD = "The ford was cleared of stones after the storm."


@pytest.mark.parametrize("before", [2, 14, 30])
def test_a_sentence_of_a_very_long_paragraph_is_quoted(before: int, tmp_path: Path) -> None:
    paragraph = " ".join([SENTENCE] * before + [TOLD] + [SENTENCE] * 12)
    (tmp_path / "news.txt").write_text(f"NEWS OF THE FORD\n\n{paragraph}\n", encoding="utf-8")
    assert run_json("ingest", tmp_path / "news.txt", data=tmp_path / "data")["added"] == 1
    answer = run_json("ask", "what was cleared of stones after the storm", data=tmp_path / "data")
    assert TOLD in answer["citations"][0]["excerpt"]
