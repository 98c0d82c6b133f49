"""What holds within a pair of braces: how letters look, how paragraphs are set, where text goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

_AUTOMATIC = 280  # twentieths of a point that Word takes for a web page's space


class Letters(NamedTuple):
    """How letters look."""

    font: int | None = None  # its number; None for the document's own
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    fallback: int = 1  # how many characters behind a \\u stand in for it in old programs


class Layout(NamedTuple):
    """How a paragraph is set."""

    style: int = 0
    outline: int | None = None  # from 0; 9 says that it is body text
    in_table: bool = False
    nesting: int = 0  # 1 in a table, 2 in a table within a table's cell
    before: int = 0  # white space, in twentieths of a point
    after: int = 0
    tight: bool = False  # no white space between paragraphs of this same style
    list_id: int = 0
    list_depth: int = 0

    @property
    def depth(self) -> int:
        """How many tables it stands in."""
        return max(self.nesting, int(self.in_table))


@dataclass(slots=True)
class Group:
    """A pair of braces."""

    letters: Letters
    layout: Layout
    sink: "Sink"
    owned: "Sink | None" = None  # the sink that ends with this group
    nested: bool = False  # whether it describes a row of a table within a table


class Sink(Protocol):
    """Where text goes."""

    def add(self, text: str, group: Group, /) -> None:
        """Take a run of text, with the group that it stands in."""

    def close(self) -> None:
        """Finish: the group that opened it has ended."""


def _is_on(value: int | None) -> bool:
    return value != 0


def _natural(value: int | None) -> int:
    return max(value or 0, 0)


LETTERS: dict[str, Callable[[Letters, int | None], Letters]] = {
    "plain": lambda now, _: Letters(fallback=now.fallback),
    "f": lambda now, value: now._replace(font=value),
    "b": lambda now, value: now._replace(bold=_is_on(value)),
    "v": lambda now, value: now._replace(hidden=_is_on(value)),
    "deleted": lambda now, value: now._replace(deleted=_is_on(value)),
    "uc": lambda now, value: now._replace(fallback=_natural(value)),
}
LAYOUT: dict[str, Callable[[Layout, int | None], Layout]] = {
    "pard": lambda _, __: Layout(),
    "s": lambda now, value: now._replace(style=_natural(value)),
    "outlinelevel": lambda now, value: now._replace(outline=_natural(value)),
    "intbl": lambda now, value: now._replace(in_table=_is_on(value)),
    "itap": lambda now, value: now._replace(nesting=_natural(value)),
    "sb": lambda now, value: now._replace(before=value or 0),
    "sa": lambda now, value: now._replace(after=value or 0),
    "sbauto": lambda now, value: now._replace(before=_AUTOMATIC) if value else now,
    "saauto": lambda now, value: now._replace(after=_AUTOMATIC) if value else now,
    "contextualspace": lambda now, value: now._replace(tight=_is_on(value)),
    "ls": lambda now, value: now._replace(list_id=_natural(value)),
    "ilvl": lambda now, value: now._replace(list_depth=_natural(value)),
}
