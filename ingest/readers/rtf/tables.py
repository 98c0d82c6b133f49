"""Tables of a Rich Text file: rows that say where each of their cells ends, made square."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.limits import MAX_TABLE_COLUMNS
from ingest.pages import Table
from ingest.readers.labels import is_numbered_text
from ingest.readers.setting import numbered
from ingest.readers.tabbed import Typed, shown
from ingest.readers.tables import table_of

_SAME = 60  # twentieths of a point by which the ends of one column may differ
Cell = list[Typed | Table]


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a cell ends, and whether it is but part of the one before it or above it."""

    right: int
    of_left: bool = False
    of_above: bool = False


@dataclass(slots=True)
class Definition:
    """What a row says of its cells, from one ``\\trowd`` to the next."""

    edges: list[Edge] = field(default_factory=list)
    left: int = 0
    header: bool = False
    first: bool = True  # where the row does not say which it is, it may be
    last: bool = False
    _of_left: bool = False
    _of_above: bool = False

    def word(self, name: str, value: int | None) -> None:
        """Take a control word."""
        if name == "cellx":
            self.edges.append(Edge(value or 0, self._of_left, self._of_above))
            self._of_left = self._of_above = False
        elif name == "clmrg":
            self._of_left = True
        elif name == "clvmrg":
            self._of_above = True
        elif name == "trleft":
            self.left = value or 0
        elif name == "trhdr":
            self.header = True
        elif name == "irow":
            self.first = value == 0
        elif name == "lastrow":
            self.last = True


WORDS = frozenset("cellx clmrg clvmrg trleft trhdr irow lastrow".split())


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells, each with what stands in it."""

    cells: list[Cell]
    definition: Definition


def parts_of(rows: Sequence[Row]) -> Iterator[Typed | Table]:
    """A table; one of a single cell is a frame round paragraphs, and so are numbers and texts."""
    if len(rows) == 1 and len(rows[0].cells) == 1:
        yield from rows[0].cells[0]
    elif _is_numbered_text(rows):
        for row in rows:
            yield from numbered(_text(row.cells[0]), row.cells[1])
    elif rows:
        yield table_of(_squared(rows), header_rows=_header_rows(rows))


def _is_numbered_text(rows: Sequence[Row]) -> bool:
    if any(len(row.cells) != 2 for row in rows):
        return False
    return is_numbered_text([[_text(cell) for cell in row.cells] for row in rows])


def _text(cell: Cell) -> str:
    return " ".join(shown(part) for part in cell)


def _squared(rows: Sequence[Row]) -> Iterator[list[str]]:
    """Each row's texts at their columns: a cell over several columns is followed by empty ones."""
    columns = _columns(rows)
    for row in rows:
        line = [""] * _columns_before(row, columns)
        for text, edge in zip(_texts(row), _edges(row), strict=True):
            end = len(line) + 1 if edge is None else bisect_right(columns, edge.right)
            line += [text, *[""] * (end - len(line) - 1)]
        yield line


def _columns(rows: Sequence[Row]) -> list[int]:
    """Where the table's columns end; none where it has more than can be told apart."""
    columns: list[int] = []
    for right in sorted({edge.right for row in rows for edge in _edges(row) if edge is not None}):
        if not columns or right > columns[-1] + _SAME:
            columns.append(right)
    return columns if len(columns) <= MAX_TABLE_COLUMNS else []


def _columns_before(row: Row, columns: Sequence[int]) -> int:
    """How many columns end before the row begins."""
    if not row.definition.edges:
        return 0
    own = bisect_right(columns, row.definition.edges[0].right) - 1
    return max(0, min(own, bisect_right(columns, row.definition.left + _SAME)))


def _edges(row: Row) -> Iterable[Edge | None]:
    """The edge of each cell; None for cells that the row says nothing of."""
    edges = row.definition.edges[: len(row.cells)]
    return [*edges, *[None] * (len(row.cells) - len(edges))]


def _texts(row: Row) -> list[str]:
    """The cells' texts: what is merged stands in the first cell, or in that above."""
    texts: list[str] = []
    owner = 0
    for place, (cell, edge) in enumerate(zip(row.cells, _edges(row), strict=True)):
        text = _text(cell)
        if edge is None or not (edge.of_left or edge.of_above):
            owner = place
        elif edge.of_left and place:
            texts[owner] = f"{texts[owner]} {text}"
        texts.append(text if owner == place and not (edge and edge.of_above) else "")
    return texts


def _header_rows(rows: Sequence[Row]) -> int:
    """How many rows at the top are marked to be repeated on every page."""
    marked = [row.definition.header for row in rows]
    return marked.index(False) if False in marked else 0
