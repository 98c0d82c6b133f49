"""A PDF page drawn as a picture: as large as may be, turned and straightened as asked."""

import math

import pypdfium2 as pdfium
from pypdfium2 import raw

from ingest.readers.ocr.picture import Picture

_MOST_PIXELS = 25_000_000


def taken(pdf: pdfium.PdfDocument, number: int, dpi: int, quarters: int, askew: float) -> Picture:
    """A page, by its number from 1, turned clockwise by quarters and back by degrees ``askew``."""
    page = pdf[number - 1]
    try:
        return _drawn(page, dpi, quarters, askew)
    finally:
        page.close()


def _drawn(page: pdfium.PdfPage, dpi: int, quarters: int, askew: float) -> Picture:
    wide, high = page.get_size()
    dpi = min(dpi, int(72 * math.sqrt(_MOST_PIXELS / max(wide * high, 1))))
    across, down = (high, wide) if quarters % 2 else (wide, high)
    width, height = max(int(across * dpi / 72), 1), max(int(down * dpi / 72), 1)
    bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        matrix = _matrix((wide, high), (width, height), dpi / 72, quarters * 90 - askew)
        whole = raw.FS_RECTF(0, 0, width, height)
        flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
        raw.FPDF_RenderPageBitmapWithMatrix(bitmap.raw, page.raw, matrix, whole, flags)
        return Picture(width, height, dpi, _rows(bitmap))
    finally:
        bitmap.close()


def _matrix(
    page: tuple[float, float], picture: tuple[int, int], scale: float, degrees: float
) -> raw.FS_MATRIX:
    """What turns a page about its middle, clockwise, and lays its middle on the picture's."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    a, b, c, d = scale * cosine, scale * sine, -scale * sine, scale * cosine
    x, y = page[0] / 2, page[1] / 2
    return raw.FS_MATRIX(a, b, c, d, picture[0] / 2 - a * x - c * y, picture[1] / 2 - b * x - d * y)


def _rows(bitmap: pdfium.PdfBitmap) -> bytes:
    pixels = bytes(bitmap.buffer)
    if bitmap.stride == bitmap.width:
        return pixels[: bitmap.width * bitmap.height]
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    return b"".join(pixels[start : start + bitmap.width] for start in starts)
