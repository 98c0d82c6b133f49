"""Papers made of lines, as a reader of plain text would give them."""

from ingest.pages import Paper, Para, Table


def paper(*parts: str | Para | Table) -> Paper:
    """A text paper; a string is a paragraph with white space above it."""
    return Paper("txt", tuple(Para(part) if isinstance(part, str) else part for part in parts))


def table(*rows: str, header_rows: int = 0, page: int | None = None) -> Table:
    """A table whose rows are written with a bar between the cells: "Finance | ✓ | |"."""
    cells = tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows)
    return Table(cells, page=page, header_rows=header_rows)
