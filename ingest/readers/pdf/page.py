"""One PDF page: the words that can be seen on it, its ruled tables, and whether it is a picture."""

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ingest.readers.pdf.grid import grids
from ingest.readers.pdf.lines import rows
from ingest.readers.pdf.rules import rules
from ingest.readers.pdf.tables import Ruled, ruled
from ingest.readers.pdf.unseen import unseen
from ingest.readers.pdf.words import TextPage, Word

_FEW = 50  # letters: with fewer, a page with a picture on it is a scan
_SHARE = 0.25  # of the page that a picture covers on a scan
_LEVEL = 4.0  # points: words that stand as high as each other


@dataclass(frozen=True, slots=True)
class PageWords:
    """What is on a page."""

    number: int  # from 1
    width: float  # points, as the page is read
    items: list[list[Word] | Ruled]  # rows of words, and ruled tables, in the file's order
    letters: int
    unknown: int  # letters whose font does not say what they are
    pictured: bool  # a picture of text, most likely
    hidden: bool  # words that cannot be seen were left out
    redacted: bool  # and they were meant to be hidden


def page_words(
    page: ctypes.c_void_p, size: tuple[float, float], number: int, *, form: bool
) -> PageWords:
    """Read an open page of this width and height, before it is turned.

    In a form, what was filled in comes after all else; it is put back beside what it answers.
    """
    width, height = size
    text = TextPage(page, width, height)
    try:
        drawn = rules(page, text.turn)
        found = text.words()
        hidden = unseen(page, text, found)
    finally:
        text.close()
    seen = [word for word in found if word.text and word.at not in hidden.at]
    letters = sum(len(word.text) for word in seen)
    area = sum((p.x1 - p.x0) * (p.y1 - p.y0) for p in drawn.pictures)
    pictured = letters < _FEW and area > _SHARE * width * height
    if form:
        seen.sort(key=lambda word: (-round(word.y / _LEVEL), word.x0))
    items = _items(ruled(grids(drawn), seen))
    across = height if text.turn.quarters % 2 else width
    return PageWords(
        number, across, items, letters, text.unknown, pictured, bool(hidden.at), hidden.redacted
    )


def _items(found: Iterable[Word | Ruled]) -> list[list[Word] | Ruled]:
    """Words in rows; what is no word stands between."""
    items: list[list[Word] | Ruled] = []
    for in_table, group in groupby(found, lambda item: isinstance(item, Ruled)):
        if in_table:
            items += [item for item in group if isinstance(item, Ruled)]
        else:
            items += rows(item for item in group if isinstance(item, Word))
    return items
