"""Ruled tables of a PDF: the words within a grid as rows of cells, across the ends of pages."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.pages import Table
from ingest.readers.pdf.figures import rows_within
from ingest.readers.pdf.grid import Grid, middle
from ingest.readers.pdf.hyphens import Hyphens
from ingest.readers.pdf.lines import rows, said
from ingest.readers.pdf.sideways import at_the_end
from ingest.readers.pdf.word import Word
from ingest.readers.tables import table_of

_WIDE = 8.0  # points: a narrower column is the space between double rules
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Edge:
    """A table's row, by column: what tells whether a page's end cut it in two."""

    widths: tuple[float, ...]  # of each cell's first word; 0 for an empty cell
    room: tuple[float, ...]  # what each cell's last line leaves; all there is in an empty cell


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, or the part of it that is on one page, with an edge for each of its rows."""

    table: Table
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A grid with the words in each of its cells."""

    grid: Grid
    words: dict[tuple[int, int], list[Word]]

    def table(self, page: int, hyphens: Hyphens) -> PageTable:
        """The cells' texts in rows; rows in which nothing stands are left out."""
        filled = {column for _, column in self.words}
        columns = [n for n in range(self.grid.columns) if n in filled or self._width(n) > _WIDE]
        cells = [
            cells
            for row in sorted({row for row, _ in self.words})
            for cells in rows_within([self.words.get((row, n), []) for n in columns])
        ]
        texts = [[_cell_text(cell, hyphens) for cell in row] for row in cells]
        return PageTable(table_of(texts, page), tuple(self._edge(row, columns) for row in cells))

    def _edge(self, cells: list[list[Word]], columns: list[int]) -> Edge:
        widths = tuple(cell[0].x1 - cell[0].x0 if cell else 0.0 for cell in cells)
        room = (self._room(n, cell) for n, cell in zip(columns, cells, strict=True))
        return Edge(widths, tuple(room))

    def _width(self, column: int) -> float:
        return self.grid.xs[column + 1] - self.grid.xs[column]

    def _room(self, column: int, cell: list[Word]) -> float:
        """What the last line of a cell leaves, as much white space kept as at its left."""
        left, right = self.grid.xs[column], self.grid.xs[column + 1]
        if not cell:
            return right - left
        padding = max(min(word.x0 for word in cell) - left, 0)
        return right - padding - cell[-1].x1 - 0.2 * cell[-1].size


def ruled(grids: list[Grid], words: list[Word]) -> Iterator[Word | Ruled]:
    """The words of a page in order, a table in place of the words that stand in its cells.

    A grid with words in one cell only may be a frame, or the end of a table: see `continued`.
    """
    owners = [_owner(grids, word) for word in words]
    tables = {n: Ruled(grids[n], defaultdict(list)) for n, _ in filter(None, owners)}
    begun: set[int] = set()
    for word, owner in zip(words, owners, strict=True):
        if owner is None:
            yield at_the_end(word)
            continue
        grid, place = owner
        tables[grid].words[place].append(word)
        if grid not in begun:
            begun.add(grid)
            yield tables[grid]


def continued(table: Ruled, above: Iterable[object]) -> bool:
    """Whether a table is one, and no frame round a text.

    It is if words stand in two of its cells; or if it ends a table of the page above, so that only
    one cell had text left.
    """
    tables = [item for item in above if isinstance(item, Ruled)]
    return len(table.words) > 1 or (bool(tables) and _same_columns(tables[-1].grid, table.grid))


def _same_columns(one: Grid, other: Grid) -> bool:
    pairs = zip(one.xs, other.xs, strict=False)
    return len(one.xs) == len(other.xs) and all(abs(a - b) < 3 for a, b in pairs)


def _owner(grids: list[Grid], word: Word) -> tuple[int, tuple[int, int]] | None:
    """The grid, by its number, and the cell in which a word stands."""
    x, y = middle(word)
    found = ((n, grid.cell(x, y)) for n, grid in enumerate(grids))
    return next(((n, place) for n, place in found if place is not None), None)


def _cell_text(words: list[Word], hyphens: Hyphens) -> str:
    """The words of a cell, line by line from the top."""
    lines = sorted(rows(words), key=lambda line: -line[0].y)
    text = ""
    for line in lines:
        text = hyphens.joined(text, said(line))
    return hyphens.ended(text)


def mended(
    found: Iterable[Part | PageTable], apart: Callable[[int, int], bool] = lambda _, __: False
) -> Iterator[Part | Table]:
    """Tables that go on from the page before, with nothing between, joined to what they go on.

    ``apart`` tells of two pages whether what is on one must not be joined to what is on the other.
    """
    table: PageTable | None = None
    page = 0
    for part in found:
        joined = None
        if isinstance(part, PageTable) and not apart(page, page + 1):
            joined = _one_table(table, part, page + 1)
        if joined is not None:
            table, page = joined, page + 1
            continue
        if table is not None:
            yield table.table
            table = None
        if isinstance(part, PageTable):
            table, page = part, part.table.page or 0
        else:
            yield part
    if table is not None:
        yield table.table


def _one_table(above: PageTable | None, below: PageTable, page: int) -> PageTable | None:
    """Two tables as the one that a page's end cut, heads repeated on the second page left out.

    None if the second is not on the page after the first, or their columns differ in number.
    """
    if above is None or below.table.page != page:
        return None
    upper, lower = above.table.rows, below.table.rows
    if len(upper[0]) != len(lower[0]):
        return None
    repeated = int(lower[0] == upper[0])
    rest, edges = lower[repeated:], below.edges[repeated:]
    if rest and len(upper) > 1 and _is_cut(above.edges[-1], edges[0], rest[0]):
        last = tuple(f"{a} {b}".strip() for a, b in zip(upper[-1], rest[0], strict=True))
        upper, rest = (*upper[:-1], last), rest[1:]
    return PageTable(replace(above.table, rows=(*upper, *rest)), (*above.edges, *edges))


def _is_cut(last: Edge, first: Edge, row: tuple[str, ...]) -> bool:
    """Whether a row that stands first on its page goes on with the last of the page before.

    Its key is empty, or no cell's first word had room on the last line of the cell above.
    """
    if not row[0]:
        return True
    return all(
        width == 0 or width > room for width, room in zip(first.widths, last.room, strict=True)
    )
