"""Words of a PDF that lean against the others, or are parted as web browsers do."""

import pytest

from ingest.readers.pdf import read
from support.pdfs import LEFT, Page, pdf, tree, typed, written
from support.shown import shown

LINES = [f"The Committee noted item {n} and thanked its officers for it." for n in range(1, 9)]
COLUMNS = [LEFT, 200, 240, 280]
UP, DOWN = "0 1 -1 0", "0 -1 1 0"


def leaning(page: Page, x: float, y: float, words: str, way: str = UP) -> Page:
    """Write words that run up or down a page."""
    page.drawn.append(f"0 g BT /F0 10 Tf {way} {x} {y} Tm ({words}) Tj ET".encode())
    return page


@pytest.mark.parametrize(
    "lines",
    [
        [(UP, 18, 605, "Age and health"), (UP, 58, 605, "Sex")],
        [(UP, 12, 605, "Age"), (UP, 24, 605, "and health"), (UP, 58, 605, "Sex")],
        [(UP, 12, 640, "Age"), (UP, 24, 620, "and health"), (UP, 58, 640, "Sex")],
        [(DOWN, 24, 690, "Age"), (DOWN, 12, 690, "and health"), (DOWN, 58, 690, "Sex")],
        [(DOWN, 24, 670, "Age"), (DOWN, 12, 690, "and health"), (DOWN, 58, 670, "Sex")],
    ],
)
def test_heads_of_columns_that_run_up_or_down_are_read_in_order(
    lines: list[tuple[str, float, float, str]],
) -> None:
    page = typed("What each scheme would do").grid(COLUMNS, [700, 600, 580])
    page.text(LEFT + 3, 605, "Scheme").text(LEFT + 3, 585, "Roads").text(215, 585, "Y")
    for way, x, y, words in lines:
        leaning(page, COLUMNS[1] + x, y, words, way)
    assert shown(read(pdf(page)))[1] == (("Scheme", "Age and health", "Sex"), ("Roads", "Y", ""))


def test_what_runs_up_the_margin_is_a_line_of_its_own() -> None:
    page = leaning(typed(*LINES), 25, 200, "Printed by the Clerk in the Guildhall")
    assert shown(read(pdf(page))) == [*LINES, "Printed by the Clerk in the Guildhall"]


def test_a_page_all_of_whose_words_run_up_is_read_as_any_other() -> None:
    page = Page()
    for n, line in enumerate(LINES):
        leaning(page, 60 + 14 * n, 60, line)
    assert shown(read(pdf(page))) == LINES


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the infra\x7f", "structure of the borough.", "the infrastructure of the borough."),
        ("those who work part\x7f", "time for the borough.", "part-time for the borough."),
        ("the pre\x7f and", "post-war buildings.", "the pre- and post-war buildings."),
    ],
)
def test_words_that_a_browser_parted_are_made_whole(first: str, second: str, expected: str) -> None:
    fill = "The Committee considered the plan for all of the parks and {}"
    lines = [fill.format(first), second, "", "It is part-time work on infrastructure."]
    hyphen = b"<</BaseEncoding/WinAnsiEncoding/Differences[127/uni2010]>>"
    objects = [each.replace(b"/WinAnsiEncoding", hyphen) for each in tree([typed(*lines)])]
    assert str(shown(read(written(objects)))[0]).endswith(expected)
