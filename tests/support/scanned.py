"""A searchable scan: a page as a picture, with its words as text that nobody sees laid over it."""

import zlib
from collections.abc import Sequence

import pypdfium2 as pdfium

from support.pdfs import A4, Page, pdf, written


def scanned(
    page: Page, words: Sequence[tuple[float, float, str]], *, over: str = "", beneath: bool = False
) -> bytes:
    """``page`` as a picture, with ``words`` at their places, and then what is drawn ``over`` it.

    The words are drawn without ink, or ``beneath`` the picture.
    """
    shown = " ".join(f"BT /F0 12 Tf 1 0 0 1 {x} {y} Tm ({word}) Tj ET" for x, y, word in words)
    picture = f"q {A4[0]} 0 0 {A4[1]} 0 0 cm /Im Do Q"
    text = shown if beneath else f"3 Tr {shown} 0 Tr"
    drawn = f"{text} {picture} {over}" if beneath else f"{picture} {text} {over}"
    return _file(drawn.encode(), *_grey(page))


def with_notes(page: Page, *notes: str) -> bytes:
    """A page with notes on it, each the inside of an annotation's dictionary."""
    said = b"".join(b"<</Type/Annot %s>>" % note.encode() for note in notes)
    return _file(b"\n".join(page.drawn), 1, 1, b"\xff", b"/Annots[%s]" % said)


def _grey(page: Page) -> tuple[int, int, bytes]:
    with pdfium.PdfDocument(pdf(page)) as drawn:
        bitmap = drawn[0].render(scale=1.5, grayscale=True)
        rows = bytes(bitmap.buffer)
        stride, wide, high = bitmap.stride, bitmap.width, bitmap.height
    return wide, high, b"".join(rows[n * stride : n * stride + wide] for n in range(high))


def _file(drawn: bytes, wide: int, high: int, pixels: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(pixels)
    picture = (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    ) % (wide, high, len(packed), packed)
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R%s"
            b"/Resources<</Font<</F0 5 0 R/F1 5 0 R/F2 5 0 R>>/XObject<</Im 6 0 R>>>>>>"
            % (*A4, more),
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            picture,
        ]
    )
