"""The order in which a PDF page is read: down the page, where nothing stands side by side."""

from typing import NamedTuple

from ingest.readers.pdf.lines import Line
from ingest.readers.pdf.tables import PageTable


class Placed(NamedTuple):
    """A line or a table, and where on its page it begins and ends, in points from below."""

    item: Line | PageTable
    top: float
    bottom: float


def placed(line: Line) -> Placed:
    """A line with the height of its letters."""
    return Placed(line, line.top + 0.7 * line.size, line.y)


def in_order(page: list[Placed]) -> list[Placed]:
    """A page's lines and tables from the top down.

    Where some stand side by side, as in columns, the file's own order is kept: it is the order in
    which the page was written.
    """
    downwards = sorted(page, key=lambda part: -part.top)
    lowest = float("inf")
    for part in downwards:
        if part.top > lowest + 1:
            return page
        lowest = min(lowest, part.bottom)
    return downwards
