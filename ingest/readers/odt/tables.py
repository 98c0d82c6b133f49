"""The rows and cells of an OpenDocument table, where repeats are written once."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.limits import MAX_CHARS, MAX_TABLE_COLUMNS
from ingest.readers.decode import too_long
from ingest.readers.odt.package import TABLE, Element, number

_GROUPS = {TABLE + n for n in ("table-header-rows", "table-rows", "table-row-group")}
_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
_UNSEEN = ("collapse", "filter")
_MOST_REPEATS = 1_000  # of one row


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row, and whether it is repeated at the head of every page."""

    element: Element
    head: bool

    @property
    def cells(self) -> list[Element]:
        """Its cells; one that lies under a wide or tall one is covered."""
        return [cell for cell in self.element if cell.tag in _CELLS]

    @property
    def hidden(self) -> bool:
        """Whether it is not printed."""
        return self.element.get(TABLE + "visibility") in _UNSEEN


def rows_of(table: Element, *, head: bool = False) -> Iterator[Row]:
    """A table's own rows, not those of tables within it."""
    for child in table:
        if child.tag == TABLE + "table-row":
            yield Row(child, head)
        elif child.tag in _GROUPS:
            yield from rows_of(child, head=head or child.tag == TABLE + "table-header-rows")


def header_rows(rows: list[Row]) -> int:
    """How many rows at the top are heads; a table that is nothing but heads has none."""
    heads = [row.head for row in rows]
    return heads.index(False) if False in heads else 0


def is_covered(cell: Element) -> bool:
    """Whether another cell lies over this one."""
    return bool(cell.tag == TABLE + "covered-table-cell")


def laid_out(rows: list[Row], texts: list[list[str]]) -> Iterator[list[str]]:
    """Each row's texts with the repeats written out; Unreadable ("too_big") if they swell."""
    chars = 0
    for row, inside in zip(rows, texts, strict=True):
        line: list[str] = []
        for cell, text in zip(row.cells, inside, strict=True):
            line += [text] * _repeats(cell, "number-columns-repeated", MAX_TABLE_COLUMNS)
        times = _repeats(row.element, "number-rows-repeated", _MOST_REPEATS) if any(line) else 1
        chars += times * sum(map(len, line))
        if chars > MAX_CHARS:
            raise too_long()
        yield from [line] * times


def _repeats(element: Element, name: str, most: int) -> int:
    return min(max(number(element, TABLE + name) or 1, 1), most)
