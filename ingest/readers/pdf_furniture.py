"""Running headers, footers and page numbers of a PDF: lines that recur in one place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ingest.readers.pdf_lines import Line

_FEWEST = 3  # pages: with fewer, nothing recurs
_SHARE = 0.6  # of the pages
_DEPTH = 4  # lines at the top and at the bottom of a page
_BAND = 8.0  # points
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(page\s*)?[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)

Place = tuple[str, float]


def furniture(pages: Iterable[list[Line]]) -> set[int]:
    """Which lines are no part of the text, by their ``id()``."""
    filled = [sorted(lines, key=lambda line: -line.y) for lines in pages if lines]
    recurring: dict[Place, set[int]] = defaultdict(set)
    for line in (line for lines in filled for line in _outer(lines)):
        for place in _at(line):
            recurring[place].add(line.page)
    enough = max(_FEWEST, _SHARE * len(filled))
    often = {place for place, found in recurring.items() if len(found) >= enough}
    dropped = {id(line) for lines in filled for line in _outer(lines) if often & set(_at(line))}
    if len(filled) > 1:
        dropped |= {id(line) for lines in filled for line in _page_numbers(lines)}
    return dropped


def _outer(lines: list[Line]) -> list[Line]:
    return [*lines[:_DEPTH], *lines[_DEPTH:][-_DEPTH:]]


def _at(line: Line) -> Iterator[Place]:
    """A line's text, digits masked, at two bands that overlap, so that none is split by an edge."""
    masked = _DIGITS.sub("#", line.text)
    yield masked, line.y // _BAND
    yield masked, (line.y + _BAND / 2) // _BAND + 0.5


def _page_numbers(lines: list[Line]) -> Iterator[Line]:
    """The first and the last line of a page, if they say no more than which page it is."""
    for line in (lines[0], lines[-1]):
        found = _PAGE_NUMBER.match(line.text)
        if found and (found[1] or int(found[2]) == line.page):
            yield line
