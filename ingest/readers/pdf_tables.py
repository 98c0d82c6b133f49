"""Ruled tables of a PDF: the words within a grid as rows of cells, across the ends of pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.pages import Table
from ingest.readers.pdf_grid import Grid, middle
from ingest.readers.pdf_hyphens import Hyphens
from ingest.readers.pdf_lines import rows, said
from ingest.readers.pdf_words import Word
from ingest.readers.tables import table_of

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A grid with the words in each of its cells."""

    grid: Grid
    words: dict[tuple[int, int], list[Word]]

    def table(self, page: int, hyphens: Hyphens) -> Table:
        """The cells' texts in rows."""
        texts = {place: _cell_text(found, hyphens) for place, found in self.words.items()}
        columns = range(self.grid.columns)
        lines = [[texts.get((row, n), "") for n in columns] for row in range(self.grid.rows)]
        return table_of(_without_empty(lines), page)


def ruled(grids: list[Grid], words: list[Word]) -> Iterator[Word | Ruled]:
    """The words of a page in order, a table in place of the words that stand in its cells.

    A grid with words in one cell only is a frame, and its words stay where they are.
    """
    owners = [_owner(grids, word) for word in words]
    filled: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for grid, place in filter(None, owners):
        filled[grid].add(place)
    real = [n for n, places in filled.items() if len(places) > 1]
    tables = {n: Ruled(grids[n], defaultdict(list)) for n in real}
    begun: set[int] = set()
    for word, owner in zip(words, owners, strict=True):
        if owner is None or owner[0] not in tables:
            yield word
            continue
        grid, place = owner
        tables[grid].words[place].append(word)
        if grid not in begun:
            begun.add(grid)
            yield tables[grid]


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


def _without_empty(lines: list[list[str]]) -> list[list[str]]:
    """The rows and columns in which something stands; double rules leave empty ones between."""
    kept = [n for n in range(len(lines[0])) if any(line[n] for line in lines)]
    return [[line[n] for n in kept] for line in lines if any(line)]


def mended(found: Iterable[Part | Table]) -> Iterator[Part | Table]:
    """Tables that go on from the page before, with nothing between, joined to what they go on."""
    table: Table | None = None
    page = 0
    for part in found:
        joined = _one_table(table, part, page + 1)
        if joined is not None:
            table, page = joined, page + 1
            continue
        if table is not None:
            yield table
        table, page = (part, part.page or 0) if isinstance(part, Table) else (None, 0)
        if table is None:
            yield part
    if table is not None:
        yield table


def _one_table(above: object, below: object, page: int) -> Table | None:
    """Two tables as the one that a page's end cut, heads repeated on the second page left out.

    None if the second is not on the page after the first, or their columns differ in number.
    """
    if not isinstance(above, Table) or not isinstance(below, Table) or below.page != page:
        return None
    if len(below.rows[0]) != len(above.rows[0]):
        return None
    rest = below.rows[1:] if below.rows[0] == above.rows[0] else below.rows
    if rest and _is_cut_off(rest[0]) and len(above.rows) > 1:
        last = tuple(
            f"{upper} {lower}".strip() for upper, lower in zip(above.rows[-1], rest[0], strict=True)
        )
        return replace(above, rows=(*above.rows[:-1], last, *rest[1:]))
    return replace(above, rows=(*above.rows, *rest))


def _is_cut_off(row: tuple[str, ...]) -> bool:
    """Whether a row that stands first on its page goes on with the last of the page before."""
    return not row[0] and any(row)
