"""The paragraph styles of a Rich Text file: which of them make a heading."""

import re
from dataclasses import dataclass, field

from ingest.readers.rtf.groups import Group, Layout

_HEADING_NAME = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_DEEPEST = 20  # styles based on styles; Word itself stops at eleven


@dataclass(slots=True)
class Styles:
    """A document's style sheet; a sink for the styles' names."""

    based_on: dict[int, int] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)
    _outlines: dict[int, int] = field(default_factory=dict)

    def add(self, text: str, group: Group) -> None:
        """Take a style's name, or part of it."""
        style = group.layout.style
        self._names[style] = (self._names.get(style, "") + text)[:200]
        if group.layout.outline is not None:
            self._outlines[style] = group.layout.outline

    def close(self) -> None:
        """Nothing is left to be done."""

    def heading(self, layout: Layout) -> int | None:
        """The heading level, from 1, of a paragraph set so; None for text."""
        if layout.outline is not None:
            return _level(layout.outline)
        style: int | None = layout.style
        for _ in range(_DEEPEST):
            if style is None:
                break
            if style in self._outlines:
                return _level(self._outlines[style])
            named = _named(self._names.get(style, ""))
            if named:
                return named
            style = self.based_on.get(style)
        return None


def _level(outline: int) -> int | None:
    return outline + 1 if outline < 9 else None


def _named(name: str) -> int | None:
    """The level a style's name gives it: "heading 2;", or "heading 2,Section;" with an alias."""
    plain = name.strip(" ;").split(",")[0].strip()
    found = _HEADING_NAME.match(plain)
    if found:
        return int(found[1])
    return 1 if plain.casefold() == "title" else None
