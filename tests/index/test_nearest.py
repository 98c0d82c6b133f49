"""Of the values of a sentence, the one that stands nearest to what is asked answers."""

import pytest

from index.answer.nearest import distance, is_before
from index.language import stem
from index.retrieval.tallies import times
from index.retrieval.values import Finder, dates, money, names


@pytest.mark.parametrize(
    ("finder", "sentence", "asked", "nearest"),
    [
        (money, "The roof cost £4,000 and the gate cost £90.", "gate cost", "£90"),
        (money, "Of £12,000 set aside, the weir took £700; the mill took £50.", "weir", "£700"),
        (dates, "Opened on 3 May 2024, it will shut on 9 June 2025.", "shut", "9 June 2025"),
        (dates, "The trial began in June 2021 but was ended in May 2022.", "began", "June 2021"),
        (times, "Doors open at 7pm and the talk starts at 8.15pm.", "talk starts", "8.15pm"),
    ],
)
def test_a_value_stands_nearest_to_what_is_asked(
    finder: Finder, sentence: str, asked: str, nearest: str
) -> None:
    stems = {stem(word) for word in asked.split()}
    assert min(finder(sentence), key=lambda v: distance(sentence, v, stems)).text == nearest


@pytest.mark.parametrize(
    ("sentence", "asked", "before"),
    [
        ("AB to write to the mill and CD to mend the gate.", "gate", ["CD"]),
        ("AB to mend the gate and CD to write to the mill.", "gate", ["AB"]),
        ("Ada Finch, who was thanked, mended the gate with Bo Reed.", "gate", ["Ada Finch"]),
    ],
)
def test_initials_answer_only_for_the_statement_that_they_open(
    sentence: str, asked: str, before: list[str]
) -> None:
    found = [value.text for value in names(sentence) if is_before(sentence, value, {stem(asked)})]
    assert found == before
