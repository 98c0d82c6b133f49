"""The numbers Word prints before paragraphs, worked out from the numbering part of a DOCX file."""

import re
from dataclasses import dataclass, field, replace

from ingest.readers.counting import FORMATS
from ingest.readers.docx.package import Element, W, is_on, number, value
from ingest.readers.setting import Mark

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""  # "%1.%2": each %n stands for the number of level n, counted from 1
    style: str | None = None
    restart: int | None = None  # the level, from 1, whose numbers start this anew; 0 for none
    legal: bool = False  # all numbers in digits, whatever their levels say


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list as paragraphs name it: which list it counts along with, and where it differs."""

    list_id: str
    levels: dict[int, Level]
    starts: dict[int, int]  # by level, where this list starts counting afresh


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has counted."""

    lists: dict[str, Numbered]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def level_of(self, list_id: str, style: str) -> int:
        """The level a paragraph style has in a list; 0 if the list does not name it."""
        levels = self.lists[list_id].levels if list_id in self.lists else {}
        return next((n for n, level in levels.items() if level.style == style), 0)

    def mark(self, list_id: str, depth: int) -> Mark:
        """Count one more paragraph at a level (from 0) of a list, and give what Word prints."""
        numbered = self.lists.get(list_id)
        level = numbered.levels.get(depth) if numbered else None
        if numbered is None or level is None:
            return Mark()
        counts = self._count(list_id, numbered, depth)
        if level.format == "bullet":
            return Mark(bullet=True)
        return Mark(_printed(numbered.levels, depth, counts) or None)

    def _count(self, list_id: str, numbered: Numbered, depth: int) -> dict[int, int]:
        """Count a paragraph; the counts by level after it. Lists may share their counts."""
        counts = self._counts.setdefault(numbered.list_id, {})
        levels = numbered.levels
        if (list_id, depth) not in self._started and depth in numbered.starts:
            counts[depth] = numbered.starts[depth] - 1
        self._started.add((list_id, depth))
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [n for n in counts if n > depth and _restarts(levels.get(n), depth)]:
            del counts[deeper]
        return counts


def _restarts(level: Level | None, depth: int) -> bool:
    """Whether a paragraph at ``depth`` makes a deeper level start anew."""
    return level is None or level.restart is None or depth < level.restart


def _printed(levels: dict[int, Level], depth: int, counts: dict[int, int]) -> str:
    def digits(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        level = levels.get(at, Level())
        kind = "decimal" if levels[depth].legal else level.format
        count = counts.get(at, level.start)
        return "" if kind in ("none", "bullet") else FORMATS.get(kind, str)(count)

    return _PLACE.sub(digits, levels[depth].text).strip()


def numbering(part: Element | None) -> Numbering:
    """The lists of a document's numbering part; none if it has no such part."""
    if part is None:
        return Numbering({})
    patterns = {value(p, "abstractNumId") or "": p for p in part.findall(W + "abstractNum")}
    lists = {}
    for element in part.findall(W + "num"):
        list_id = value(element.find(W + "abstractNumId")) or ""
        lists[value(element, "numId") or ""] = _numbered(element, list_id, patterns)
    return Numbering(lists)


def _numbered(element: Element, list_id: str, patterns: dict[str, Element]) -> Numbered:
    levels = _levels(_pattern(list_id, patterns))
    starts = {}
    for override in element.findall(W + "lvlOverride"):
        depth = number(override, "ilvl") or 0
        start = number(override.find(W + "startOverride"))
        if start is not None:
            starts[depth] = start
        own = override.find(W + "lvl")
        if own is not None:
            levels[depth] = _level(own)
    return Numbered(list_id, levels, starts)


def _pattern(list_id: str, patterns: dict[str, Element]) -> Element | None:
    """The list's levels; a list may take them from another that carries the same style's name."""
    pattern = patterns.get(list_id)
    link = value(pattern.find(W + "numStyleLink")) if pattern is not None else None
    if link is None:
        return pattern
    return next((p for p in patterns.values() if value(p.find(W + "styleLink")) == link), pattern)


def _levels(pattern: Element | None) -> dict[int, Level]:
    if pattern is None:
        return {}
    return {number(level, "ilvl") or 0: _level(level) for level in pattern.findall(W + "lvl")}


def _level(element: Element) -> Level:
    start = number(element.find(W + "start"))
    # Newer formats such as "001" stand within an alternative; the plain one is good enough.
    chosen = element.find(f".//{W}numFmt")
    level = Level(
        format=value(chosen) or "decimal",
        text=value(element.find(W + "lvlText")) or "",
        style=value(element.find(W + "pStyle")),
        restart=number(element.find(W + "lvlRestart")),
        legal=is_on(element.find(W + "isLgl")),
    )
    return level if start is None else replace(level, start=start)
