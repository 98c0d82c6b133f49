"""Recognised figures that may be misread."""

import pytest

from index.records import Block
from ingest.readers.ocr.doubts import doubtful_figures
from ingest.readers.ocr.hocr import Seen
from ingest.unsure import unsure_figures


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("spent £1,957,145 in 2024/25", []),
        ("spent 1338,004 here", [("1338,004", 50)]),
        ("of 41, 286, 400 pounds", [("41,", 50), ("286,", 50), ("400", 50)]),
        ("paragraphs 5, 6 and 7,8", []),
        ("no figure at all", []),
    ],
)
def test_a_figure_that_is_not_built_as_one_is_doubtful(
    said: str, doubted: list[tuple[str, int]]
) -> None:
    words = [Seen(word, 0, 10, 96, 0, 10) for word in said.split()]
    assert list(doubtful_figures(words)) == doubted


def test_a_figure_that_is_unsure_by_itself_is_doubtful_and_a_word_is_not() -> None:
    words = [Seen("Total", 0, 10, 40, 0, 10), Seen("98135", 12, 20, 33, 0, 10)]
    assert list(doubtful_figures(words)) == [("98135", 33)]


def test_a_doubtful_figure_is_found_as_a_whole_word_on_its_own_page() -> None:
    blocks = [
        Block("row", "Parks\t120\t3120", 0, 14, page=1),
        Block("row", "Roads\t120", 15, 24, page=2),
    ]
    assert unsure_figures([(1, "120", 33)], blocks) == ((6, 9, 33),)
