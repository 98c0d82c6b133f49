"""Headings of a PDF, told by the size and weight of their type."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.readers.headings import BOLD_LEVEL, may_be_heading
from ingest.readers.pdf.lines import Line

_LARGER = 1.1  # than the body's type
_MOST_LINES = 3
_LONGEST = 200  # characters


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes a document is set in."""

    body: float
    larger: tuple[float, ...]  # the largest first
    mostly_bold: bool = False  # so that weight tells nothing

    def level(self, lines: list[Line], text: str, *, tabbed: bool) -> int | None:
        """The level of a heading that these lines make; None for other paragraphs."""
        if len(lines) > _MOST_LINES or len(text) > _LONGEST or not _has_words(text):
            return None
        size = round(max(line.size for line in lines), 1)
        if size in self.larger and text[-1] not in ".;,":
            return min(self.larger.index(size) + 1, BOLD_LEVEL)
        if tabbed or self.mostly_bold or not all(line.bold for line in lines):
            return None
        return BOLD_LEVEL if may_be_heading(text) else None


def type_of(lines: Iterable[Line]) -> Type:
    """The sizes of a document's type: the body's is that of most of its letters."""
    letters: Counter[float] = Counter()
    bold = 0
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
        bold += len(line.text) * line.bold
    if not letters:
        return Type(0, ())
    body = letters.most_common(1)[0][0]
    larger = sorted((size for size in letters if size > _LARGER * body), reverse=True)
    return Type(body, tuple(larger), bold * 2 > letters.total())


def _has_words(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= 3
