"""Rows of a tabbed table that fill their last line, and so run into the next row, parted again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.readers.pdf.columns import in_columns
from ingest.readers.pdf.lines import Cell, Line, asides
from ingest.readers.pdf.paragraphs import Paragraph
from ingest.readers.pdf.tables import PageTable

_FEWEST = 3  # cells: a table of two columns cannot be told from text with a tab in it


def parted(found: Iterable[Paragraph | PageTable]) -> Iterator[Paragraph | PageTable]:
    """The paragraphs, those of each tabbed table parted so that its rows have as many cells."""
    run: list[Paragraph] = []
    parts = [*found, None]
    for part, after in pairwise(parts):
        if isinstance(part, Paragraph) and run and _fills(part, run[-1]):
            run[-1] = _filled(run[-1], part)
            continue
        if isinstance(part, Paragraph) and _is_row(part, run, after):
            if run and part.blank and not _aligned(run[-1], part):
                yield from _rows(run)
                run = []
            run.append(Paragraph(part.lines, part.gap, part.blank and not run))
            continue
        yield from _rows(run)
        run = []
        if part is not None:
            yield part
    yield from _rows(run)


def _fills(part: Paragraph, row: Paragraph) -> bool:
    """Whether a paragraph is but more of a cell: close under it, and under no other."""
    line, last = part.lines[0], row.lines[-1]
    if part.gap or len(line.cells) > 1 or len(row.lines) > 1 or line.tabs_at.step is not None:
        return False
    if last.bold and not line.bold:  # text under its heading
        return False
    ends = [cell.x0 for cell in last.cells[2:]] + [float("inf")]
    return any(
        abs(cell.x0 - line.x0) < 2 and all(line.x1 < end for line in part.lines)
        for cell, end in zip(last.cells[1:], ends, strict=True)
    )


def _filled(row: Paragraph, part: Paragraph) -> Paragraph:
    """A row with more text in the cell above that text."""
    line, more = row.lines[0], " ".join(line.text for line in part.lines)
    cells = tuple(
        replace(cell, text=f"{cell.text} {more}") if abs(cell.x0 - part.lines[0].x0) < 2 else cell
        for cell in line.cells
    )
    beside = asides([line, *part.lines])
    grown = replace(line, cells=cells, y=part.lines[-1].y, aside=beside)
    return Paragraph([grown], row.gap, row.blank)


def _is_row(part: Paragraph, run: list[Paragraph], after: Paragraph | PageTable | None) -> bool:
    """Whether a paragraph has cells, or is the last row of a table with but its first cell filled.

    Such a row is short, follows hard on the others, and has white space below it.
    """
    if _cells(part.lines) > 1:
        return True
    line = part.lines[0]
    if len(run) < 2 or part.blank or len(part.lines) > 1 or line.tabs_at.step is None:
        return False
    last = not isinstance(after, Paragraph) or after.blank
    return last and len(line.text.split()) <= 3 and line.text[-1] not in ".:;,?!"


def _aligned(above: Paragraph, row: Paragraph) -> bool:
    """Whether a row has its cells just under those of the row above, on the same page."""
    upper, lower = above.lines[-1], row.lines[0]
    if upper.page != lower.page or len(upper.cells) != len(lower.cells):
        return False
    pairs = zip(upper.cells, lower.cells, strict=True)
    return upper.y - lower.top < 4 * lower.size and all(
        abs(one.x0 - other.x0) < 2 for one, other in pairs
    )


def _rows(run: list[Paragraph]) -> Iterator[Paragraph]:
    counts = Counter(_cells(paragraph.lines) for paragraph in run)
    # The usual number of cells; of two as usual, the lower: rows run together, cells do not.
    usual = min(counts, key=lambda cells: (-counts[cells], cells), default=0)
    rows: list[Paragraph] = []
    for paragraph in run:
        if usual < _FEWEST or _cells(paragraph.lines) <= usual:
            rows.append(paragraph)
        else:
            rows += _parted(paragraph, usual)
    yield from map(_tabbed, in_columns(rows))


def _tabbed(row: Paragraph) -> Paragraph:
    """A row; one of a single cell with the tab behind it that shows it to be one."""
    line = row.lines[0]
    if _cells(row.lines) > 1 or line.lead:
        return row
    empty = Cell("", line.x1, line.x1, 0, tabs=1)
    return Paragraph([replace(line, cells=(*line.cells, empty))], row.gap, row.blank)


def _parted(paragraph: Paragraph, usual: int) -> Iterator[Paragraph]:
    """A row begins at each line that would give the row above it too many cells."""
    row = Paragraph([], paragraph.gap, paragraph.blank)
    for line in paragraph.lines:
        if row.lines and _cells([*row.lines, line]) > usual:
            yield row
            row = Paragraph([], gap=False, blank=False)
        row.lines.append(line)
    yield row


def _cells(lines: list[Line]) -> int:
    """How many cells the lines of one row have: a tab at the start of a line begins one, too."""
    begun = sum(line.lead for line in lines[1:])
    return 1 + begun + sum(cell.tabs for line in lines for cell in line.cells)
