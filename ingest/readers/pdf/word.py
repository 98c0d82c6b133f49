"""One word of a PDF page, and how a hyphen at the end of its line stands in it."""

from dataclasses import dataclass
from typing import Literal

SOFT = "\u00ad"  # at the end of a word whose hyphen only broke the line


@dataclass(frozen=True, slots=True)
class Word:
    """Letters with no space among them; points, from the lower left corner as the page is read."""

    text: str
    x0: float
    x1: float
    end: float  # x1, or the end of the space that is drawn behind it
    y: float  # of the line it stands on
    size: float
    bold: bool = False
    at: int = 0  # the place of its first letter among the page's letters
    leant: Literal["", "up", "down"] = ""  # how it ran before it was laid across
