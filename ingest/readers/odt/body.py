"""The body of an OpenDocument text, paragraph by paragraph, list by list and table by table."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.pages import Table
from ingest.readers.labels import is_numbered_text
from ingest.readers.left_out import HIDDEN
from ingest.readers.odt.lists import Lists, Place
from ingest.readers.odt.package import DRAW, OFFICE, TABLE, TEXT, Element, number, truth
from ingest.readers.odt.styles import DEEPEST, Style, Styles
from ingest.readers.odt.tables import Row, header_rows, is_covered, laid_out, rows_of
from ingest.readers.odt.text import inline
from ingest.readers.setting import Mark, Setting, numbered
from ingest.readers.tabbed import Typed, shown
from ingest.readers.tables import table_of

_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_CONTAINERS = {TEXT + name for name in (
    "section", "index-body", "index-title", "table-of-content", "illustration-index",
    "table-index", "object-index", "user-index", "alphabetical-index", "bibliography",
)} | {OFFICE + "text"}  # fmt: skip
_PICTURES = {DRAW + name for name in ("object", "object-ole", "image", "plugin", "applet")}


@dataclass(slots=True)
class Body:
    """Walks a document once: items are counted, and warnings and notes gathered, on the way."""

    styles: Styles
    lists: Lists
    notes: list[Element] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)
    setting: Setting = field(default_factory=Setting)

    def parts(self, node: Element) -> Iterator[Typed | Table]:
        """The paragraphs and tables below an element that holds blocks."""
        for element in node:
            yield from self._block(element)

    def _block(self, element: Element) -> Iterator[Typed | Table]:
        tag = str(element.tag)
        if tag in _PARAGRAPHS:
            yield from self._paragraph(element)
        elif tag == TEXT + "list":
            yield from self._list(element, self.lists.enter(element, None))
        elif tag == TEXT + "numbered-paragraph":
            yield from self._item(element, self.lists.numbered(element))
        elif tag == TABLE + "table":
            yield from self._table(element)
        elif _holds_blocks(tag) and not self._is_unseen(element):
            yield from self.parts(element)

    def _list(self, element: Element, place: Place) -> Iterator[Typed | Table]:
        for item in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            yield from self._item(item, place)

    def _item(self, item: Element, place: Place) -> Iterator[Typed | Table]:
        """An item's parts: the number stands before its first paragraph that is seen."""
        waiting = item.tag != TEXT + "list-header"
        first = True
        for element in item:
            if element.tag == TEXT + "list":
                inner = self.lists.enter(element, place, first=first)
                yield from self._list(element, inner)
            elif element.tag in _PARAGRAPHS:
                yield from self._paragraph(element, (place, item) if waiting else None, listed=True)
                waiting = False
            else:
                yield from self._block(element)
            first = first and element.tag not in _PARAGRAPHS

    def _paragraph(
        self, element: Element, item: tuple[Place, Element] | None = None, *, listed: bool = False
    ) -> Iterator[Typed | Table]:
        found = inline(element, self.styles)
        self.warnings |= found.dropped
        self.notes += found.notes
        look = _outlined(element, self.styles.paragraph(element))
        if found.text.strip() or not found.dropped:  # what nobody sees takes no number
            mark = self._mark(element, look, item, listed=listed)
            yield from self.setting.typed(found.text, look, mark, bold=found.bold)
        for box in found.boxes:
            yield from self._block(box)

    def _mark(
        self, element: Element, look: Style, item: tuple[Place, Element] | None, *, listed: bool
    ) -> Mark:
        if truth(element, TEXT + "is-list-header"):
            return Mark()
        if item is not None:
            return self.lists.mark(*item)
        if look.heading and look.list_name is None and not listed:
            return self.lists.heading(element, look.heading)
        return Mark()

    def _table(self, element: Element) -> Iterator[Typed | Table]:
        """A table; one of a single cell is a frame round paragraphs."""
        rows = [row for row in rows_of(element) if not (row.hidden and self._drop(row.element))]
        cells = [[cell for cell in row.cells if not is_covered(cell)] for row in rows]
        self.setting.blank = True
        if len(cells) == 1 and len(cells[0]) == 1:
            yield from self.parts(cells[0][0])
        elif _is_numbered_text(cells):
            for label, text in cells:
                yield from numbered(self._cell(label), self.parts(text))
        elif rows:
            texts = [self._row(row) for row in rows]
            yield table_of(laid_out(rows, texts), header_rows=header_rows(rows))
        self.setting.blank = True

    def _row(self, row: Row) -> list[str]:
        return ["" if is_covered(cell) and self._drop(cell) else self._cell(cell)
                for cell in row.cells]  # fmt: skip

    def _cell(self, cell: Element) -> str:
        return " ".join(shown(part) for part in self.parts(cell))

    def _is_unseen(self, element: Element) -> bool:
        """Whether a section is hidden; and if so, drop it."""
        display = element.get(TEXT + "display")
        conditional = display == "condition" and truth(element, TEXT + "is-hidden")
        return bool(display == "none" or conditional) and self._drop(element)

    def _drop(self, element: Element) -> bool:
        """Leave out an element, with a warning if it holds text."""
        if plain(element).strip():
            self.warnings.add(HIDDEN)
        return True


def _holds_blocks(tag: str) -> bool:
    return tag in _CONTAINERS or (tag.startswith(DRAW) and tag not in _PICTURES)


def _outlined(element: Element, look: Style) -> Style:
    """A heading's look: its own level comes before its style's."""
    level = number(element, TEXT + "outline-level")
    if element.tag != TEXT + "h" or not level or level < 1:
        return look
    return Style(heading=min(level, DEEPEST)).over(look)


def _is_numbered_text(rows: list[list[Element]]) -> bool:
    """Whether a table is but numbered paragraphs: numbers on the left, text on the right."""
    if not rows or any(len(cells) != 2 for cells in rows):
        return False
    return is_numbered_text([[plain(cell) for cell in cells] for cells in rows])


def plain(element: Element) -> str:
    """All text within an element, seen or not."""
    return "".join(str(text) for text in element.itertext())
