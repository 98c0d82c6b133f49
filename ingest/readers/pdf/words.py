"""The words of a PDF page, each with where it stands, in the order the file gives them."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

from ingest.readers.clean import visible
from ingest.readers.pdf.sideways import Lean, straightened
from ingest.readers.pdf.word import SOFT, Word

_BOLD = (b"bold", b"black", b"heavy", b"semibold", b"demi")
_FORCE_BOLD = 1 << 18  # a font descriptor's flag (ISO 32000-1, table 123)
_BREAKS = frozenset((2, 0xFFFE, 0xAD))  # what PDFium gives for a hyphen that ends a line
_HYPHEN = 0x2010  # what web browsers draw there
_BLANKS = frozenset({*range(33), 160, 0x2028, 0x200B} - _BREAKS)
_CHANGE = re.compile(r"[a-z](?=[A-Z\d])|\d(?=[A-Za-z])|[A-Z](?=\d)")
_SQUEEZED = 0.1  # of the type size: how far apart two letters of one word never are


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page's text runs: 0 for left to right, 1 for upwards, 2 upside down, 3 downwards."""

    quarters: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page where it comes to lie once the text is turned upright."""
        return (
            (x, y),
            (y, self.width - x),
            (self.width - x, self.height - y),
            (self.height - y, x),
        )[self.quarters]


class TextPage:
    """PDFium's view of one page's text; what is called for every letter is kept short."""

    def __init__(self, page: ctypes.c_void_p, width: float, height: float) -> None:
        """Load the text of an open page; `close` must follow."""
        self._page = pdfium.FPDFText_LoadPage(page)
        self.count = max(pdfium.FPDFText_CountChars(self._page), 0)
        self.unknown = 0  # letters whose font does not say what they are; known after `words`
        self._x, self._y, self._box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._ink = tuple(ctypes.c_uint() for _ in range(4))
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._bold_fonts: dict[tuple[bytes, int], bool] = {}
        self.turn = Turn(0, width, height)
        self.turn = Turn(self._quarters(), width, height)

    def close(self) -> None:
        """Let go of the page's text."""
        pdfium.FPDFText_ClosePage(self._page)

    def words(self) -> list[Word]:
        """The page's words, a word that the file has glued to the next cut at the gap."""
        text = [pdfium.FPDFText_GetUnicode(self._page, n) for n in range(self.count)]
        self.unknown = sum(map(_is_unknown, text))
        words = (word for start, end in _spans(text) for word in self._cut(text, start, end))
        return list(straightened(words, self._lean))

    def shade(self, at: int) -> int:
        """How light a letter is, from 0 for black to 255; clear is white."""
        red, green, blue, alpha = self._ink
        pdfium.FPDFText_GetFillColor(self._page, at, red, green, blue, alpha)
        return lightness(red.value, green.value, blue.value, alpha.value)

    def middle(self, at: int, count: int) -> tuple[float, float]:
        """The point half-way between the first and the last letter of a word, as drawn."""
        first, last = self.box(at, 1), self.box(min(at + count, self.count) - 1, 1)
        return (first[0] + last[2]) / 2, (first[1] + last[3]) / 2

    def box(self, at: int, count: int) -> tuple[float, float, float, float]:
        """Where letters lie on the page as it is drawn: left, bottom, right, top."""
        boxes = []
        for n in range(at, min(at + count, self.count)):
            pdfium.FPDFText_GetLooseCharBox(self._page, n, self._box)
            boxes.append((self._box.left, self._box.bottom, self._box.right, self._box.top))
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)

    def thing(self, at: int) -> int:
        """The address of what is drawn on the page to show a letter."""
        found = pdfium.FPDFText_GetTextObject(self._page, at)
        return ctypes.cast(found, ctypes.c_void_p).value or 0

    def _quarters(self) -> int:
        """How most of the text is turned, judged by some fifty letters."""
        step = max(self.count // 50, 1)
        turns = [self._quarter(n) for n in range(0, self.count, step)]
        return max(range(4), key=turns.count) if turns else 0

    def _quarter(self, at: int) -> int | None:
        """How a letter is turned; None for one that is not drawn."""
        angle = pdfium.FPDFText_GetCharAngle(self._page, at)
        # PDFium counts angles clockwise, and gives -1 for a letter that is not drawn.
        return -round(angle / 1.5707963) % 4 if angle >= 0 else None

    def _lean(self, word: Word) -> Lean | None:
        """How a word leans against the others; None for one that runs as they do."""
        turned = self._quarter(word.at)
        quarters = 0 if turned is None else (turned - self.turn.quarters) % 4
        if quarters % 2 == 0 or not word.text:
            return None
        left, bottom, right, top = self.box(word.at, len(word.text))
        ends = [self.turn.point(x, y)[1] for x, y in ((left, bottom), (right, top))]
        return Lean(quarters == 1, min(ends), max(ends))

    def _cut(self, text: list[int], start: int, end: int) -> Iterator[Word]:
        """The word from start to end; as two where letters stand apart with no space between."""
        cuts = sorted({*self._gaps(text, start, end), *self._bends(start, end)})
        for first, last in pairwise([start, *cuts, end]):
            yield self._word(text, first, last)

    def _gaps(self, text: list[int], start: int, end: int) -> Iterator[int]:
        """Where a small letter or digit is followed, at a distance, by a capital or a letter."""
        for found in _CHANGE.finditer("".join(map(chr, text[start:end]))):
            n = start + found.end()
            if self._left(n)[0] - self._right(n - 1) > _SQUEEZED * self._size(n):
                yield n

    def _bends(self, start: int, end: int) -> Iterator[int]:
        """Where letters lean otherwise than those before them, of another word."""
        if self._quarter(start) != self._quarter(end - 1):
            turns = [self._quarter(n) for n in range(start, end)]
            yield from (start + n for n in range(1, len(turns)) if turns[n] != turns[n - 1])

    def _word(self, text: list[int], start: int, end: int) -> Word:
        x0, y = self._left(start)
        x1 = self._right(end - 1)
        space = end
        while space < len(text) and self._is_drawn_space(text, space):
            space += 1
        return Word(
            _string(text[start:end]),
            x0,
            x1,
            self._right(space - 1) if space > end else x1,
            y,
            self._size(start),
            self._is_bold(start),
            start,
        )

    def _size(self, at: int) -> float:
        """The type's size on the page: many programs set size 1 and scale it up."""
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._page, at, matrix)
        size: float = pdfium.FPDFText_GetFontSize(self._page, at)
        return size * math.hypot(matrix.c, matrix.d)

    def _is_drawn_space(self, text: list[int], at: int) -> bool:
        return text[at] in (32, 160) and not pdfium.FPDFText_IsGenerated(self._page, at)

    def _left(self, at: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._page, at, self._x, self._y)
        return self.turn.point(self._x.value, self._y.value)

    def _right(self, at: int) -> float:
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._page, at, box)
        corners = self.turn.point(box.left, box.bottom), self.turn.point(box.right, box.top)
        return max(x for x, _ in corners)

    def _is_bold(self, at: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self._page, at, self._name, 128, self._flags)
        font = (self._name.value, self._flags.value)
        if font not in self._bold_fonts:
            name = font[0].lower()
            named = any(weight in name for weight in _BOLD)
            self._bold_fonts[font] = named or bool(font[1] & _FORCE_BOLD)
        return self._bold_fonts[font]


def lightness(red: int, green: int, blue: int, alpha: int) -> int:
    """How light a colour looks on white paper, from 0 to 255."""
    shade = (red * 3 + green * 6 + blue) // 10
    return 255 - (255 - shade) * alpha // 255


def _is_unknown(code: int) -> bool:
    return code in (0, 0xFFFD) or 0xE000 <= code < 0xF000 or 0xF100 <= code < 0xF900


def _spans(text: list[int]) -> Iterator[tuple[int, int]]:
    """Where the words begin and end: between white space and letters PDFium does not know."""
    start = None
    for n, code in enumerate(text):
        blank = code in _BLANKS
        if start is not None and (blank or code in _BREAKS):
            yield start, n + (not blank)
            start = None
        elif not blank and start is None:
            start = n
    if start is not None:
        yield start, len(text)


def _string(codes: list[int]) -> str:
    """The letters of a word; a hyphen that only broke a line is a soft one."""
    breaks = codes[-1] in _BREAKS or (codes[-1] == _HYPHEN and len(codes) > 1)
    letters = "".join(map(chr, codes[:-1] if breaks else codes))
    return visible(letters) + (SOFT if breaks else "")
