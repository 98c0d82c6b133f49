"""The numbers printed before the items of an OpenDocument text, worked out from its list styles."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.readers.counting import columns, letters, ordinal, roman
from ingest.readers.odt.package import LOEXT, OFFICE, STYLE, TEXT, Element, number, truth
from ingest.readers.odt.styles import DEEPEST
from ingest.readers.setting import Mark

_PLACE = re.compile(r"%(\d{1,2})%")
_FORMATS: dict[str, Callable[[int], str]] = {
    "1": str,
    "01": "{:02}".format,
    "1st": ordinal,
    "a": columns,
    "A": lambda count: columns(count).upper(),
    "i": roman,
    "I": lambda count: roman(count).upper(),
}
_DOUBLED: dict[str, Callable[[int], str]] = {  # aa, bb, cc after z
    "a": letters,
    "A": lambda count: letters(count).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    format: str | None = "1"  # "" for no number, None for a bullet
    before: str = ""
    after: str = ""
    shown: int = 1  # how many levels' numbers are printed, this one's last
    start: int = 1
    doubled: bool = False
    pattern: str | None = None  # "%1%.%2%)", which says it all where it is given

    def digits(self, count: int) -> str:
        """A number of this level; nothing where it has none."""
        if not self.format:
            return ""
        formats = _FORMATS | _DOUBLED if self.doubled else _FORMATS
        return formats.get(self.format, str)(count)


Levels = dict[int, Level]  # by depth, from 1
BULLETS: Levels = {depth: Level(None) for depth in range(1, DEEPEST + 1)}


@dataclass(slots=True)
class Counts:
    """How far one list has counted, by depth."""

    at: dict[int, int] = field(default_factory=dict)

    def count(self, levels: Levels, depth: int, start: int | None) -> None:
        """Count one more item; levels above it that were passed over have counted theirs."""
        for above in range(1, min(depth, DEEPEST + 1)):
            self.at.setdefault(above, levels.get(above, Level()).start)
        first = levels.get(depth, Level()).start
        self.at[depth] = self.at.get(depth, first - 1) + 1 if start is None else start
        self.forget(depth + 1)

    def forget(self, depth: int) -> None:
        """Let this level and those below it begin anew."""
        for deeper in [each for each in self.at if each >= depth]:
            del self.at[deeper]


def mark(levels: Levels, depth: int, counts: Counts) -> Mark:
    """What is printed before the item counted last."""
    level = levels.get(depth)
    if level is None:
        return Mark()
    if level.format is None:
        return Mark(bullet=True)
    label = _printed(levels, depth, counts).strip()
    return Mark(label if any(map(str.isalnum, label)) else None)


def _printed(levels: Levels, depth: int, counts: Counts) -> str:
    def digits(at: int) -> str:
        level = levels.get(at, Level())
        return level.digits(counts.at.get(at, level.start))

    level = levels[depth]
    if level.pattern is not None:
        return _PLACE.sub(lambda place: digits(int(place[1])), level.pattern)
    if not level.format:
        return level.before + level.after
    numbers = (digits(at) for at in range(max(1, depth - level.shown + 1), depth + 1))
    return level.before + ".".join(filter(None, numbers)) + level.after


def list_styles(*parts: Element | None) -> dict[str, Levels]:
    """The list styles of a document's parts by name; later parts come before earlier ones."""
    groups = (group for part in parts if part is not None for group in part)
    found = {}
    for group in groups:
        if group.tag in (OFFICE + "styles", OFFICE + "automatic-styles"):
            for element in group.iterchildren(TEXT + "list-style", TEXT + "outline-style"):
                found[element.get(STYLE + "name") or ""] = _levels(element)
    return found


def outline(part: Element | None) -> Levels:
    """How a document numbers its headings; no levels if it does not."""
    element = None if part is None else part.find(f"{OFFICE}styles/{TEXT}outline-style")
    return {} if element is None else _levels(element)


def _levels(style: Element) -> Levels:
    levels = {}
    for element in style:
        depth = number(element, TEXT + "level")
        if depth is not None and 0 < depth <= DEEPEST:
            levels[depth] = _level(element)
    return levels


def _level(element: Element) -> Level:
    if element.tag == TEXT + "list-level-style-bullet":
        return Level(None if (element.get(TEXT + "bullet-char") or "•").strip() else "")
    if element.tag == TEXT + "list-level-style-image":
        return Level(None)
    start = number(element, TEXT + "start-value")
    patterns = (element.get(name + "num-list-format") for name in (STYLE, LOEXT))
    return Level(
        element.get(STYLE + "num-format") or "",
        element.get(STYLE + "num-prefix") or "",
        element.get(STYLE + "num-suffix") or "",
        max(1, number(element, TEXT + "display-levels") or 1),
        1 if start is None else start,
        bool(truth(element, STYLE + "num-letter-sync")),
        next(filter(None, patterns), None),
    )
