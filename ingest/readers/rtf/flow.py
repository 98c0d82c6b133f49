"""Text as it gathers into paragraphs, cells, rows and tables."""

from dataclasses import dataclass, field

from ingest.pages import Table
from ingest.readers.clean import clean
from ingest.readers.left_out import DELETED, HIDDEN
from ingest.readers.rtf.fonts import whole
from ingest.readers.rtf.groups import Group, Layout, Letters
from ingest.readers.rtf.lists import Lists
from ingest.readers.rtf.styles import Styles
from ingest.readers.rtf.tables import Cell, Definition, Row, parts_of
from ingest.readers.setting import Mark, Setting
from ingest.readers.tabbed import Typed

_DEEPEST = 30  # tables within tables that are told apart


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph's layout, with what its style makes of it."""

    style_id: str
    heading: int | None
    before: int | None
    after: int | None
    tight: bool | None


@dataclass(slots=True)
class Context:
    """What all of a document's flows share."""

    styles: Styles = field(default_factory=Styles)
    lists: Lists = field(default_factory=Lists)
    warnings: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _OpenTable:
    rows: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)  # of the row that is being written
    cell: Cell = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """A body, header, footnote or text box: a sink whose text becomes ``parts``."""

    context: Context
    around: "Flow | None" = None  # what a text box hangs on
    parts: list[Typed | Table] = field(default_factory=list)
    boxes: list[Typed | Table] = field(default_factory=list)  # those of the paragraph being written
    _text: list[str] = field(default_factory=list)
    _seen: bool = False  # whether any of it can be seen
    _light: bool = False  # whether any letter gathered is not bold
    _dropped: bool = False  # whether text of this paragraph was left out
    _row_dropped: bool = False
    _layout: Layout = field(default_factory=Layout)  # of the last run
    _label: str | None = None  # as printed before the paragraph; empty for one that has none
    _tables: list[_OpenTable] = field(default_factory=list)
    _row: Definition = field(default_factory=Definition)
    _nested_row: Definition = field(default_factory=Definition)
    _setting: Setting = field(default_factory=Setting)

    def add(self, text: str, group: Group) -> None:
        """Take a run of the paragraph's text."""
        letters = group.letters
        if letters.hidden or letters.deleted:
            self._drop(text, letters)
            return
        self._text.append(text)
        self._layout = group.layout
        self._seen = self._seen or not text.isspace()
        if not letters.bold and not self._light:
            self._light = any(map(str.isalnum, text))

    def close(self) -> None:
        """Finish what is open, as a file may end without a paragraph's end."""
        self.end_section()
        self._place(0).extend(self.boxes)
        if self.around is not None:
            self.around.boxes += self.parts

    @property
    def written(self) -> int:
        """Grows with every run that is added."""
        return len(self._text)

    def label(self, printed: str) -> None:
        """Take the number or bullet that is printed before the paragraph; the first one counts."""
        self._label = self._label or clean(printed)

    def end_paragraph(self, group: Group) -> None:
        """End the paragraph; one whose end is marked as deleted goes on in the next."""
        if group.letters.deleted:
            self._label = self._label if self._seen else None
            return
        self._end(group.layout, self._depth(group.layout))

    def end_section(self) -> None:
        """End what is open, as a section may without a paragraph's end."""
        if self._text:
            self._end(self._layout, self._depth(self._layout))
        self._shut(0)

    def end_cell(self, group: Group, depth: int) -> None:
        """End a cell of the table at a depth, from 1."""
        self._end(group.layout, depth)
        table = self._tables[-1]
        table.cells.append(table.cell)
        table.cell = []

    def end_row(self, depth: int) -> None:
        """End a row of the table at a depth, from 1; of the innermost if none is that deep."""
        depth = min(depth, max(len(self._tables), 1))
        if self._text:
            self._end(self._layout, depth)
        self._shut(depth)
        if len(self._tables) == depth:
            self._finish_row(self._tables[-1], self.definition(nested=depth > 1))

    def define(self, *, nested: bool) -> None:
        """Begin what a row says of its cells."""
        if nested:
            self._nested_row = Definition()
        else:
            self._row = Definition()

    def definition(self, *, nested: bool) -> Definition:
        """What the row says of its cells."""
        return self._nested_row if nested else self._row

    def _drop(self, text: str, letters: Letters) -> None:
        if text.strip():
            self._dropped = self._row_dropped = True
            self.context.warnings.add(DELETED if letters.deleted else HIDDEN)

    def _end(self, layout: Layout, depth: int) -> None:
        """The paragraph that has gathered goes to the body or to the cell it stands in."""
        text = whole("".join(self._text))
        place = self._place(min(depth, _DEEPEST))
        if text.strip() or not self._dropped:  # a paragraph that nobody sees takes no number
            look, mark = self._look(layout), self._mark(layout)
            place += self._setting.typed(text, look, mark, bold=not self._light)
        place += self.boxes
        self._text, self.boxes, self._label = [], [], None
        self._seen = self._light = self._dropped = False
        self._row_dropped = self._row_dropped and bool(self._tables)

    def _depth(self, layout: Layout) -> int:
        """How deep in tables a paragraph stands: in a row that is begun, whatever it says."""
        begun = bool(self._tables and self._tables[0].cells)
        return max(layout.depth, int(begun))

    def _look(self, layout: Layout) -> _Look:
        heading = self.context.styles.heading(layout)
        return _Look(str(layout.style), heading, layout.before, layout.after, layout.tight)

    def _mark(self, layout: Layout) -> Mark:
        """What is printed before the paragraph; counted from the list tables if it is not."""
        counted = Mark()
        if layout.list_id:
            numbering = self.context.lists.numbering
            counted = numbering.mark(str(layout.list_id), layout.list_depth)
        if self._label is None:
            return counted
        if counted.bullet or _is_bullet(self._label):
            return Mark(bullet=True)
        return Mark(self._label or None)

    def _place(self, depth: int) -> list[Typed | Table]:
        """Where a paragraph at a depth goes, tables ended and begun as that asks for."""
        self._shut(depth)
        while len(self._tables) < depth:
            self._tables.append(_OpenTable())
            self._setting.blank = True
        return self._tables[-1].cell if self._tables else self.parts

    def _shut(self, depth: int) -> None:
        """End the tables that are deeper."""
        while len(self._tables) > depth:
            table = self._tables.pop()
            self._finish_row(table, self.definition(nested=bool(self._tables)))
            around = self._tables[-1].cell if self._tables else self.parts
            around += parts_of(table.rows)
            self._setting.blank = True

    def _finish_row(self, table: _OpenTable, definition: Definition) -> None:
        if table.cell:
            table.cells.append(table.cell)
        cells, table.cells, table.cell = table.cells, [], []
        gone = self._row_dropped and not any(cells)
        self._row_dropped = False
        if not cells or gone:
            return
        if definition.first and table.rows and table.rows[-1].definition.last:
            self._begin_anew(table)
        # LibreOffice ends one cell more than there are, behind a table within the last one.
        while len(cells) > len(definition.edges) > 0 and not cells[-1]:
            cells.pop()
        table.rows.append(Row(cells, definition))

    def _begin_anew(self, table: _OpenTable) -> None:
        """A table that stands straight below another."""
        if len(self._tables) == 1 and table is self._tables[0]:
            self.parts += parts_of(table.rows)
            table.rows = []


def _is_bullet(printed: str) -> bool:
    """Whether what is printed before a paragraph is a sign; "o" is one that Word draws."""
    return printed == "o" or bool(printed and not any(map(str.isalnum, printed)))
