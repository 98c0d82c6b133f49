"""Tables typed with tabs: adjoining paragraphs that hold tabs become rows of one table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.pages import Para, Table
from ingest.readers.clean import clean
from ingest.readers.labels import is_bullet, is_label, is_numbered_text
from ingest.readers.tables import table_of

_LONGEST_ROW = 40  # words, where it is all there is of a table


@dataclass(frozen=True, slots=True)
class Typed:
    """A paragraph whose text may still hold tabs; ``blank`` where an empty line stands above it."""

    para: Para
    blank: bool = False


def parts_of(paragraphs: Iterable[Typed]) -> Iterator[Para | Table]:
    """Paragraphs and tables in order: every word of the paragraphs, cleaned, none of the tabs.

    A run of tabbed paragraphs with no empty line within it is a table when it has two rows of two
    cells, or one row of three; "1.", tab and text is a numbered paragraph, however many follow.
    """
    for run in _runs(paragraphs):
        if _is_table(run):
            rows = table_of([_cells(typed) for typed in run], run[0].para.page)
            yield replace(rows, typed=True)
        else:
            yield from (replace(typed.para, text=clean(typed.para.text)) for typed in run)


def joined_parts(found: Iterable[Typed | Table]) -> Iterator[Para | Table]:
    """As `parts_of`, for paragraphs among which real tables stand, if only to set out numbers."""
    typed: list[Typed] = []
    for part in found:
        if isinstance(part, Typed):
            typed.append(part)
            continue
        yield from parts_of(typed)
        typed = []
        yield from _numbered(part) if is_numbered_text(part.rows) else [part]
    yield from parts_of(typed)


def _numbered(table: Table) -> Iterator[Para]:
    """A table that only sets out numbered paragraphs, as those."""
    return (Para(" ".join(filter(None, row)), table.page) for row in table.rows)


def shown(part: Typed | Table) -> str:
    """A part on one line, as it reads within a table's cell: the mark before it printed."""
    if isinstance(part, Table):
        return " ".join(cell for row in part.rows for cell in row if cell)
    mark = "•" if part.para.bullet else part.para.label
    return f"{mark} {part.para.text}" if mark else part.para.text


def _runs(paragraphs: Iterable[Typed]) -> Iterator[list[Typed]]:
    """Each run of paragraphs that may be one table; a run of one for all others."""
    run: list[Typed] = []
    for typed in paragraphs:
        if run and not (_goes_on(typed) and _is_row(run[-1]) and not _is_bulleted(typed)):
            yield run
            run = []
        run.append(typed)
        if _is_bulleted(typed) or (len(run) == 1 and _is_numbered(typed)):
            yield run
            run = []
    if run:
        yield run


def _is_row(typed: Typed) -> bool:
    para = typed.para
    return "\t" in para.text and not (para.label or para.heading or para.bullet)


def _goes_on(typed: Typed) -> bool:
    return _is_row(typed) and not typed.blank


def _is_table(run: list[Typed]) -> bool:
    if not _is_row(run[0]) or _is_bulleted(run[0]) or (len(run) == 1 and _is_prose(run[0])):
        return False
    filled = [sum(map(bool, _cells(typed))) for typed in run if _is_row(typed)]
    return sum(count >= 2 for count in filled) >= 2 or max(filled, default=0) >= 3


def _is_prose(typed: Typed) -> bool:
    """Whether this is too long for a row: there are only some wide gaps in it."""
    return len(typed.para.text.split()) > _LONGEST_ROW


def _is_bulleted(typed: Typed) -> bool:
    """Whether this is a list item with a tab behind its bullet."""
    if "\t" not in typed.para.text:
        return False
    filled = [cell for cell in _cells(typed) if cell]
    return len(filled) > 1 and is_bullet(filled[0])


def _is_numbered(typed: Typed) -> bool:
    """Whether this is a numbered paragraph with a tab behind its number."""
    if "\t" not in typed.para.text:
        return False
    filled = [cell for cell in _cells(typed) if cell]
    if len(filled) != 2 or not is_label(filled[0]):
        return False
    return any(letter.isalpha() for letter in filled[1])


def _cells(typed: Typed) -> list[str]:
    return [clean(cell) for cell in typed.para.text.split("\t")]
