"""How a PDF is set: the margins that broke its lines, and how far apart its lines are."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.pdf.lines import Line

_WIDER = 1.75  # than the margin on the left: no margin on the right is
_STRIP = 100.0  # points
_ENOUGH = 6  # lines in a strip, and beside it, for it to be a column


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document is set: where its lines end, how far apart they are, where its pages end."""

    right: float  # the margin at which most lines are broken
    rights: dict[int, float]  # that of a column, by the strip of the page in which it begins
    space: float  # of the type size, between words
    pitches: dict[int, float]  # by type size in half points
    top: float
    bottom: float
    scanned: frozenset[int] = frozenset()  # the pages that were recognised from pictures

    def pitch(self, line: Line) -> float:
        """From one line of a paragraph to the next, in points, for a line's type size."""
        return self.pitches.get(round(line.size * 2), line.size * 1.2)

    def parts(self, page: int, other: int) -> bool:
        """Whether just one of two pages was recognised: what is on both is read apart."""
        return (page in self.scanned) != (other in self.scanned)

    def end(self, line: Line) -> float:
        """Where a line could have gone on to."""
        if line.room is not None:
            return line.room
        return self.rights.get(_strip(line), self.right)


def measure(lines: list[Line], space: float, width: float) -> Measure:
    """How a document is set, judged by all its lines; ``width`` is that of its pages, in points.

    The margin on the right is at most some three quarters wider than that on the left, however few
    lines there are to show it.
    """
    spans = defaultdict(list)
    for line, after in pairwise(lines):
        if line.page == after.page and 0 < line.y - after.top < 2 * line.size:
            end = line.x1 + space * line.size + after.cells[0].first
            spans[_strip(line)].append((line.x1, end))
    least = width - _WIDER * min((line.x0 for line in lines), default=0)
    return Measure(
        max(margin([span for found in spans.values() for span in found]), least),
        dict(_columns(lines, spans)),
        space,
        _pitches(lines),
        max((line.y for line in lines), default=0),
        min((line.y for line in lines), default=0),
    )


def _columns(
    lines: list[Line], spans: dict[int, list[tuple[float, float]]]
) -> Iterator[tuple[int, float]]:
    """The strips of the page in which columns of text begin, each with its column's margin."""
    for strip, found in spans.items():
        right = margin(found)
        level = {(line.page, line.y // 6) for line in lines if _strip(line) == strip}
        beside = sum(line.x0 > right and (line.page, line.y // 6) in level for line in lines)
        if len(found) >= _ENOUGH and beside >= _ENOUGH:
            yield strip, right


def _strip(line: Line) -> int:
    return int(line.x0 // _STRIP)


def margin(spans: list[tuple[float, float]]) -> float:
    """The margin that explains the most line ends, of those that next to no line reaches beyond.

    Each span is where a line ended and where it would have ended with the next line's first word:
    if a margin broke that line, it lies between.

    >>> margin([(500, 540), (520, 560), (505, 530), (80, 120)])
    520
    """
    ends = sorted(end for end, _ in spans)
    if not ends:
        return 0.0
    places = ends[len(ends) * 19 // 20 - 1 :] if len(ends) > 20 else ends[-1:]
    return max(places, key=lambda place: (sum(a <= place < b for a, b in spans), place))


def _pitches(lines: list[Line]) -> dict[int, float]:
    steps: dict[int, Counter[float]] = defaultdict(Counter)
    for above, line in pairwise(lines):
        step = above.y - line.top
        alike = above.page == line.page and abs(above.size - line.size) < 0.3
        if alike and 0.9 * line.size < step < 2.5 * line.size:
            steps[round(line.size * 2)][round(step, 1)] += 1
    return {size: _usual(counts) for size, counts in steps.items()}


def _usual(counts: Counter[float]) -> float:
    """The least step that is no rarity."""
    enough = sum(counts.values()) * 0.15
    return min(step for step, count in counts.items() if _near(counts, step) >= enough)


def _near(counts: Counter[float], step: float) -> int:
    return sum(count for other, count in counts.items() if abs(other - step) <= 0.3)
