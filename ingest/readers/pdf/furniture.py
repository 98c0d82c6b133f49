"""Running headers, footers and page numbers of a PDF: lines that recur in one place."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import takewhile

from ingest.page_tops import item_of
from ingest.readers.pdf.lines import Line

_FEWEST = 3  # pages: with fewer, nothing recurs
_SHARE = 0.6  # of the pages
_DEPTH = 4  # lines at the top and at the bottom of a page
_BAND = 8.0  # points
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(page\s*)?[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)

Place = tuple[str, float]


def furniture(pages: Iterable[list[Line]], tabled: Container[int]) -> set[int]:
    """Which lines are no part of the text, by their ``id()``; ``tabled`` are pages with tables."""
    filled = [sorted(lines, key=lambda line: -line.y) for lines in pages if lines]
    recurring: dict[Place, set[int]] = defaultdict(set)
    for line in (line for lines in filled for line in _outer(lines)):
        for place in _at(line):
            recurring[place].add(line.page)
    enough = max(_FEWEST, _SHARE * len(filled))
    often = {place for place, found in recurring.items() if len(found) >= enough}
    dropped = [_margins(lines, often) for lines in filled]
    if len(filled) > 1:
        dropped = [found | _page_numbers(n) for found, n in zip(dropped, filled, strict=True)]
    emptied = [
        len(found) == len(lines) and lines[0].page not in tabled
        for found, lines in zip(dropped, filled, strict=True)
    ]
    # Where little else stands on most pages, they are forms, and their text is what recurs.
    return set() if sum(emptied) * 2 > len(filled) else set().union(*dropped)


def _margins(lines: list[Line], often: set[Place]) -> set[int]:
    """The recurring lines at the top and bottom of a page, as far as no other line is between."""
    found: list[Line] = []
    for inwards in (lines[:_DEPTH], lines[::-1][:_DEPTH]):
        found += takewhile(lambda line: bool(often & set(_at(line))), inwards)
    return {id(line) for line in found}


def _outer(lines: list[Line]) -> list[Line]:
    return [*lines[:_DEPTH], *lines[_DEPTH:][-_DEPTH:]]


def masked(text: str) -> str:
    """A text in which all numbers are alike, as page numbers must be.

    >>> masked("Page 3 of 12")
    'Page # of #'
    """
    return _DIGITS.sub("#", text)


def _at(line: Line) -> Iterator[Place]:
    """A line's text, digits masked, at two bands that overlap, so that none is split by an edge."""
    # The item in a paper's corner is another in each paper of a pack: it tells where they begin.
    text = line.text if item_of(line.text) else masked(line.text)
    yield text, line.y // _BAND
    yield text, (line.y + _BAND / 2) // _BAND + 0.5


def _page_numbers(lines: list[Line]) -> set[int]:
    """The first and the last line of a page, if they say no more than which page it is."""
    return {id(line) for line in (lines[0], lines[-1]) if _is_page_number(line)}


def _is_page_number(line: Line) -> bool:
    found = _PAGE_NUMBER.match(line.text)
    return found is not None and (bool(found[1]) or int(found[2]) == line.page)
