"""A page as a picture in shades of grey: how far it is askew, and the lines ruled on it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

_DARK = 140  # of 255
_INK = bytes(n >= _DARK for n in range(256))  # 0 for ink, 1 for paper
_SHORTEST = 28.0  # points: no letter has a straight stroke as long
_THICKEST = 3.0  # points: what is thicker is no line
_STRIPS = 24  # that a page is parted into, to find how far its lines rise
_MOST_DEGREES = 8.0
_STEPS = (0.5, 0.1)  # degrees: first roughly, then just there
_GREYEST, _PALEST = 60, 200  # ink that is lighter and paper that is darker are set right
_LEAST_APART = 60  # shades: with less between them there is but paper
_TRACE = 0.002  # of the pixels, that are the darkest: some of them are ink
_LIGHTEST, _DARKEST = 0.025, 0.4  # of a square with writing in it that is ink
_FEW_STROKES = 6  # rows of pixels in ink: with fewer there is no letter


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of pixels, one byte each, from the top."""

    width: int
    height: int
    dpi: int
    pixels: bytes

    def pgm(self) -> bytes:
        """The picture as a file that any program reads."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.pixels


Box = tuple[float, float, float, float]  # left, top, right and bottom, in pixels


class Stroke(NamedTuple):
    """A line along an axis: at ``at`` on the other axis, from ``low`` to ``high``, in points."""

    at: float
    low: float
    high: float


class Strokes(NamedTuple):
    """The lines ruled on a picture, in points from its lower left corner."""

    across: list[Stroke]
    down: list[Stroke]


def skew(picture: Picture) -> float:
    """How far a picture is turned clockwise, in degrees: the angle at which its lines are sharpest.

    A small picture, of some 75 pixels an inch, is enough.
    """
    ink = picture.pixels.translate(_INK)
    wide = max(picture.width // _STRIPS, 1)
    strips = [
        [ink.count(0, start, start + wide) for start in range(left, len(ink), picture.width)]
        for left in range(0, wide * _STRIPS, wide)
    ]
    best, around = 0.0, _MOST_DEGREES
    for step in _STEPS:
        count = round(around / step)
        angles = [best + n * step for n in range(-count, count + 1)]
        best = max(angles, key=lambda angle: (_sharpness(strips, angle, wide), -abs(angle)))
        around = step
    return best if abs(best) < _MOST_DEGREES else 0.0


def _sharpness(strips: list[list[int]], angle: float, wide: int) -> int:
    """How unlike each other the rows of a picture are when it is turned back by an angle."""
    rise = angle * 0.0174533 * wide
    shifts = [round(n * rise) for n in range(len(strips))]
    low, high = min(shifts), max(shifts)
    height = len(strips[0])
    moved = [
        strip[shift - low : height - (high - shift)]
        for strip, shift in zip(strips, shifts, strict=True)
    ]
    return sum(row * row for row in map(sum, zip(*moved, strict=True)))


def cleared(picture: Picture) -> Picture:
    """A picture with its ink black and its paper white, where it is faint or on dark paper."""
    sample = picture.pixels[::7]
    counts = [sample.count(shade) for shade in range(256)]
    darkest = accumulate(counts)
    ink = next((n for n, sum_ in enumerate(darkest) if sum_ > _TRACE * len(sample)), 0)
    paper = counts.index(max(counts))
    if paper - ink < _LEAST_APART or (ink <= _GREYEST and paper >= _PALEST):
        return picture
    shades = bytes(min(max((n - ink) * 255 // (paper - ink), 0), 255) for n in range(256))
    return replace(picture, pixels=picture.pixels.translate(shades))


def lines(picture: Picture) -> Strokes:
    """The lines ruled across and down a straight picture."""
    ink = picture.pixels.translate(_INK)
    point = 72 / picture.dpi
    rows = [ink[n : n + picture.width] for n in range(0, len(ink), picture.width)]
    columns = [ink[n :: picture.width] for n in range(picture.width)]
    across = [
        Stroke((picture.height - at) * point, low * point, high * point)
        for at, low, high in _runs(rows, picture.dpi)
    ]
    down = [
        Stroke(at * point, (picture.height - high) * point, (picture.height - low) * point)
        for at, low, high in _runs(columns, picture.dpi)
    ]
    return Strokes(across, down)


def _runs(rows: list[bytes], dpi: int) -> Iterator[tuple[int, int, int]]:
    """Long thin strokes: the row each is in, and where in it each begins and ends."""
    long = re.compile(rb"\x00{%d,}" % round(_SHORTEST * dpi / 72))
    thick = round(_THICKEST * dpi / 72)
    for n, row in enumerate(rows):
        if b"\x00" * 16 not in row:
            continue
        beside = [rows[n - thick] if n >= thick else b"", *rows[n + thick : n + thick + 1]]
        mended = row.replace(b"\x00\x01\x00", bytes(3)).replace(b"\x00\x01\x01\x00", bytes(4))
        for found in long.finditer(mended):
            start, end = found.span()
            if all(other.count(0, start, end) * 2 < end - start for other in beside):
                yield n, start, end


def painted_over(picture: Picture, boxes: Iterable[Box], ruled: Strokes) -> Picture:
    """A picture with some boxes (left, top, right, bottom) and its ruled lines painted white."""
    pixels = bytearray(picture.pixels)
    for box in [*boxes, *_ruled_boxes(picture, ruled)]:
        left, right = max(int(box[0]), 0), min(int(box[2]) + 1, picture.width)
        for y in range(max(int(box[1]), 0), min(int(box[3]) + 1, picture.height)):
            start = y * picture.width
            pixels[start + left : start + right] = b"\xff" * max(right - left, 0)
    return Picture(picture.width, picture.height, picture.dpi, bytes(pixels))


def _ruled_boxes(picture: Picture, ruled: Strokes) -> Iterator[Box]:
    scale, high = picture.dpi / 72, picture.height
    for at, low, end in ruled.across:
        yield low * scale - 2, high - at * scale - 2, end * scale + 2, high - at * scale + 2
    for at, low, end in ruled.down:
        yield at * scale - 2, high - end * scale - 2, at * scale + 2, high - low * scale + 2


def share_read(picture: Picture, boxes: Iterable[Box]) -> float:
    """How much of what looks like writing on a picture lies in some boxes, or beside them.

    Judged by squares: photographs are darker than writing, and paper is lighter.
    """
    side = max(picture.dpi // 4, 1)
    written = set(_written(picture, side))
    read = {
        (column, row)
        for left, top, right, bottom in boxes
        for column in range(int(left - side / 2) // side, int(right + side / 2) // side + 1)
        for row in range(int(top - side / 2) // side, int(bottom + side / 2) // side + 1)
    }
    return len(written & read) / len(written) if written else 1.0


def _written(picture: Picture, side: int) -> Iterator[tuple[int, int]]:
    """The squares of a picture, by column and row, that are as dark as writing is."""
    ink, width = picture.pixels.translate(_INK), picture.width
    for row in range(picture.height // side):
        starts = range(row * side * width, (row + 1) * side * width, width)
        for column in range(width // side):
            left = column * side
            dark = sum(ink.count(0, start + left, start + left + side) for start in starts)
            if _LIGHTEST < dark / side**2 < _DARKEST:
                yield column, row


def has_ink(picture: Picture) -> bool:
    """Whether anything as large as a digit is on a picture."""
    ink = picture.pixels.translate(_INK)
    stroke = b"\x00" * max(picture.dpi // 75, 2)
    found = ink.count(stroke)
    return found > _FEW_STROKES
