"""Tables of figures that are ruled down but not across: the rows that stand between two rules."""

import re

from ingest.readers.pdf.word import Word

_FIGURE = re.compile(r"[-+(]?£?[\d.,]+[%)km]{0,2}|n/a|nil|[-–]", re.IGNORECASE)
_FEWEST = 3  # rows
_SHARE = 0.6  # of the cells behind the first column that hold figures
_LEVEL = 0.3  # of the type size: words that stand as high as each other

Cells = list[list[Word]]


def rows_within(cells: Cells) -> list[Cells]:
    """The cells of one ruled row as the rows they hold.

    Several only where each line has a name in the first column and figures behind it: lines of
    other cells are those of one text.
    """
    levels = _levels(cells)
    if len(levels) < _FEWEST or not cells[0]:
        return [cells]
    found = [[[w for w in cell if _is_at(w, level)] for cell in cells] for level in levels]
    behind = [cell for row in found for cell in row[1:] if cell]
    figures = sum(all(_FIGURE.fullmatch(word.text) for word in cell) for cell in behind)
    named = all(row[0] and any(row[1:]) for row in found)
    whole = sum(len(cell) for row in found for cell in row) == sum(map(len, cells))
    return found if named and whole and figures >= _SHARE * len(behind) else [cells]


def _levels(cells: Cells) -> list[float]:
    """How high the lines of the first column stand, from the top."""
    levels: list[float] = []
    for word in sorted(cells[0], key=lambda word: -word.y):
        if not levels or levels[-1] - word.y > _LEVEL * word.size:
            levels.append(word.y)
    return levels


def _is_at(word: Word, level: float) -> bool:
    return abs(word.y - level) <= _LEVEL * word.size
