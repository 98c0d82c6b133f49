"""Rows of a table without rules whose cells the PDF gives one after another, each of some lines."""

from dataclasses import replace

from ingest.readers.pdf.hyphens import Hyphens
from ingest.readers.pdf.lines import Cell, Line, asides
from ingest.readers.pdf.order import Placed, placed

_LEVEL = 0.4  # of the type size: lines that stand as high as each other
_MOST = 6  # lines: what is longer is a column of text


def rows_beside(page: list[Placed], hyphens: Hyphens) -> list[Placed]:
    """A page's parts, the cells of each such row as the cells of one line.

    Such a row shows in the order of the file: after a cell's last line it goes back up, to the
    right, to the first line of the next cell.
    """
    made: list[Placed] = []
    at = 0
    while at < len(page):
        end = _row_end(page, at)
        lines = [part.item for part in page[at:end] if isinstance(part.item, Line)]
        row = _row(lines, hyphens) if end - at > 1 else None
        made.append(page[at] if row is None else _placed_row(row, lines))
        at += 1 if row is None else end - at
    return made


def _row_end(page: list[Placed], at: int) -> int:
    """Where the row ends that begins at a part; just behind the part if none does."""
    first = page[at].item
    if not isinstance(first, Line):
        return at + 1
    end, risen, column = at + 1, False, first.x0
    while end < len(page):
        above, line = page[end - 1].item, page[end].item
        if not (isinstance(line, Line) and isinstance(above, Line)):
            break
        if _rises(above, line):
            if line.y > first.top + _LEVEL * line.size or not (risen or _is_level(first, line)):
                break
            risen, column = True, line.x0
        elif not _stays(above, line, column) or (not risen and end - at >= _MOST):
            break
        end += 1
    return end if risen else at + 1


def _rises(above: Line, line: Line) -> bool:
    """Whether a line stands higher than the one before it in the file, or beside it."""
    return line.y > above.y - _LEVEL * line.size and line.x0 > above.x0 + line.size


def _is_level(first: Line, line: Line) -> bool:
    return abs(first.top - line.top) < _LEVEL * line.size


def _stays(above: Line, line: Line, column: float) -> bool:
    """Whether a line stands close under the one before it, in the same column."""
    return line.x0 > column - 2 and 0 < above.y - line.y < 1.6 * line.size


def _row(lines: list[Line], hyphens: Hyphens) -> Line | None:
    """The lines of a row as one line; None if they are not parted into columns."""
    columns: list[list[Cell]] = []
    for cell in sorted((cell for line in lines for cell in line.cells), key=lambda c: c.x0):
        if columns and cell.x0 < max(other.x1 for other in columns[-1]) + 1:
            columns[-1].append(cell)
        else:
            columns.append([cell])
    if len(columns) < 2 or max(map(len, columns)) > _MOST:
        return None
    order = {id(cell): n for n, cell in enumerate(c for line in lines for c in line.cells)}
    cells = [_cell(sorted(column, key=lambda c: order[id(c)]), hyphens) for column in columns]
    first = cells[0]
    top = max(line.y for line in lines)
    return replace(
        lines[0], cells=(replace(first, tabs=0), *cells[1:]), y=min(line.y for line in lines),
        top=top, bold=all(line.bold for line in lines), aside=asides(lines),
    )  # fmt: skip


def _cell(pieces: list[Cell], hyphens: Hyphens) -> Cell:
    text = ""
    for piece in pieces:
        text = hyphens.joined(text, piece.text)
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    return Cell(hyphens.ended(text), left, right, pieces[0].first, tabs=1)


def _placed_row(row: Line, lines: list[Line]) -> Placed:
    return Placed(row, max(placed(line).top for line in lines), row.y)
