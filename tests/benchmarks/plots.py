"""Times against sizes as a picture: lines over two logarithmic scales, in SVG."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import ceil, floor, log10

Points = Sequence[tuple[float, float]]  # size and time, both above zero

_WIDTH, _HEIGHT = 720, 380
_LEFT, _TOP, _RIGHT, _BOTTOM = 80, 48, 170, 48
_COLOURS = ("#0b5cad", "#c2410c", "#4d7c0f", "#7c3aed", "#475569")


class _Scale:
    """Where a number stands from ``start`` to ``stop``, with whole powers of ten at both."""

    def __init__(self, numbers: Sequence[float], start: float, stop: float) -> None:
        self.low, high = floor(log10(min(numbers))), ceil(log10(max(numbers)))
        self.high = max(high, self.low + 1)
        self._start, self._stop = start, stop

    def at(self, number: float) -> float:
        share = (log10(number) - self.low) / (self.high - self.low)
        return round(self._start + share * (self._stop - self._start), 1)

    def marks(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def plot(title: str, lines: Mapping[str, Points]) -> str:
    """A picture of named lines; the names stand at their ends."""
    points = [point for line in lines.values() for point in line]
    across = _Scale([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _Scale([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    inside = [*_grid(across, up), *_lines(lines, across, up)]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
            ' font-family="Arial, sans-serif" font-size="13">',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            _text(_LEFT, 24, title, size=15),
            *inside,
            _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 10, "passages", anchor="middle"),
            "</svg>\n",
        )
    )


def _grid(across: _Scale, up: _Scale) -> Iterator[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    for size in across.marks():
        x = across.at(size)
        yield f'<path d="M{x} {_TOP}V{bottom}" stroke="#e2e8f0"/>'
        yield _text(x, bottom + 18, f"{size:,.0f}", anchor="middle")
    for time in up.marks():
        y = up.at(time)
        yield f'<path d="M{_LEFT} {y}H{right}" stroke="#e2e8f0"/>'
        yield _text(_LEFT - 8, y + 4, f"{time:,.4g} ms", anchor="end")


def _lines(lines: Mapping[str, Points], across: _Scale, up: _Scale) -> Iterator[str]:
    ends = _apart({name: up.at(line[-1][1]) for name, line in lines.items()})
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        places = [(across.at(x), up.at(y)) for x, y in line]
        path = " ".join(f"{x},{y}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for x, y in places:
            yield f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>'
        yield _text(_WIDTH - _RIGHT + 10, ends[name] + 4, name, colour=colour)


def _apart(ends: Mapping[str, float]) -> dict[str, float]:
    """The heights of names, moved down where two would stand on one another."""
    placed: dict[str, float] = {}
    for name, y in sorted(ends.items(), key=lambda end: end[1]):
        above = max(placed.values(), default=0.0)
        placed[name] = max(y, above + 16)
    return placed


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    colour: str = "#334155",
    size: int = 13,
) -> str:
    where = f'x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}" font-size="{size}"'
    return f"<text {where}>{escape(words)}</text>"
