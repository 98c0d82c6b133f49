"""Lines that tesseract gives apart though they stand side by side: labels, and cells of tables."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from ingest.readers.ocr.hocr import SeenLine

_FEW = 3  # words: a block whose lines have no more is a column of labels or cells
_LEVEL = 0.45  # of the type size: lines that stand as high as each other


def in_rows(lines: Iterable[SeenLine]) -> list[SeenLine]:
    """The lines of a page, those of narrow blocks joined to the lines that they stand beside.

    Columns of text stay as they are, one after the other; where there are none, the page is read
    from the top down.
    """
    lines = list(lines)
    narrow = _narrow(lines)
    rows = [[line] for line in lines if line.block not in narrow]
    for line in (line for line in lines if line.block in narrow):
        level = [row for row in rows if _is_beside(row, line)]
        if level:
            min(level, key=lambda row: _way(line, row)).append(line)
        else:
            rows.append([line])
    found = [_joined(row) for row in rows]
    return found if _has_columns(found) else sorted(found, key=lambda line: line.y)


def _narrow(lines: list[SeenLine]) -> frozenset[int]:
    """The blocks that hold labels or the cells of a table."""
    blocks: dict[int, list[int]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(len(line.words))
    return frozenset(block for block, counts in blocks.items() if median(counts) <= _FEW)


def _is_beside(row: list[SeenLine], line: SeenLine) -> bool:
    apart = all(line.x1 < other.x0 or other.x1 < line.x0 for other in row)
    return apart and any(_is_level(other, line) for other in row)


def _way(line: SeenLine, row: list[SeenLine]) -> float:
    """How far a line is from a row; half as far if it stands before it, as a label does."""
    return min(
        (other.x0 - line.x1) / 2 if other.x0 > line.x1 else line.x0 - other.x1 for other in row
    )


def _is_level(one: SeenLine, other: SeenLine) -> bool:
    alike = one.turned == other.turned
    return alike and abs(one.y - other.y) < _LEVEL * max(one.size, other.size)


def _joined(row: list[SeenLine]) -> SeenLine:
    if len(row) == 1:
        return row[0]
    row.sort(key=lambda line: line.x0)
    most = max(row, key=lambda line: len(line.words))
    return replace(most, words=tuple(word for line in row for word in line.words))


def _has_columns(lines: list[SeenLine]) -> bool:
    """Whether any two lines still stand beside each other."""
    down = sorted(lines, key=lambda line: line.y)
    return any(
        _is_level(one, other) and (one.x1 < other.x0 or other.x1 < one.x0)
        for n, one in enumerate(down)
        for other in down[n + 1 : n + 4]
    )
