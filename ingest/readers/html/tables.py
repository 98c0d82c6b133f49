"""Tables of a web page: which cells stand in which columns, and which tables are only layout."""

from collections.abc import Iterator

from lxml import html

from ingest.limits import MAX_TABLE_COLUMNS
from ingest.readers.labels import is_numbered_text

_ROW_GROUPS = ("thead", "tbody", "tfoot")
_PROSE = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table")


def rows_of(table: html.HtmlElement) -> list[html.HtmlElement]:
    """A table's own rows, not those of tables within it."""
    rows = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in _ROW_GROUPS:
            rows += [row for row in child if row.tag == "tr"]
    return rows


def cells_of(row: html.HtmlElement) -> list[html.HtmlElement]:
    """A row's own cells."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def header_rows(rows: list[html.HtmlElement]) -> int:
    """How many rows at the top are heads: in a ``thead``, or with no cell but ``th``."""
    for count, row in enumerate(rows):
        cells = cells_of(row)
        heads = bool(cells) and all(cell.tag == "th" for cell in cells)
        if not heads and _parent(row) != "thead":
            return count
    return 0  # a table that is nothing but heads has none


def is_layout(table: html.HtmlElement, rows: list[html.HtmlElement]) -> bool:
    """Whether a table only sets out the page, so that its cells are read as paragraphs.

    Said to be so, of one cell, holding other tables, of numbered paragraphs, or of one row with
    prose in its cells.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    cells = [cell for row in rows for cell in cells_of(row)]
    if is_numbered_text([[str(c.text_content()) for c in cells_of(row)] for row in rows]):
        return True
    if len(cells) <= 1 or any(_holds_table(cell) for cell in cells):
        return True
    return len(rows) == 1 and any(_is_prose(cell) for cell in cells)


def squared(rows: list[html.HtmlElement], texts: list[list[str]]) -> Iterator[list[str]]:
    """Each row's texts at their columns: a cell over several columns or rows leaves empty ones."""
    below: dict[int, int] = {}  # column: how many rows further it is taken from above
    for row, row_texts in zip(rows, texts, strict=True):
        line: list[str] = []
        spans: dict[int, int] = {}
        for cell, text in zip(cells_of(row), row_texts, strict=True):
            while below.get(len(line), 0):
                line.append("")
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            spans |= {len(line) + n: height - 1 for n in range(width)}
            line += [text, *[""] * (width - 1)]
        yield line
        below = {n: left - 1 for n, left in below.items() if left > 1} | spans


def _span(cell: html.HtmlElement, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return max(1, min(int(text), MAX_TABLE_COLUMNS)) if text.isdecimal() and len(text) < 7 else 1


def _parent(row: html.HtmlElement) -> str:
    parent = row.getparent()
    return "" if parent is None else str(parent.tag)


def _holds_table(cell: html.HtmlElement) -> bool:
    return next(cell.iter("table"), None) is not None


def _is_prose(cell: html.HtmlElement) -> bool:
    return sum(1 for child in cell if child.tag in _PROSE) >= 3
