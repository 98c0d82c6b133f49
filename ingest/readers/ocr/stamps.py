"""A faint stamp on a page, or one across its text: looked for by itself, paler than print."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.readers.ocr import tesseract
from ingest.readers.ocr.hocr import seen_lines
from ingest.readers.ocr.picture import Picture

SLANTS = (0, -15, 15, -30, 30, -45, 45)  # degrees: how a page is turned, so that its stamp stands
_PALE = bytes(0 if 80 <= n <= 205 else 255 for n in range(256))  # 0 for neither ink nor paper
_THIN = 0.025  # inches: the edges of printed letters, and noise
_STROKE = 0.04  # inches: of letters as large as a stamp's
_FEWEST = 0.5  # inches: of such strokes, laid end to end in each row of pixels
_MUCH = 0.1  # of the page: what is as much is shadow, or grey paper


def stamped(pictures: Iterable[Picture]) -> Iterator[str]:
    """The lines of what is stamped on a page, as far as they can be made out; mostly none.

    The pictures are of one page, turned by each of the slants.
    """
    for picture in pictures:
        pale = _pale(picture)
        if not _is_stamp(pale):
            return
        yield from (line.text for line in seen_lines(tesseract.hocr(pale, scattered=True)))


def _is_stamp(pale: Picture) -> bool:
    stroke = bytes(round(_STROKE * pale.dpi))
    strokes = pale.pixels.count(stroke) * len(stroke)
    enough = strokes > _FEWEST * _STROKE * pale.dpi**2
    return enough and pale.pixels.count(0) < _MUCH * len(pale.pixels)


def _pale(picture: Picture) -> Picture:
    """All that is paler than print as black as print, without what is thinner than a stroke."""
    wide, pixels = picture.width, picture.pixels.translate(_PALE)
    most = int(_THIN * picture.dpi)
    thin = re.compile(rb"(?<!\x00)\x00{1,%d}(?!\x00)" % most)
    rows = (_without(thin, pixels[n : n + wide]) for n in range(0, len(pixels), wide))
    kept = bytearray(b"".join(rows))
    for n in range(wide):
        kept[n::wide] = _without(thin, bytes(kept[n::wide]))
    return replace(picture, pixels=bytes(kept))


def _without(thin: re.Pattern[bytes], pixels: bytes) -> bytes:
    return thin.sub(lambda found: b"\xff" * len(found[0]), pixels)
