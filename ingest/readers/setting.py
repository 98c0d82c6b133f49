"""How a word processor's paragraphs are set: their numbers, the white space above, and headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from ingest.pages import Para, Table
from ingest.readers.clean import visible
from ingest.readers.headings import BOLD_LEVEL, may_be_heading
from ingest.readers.lines import broken
from ingest.readers.tabbed import Typed, shown

_APART = 60  # twentieths of a point between paragraphs that a reader sees as white space


class Look(Protocol):
    """What a paragraph's style says; None where it says nothing."""

    @property
    def style_id(self) -> str:
        """The style's name."""

    @property
    def heading(self) -> int | None:
        """The heading's level, from 1; 0 or None for body text."""

    @property
    def before(self) -> int | None:
        """White space above, in twentieths of a point."""

    @property
    def after(self) -> int | None:
        """White space below."""

    @property
    def tight(self) -> bool | None:
        """Whether paragraphs of this same style have no white space between them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph: a printed number, a bullet, or neither."""

    label: str | None = None
    bullet: bool = False


@dataclass(slots=True)
class Setting:
    """Sets one paragraph after another, and knows what stands above each."""

    blank: bool = True  # whether an empty paragraph or a table stood just above
    _above: Look | None = field(default=None)

    def typed(self, text: str, look: Look, mark: Mark, *, bold: bool) -> Iterator[Typed]:
        """A paragraph; several where the writer broke its lines on purpose; none for no text."""
        heading = look.heading or None
        lines = [text.replace("\n", " ")] if heading else list(broken(text))
        if bold and len(lines) == 1 and not mark.bullet and may_be_heading(visible(text)):
            heading = heading or BOLD_LEVEL
        gap = self.blank or _apart(self._above, look)
        for line in lines if text.strip() else []:
            first = line is lines[0]
            label, bullet = (mark.label, mark.bullet) if first else (None, False)
            para = Para(line, label=label, heading=heading, bullet=bullet, gap=gap and first)
            yield Typed(para, blank=self.blank and first)
        self.blank, self._above = not text.strip(), look


def _apart(above: Look | None, look: Look) -> bool:
    if above is None:
        return (look.before or 0) >= _APART
    if look.tight and above.style_id == look.style_id:
        return False
    return max(above.after or 0, look.before or 0) >= _APART


def numbered(label: str, parts: Iterable[Typed | Table]) -> Iterator[Typed | Table]:
    """A numbered paragraph set as a table's row: the number goes to the text's beginning."""
    for part in parts:
        if label and isinstance(part, Typed):
            text = f"{label}\t{shown(part)}"
            yield replace(part, para=replace(part.para, text=text, label=None, bullet=False))
            label = ""
        else:
            yield part
