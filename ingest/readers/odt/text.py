"""The text of one OpenDocument paragraph: what a reader of the finished document would see."""

import re
from dataclasses import dataclass, field

from index.blacked_out import WARNING as BLACKED_OUT
from index.blacked_out import sign_after
from ingest.readers.colours import are_alike, is_dark
from ingest.readers.left_out import COMMENTS, DELETED, HIDDEN
from ingest.readers.odt.package import DRAW, LOEXT, OFFICE, TABLE, TEXT, Element, truth
from ingest.readers.odt.styles import Style, Styles

_FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
_SPACES = re.compile(r"[\t\n\r ]+")  # of the file, not of the page
_FIXED = {TEXT + "tab": "\t", TEXT + "line-break": "\n", TEXT + "s": " "}
# Not text: a number printed when the file was saved, prompts, pronunciations, programs.
_SKIPPED = {
    TEXT + name for name in ("number", "placeholder", "ruby-text", "script", "tracked-changes")
} | {_FIELD + "param", OFFICE + "annotation-end", OFFICE + "event-listeners"}
_GONE = {OFFICE + "annotation": COMMENTS, TEXT + "change": DELETED}
_AROUND = {TABLE + "table-cell", DRAW + "text-box", DRAW + "custom-shape"}  # may be coloured
_PAPER = "#ffffff"
_BOXES = {True: "☒", False: "☐"}


@dataclass(slots=True)
class Inline:
    """What one paragraph holds: its text, tabs and line breaks in it, and what hangs on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)  # frames and drawings, in order
    notes: list[Element] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)  # warnings
    bold: bool = True  # whether every letter is
    hidden: bool = False  # whether a field in it hides the whole
    paper: str | None = None  # the page's colour, where nothing else can be behind it

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return "".join(self.pieces)

    def add(self, text: str | None, look: Style) -> None:
        """Take in text as it stands in the file."""
        if not text:
            return
        if look.hidden:
            self.dropped |= {HIDDEN} if text.strip() else set()
            return
        ground = look.ground or (self.paper if look.ink else None)
        if are_alike(look.ink, ground) and any(map(str.isalnum, text)):
            self._leave_out(dark=is_dark(ground))
            return
        self.pieces.append(_SPACES.sub(" ", text))
        self.bold = self.bold and (bool(look.bold) or not any(map(str.isalnum, text)))

    def _leave_out(self, *, dark: bool) -> None:
        """Leave out letters in the colour of what is behind them; for dark ones stands a sign."""
        self.dropped.add(HIDDEN)
        if dark:
            self.dropped.add(BLACKED_OUT)
            self.pieces += sign_after(self.pieces)


def inline(paragraph: Element, styles: Styles) -> Inline:
    """Read a ``text:p`` or ``text:h``: insertions kept; what is hidden or deleted left out."""
    found = Inline(paper=_paper_behind(paragraph, styles))
    _within(paragraph, styles.paragraph(paragraph), styles, found)
    if not found.hidden:
        return found
    unseen = {HIDDEN} if found.text.strip() else set()
    return Inline(dropped=found.dropped | unseen)


def _paper_behind(paragraph: Element, styles: Styles) -> str | None:
    """The colour of the page behind a paragraph; None where a cell, a box or a drawing may be."""
    boxed = any(above.tag in _AROUND for above in paragraph.iterancestors())
    return None if boxed or styles.drawn_behind else _PAPER


def _within(node: Element, look: Style, styles: Styles, found: Inline) -> None:
    found.add(node.text, look)
    for child in node:
        tag = str(child.tag)
        if tag in _FIXED:
            if not look.hidden:
                found.pieces.append(_FIXED[tag])
        elif tag in _GONE:
            found.dropped.add(_GONE[tag])
        elif tag == TEXT + "note" or tag.startswith(DRAW):
            if not look.hidden:
                (found.notes if tag == TEXT + "note" else found.boxes).append(child)
        elif tag not in _SKIPPED and not _is_prompt(child):
            _element(child, look, styles, found)
        found.add(child.tail, look)


def _element(element: Element, look: Style, styles: Styles, found: Inline) -> None:
    """A span, link or field that may hide what is in it."""
    tag = element.tag
    if tag == TEXT + "hidden-paragraph":
        found.hidden |= truth(element, TEXT + "is-hidden") is not False
    elif tag == TEXT + "hidden-text" and truth(element, TEXT + "is-hidden") is not False:
        found.dropped.add(HIDDEN)
    elif tag == _FIELD + "fieldmark" and _is_check_box(element):
        found.pieces.append(_BOXES[_is_checked(element)])
    elif element.get(TEXT + "display") != "none":  # a variable that is set and not shown
        inner = styles.letters(element).over(look) if tag == TEXT + "span" else look
        _within(element, inner, styles, found)


def _is_prompt(element: Element) -> bool:
    """Whether this is a form's field that still shows "Click here to enter text"."""
    return bool(truth(element, LOEXT + "showing-place-holder"))


def _is_check_box(mark: Element) -> bool:
    return (mark.get(_FIELD + "type") or "").endswith("FORMCHECKBOX")


def _is_checked(mark: Element) -> bool:
    """Whether a check box that came from Word is ticked."""
    said = {p.get(_FIELD + "name"): p.get(_FIELD + "value") for p in mark.iter(_FIELD + "param")}
    return said.get("Checkbox_Checked") in ("true", "1")
