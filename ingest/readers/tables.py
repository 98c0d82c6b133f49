"""Tables from cells: cleaned, squared, and refused where padding them would fill the memory."""

from collections.abc import Iterable

from index.errors import Unreadable
from ingest.limits import MAX_TABLE_CELLS, MAX_TABLE_COLUMNS
from ingest.pages import Table
from ingest.readers.clean import clean


def table_of(rows: Iterable[Iterable[str]], page: int | None = None, header_rows: int = 0) -> Table:
    """A table of cleaned cells, every row made as wide as the widest with empty cells.

    What stands beyond the hundredth column stands in that column, as words after words.
    Raises Unreadable ("too_big") for a table that would hold more than 200,000 cells.
    """
    kept: list[tuple[str, ...]] = []
    width = 0
    for row in rows:
        kept.append(_narrowed(tuple(clean(cell) for cell in row)))
        width = max(width, len(kept[-1]))
        if width * len(kept) > MAX_TABLE_CELLS:
            raise Unreadable(
                "too_big",
                f"A table in this paper has more than {MAX_TABLE_CELLS:,} cells. "
                "Leave it out, or split the paper, and ingest it again.",
            )
    return Table(tuple(row + ("",) * (width - len(row)) for row in kept), page, header_rows)


def _narrowed(row: tuple[str, ...]) -> tuple[str, ...]:
    """No council's table has more columns; thousands take minutes to be understood."""
    if len(row) <= MAX_TABLE_COLUMNS:
        return row
    most = MAX_TABLE_COLUMNS - 1
    return (*row[:most], " ".join(filter(None, row[most:])))
