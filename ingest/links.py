"""Where an answer or a page of ModernGov leads: further questions to ask it, and its papers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

LinkKind = Literal["committee", "meeting", "document", "decision"]


@dataclass(frozen=True, slots=True)
class Link:
    """One such place; a paper that is ``closed`` is not to be fetched, and to go if it was.

    A meeting without a ``target`` is one that a list holds and does not tell.
    """

    kind: LinkKind
    target: str  # the number of a committee or meeting; the address of a paper
    body: str | None = None
    day: date | None = None
    closed: bool = False
