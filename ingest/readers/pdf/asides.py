"""Notes in a column of their own beside the text, such as who is to act on a minute."""

from collections.abc import Iterable
from dataclasses import replace
from statistics import median

from ingest.readers.pdf.lines import Cell, Line

_FEWEST = 3
_MOST = 0.35  # of the lines: a column that is fuller is part of a table
_NARROW = 0.22  # of the text's width
_ALIGNED = 3.0  # points
_EDGE = 0.12  # of the page's width, at its right
_CROSSING = 0.03  # of the lines that may reach into the column, such as a title


Changed = dict[int, Line | None]  # by the ``id()`` of the line that was; None where it is gone


def with_asides(lines: list[Line]) -> Changed:
    """The lines that have a note beside them, with the note put apart as their ``aside``.

    A line that is nothing but a note goes to the line it is level with.
    """
    start = _column(lines)
    if start is None:
        return {}
    made: dict[int, Line] = {}
    loose: list[Line] = []
    for line in lines:
        text = tuple(cell for cell in line.cells if not _is_note(cell, line, start))
        note = " ".join(cell.text for cell in line.cells[len(text) :])
        if text:
            room = line.cells[len(text)].x0 if note else None
            made[id(line)] = replace(line, cells=text, aside=note, room=room)
        else:
            loose.append(line)
    return made | _beside(made, loose)


def _is_note(cell: Cell, line: Line, start: float) -> bool:
    """Whether a cell stands in the column: apart from the text, or alone on its line."""
    alone = cell is line.cells[0] and cell.x1 - start < _NARROW * start
    return cell.x0 >= start - _ALIGNED and (alone or cell is not line.cells[0])


def _column(lines: list[Line]) -> float | None:
    """Where the column begins; None if there is none.

    It begins where next to no other line reaches, is narrow, and is empty beside most lines; or it
    is the outermost part of the page, where short notes in letters follow a gap.
    """
    for start in sorted({round(line.cells[-1].x0, 1) for line in lines}):
        noted = [line for line in lines if abs(line.cells[-1].x0 - start) <= _ALIGNED]
        if _FEWEST <= len(noted) <= _MOST * len(lines) and _is_apart(lines, start):
            return start
    return _outermost(lines)


def _is_apart(lines: list[Line], start: float) -> bool:
    cells = [cell for line in lines for cell in line.cells]
    text = [cell for cell in cells if cell.x0 < start - _ALIGNED]
    notes = [cell for cell in cells if cell.x0 >= start - _ALIGNED]
    crossing = sum(cell.x1 > start for cell in text)
    if not text or crossing > _CROSSING * len(lines):
        return False
    left = min(cell.x0 for cell in text)
    narrow = median(cell.x1 - cell.x0 for cell in notes) < _NARROW * (start - left)
    return narrow and start - left > 200


def _outermost(lines: list[Line]) -> float | None:
    left = min((line.x0 for line in lines), default=0)
    right = max((line.x1 for line in lines), default=0)
    start = right - _EDGE * (right - left)
    last = [line.cells[-1] for line in lines if len(line.cells) > 1]
    notes = [cell for cell in last if cell.x0 >= start]
    if not _FEWEST <= len(notes) <= _MOST * len(lines) or len(notes) * 2 < len(last):
        return None
    return min(cell.x0 for cell in notes) if all(map(_is_worded, notes)) else None


def _is_worded(cell: Cell) -> bool:
    """Whether a cell is a short note and no figure."""
    letters = sum(map(str.isalpha, cell.text))
    return letters > 0 and not any(map(str.isdigit, cell.text)) and len(cell.text) <= 16


def _beside(lines: dict[int, Line], loose: Iterable[Line]) -> Changed:
    """What becomes of lines when notes that the file gives apart are put beside them."""
    changed: Changed = {}
    for note in loose:
        level = [n for n, line in lines.items() if line.page == note.page]
        if not level:
            continue
        nearest = min(level, key=lambda n: abs(lines[n].y - note.y))
        line = changed.get(nearest) or lines[nearest]
        changed[nearest] = replace(line, aside=f"{line.aside} {note.text}".strip())
        changed[id(note)] = None
    return changed
