"""The body of a Word document, paragraph by paragraph and table by table."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.limits import MAX_TABLE_COLUMNS
from ingest.pages import Table
from ingest.readers.docx.numbering import Numbering
from ingest.readers.docx.package import MC, Element, W, is_on, number, value
from ingest.readers.docx.styles import Style, Styles
from ingest.readers.docx.text import inline
from ingest.readers.labels import is_numbered_text
from ingest.readers.left_out import DELETED
from ingest.readers.setting import Mark, Setting, numbered
from ingest.readers.tabbed import Typed, shown
from ingest.readers.tables import table_of

_CONTAINERS = {W + n for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")} | {
    MC + "AlternateContent",
    MC + "Choice",
}


@dataclass(slots=True)
class Body:
    """Walks a document once: numbers are counted, and warnings and notes gathered, on the way."""

    styles: Styles
    numbering: Numbering
    notes: list[tuple[str, str]] = field(default_factory=list)  # ("footnote", its id)
    warnings: set[str] = field(default_factory=set)
    setting: Setting = field(default_factory=Setting)
    _carried: str = ""  # the text of a paragraph whose end was deleted

    def parts(self, node: Element) -> Iterator[Typed | Table]:
        """The paragraphs and tables below an element that holds blocks."""
        for element in _children(node, W + "p", W + "tbl"):
            if element.tag == W + "p":
                yield from self._paragraph(element)
            else:
                yield from self._table(element)

    def _paragraph(self, element: Element) -> Iterator[Typed | Table]:
        properties = element.find(W + "pPr")
        found = inline(element, self.styles)
        self.warnings |= found.dropped
        self.notes += found.notes
        text, self._carried = self._carried + found.text, ""
        if _end_is_deleted(properties):
            self._carried = text
            return
        style = self.styles.of(properties)
        if text.strip() or not found.dropped:  # a paragraph that nobody sees takes no number
            yield from self.setting.typed(text, style, self._mark(style), bold=found.bold)
        for box in found.boxes:
            yield from self.parts(box)

    def _mark(self, style: Style) -> Mark:
        if style.list_id in (None, "0"):
            return Mark()
        depth = style.depth
        if depth is None:
            depth = self.numbering.level_of(style.list_id or "", style.style_id)
        return self.numbering.mark(style.list_id or "", depth)

    def _table(self, element: Element) -> Iterator[Typed | Table]:
        """A table; one of a single cell is a frame round paragraphs."""
        rows = [row for row in _children(element, W + "tr") if not self._is_deleted(row)]
        cells = [self._cells(row) for row in rows]
        self.setting.blank = True
        if len(cells) == 1 and len(cells[0]) == 1:
            yield from self.parts(cells[0][0])
        elif _is_numbered_text(cells):
            for number_cell, text_cell in cells:
                yield from numbered(self._cell(number_cell), self.parts(text_cell))
        elif rows:
            texts = [self._row(row, inside) for row, inside in zip(rows, cells, strict=True)]
            yield table_of(texts, header_rows=_header_rows(rows))
        self.setting.blank = True

    def _is_deleted(self, row: Element) -> bool:
        deleted = row.find(f"{W}trPr/{W}del") is not None
        if deleted:
            self.warnings.add(DELETED)
        return deleted

    def _cells(self, row: Element) -> list[Element]:
        cells = list(_children(row, W + "tc"))
        kept = [cell for cell in cells if cell.find(f"{W}tcPr/{W}cellDel") is None]
        if len(kept) < len(cells):
            self.warnings.add(DELETED)
        return kept

    def _row(self, row: Element, cells: list[Element]) -> list[str]:
        """A row's texts: a cell over several columns is followed by empty ones."""
        texts = [""] * _columns(row.find(f"{W}trPr/{W}gridBefore"), least=0)
        for cell in cells:
            text = self._cell(cell)
            width = _columns(cell.find(f"{W}tcPr/{W}gridSpan"), least=1)
            texts += [text, *[""] * (width - 1)]
        return texts

    def _cell(self, cell: Element) -> str:
        """A cell's text; a cell that goes on from the row above shows none of its own."""
        text = " ".join(shown(part) for part in self.parts(cell))
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        return "" if merged is not None and value(merged) != "restart" else text


def _children(node: Element, *tags: str) -> Iterator[Element]:
    """The children with these tags, also those within content controls and the like."""
    for element in node:
        if element.tag in tags:
            yield element
        elif element.tag in _CONTAINERS and not _is_prompt(element):
            yield from _children(element, *tags)


def _is_prompt(element: Element) -> bool:
    """Whether this is a form's field that still shows "Click here to enter text"."""
    return element.tag == W + "sdt" and is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr"))


def _end_is_deleted(properties: Element | None) -> bool:
    """Whether the paragraph's end is marked as deleted, so that the next one goes on from it."""
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _is_numbered_text(rows: list[list[Element]]) -> bool:
    """Whether a table is but numbered paragraphs: numbers on the left, text on the right."""
    if not rows or any(len(cells) != 2 for cells in rows):
        return False
    return is_numbered_text([[_typed_text(cell) for cell in cells] for cells in rows])


def _typed_text(cell: Element) -> str:
    return "".join(text.text or "" for text in cell.iter(W + "t"))


def _columns(element: Element | None, *, least: int) -> int:
    return min(max(number(element) or 0, least), MAX_TABLE_COLUMNS)


def _header_rows(rows: list[Element]) -> int:
    """How many rows at the top are marked to be repeated on every page."""
    marked = [is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows]
    return marked.index(False) if False in marked else 0
