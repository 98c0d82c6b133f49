"""Ruled tables of a PDF page: the cells that its lines enclose, and the words in them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from operator import neg

from ingest.readers.pdf.rules import Rule, Rules
from ingest.readers.pdf.word import Word

_NEAR = 3.0  # points: lines that are meant as one
_MOST_LINES = 600  # of a page, once joined; a drawing with more is no table
_MOST_CELLS = 5_000


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its rows and columns are parted, and what cell each place belongs to."""

    xs: list[float]  # from the left
    ys: list[float]  # from the top
    cells: dict[tuple[int, int], tuple[int, int]]  # row and column: those of the cell's first place

    @property
    def rows(self) -> int:
        """How many there are."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many there are."""
        return len(self.xs) - 1

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Where the cell begins that holds a point, by row and column; None outside the table."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=neg) - 1
        return self.cells.get((row, column))


def grids(drawn: Rules) -> list[Grid]:
    """The tables of a page: lines that cross, with at least two columns between them."""
    across, down = _joined(drawn.across), _joined(drawn.down)
    if not 2 <= len(across) + len(down) <= _MOST_LINES:
        return []
    found = (_grid(*component) for component in _components(across, down))
    return [grid for grid in found if grid is not None]


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines with those joined that lie on one another or end where the next begins."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][-1].at <= _NEAR / 2:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return [rule for level in levels for rule in _merged(level)]


def _merged(level: list[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in level) / len(level)
    low, high = None, 0.0
    for rule in sorted(level, key=lambda rule: rule.low):
        if low is None:
            low, high = rule.low, rule.high
        elif rule.low <= high + _NEAR:
            high = max(high, rule.high)
        else:
            yield Rule(at, low, high)
            low, high = rule.low, rule.high
    if low is not None:
        yield Rule(at, low, high)


def _components(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines in groups, each of lines that cross or touch."""
    group = list(range(len(across) + len(down)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for i, one in enumerate(across):
        for j, other in enumerate(down, len(across)):
            if _cross(one, other):
                group[root(i)] = root(j)
    found: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for n, rule in enumerate([*across, *down]):
        found[root(n)][n >= len(across)].append(rule)
    return iter(found.values())


def _cross(across: Rule, down: Rule) -> bool:
    within = down.low - _NEAR <= across.at <= down.high + _NEAR
    return within and across.low - _NEAR <= down.at <= across.high + _NEAR


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    ys = _levels(rule.at for rule in across)[::-1]
    xs = _levels(rule.at for rule in down)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
        return None
    return Grid(xs, ys, _Lines(xs, ys, across, down).cells())


def _levels(values: Iterable[float]) -> list[float]:
    """Distinct places, from low to high; those that are meant as one are one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


@dataclass(frozen=True, slots=True)
class _Lines:
    """A grid's places, and the lines that are really drawn between them."""

    xs: list[float]
    ys: list[float]  # from the top down
    across: list[Rule]
    down: list[Rule]

    def cells(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each place and that of the cell it is in: cells go on where no line parts them."""
        taken: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) not in taken:
                    bottom, right = self._extent(row, column, taken)
                    places = ((r, c) for r in range(row, bottom) for c in range(column, right))
                    taken |= dict.fromkeys(places, (row, column))
        return taken

    def _extent(self, row: int, column: int, taken: Container[tuple[int, int]]) -> tuple[int, int]:
        right = column + 1
        while right < len(self.xs) - 1 and (row, right) not in taken:
            if self._parted_right(row, right):
                break
            right += 1
        bottom = row + 1
        while bottom < len(self.ys) - 1 and not any(
            self._parted_below(bottom, c) for c in range(column, right)
        ):
            bottom += 1
        return bottom, right

    def _parted_right(self, row: int, column: int) -> bool:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return _drawn(self.down, self.xs[column], middle)

    def _parted_below(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return _drawn(self.across, self.ys[row], middle)


def _drawn(rules: list[Rule], at: float, along: float) -> bool:
    return any(abs(r.at - at) <= _NEAR and r.low - 1 <= along <= r.high + 1 for r in rules)


def middle(word: Word) -> tuple[float, float]:
    """A point well within a word: half along it, and a little above its line."""
    return (word.x0 + word.x1) / 2, word.y + word.size * 0.3
