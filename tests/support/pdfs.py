"""A small PDF writer: text at places, rules, boxes and pictures; under a password or not."""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

A4 = (595, 842)  # points
LEFT, TOP, PITCH = 57, 780, 14  # where `typed` pages begin, and how far apart their lines are
_FONTS = ("Helvetica", "Helvetica-Bold", "Courier")
_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_PICTURE = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
_PERMISSIONS = (-4).to_bytes(4, "little", signed=True)
_ID = b"0123456789abcdef"


@dataclass
class Page:
    """A page being drawn. Places are points from the lower left corner."""

    rotate: int = 0
    drawn: list[bytes] = field(default_factory=list)

    def text(
        self, x: float, y: float, words: str, *, size: float = 12, font: int = 0, ink: str = "0 g"
    ) -> "Page":
        """Write words; font 1 is bold, 2 has letters of one width (0.6 of the size)."""
        said = words.encode("cp1252").replace(b"\\", rb"\\")
        said = said.replace(b"(", rb"\(").replace(b")", rb"\)")
        where = f"{ink} BT /F{font} {size} Tf 1 0 0 1 {x} {y} Tm ".encode()
        self.drawn.append(where + b"(" + said + b") Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """Draw a thin line."""
        self.drawn.append(f"0.5 w {x0} {y0} m {x1} {y1} l S".encode())
        return self

    def box(self, x: float, y: float, wide: float, high: float, colour: str = "0 g") -> "Page":
        """Fill a box."""
        self.drawn.append(f"{colour} {x} {y} {wide} {high} re f".encode())
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> "Page":
        """Rule a table: lines down at the xs and across at the ys."""
        for x in xs:
            self.line(x, min(ys), x, max(ys))
        for y in ys:
            self.line(min(xs), y, max(xs), y)
        return self

    def photo(self, width: int, height: int, pixels: bytes) -> "Page":
        """Cover the page with a picture of one byte a pixel."""
        head = b"q 595 0 0 842 0 0 cm BI /W %d /H %d /CS /G /BPC 8 /F /Fl ID " % (width, height)
        self.drawn.append(head + zlib.compress(pixels) + b" EI Q")
        return self

    def scan(self) -> "Page":
        """Cover the page with a grey picture."""
        self.drawn.append(b"q 595 0 0 842 0 0 cm /Im Do Q")
        return self


def typed(*lines: str, font: int = 0) -> Page:
    """A page of lines one under another; an empty string leaves a line empty."""
    page = Page()
    for n, line in enumerate(lines):
        if line:
            page.text(LEFT, TOP - n * PITCH, line, font=font)
    return page


def ruled(*rows: Sequence[str], top: float = 600, step: float = 20) -> Page:
    """A page with a ruled table, its columns 100 points wide."""
    page, xs = Page(), [LEFT + 100 * n for n in range(len(rows[0]) + 1)]
    page.grid(xs, [top - step * n for n in range(len(rows) + 1)])
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            if text:
                page.text(x + 5, top - step * n - 14, text)
    return page


def pdf(*pages: Page, password: str | None = None, title: str = "") -> bytes:
    """The file. With a password it is encrypted by RC4 with 40 bits (ISO 32000-1, 7.6)."""
    key = _key(password) if password is not None else None
    objects = tree(pages, key)
    trailer = b""
    if title and key is None:
        objects.append(b"<</Title(%s)/CreationDate(D:20240312090000Z)>>" % title.encode())
        trailer = b"/Info %d 0 R" % len(objects)
    if password is not None:
        objects.append(_encryption(password))
        named = _ID.hex().encode()
        trailer = b"/Encrypt %d 0 R/ID[<%s><%s>]" % (len(objects), named, named)
    return written(objects, trailer)


def tree(pages: Sequence[Page], key: bytes | None = None) -> list[bytes]:
    """The catalogue, the pages with what is on each, the fonts and the picture."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
    ]
    fonts_at = 3 + 2 * len(pages)
    fonts = b"".join(b"/F%d %d 0 R" % (n, fonts_at + n) for n in range(len(_FONTS)))
    resources = b"<</Font<<%s>>/XObject<</Im %d 0 R>>>>" % (fonts, fonts_at + len(_FONTS))
    for n, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R"
            b"/Resources %s>>" % (*A4, page.rotate, 4 + 2 * n, resources)
        )
        objects.append(_stream(b"\n".join(page.drawn), 4 + 2 * n, key))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
    objects += [font % name.encode() for name in _FONTS]
    return [*objects, _stream(b"\x80", fonts_at + len(_FONTS), key, _PICTURE)]


def written(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """Objects as a PDF file: the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(places) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _stream(content: bytes, number: int, key: bytes | None, says: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    if key is not None:
        own = hashlib.md5(key + number.to_bytes(3, "little") + b"\x00\x00").digest()[:10]
        packed = _rc4(own, packed)
    head = b"<<%s/Length %d/Filter/FlateDecode>>" % (says, len(packed))
    return head + b"stream\n" + packed + b"\nendstream"


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PAD)[:32]


def _owner(password: str) -> bytes:
    return _rc4(hashlib.md5(_padded("owner")).digest()[:5], _padded(password))


def _key(password: str) -> bytes:
    said = _padded(password) + _owner(password) + _PERMISSIONS + _ID
    return hashlib.md5(said).digest()[:5]


def _encryption(password: str) -> bytes:
    user = _rc4(_key(password), _PAD)
    return b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (
        _owner(password).hex().encode(),
        user.hex().encode(),
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
