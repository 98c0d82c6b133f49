"""What a message may be about, in the words of the papers held."""

from pathlib import Path

import pytest

from index.library import open_library
from support.held import hold_papers


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("What about the allotment rents?", ("allotment rents",)),
        (
            "Did anyone see the library opening hours and the allotment rents?",
            (
                "library opening hours allotment rents",
                "allotment rents",
                "library opening hours",
                "opening hours",
                "library opening",
            ),
        ),
        ("Morning! The library, please", ("library",)),
        ("ok thanks!", ()),
        ("zeppelins over the hangar", ()),
        ("", ()),
    ],
)
def test_phrases_that_papers_hold_are_told_the_likeliest_first(
    tmp_path: Path, text: str, subjects: tuple[str, ...]
) -> None:
    hold_papers(tmp_path / "data")
    with open_library(tmp_path / "data") as library:
        found = library.subjects(text)
    assert found[:1] == subjects[:1]
    assert set(found) == set(subjects)


def test_a_message_of_one_word_over_and_over_takes_no_time(tmp_path: Path) -> None:
    hold_papers(tmp_path / "data")
    with open_library(tmp_path / "data") as library:
        assert len(library.subjects("library hours " * 1000)) <= 8
