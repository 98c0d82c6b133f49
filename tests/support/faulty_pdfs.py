"""PDFs as networks, disks and enemies leave them."""

import random
import zlib

from support.pdfs import Page, pdf, typed, written
from support.scans import photographed

LINES = (
    "Report of the Chief Executive to the Cabinet",
    "The lease of the market hall ends in March and the tenant asks for five more years.",
    "Officers looked at three offers and found the tenant's the best of them.",
    "The rent would rise by two hundred pounds a year from the first of April.",
    "RECOMMENDED that the lease be renewed for five years.",
)
_BREAKING = b"BT /F0 12 Tf 57 700 Td (Agreed.) Tj ET\n"


def report(pages: int = 6) -> bytes:
    """A sound report, each of its pages different."""
    return pdf(*(typed(f"Page {n} of the report", "", *LINES) for n in range(1, pages + 1)))


def rotten(data: bytes, count: int, seed: int) -> bytes:
    """The same file with so many of its bytes changed."""
    chance, out = random.Random(seed), bytearray(data)
    for place in chance.sample(range(len(out)), count):
        out[place] ^= chance.randrange(1, 256)
    return bytes(out)


def rotten_within(data: bytes, count: int, seed: int) -> bytes:
    """The same file with bytes changed in what its second page shows, and nowhere else."""
    start = data.index(b"stream\n", data.index(b"stream\n") + 40) + 9
    start = data.index(b"stream\n", data.index(b"endstream", start) + 9) + 9
    end = data.index(b"\nendstream", start)
    return data[:start] + rotten(data[start:end], count, seed) + data[end:]


def bomb(megabytes: int = 800) -> bytes:
    """A page whose few hundred kilobytes unpack to so many megabytes of text to draw."""
    pack = zlib.compressobj(9)
    block = _BREAKING * ((1 << 20) // len(_BREAKING))
    packed = b"".join(pack.compress(block) for _ in range(megabytes)) + pack.flush()
    return _one_page(b"<</Length %d/Filter/FlateDecode>>" % len(packed), packed)


def bomb_within_a_bomb(megabytes: int = 800) -> bytes:
    """The same, packed once more: a few kilobytes."""
    pack = zlib.compressobj(9)
    block = _BREAKING * ((1 << 20) // len(_BREAKING))
    once = b"".join(pack.compress(block) for _ in range(megabytes)) + pack.flush()
    packed = zlib.compress(once, 9)
    head = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>" % len(packed)
    return _one_page(head, packed)


def _one_page(head: bytes, packed: bytes) -> bytes:
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F0 5 0 R>>>>>>",
            head + b"stream\n" + packed + b"\nendstream",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


def cyclic(count: int = 12) -> bytes:
    """A tree of pages that is its own branch."""
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count,
            b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count %d>>" % count,
        ]
    )


def nested(depth: int = 2_000_000) -> bytes:
    """A page tree of that many lists within each other."""
    inside = b"<</Type/Pages/Count 1/Kids" + b"[" * depth + b"]" * depth + b">>"
    return written([b"<</Type/Catalog/Pages 2 0 R>>", inside])


def of_pages(count: int) -> bytes:
    """A PDF of so many empty pages."""
    kids = b" ".join(b"%d 0 R" % n for n in range(3, count + 3))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    return written([b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * count])


def in_columns() -> bytes:
    """A page with two columns, whose lines were drawn across."""
    page = Page()
    for n in range(12):
        page.text(57, 780 - 14 * n, f"Left line {n} goes on about trees and")
        page.text(320, 780 - 14 * n, f"Right line {n} goes on about roads and")
    return pdf(page)


def over_pages() -> bytes:
    """A ruled table that goes on over a page, its heads printed again."""
    heads = ("Ward", "Spent", "Left")
    rows = [(f"Ward {n}", f"{n},000", f"{n}00") for n in range(1, 7)]
    first, second = Page().text(57, 790, "Spending by ward"), Page()
    for page, some in ((first, rows[:3]), (second, rows[3:])):
        page.grid([57, 157, 257, 357], [700 - 20 * n for n in range(len(some) + 2)])
        for n, row in enumerate((heads, *some)):
            for x, words in zip((62, 162, 262), row, strict=True):
                page.text(x, 686 - 20 * n, words)
    return pdf(first, second)


def rotated() -> bytes:
    """A page that lies on its side, and its text with it."""
    page = Page(rotate=90)
    for n, line in enumerate(LINES):
        where = b"BT /F0 12 Tf 0 1 -1 0 %d 57 Tm" % (60 + 14 * n)
        page.drawn.append(where + b"(%s) Tj ET" % line.encode())
    return pdf(page)


def mixed() -> bytes:
    """Typed pages around one that is a picture."""
    picture = photographed(pdf(typed(*LINES)))
    scan = Page().photo(picture.width, picture.height, picture.pixels)
    return pdf(typed("Typed page 1", *LINES[:2]), scan, typed("Typed page 3", *LINES[:2]))


def picture_bomb(side: int = 40_000) -> bytes:
    """A page that is a picture of more dots than memory has room for, in a megabyte or two."""
    packed = zlib.compress(bytes(side * side // 8), 9)
    picture = (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
        b"/BitsPerComponent 1/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    ) % (side, side, len(packed), packed)
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</XObject<</Im 5 0 R>>>>>>",
            b"<</Length 31>>stream\nq 595 0 0 842 0 0 cm /Im Do Q   \nendstream",
            picture,
        ]
    )
