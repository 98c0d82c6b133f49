"""Where each line stands in its paper's numbering: its label as cited, and what it stands under."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.structure import labels
from ingest.structure.headings import Shape
from ingest.structure.labels import Reading
from ingest.structure.lines import Line
from ingest.structure.tables import Row


@dataclass(frozen=True, slots=True)
class Place:
    """A line's place: how many characters its printed label has, the path, and the parent's."""

    mark: int = 0
    label: str | None = None
    under: str | None = None
    listed: bool = False  # a bullet, letter or roman, or a number inside a numbered paragraph


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is open at some line, by its last label."""

    reading: Reading
    label: str
    heading: bool
    shut: bool = False  # a heading ended it: its numbers may go on, but nothing stands under it


_Levels = tuple[_Level, ...]
_FAR = 10  # numbers that an extract of minutes may leave out


class _Ahead:
    """Every label that may stand in a paper, to look up which comes next."""

    def __init__(self, read: Sequence[Sequence[Reading]], shapes: Sequence[Shape]) -> None:
        self._lines: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._headings: dict[tuple[str, int], int] = {}  # the last heading that may have a label
        for line, (found, shape) in enumerate(zip(read, shapes, strict=True)):
            for reading in found:
                self._lines[reading.series, reading.number].append(line)
                if shape == "heading":
                    self._headings[reading.series, reading.number] = line

    def next(self, series: str, number: int, after: int) -> int | None:
        """The first line after a given one that may have a label; None if there is none."""
        lines = self._lines.get((series, number), [])
        place = bisect_right(lines, after)
        return lines[place] if place < len(lines) else None

    def goes_on(self, reading: Reading, after: int) -> bool:
        """Whether a list's next label comes, before the same one comes again in another list."""
        following = self.next(reading.series, reading.number + 1, after)
        again = self.next(reading.series, reading.number, after)
        return following is not None and (again is None or following < again)

    def rises(self, reading: Reading, after: int) -> bool:
        """Whether a heading below has a number of the same series soon after, as in an extract."""
        near = range(reading.number + 1, reading.number + _FAR)
        return any(self._headings.get((reading.series, step), -1) > after for step in near)

    def reaches(self, reading: Reading, number: int, after: int, before: int) -> bool:
        """Whether a list that starts here counts up to a number before a given line."""
        line: int | None = after
        for step in range(reading.number + 1, number + 1):
            line = self.next(reading.series, step, line) if line is not None else None
            if line is None or line >= before:
                return False
        return True


def outline(parts: Sequence[Line | Row], shapes: Sequence[Shape]) -> list[Place]:
    """The place of every line and row, in order."""
    read = [_read(part) for part in parts]
    ahead = _Ahead(read, shapes)
    levels: _Levels = ()
    subheadings: set[str] = set()  # headings without a number, met inside numbered ones
    found = []
    for line, (part, shape) in enumerate(zip(parts, shapes, strict=True)):
        heading = shape == "heading"
        reading = _chosen(read[line], levels, ahead, line, heading)
        if reading is not None and shape != "signature":
            levels = _fitted(reading, levels, ahead, line, heading)
            found.append(_labelled(part, reading, levels))
            continue
        if isinstance(part, Line) and shape != "text":
            levels = _ended(part, levels, ahead, line, subheadings)
        else:
            levels = _after(part, levels, ahead, line)
        found.append(_unlabelled(part, shape, levels))
    return found


def _read(part: Line | Row) -> tuple[Reading, ...]:
    if isinstance(part, Row) or labels.bullet(part.text):
        return ()
    return labels.computed(part.label) if part.label else labels.readings(part.text)


def _chosen(
    read: Sequence[Reading], levels: _Levels, ahead: _Ahead, line: int, heading: bool
) -> Reading | None:
    """The reading that fits the open lists best; None if none is a label here."""
    best, most = None, -1
    for reading in read:
        continues = any(_follows(level, reading) for level in levels)
        goes_on = _may_open(reading) and ahead.goes_on(reading, line)
        fit = 2 * continues + 2 * goes_on + (reading.number == 1)
        if fit > most and (continues or goes_on or _is_sure(reading, levels, ahead, line, heading)):
            best, most = reading, fit
    return best


def _may_open(reading: Reading) -> bool:
    """Whether a list may be met first at this label: "J." before "K." are two people's initials."""
    return reading.number == 1 or reading.series != "A."


def _is_sure(reading: Reading, levels: _Levels, ahead: _Ahead, line: int, heading: bool) -> bool:
    """Whether a label needs no neighbours of its own series."""
    if reading.trust != "sequence":
        return heading or reading.trust == "anywhere"
    if len(reading.parts) > 1:
        first = reading.number == 1 or len(reading.parts) > 2
        return first and any(_contains(level, reading) for level in levels)
    if heading and reading.numeric and _is_near_others(reading, levels, ahead, line):
        return True
    # "4 Parks" among "3. Roads" and "5. Trees", or above "4.1".
    open_list = any(
        level.reading.series == "1" or level.reading.parts == (reading.number - 1,)
        for level in levels
    )
    child = ahead.next(f"{reading.number}.#", 1, line)
    return heading and reading.series == "1" and (open_list or child == line + 1)


def _follows(level: _Level, reading: Reading) -> bool:
    same = level.reading.series == reading.series
    return same and reading.number == level.reading.number + 1


def _is_near_others(reading: Reading, levels: _Levels, ahead: _Ahead, line: int) -> bool:
    """Whether a heading's number is soon followed, or soon follows another's, in its series."""
    return ahead.rises(reading, line) or any(_rose(level, reading) for level in levels)


def _rose(level: _Level, reading: Reading) -> bool:
    """Whether a heading's number comes soon after an open one's, some between them left out."""
    same = level.heading and level.reading.series == reading.series
    return same and 0 < reading.number - level.reading.number < _FAR


def _fitted(reading: Reading, levels: _Levels, ahead: _Ahead, line: int, heading: bool) -> _Levels:
    """The open lists once a label has taken its place among them, itself the last."""
    if len(reading.parts) > 1:
        kept = tuple(level for level in levels if _contains(level, reading))
        return (*kept, _Level(reading, reading.name, heading))
    place = _same_list(reading, levels, heading)
    if place is None:
        kept = _room_for(reading, levels, ahead, line, heading)
    elif reading.number == 1 and _nests(reading, levels[place], ahead, line, heading):
        kept = levels
    else:
        kept = levels[:place]
    return (*kept, _Level(reading, _path(kept, reading), heading))


def _contains(outer: _Level, inner: Reading) -> bool:
    """Whether one number is above another: 2 or 2.0 above 2.3, 2.3 above 2.3.1."""
    parts = outer.reading.parts
    if len(parts) > 1 and parts[-1] == 0:
        parts = parts[:-1]
    whole = outer.label == outer.reading.name  # not the second item of some list
    return whole and 0 < len(parts) < len(inner.parts) and inner.parts[: len(parts)] == parts


def _same_list(reading: Reading, levels: _Levels, heading: bool) -> int | None:
    """Which open list a label belongs to: the one it follows, else the last of its kind."""
    same = [n for n, level in enumerate(levels) if level.reading.series == reading.series]
    following = [n for n in same if _follows(levels[n], reading)]
    alike = [n for n in following if levels[n].heading == heading]
    return next((choice[-1] for choice in (alike, following, same) if choice), None)


def _nests(reading: Reading, level: _Level, ahead: _Ahead, line: int, heading: bool) -> bool:
    """Whether a first label opens a list inside one of its own kind, which goes on after it."""
    if level.shut:
        return False
    outer = ahead.next(level.reading.series, level.reading.number + 1, line)
    if outer is None:
        return level.heading and not heading
    inner = ahead.reaches(reading, level.reading.number, line, outer)
    return not inner or (level.heading and not heading)


def _room_for(
    reading: Reading, levels: _Levels, ahead: _Ahead, line: int, heading: bool
) -> _Levels:
    """The open lists that a new kind of label may stand in."""
    if heading:
        levels = tuple(level for level in levels if level.heading and not level.shut)
    if not reading.numeric:
        return levels
    while levels and not levels[-1].reading.numeric and not ahead.goes_on(levels[-1].reading, line):
        levels = levels[:-1]
    # Numbered headings in two styles, "4 Parks" and "5. Roads", are side by side.
    return () if heading and levels and levels[-1].reading.numeric else levels


def _path(levels: _Levels, reading: Reading) -> str:
    """A label with those it stands under: "(ii).b", "5(a)"."""
    parent = _parent(levels)
    if parent is None:
        return reading.name
    return f"{parent}{'' if reading.name.startswith('(') else '.'}{reading.name}"


def _parent(levels: _Levels) -> str | None:
    return next((level.label for level in reversed(levels) if not level.shut), None)


def _labelled(part: Line | Row, reading: Reading, levels: _Levels) -> Place:
    inside = len(reading.parts) == 1 and _parent(levels[:-1]) is not None
    listed = inside or not reading.numeric or reading.mark.startswith("(")
    mark = labels.mark_length(part.text, reading) if isinstance(part, Line) else 0
    return Place(mark, levels[-1].label, _parent(levels[:-1]), listed)


def _unlabelled(part: Line | Row, shape: Shape, levels: _Levels) -> Place:
    mark = labels.bullet(part.text) if isinstance(part, Line) and shape != "heading" else 0
    listed = mark > 0 or (isinstance(part, Line) and part.bullet)
    return Place(mark=mark, under=_parent(levels), listed=listed)


def _ended(
    line: Line, levels: _Levels, ahead: _Ahead, place: int, subheadings: set[str]
) -> _Levels:
    """The lists still open at a heading or signature that has no label.

    It ends every list and numbered paragraph. A numbered section it ends as well, unless the next
    section is still to come or the heading was such a part of an earlier one: "Decision" in
    minutes, down to the last minute.
    """
    within = line.text.casefold() in subheadings
    kept = []
    for level in levels:
        inside = (
            level.heading and not level.shut and (within or ahead.goes_on(level.reading, place))
        )
        if inside:
            subheadings.add(line.text.casefold())
        if level.reading.numeric or inside:
            kept.append(replace(level, shut=not inside))
    return tuple(kept)


def _after(part: Line | Row, levels: _Levels, ahead: _Ahead, line: int) -> _Levels:
    """The lists still open at text without a label."""
    if isinstance(part, Row) or part.bullet or labels.bullet(part.text):
        return levels
    while levels and not _stays(levels[-1], ahead, line):
        levels = levels[:-1]
    return levels


def _stays(level: _Level, ahead: _Ahead, line: int) -> bool:
    """Whether plain text leaves a list open: an item's ends, unless its next is still to come."""
    return level.reading.numeric or level.heading or ahead.goes_on(level.reading, line)
