"""The body of a web page, element by element, as a browser would set it out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

from index.blacked_out import WARNING as BLACKED_OUT
from index.blacked_out import sign_after
from ingest.pages import Para, Table
from ingest.readers.clean import visible
from ingest.readers.colours import is_dark
from ingest.readers.headings import BOLD_LEVEL, may_be_heading
from ingest.readers.html.lists import is_bare, marks
from ingest.readers.html.painted import unseen_on
from ingest.readers.html.tables import cells_of, header_rows, is_layout, rows_of, squared
from ingest.readers.left_out import DELETED, HIDDEN
from ingest.readers.lines import broken
from ingest.readers.tabbed import Typed, shown
from ingest.readers.tables import table_of
from ingest.readers.text import paragraphs

_SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dl", "fieldset", "hr", "figure"}
_BLOCKS = _SPACED | {
    "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dt",
    "figcaption", "footer", "form", "header", "legend", "li", "main", "section", "summary", "tr",
    "tbody", "td", "th", "thead", "tfoot",
}  # fmt: skip
_UNREAD = {
    "script", "style", "template", "noscript", "head", "title", "nav", "svg", "object", "iframe",
    "select", "button", "textarea", "input", "audio", "video", "canvas", "map", "math", "noframes",
}  # fmt: skip
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])(?:opacity|font-size)\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
_UNSEEN_CLASSES = {"mghide", "sr-only", "visually-hidden", "screen-reader-text"}
_COOKIES = re.compile(r"(?i)cookie[-_]?\w*[-_]?(?:banner|consent|notice|bar|message|popup|warning)")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NO_SPACE_BELOW = re.compile(r"margin-bottom\s*:\s*0|margin\s*:\s*0(?:cm|pt|px|in)?\s*(?:;|$)")
_HEADING = re.compile(r"h([1-6])$")
_SOURCE_LINES = re.compile(r"[ \t\r\f]*\n[ \t\r\f\n]*")  # white space of the file, not of the page


@dataclass(slots=True)
class Body:
    """Walks a page once; text gathers until a block ends, and then becomes a paragraph."""

    warnings: set[str] = field(default_factory=set)
    _text: list[str] = field(default_factory=list)
    _written: int = 0  # paragraphs and tables so far
    _bold: int = 0  # how many bold elements are open
    _light: bool = False  # whether any letter gathered is not bold
    _heading: int | None = None
    _label: str | None = None
    _bullet: bool = False
    _gap: bool = True  # whether white space stands above the paragraph to come
    _blank: bool = True  # whether an empty paragraph does
    _close: bool = False  # whether the paragraph above asked for no space below it

    def parts(self, node: html.HtmlElement) -> Iterator[Typed | Table]:
        """The paragraphs and tables within an element."""
        yield from self._within(node)
        yield from self._flush()

    def _within(self, node: html.HtmlElement) -> Iterator[Typed | Table]:
        self._add(node.text)
        for child in node:
            if not self._is_unseen(child):
                yield from self._element(child)
            self._add(child.tail)

    def _element(self, element: html.HtmlElement) -> Iterator[Typed | Table]:
        if element.tag == "br":
            self._text.append("\n")
        elif element.tag in ("pre", "listing", "xmp", "plaintext"):
            yield from self._preformatted(element)
        elif element.tag in ("ol", "ul", "menu", "dir"):
            yield from self._list(element)
        elif element.tag == "table":
            yield from self._table(element)
        elif element.tag in _BLOCKS:
            yield from self._block(element)
        else:
            yield from self._inline(element)

    def _inline(self, element: html.HtmlElement) -> Iterator[Typed | Table]:
        bold = element.tag in ("b", "strong") or _says(element, _BOLD)
        self._bold += bold
        yield from self._within(element)
        self._bold -= bold

    def _block(self, element: html.HtmlElement) -> Iterator[Typed | Table]:
        yield from self._flush()
        spaced, level = element.tag in _SPACED, _HEADING.match(str(element.tag))
        self._gap |= spaced and not self._close
        outer, written = self._heading, self._written
        self._heading = int(level[1]) if level else outer
        yield from self._inline(element)
        yield from self._flush()
        self._heading = outer
        if spaced:
            self._leave(element, empty=written == self._written)

    def _leave(self, element: html.HtmlElement, *, empty: bool) -> None:
        self._close = _says(element, _NO_SPACE_BELOW)
        self._blank |= empty and element.tag == "p"
        self._gap |= self._blank or not self._close

    def _list(self, items: html.HtmlElement) -> Iterator[Typed | Table]:
        yield from self._flush()
        self._gap = True
        for item, label in marks(items):
            self._label, self._bullet = label, label is None and not is_bare(items)
            yield from self._inline(item)
            yield from self._flush()
            self._label, self._bullet = None, False
        self._gap = True

    def _preformatted(self, element: html.HtmlElement) -> Iterator[Typed | Table]:
        """Text set as typed: its line ends and tabs count."""
        yield from self._flush()
        for typed in paragraphs(str(element.text_content())):
            self._written += 1
            yield typed
        self._gap = self._blank = True

    def _table(self, table: html.HtmlElement) -> Iterator[Typed | Table]:
        yield from self._flush()
        for caption in table.iterchildren("caption"):
            yield from self._block(caption)
        rows = rows_of(table)
        self._gap = self._blank = True
        if is_layout(table, rows):
            for cell in (cell for row in rows for cell in cells_of(row)):
                yield from self._block(cell)
        elif rows:
            texts = [[_cell_text(cell, self.warnings) for cell in cells_of(row)] for row in rows]
            self._written += 1
            yield table_of(squared(rows, texts), header_rows=header_rows(rows))
        self._gap = self._blank = True

    def _flush(self) -> Iterator[Typed]:
        """The paragraph that has gathered, if any; one broken by the writer as several."""
        text, bold = "".join(self._text), not self._light
        self._text, self._light = [], False
        lines = [text.replace("\n", " ")] if self._heading else list(broken(text))
        for line in lines if text.strip() else []:
            if visible(line).strip():
                heading = self._heading or _bold_heading(line, bold=bold and len(lines) == 1)
                yield self._paragraph(line, heading)

    def _paragraph(self, line: str, heading: int | None) -> Typed:
        para = Para(line, label=self._label, heading=heading, bullet=self._bullet, gap=self._gap)
        blank = self._blank
        self._label, self._bullet, self._gap, self._blank = None, False, False, False
        self._written += 1
        return Typed(para, blank)

    def _add(self, text: str | None) -> None:
        if text:
            self._light |= not self._bold and any(letter.isalnum() for letter in text)
            self._text.append(_SOURCE_LINES.sub(" ", text))

    def _is_unseen(self, element: html.HtmlElement) -> bool:
        if element.tag in _UNREAD or is_margin(element):
            return True
        if element.tag == "del":
            if element.text_content().strip():
                self.warnings.add(DELETED)
            return True
        classes = set((element.get("class") or "").casefold().split())
        hidden = is_invisible(element)
        if hidden and element.text_content().strip():
            self.warnings.add(HIDDEN)
        unseen = hidden or bool(classes & _UNSEEN_CLASSES) or _is_about_cookies(element)
        return unseen or self._is_painted_over(element)

    def _is_painted_over(self, element: html.HtmlElement) -> bool:
        """Whether an element's words have the colour behind them; a sign stands for dark ones."""
        ground = unseen_on(element)
        if ground is None or not any(map(str.isalnum, element.text_content())):
            return False
        self.warnings.add(HIDDEN)
        if is_dark(ground):
            self.warnings.add(BLACKED_OUT)
            self._text += sign_after(self._text)
        return True


def is_invisible(element: html.HtmlElement) -> bool:
    """Whether an element itself says that it is not to be shown."""
    return element.get("hidden") is not None or _says(element, _INVISIBLE)


def is_margin(element: html.HtmlElement) -> bool:
    """Whether an element is a running header or footer, or the page's own."""
    if element.get("role") in ("banner", "contentinfo", "navigation"):
        return True
    running = element.tag == "div" and element.get("title") in ("header", "footer")
    return running or (element.tag == "footer" and _is_of_page(element))


def _is_of_page(element: html.HtmlElement) -> bool:
    return not any(above.tag in ("article", "main") for above in element.iterancestors())


def _is_about_cookies(element: html.HtmlElement) -> bool:
    """Whether an element is named as what asks visitors about cookies."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return "ookie" in names and _COOKIES.search(names) is not None


def _says(element: html.HtmlElement, what: re.Pattern[str]) -> bool:
    style = element.get("style")
    return style is not None and what.search(style) is not None


def _bold_heading(line: str, *, bold: bool) -> int | None:
    return BOLD_LEVEL if bold and may_be_heading(visible(line)) else None


def _cell_text(cell: html.HtmlElement, warnings: set[str]) -> str:
    body = Body(warnings)
    return " ".join(shown(part) for part in body.parts(cell))
