"""The straight lines of a PDF page, from which its tables are ruled, and its pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ingest.readers.pdf.words import Turn, lightness

_THIN = 2.5  # points: the widest box that is a line
_SHORTEST = 4.0  # points
_MOST_OBJECTS = 20_000  # of a page; a drawing with more is a map or a chart
_MOST_SEGMENTS = 2_000  # of a path
_DEEPEST = 4  # forms within forms

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)


class Rule(NamedTuple):
    """A line along an axis: at ``at`` on the other axis, from ``low`` to ``high``."""

    at: float
    low: float
    high: float


class Box(NamedTuple):
    """A rectangle, in points from the lower left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(slots=True)
class Rules:
    """What is drawn on a page, text apart."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)


def rules(page: ctypes.c_void_p, turn: Turn) -> Rules:
    """The lines and pictures of an open page, turned as its text is."""
    found = Rules()
    objects = (
        pdfium.FPDFPage_GetObject(page, n)
        for n in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS))
    )
    for thing, matrix in _things(objects, SAME, _DEEPEST):
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(_turned(_unit_box(matrix), turn))
        else:
            _draw(found, thing, matrix, turn)
    return found


def _things(
    objects: Iterator[ctypes.c_void_p], outer: Matrix, depth: int
) -> Iterator[tuple[ctypes.c_void_p, Matrix]]:
    """Paths and pictures with the matrix that puts them on the page, forms opened."""
    for thing in objects:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield thing, product(matrix_of(thing), outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            count = min(pdfium.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)
            inner = (pdfium.FPDFFormObj_GetObject(thing, n) for n in range(count))
            yield from _things(inner, product(matrix_of(thing), outer), depth - 1)


def _draw(found: Rules, path: ctypes.c_void_p, matrix: Matrix, turn: Turn) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    shade = shade_of(path) if fill.value else 255
    if not stroke.value and shade > 250:  # nothing is painted, or white
        return
    for points in _figures(path, matrix):
        box = _turned(bounds(points), turn)
        if len(points) >= 4 and _is_rectangle(points):
            _add_box(found, box)
        elif stroke.value:
            for a, b in pairwise(points):
                _add_line(found, _turned(bounds([a, b]), turn))


def _add_box(found: Rules, box: Box) -> None:
    """A thin box is a line; of a wider one, its four sides are."""
    if min(box.x1 - box.x0, box.y1 - box.y0) <= _THIN:
        _add_line(found, box)
        return
    found.across += [Rule(box.y0, box.x0, box.x1), Rule(box.y1, box.x0, box.x1)]
    found.down += [Rule(box.x0, box.y0, box.y1), Rule(box.x1, box.y0, box.y1)]


def _add_line(found: Rules, box: Box) -> None:
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if high <= _THIN and wide >= _SHORTEST:
        found.across.append(Rule((box.y0 + box.y1) / 2, box.x0, box.x1))
    elif wide <= _THIN and high >= _SHORTEST:
        found.down.append(Rule((box.x0 + box.x1) / 2, box.y0, box.y1))


def shade_of(path: ctypes.c_void_p) -> int:
    """How light a path's filling is, from 0 to 255; clear is white."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return 255
    return lightness(red.value, green.value, blue.value, alpha.value)


def _figures(path: ctypes.c_void_p, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of each figure of a path, on the page; a curve spoils its figure."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, n)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            continue
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(placed(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    """Whether the points are the corners of a rectangle that stands straight."""
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    return all(
        min(abs(x - xs[0]), abs(x - xs[-1])) < 0.5 and min(abs(y - ys[0]), abs(y - ys[-1])) < 0.5
        for x, y in points
    )


def bounds(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _unit_box(matrix: Matrix) -> Box:
    return bounds([placed(matrix, x, y) for x in (0, 1) for y in (0, 1)])


def _turned(box: Box, turn: Turn) -> Box:
    return bounds([turn.point(box.x0, box.y0), turn.point(box.x1, box.y1)])


def matrix_of(thing: ctypes.c_void_p) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, matrix):
        return SAME
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
