"""The text of one Word paragraph: what a reader of the finished document would see."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from index.blacked_out import WARNING as BLACKED_OUT
from index.blacked_out import sign_after
from ingest.readers.docx.blackened import is_blackened, is_white_on_page
from ingest.readers.docx.package import MC, Element, W, is_on, value
from ingest.readers.docx.styles import Styles
from ingest.readers.left_out import DELETED, HIDDEN

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_GONE = {W + "del": DELETED, W + "moveFrom": DELETED}
# Not text: properties, the codes behind fields, and deleted text.
_SKIPPED = {
    W + name for name in ("pPr", "rPr", "sdtPr", "instrText", "delText", "delInstrText", "fldData")
}
_FIXED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
# Word's old check boxes and symbols, where they are not saved as letters.
_BOXES = {True: "☒", False: "☐"}
_SYMBOLS = {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0xB7: "•", 0xA7: "▪", 0xE0: "→"}


@dataclass(slots=True)
class Inline:
    """What one paragraph holds: its text, tabs and line breaks in it, and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)  # text boxes, in order
    notes: list[tuple[str, str]] = field(default_factory=list)  # ("footnote", its id)
    dropped: set[str] = field(default_factory=set)  # warnings
    bold: bool = True  # whether every letter is
    _codes: list[int | None] = field(default_factory=list)  # where the codes of fields begin

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return "".join(self.pieces)

    def add(self, element: Element) -> None:
        """Add what an element says; of a field, what its code gave and not what stands in that."""
        if element.tag == W + "fldChar":
            self._mark(value(element, "fldCharType"))
        self.pieces.append(_text(element))
        if element.tag == W + "checkBox" and self._codes:
            self._codes[-1] = len(self.pieces)  # it is shown though it stands before the code

    def black_out(self, text: str) -> None:
        """Let a sign stand for words that are painted over, and for more that follow."""
        if any(map(str.isalnum, text)):
            self.dropped |= {HIDDEN, BLACKED_OUT}
            self.pieces += sign_after(self.pieces)
        self.pieces += [" "] if text.endswith(" ") else []

    def _mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append(len(self.pieces))
        elif kind in ("separate", "end") and self._codes:
            start = self._codes.pop()
            if start is not None:
                del self.pieces[start:]
            if kind == "separate":
                self._codes.append(None)


def inline(paragraph: Element, styles: Styles) -> Inline:
    """Read a ``w:p``: insertions kept; deletions, hidden text and field codes left out."""
    found, style = Inline(), styles.of(paragraph.find(W + "pPr"))
    for element in _seen(paragraph, styles, found):
        if element.tag == W + "txbxContent":
            found.boxes.append(element)
        elif element.tag in (W + "footnoteReference", W + "endnoteReference"):
            kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
            found.notes.append((kind, value(element, "id") or ""))
        else:
            found.add(element)
            if found.bold and any(map(str.isalnum, found.pieces[-1])):
                run = element.getparent()
                properties = None if run is None else run.find(W + "rPr")
                found.bold = styles.is_bold(properties, style)
    return found


def _seen(node: Element, styles: Styles, found: Inline) -> Iterator[Element]:
    """The elements below a node that a reader sees, in order; none below a text box."""
    for element in node:
        if element.tag in _GONE:
            if next(element.iter(W + "delText", W + "t"), None) is not None:
                found.dropped.add(_GONE[str(element.tag)])
        elif element.tag in _SKIPPED or _is_prompt(element) or _is_second_form(element):
            continue
        elif element.tag == W + "r" and _is_unseen(element, styles):
            if next(element.iter(W + "t"), None) is not None:
                found.dropped.add(HIDDEN)
        elif element.tag == W + "r" and is_blackened(element.find(W + "rPr")):
            found.black_out("".join(said.text or "" for said in element.iter(W + "t")))
        else:
            yield element
            if element.tag != W + "txbxContent":
                yield from _seen(element, styles, found)


def _is_unseen(run: Element, styles: Styles) -> bool:
    """Whether a run is hidden, or white on the white page."""
    if styles.hides(run.find(W + "rPr")):
        return True
    if not is_white_on_page(run):
        return False
    paragraph = next(run.iterancestors(W + "p"), None)
    return paragraph is not None and not styles.of(paragraph.find(W + "pPr")).shaded


def _is_second_form(element: Element) -> bool:
    """Whether this is what older programs show, and its first form has words."""
    parent = element.getparent()
    if element.tag != MC + "Fallback" or parent is None:
        return False
    first = parent.iterfind(MC + "Choice")
    return any(next(choice.iter(W + "t"), None) is not None for choice in first)


def _is_prompt(element: Element) -> bool:
    """Whether this is a form's field that still shows "Click here to enter text"."""
    return element.tag == W + "sdt" and is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr"))


def _text(element: Element) -> str:
    tag = str(element.tag)
    if tag in (W + "t", _MATH_TEXT):
        return element.text or ""
    if tag == W + "br":
        return "\n"
    if tag == W + "sym":
        return _symbol(value(element, "char") or "")
    if tag == W + "checkBox":
        return _BOXES[is_on(_state(element))]
    return _FIXED.get(tag, "")


def _symbol(code: str) -> str:
    """A letter of the Symbol or Wingdings font; nothing for a code we cannot read."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(place & 0xFF, chr(place) if 0xE000 <= place < 0xF900 else "")


def _state(box: Element) -> Element | None:
    checked = box.find(W + "checked")
    return box.find(W + "default") if checked is None else checked
