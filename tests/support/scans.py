"""Scans of our own: the pages of a PDF as pictures, askew, turned and dirty as one likes."""

import random
import zlib
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from ingest.readers.ocr.picture import Picture
from ingest.readers.pdf.pictures import taken
from support.pdfs import written


def scanned(
    data: bytes, *, dpi: int = 200, askew: float = 0, turned: int = 0, dirt: float = 0
) -> bytes:
    """A PDF of pictures of another's pages, turned clockwise by quarters and by degrees ``askew``.

    Of its pixels a share as large as ``dirt`` is black or white by chance.
    """
    document = pdfium.PdfDocument(data)
    try:
        pages = [taken(document, n + 1, dpi, turned, -askew) for n in range(len(document))]
    finally:
        document.close()
    return pictured([dirty(page, dirt) for page in pages])


def photographed(data: bytes, *, dpi: int = 200) -> Picture:
    """The first page of a PDF as a picture."""
    document = pdfium.PdfDocument(data)
    try:
        return taken(document, 1, dpi, 0, 0)
    finally:
        document.close()


def dirty(page: Picture, share: float) -> Picture:
    """A picture in which a share of the pixels is black or white by chance."""
    chance, pixels = random.Random(7), bytearray(page.pixels)
    for _ in range(int(share * len(pixels))):
        pixels[chance.randrange(len(pixels))] = chance.choice((0, 255))
    return Picture(page.width, page.height, page.dpi, bytes(pixels))


def unreadable(data: bytes) -> Picture:
    """The top of the first page of a PDF, with few dots and much dirt.

    Only the top: tesseract takes half a minute to find no word in a whole page of such dirt.
    """
    page = photographed(data, dpi=60)
    high = page.height // 4
    return dirty(Picture(page.width, high, page.dpi, page.pixels[: high * page.width]), 0.15)


def pictured(pages: Sequence[Picture]) -> bytes:
    """A PDF whose pages are these pictures and nothing else."""
    kids = b" ".join(b"%d 0 R" % (3 + 3 * n) for n in range(len(pages)))
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
            *(part for n, page in enumerate(pages) for part in _objects(page, 3 + 3 * n)),
        ]
    )


def _objects(page: Picture, number: int) -> Iterator[bytes]:
    wide, high = page.width * 72 / page.dpi, page.height * 72 / page.dpi
    yield (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %f %f]/Contents %d 0 R"
        b"/Resources<</XObject<</Im %d 0 R>>>>>>" % (wide, high, number + 1, number + 2)
    )
    drawn = b"q %f 0 0 %f 0 0 cm /Im Do Q" % (wide, high)
    yield b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn)
    packed = zlib.compress(page.pixels)
    yield (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (page.width, page.height, len(packed), packed)
    )
