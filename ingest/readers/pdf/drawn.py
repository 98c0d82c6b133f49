"""A PDF page as it looks: drawn whole, without its letters, and with its letters alone."""

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from ingest.readers.pdf.rules import SAME, Box, Matrix, matrix_of, product

_SCALE = 2.0  # pixels a point: enough for the strokes of small print
_MOST_PIXELS = 6_000_000
_MOST_OBJECTS = 200_000
_DEEPEST = 4  # forms within forms
_DIFFERS = 16  # of 255: shades nearer to each other look the same


@dataclass(frozen=True, slots=True)
class Drawn:
    """Three pictures of a page in shades of grey, and how a place on it is found in them."""

    width: int
    whole: bytes
    bare: bytes  # without letters
    letters: bytes  # and nothing else
    pixels: Callable[[Box], tuple[int, int, int, int]]  # left, top, right, bottom

    def ink(self, box: Box) -> int:
        """How many pixels within a box are other than they would be without the letters."""
        rows = zip(_rows(self.whole, self, box), _rows(self.bare, self, box), strict=True)
        return sum(_unlike(one, other) for one, other in rows if one != other)

    def print(self, box: Box) -> int:
        """How many pixels within a box the letters would darken on a white page."""
        rows = _rows(self.letters, self, box)
        return sum(_unlike(row, b"\xff" * len(row)) for row in rows)

    def beneath(self, box: Box) -> bytes:
        """The pixels within a box that are there without the letters."""
        return b"".join(_rows(self.bare, self, box))


def drawn(page: ctypes.c_void_p) -> Drawn:
    """Draw an open page; it is left as it was."""
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(_SCALE, math.sqrt(_MOST_PIXELS / max(wide * high, 1)))
    size = max(round(wide * scale), 1), max(round(high * scale), 1)
    things = [thing for thing, _ in everything(page)]
    is_text = [pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT for thing in things]
    rest = [thing for thing, text in zip(things, is_text, strict=True) if not text]
    texts = [thing for thing, text in zip(things, is_text, strict=True) if text]
    forms = [t for t in rest if pdfium.FPDFPageObj_GetType(t) == pdfium.FPDF_PAGEOBJ_FORM]
    return Drawn(
        size[0],
        _picture(page, size),
        _without(page, size, texts),
        _without(page, size, [t for t in rest if t not in forms], pdfium.FPDF_GRAYSCALE),
        lambda box: _placed(page, size, box),
    )


def everything(page: ctypes.c_void_p) -> Iterator[tuple[ctypes.c_void_p, Matrix]]:
    """All that is on a page, in the order it is drawn; a form before what is in it.

    With each comes the matrix that puts it on the page, apart from its own.
    """
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    return _opened((pdfium.FPDFPage_GetObject(page, n) for n in range(count)), SAME, _DEEPEST)


def _opened(
    things: Iterator[ctypes.c_void_p], outer: Matrix, depth: int
) -> Iterator[tuple[ctypes.c_void_p, Matrix]]:
    for thing in things:
        yield thing, outer
        if depth and pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_FORM:
            count = min(pdfium.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)
            inner = (pdfium.FPDFFormObj_GetObject(thing, n) for n in range(count))
            yield from _opened(inner, product(matrix_of(thing), outer), depth - 1)


def _without(
    page: ctypes.c_void_p, size: tuple[int, int], things: list[ctypes.c_void_p],
    flags: int = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT,
) -> bytes:  # fmt: skip
    """The page without some of what is on it, which is put back."""
    for thing in things:
        pdfium.FPDFPageObj_SetIsActive(thing, False)
    try:
        return _picture(page, size, flags)
    finally:
        for thing in things:
            pdfium.FPDFPageObj_SetIsActive(thing, True)


def _picture(
    page: ctypes.c_void_p,
    size: tuple[int, int],
    flags: int = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT,
) -> bytes:
    pixels = ctypes.create_string_buffer(size[0] * size[1])
    bitmap = pdfium.FPDFBitmap_CreateEx(*size, pdfium.FPDFBitmap_Gray, pixels, size[0])
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, flags)
        return pixels.raw
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _placed(page: ctypes.c_void_p, size: tuple[int, int], box: Box) -> tuple[int, int, int, int]:
    x, y = ctypes.c_int(), ctypes.c_int()
    xs, ys = [], []
    for corner in ((box.x0, box.y0), (box.x1, box.y1)):
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, *corner, x, y)
        xs.append(min(max(x.value, 0), size[0]))
        ys.append(min(max(y.value, 0), size[1]))
    return min(xs), min(ys), max(xs), max(ys)


def _rows(picture: bytes, page: Drawn, box: Box) -> Iterator[bytes]:
    left, top, right, bottom = page.pixels(box)
    for start in range(top * page.width, bottom * page.width, page.width):
        yield picture[start + left : start + right]


def _unlike(one: bytes, other: bytes) -> int:
    return sum(abs(a - b) > _DIFFERS for a, b in zip(one, other, strict=True))
