"""Columns of a tabbed table, told by where its cells lie and not by how many tabs are between."""

from dataclasses import replace

from ingest.readers.pdf.lines import Cell, Line
from ingest.readers.pdf.paragraphs import Paragraph


def in_columns(rows: list[Paragraph]) -> list[Paragraph]:
    """The rows of a table, each cell with as many tabs before it as bring it to its column.

    Only where white space parts the columns from top to bottom: then what stands under each other
    belongs together. Otherwise rows stay as they are.
    """
    lines = [line for row in rows for line in row.lines]
    bands = _bands([cell for line in lines for cell in line.cells])
    if len(rows) < 2 or len(bands) < 2 or any(len(row.lines) > 1 for row in rows):
        return rows
    widths = {_width(line) for line in lines if len(line.cells) > 1}
    if lines[0].tabs_at.step is not None and len(widths) == 1:
        return rows  # the tabs that were counted agree
    places = [[_place(cell, bands) for cell in line.cells] for line in lines]
    if any(len(set(row)) < len(row) for row in places):
        return rows
    return [
        Paragraph([_moved(row.lines[0], columns)], row.gap, row.blank)
        for row, columns in zip(rows, places, strict=True)
    ]


def _width(line: Line) -> int:
    return line.lead + sum(cell.tabs for cell in line.cells)


def _bands(cells: list[Cell]) -> list[tuple[float, float]]:
    """The columns: stretches that cells cover, with white space between them."""
    bands: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda cell: cell.x0):
        if bands and cell.x0 < bands[-1][1] + 1:
            bands[-1] = (bands[-1][0], max(bands[-1][1], cell.x1))
        else:
            bands.append((cell.x0, cell.x1))
    return bands


def _place(cell: Cell, bands: list[tuple[float, float]]) -> int:
    return next(n for n, (_, end) in enumerate(bands) if cell.x0 <= end)


def _moved(line: Line, columns: list[int]) -> Line:
    """A line with its cells at these columns."""
    before = [0, *columns]
    cells = (
        replace(cell, tabs=column - last if n else 0)
        for n, (cell, column, last) in enumerate(zip(line.cells, columns, before, strict=False))
    )
    return replace(line, cells=tuple(cells), lead=columns[0])
