"""Tables from cells: cleaned, squared, and refused where padding them would fill the memory."""

from collections.abc import Iterable

from index.errors import Unreadable
from ingest.limits import MAX_TABLE_CELLS
from ingest.pages import Table
from ingest.readers.clean import clean


def table_of(rows: Iterable[Iterable[str]], page: int | None = None, header_rows: int = 0) -> Table:
    """A table of cleaned cells, every row made as wide as the widest with empty cells.

    Raises Unreadable ("too_big") for a table that would hold more than 200,000 cells.
    """
    kept: list[tuple[str, ...]] = []
    width = 0
    for row in rows:
        kept.append(tuple(clean(cell) for cell in row))
        width = max(width, len(kept[-1]))
        if width * len(kept) > MAX_TABLE_CELLS:
            raise Unreadable(
                "too_big",
                f"A table in this paper has more than {MAX_TABLE_CELLS:,} cells. "
                "Leave it out, or split the paper, and ingest it again.",
            )
    return Table(tuple(row + ("",) * (width - len(row)) for row in kept), page, header_rows)
