"""Bytes of a Rich Text file to letters, by the code page of their font."""

import codecs
import re
from dataclasses import dataclass, field

from ingest.readers.rtf.groups import Group

_CODE_PAGES = {  # by what \fcharset says
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_NAMED = {
    936: "gbk",
    10000: "mac_roman",
    10001: "shift_jis",
    65001: "utf-8",
}  # code pages that Python calls otherwise
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")  # a letter in two halves
_PRIVATE = 0xF000  # where Word puts the signs of such fonts in Unicode
# Fonts whose letters are signs: what each draws, as far as papers use it.
_SIGNS = {
    "symbol": dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {code: chr(code) for code in (*range(0x20, 0x22), 0x23, 0x25, 0x26, *range(0x28, 0x2A))}
    | {code: chr(code) for code in (0x2B, 0x2C, *range(0x2E, 0x40), 0x5B, 0x5D, 0x5F)}
    | {code: chr(code) for code in range(0x7B, 0x7E)}
    | {0x2D: "−", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
       0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE5: "∑"},
    "wingdings": {
        0x20: " ", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
        0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {
        0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●",
        0xA3: "☐",
    },
    "wingdings 3": {0x20: " "},
    "webdings": {0x20: " ", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗"},
}  # fmt: skip


@dataclass(slots=True)
class Fonts:
    """A document's font table, and the code page it is written in; a sink for the fonts' names."""

    default: int = 0
    code_page: str = "cp1252"
    _code_pages: dict[int, str] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)
    _signs: dict[int, dict[int, str]] = field(default_factory=dict)

    def add(self, text: str, group: Group) -> None:
        """Take a font's name, or part of it."""
        number = self._number(group.letters.font)
        name = (self._names.get(number, "") + text)[:80]
        self._names[number] = name
        signs = _SIGNS.get(name.strip(" ;").casefold())
        if signs is not None:
            self._signs[number] = signs

    def close(self) -> None:
        """Nothing is left to be done."""

    def set_document(self, code_page: int | None) -> None:
        """The document's own code page, by its number."""
        self.code_page = _codec(code_page) or self.code_page

    def set_charset(self, font: int | None, charset: int | None) -> None:
        """A font's code page, by its character set; that of the document where it has none."""
        name = _CODE_PAGES.get(charset or 0)
        if name:
            self._code_pages[self._number(font)] = name

    def set_code_page(self, font: int | None, code_page: int | None) -> None:
        """A font's code page, by its number."""
        name = _codec(code_page)
        if name:
            self._code_pages[self._number(font)] = name

    def decode(self, raw: bytes, font: int | None, *, bare: bool) -> str:
        """A run's letters; ``bare`` bytes may be UTF-8, from programs that know no code page."""
        number = self._number(font)
        signs = self._signs.get(number)
        if signs is not None:
            return "".join(_sign(byte, signs) for byte in raw)
        if raw.isascii():
            return raw.decode("ascii")
        code_page = self._code_pages.get(number, self.code_page)
        if bare and code_page == "cp1252":
            try:
                return raw.decode("utf-8")
            except UnicodeDecodeError:
                pass
        # Five bytes mean nothing in cp1252; in other code pages the damage is to be seen.
        return raw.decode(code_page, errors="ignore" if code_page == "cp1252" else "replace")

    def letter(self, value: int | None, font: int | None) -> str:
        """The letter of a ``\\u``; half of a pair as it stands."""
        code = (value or 0) + 0x10000 if (value or 0) < 0 else value or 0
        signs = self._signs.get(self._number(font))
        if signs is not None and _PRIVATE <= code < _PRIVATE + 0x100:
            return _sign(code - _PRIVATE, signs)
        if 0x80 <= code < 0xA0:  # a Windows letter by its code there: 133 is "…"
            return bytes([code]).decode("cp1252", errors="ignore")
        return chr(code) if 0 < code < 0x110000 else ""

    def _number(self, font: int | None) -> int:
        return self.default if font is None else font


def sign(code: int, font: str) -> str:
    """What a field that names a sign by its number and its font shows."""
    signs = _SIGNS.get(font.casefold())
    if signs is not None:
        return _sign(code & 0xFF, signs)
    return bytes([code]).decode("cp1252", errors="ignore") if code < 0x100 else ""


def whole(text: str) -> str:
    """The text with its halved letters made whole: the file gives "😀" as two."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _sign(byte: int, signs: dict[int, str]) -> str:
    return signs.get(byte) or chr(_PRIVATE + byte)


def _codec(code_page: int | None) -> str | None:
    """Python's name for a code page; None for one it does not know."""
    name = _NAMED.get(code_page or 0, f"cp{code_page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name
