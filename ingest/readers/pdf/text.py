"""The text of a PDF paragraph from its lines, with tabs where its cells stood apart."""

from ingest.readers.labels import is_label
from ingest.readers.pdf.hyphens import Hyphens
from ingest.readers.pdf.lines import Line

_BULLETS = "•▪■●○◦□➢§·o"  # letters that stand alone before a gap: what symbol fonts give


def text_of(lines: list[Line], hyphens: Hyphens) -> str:
    """The lines as one text; a line that begins at a tab stop goes on with a cell of its own."""
    indented = _hangs(lines)
    text = ""
    for line in lines:
        tabs = 0 if indented and text else line.lead
        said = _opening(line) if not text else line.text
        joined = hyphens.joined(text, said)
        text = hyphens.ended(text) + "\t" * tabs + said if tabs else joined
    return hyphens.ended(text)


def _hangs(lines: list[Line]) -> bool:
    """Whether the lines after the first stand under its text and not under its label."""
    starts = [line.x0 for line in lines[1:]]
    if not starts or max(starts) - min(starts) > 1.5:
        return False
    under_cell = any(abs(cell.x0 - starts[0]) <= 1.5 for cell in lines[0].cells)
    return under_cell or len(starts) > 1


def _opening(line: Line) -> str:
    """The text of a paragraph's first line; a bullet of some symbol font is a bullet."""
    alone = len(line.cells) > 1 and line.cells[0].text in _BULLETS
    return "•" + line.text[1:] if alone else line.text


def is_tabbed(text: str) -> bool:
    """Whether a text has cells, more than a label and what it labels."""
    cells = [cell for cell in text.split("\t") if cell]
    return len(cells) > 2 or (len(cells) == 2 and not is_label(cells[0]))
