"""Bytes to text, in the encodings that English council papers come in."""

import codecs
import re

from index.errors import Unreadable
from ingest.limits import MAX_CHARS

_MARKS = (  # the longer first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In Windows' letters no word is written "itÕs" or "ÒinformalÓ", nothing costs "œ5", and "…" has a
# space behind it: so an old Mac, DOS and a mainframe write ’, “informal”, £5 and the end of a line.
_MAC = re.compile(
    rb"[a-z]\xd5[a-z]\b|(?<![\w\x80-\xff])\xd2[A-Za-z][^\xd2]{0,300}\xd3(?![A-Za-z\x80-\xff])"
)
_DOS = re.compile(rb"(?<![\w\x80-\xff])\x9c\s?\d")
_QUOTES = re.compile(rb"[a-z]\x92[a-z]|\x93[A-Za-z]")
_POUNDS = re.compile(rb"\xa3\d")
_MAINFRAME = re.compile(rb"\x85(?=[A-Z\d\x85]).*\x85", re.DOTALL)
_NO_MAINFRAME = re.compile(rb"[\r\n]|\x85 ")
_NO_LETTERS = ("unicode", "raw", "punycode", "idna", "utf-7")  # ways to spell letters by others
_DAMAGED = "Some characters of this file were damaged and are shown as \N{REPLACEMENT CHARACTER}."


def text_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """As `decoded`, but a text longer than the limit raises Unreadable ("too_big")."""
    text, warnings = decoded(data)
    if len(text) > MAX_CHARS:
        raise too_long()
    return text, warnings


def too_long() -> Unreadable:
    """The refusal of a paper with more text than is read."""
    return Unreadable(
        "too_big",
        f"This paper has more than {MAX_CHARS:,} characters. Split it and ingest the parts.",
    )


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and a warning if some of it was damaged.

    By its byte-order mark, else UTF-16 that has lost its mark, else UTF-8, else Windows' cp1252,
    unless that makes what nobody writes. Guessing programs are not used: they take a Windows report
    for DOS, and turn £ into ú.
    """
    encoding = _marked(data) or _unmarked_utf16(data)
    if encoding:
        text = data.decode(encoding, errors="replace")
        return text, _warnings(text)
    return _eight_bit(data)


def declared(data: bytes, name: str) -> str | None:
    """The text in the letters that a page or mail names; None where they are none, or do not fit.

    >>> declared(b"caf\\xe9", "latin-1"), declared(b"a", "rot13"), declared(b"a", "unicode_escape")
    ('café', None, None)
    """
    try:
        if codecs.lookup(name).name.startswith(_NO_LETTERS):
            return None
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _unmarked_utf16(data: bytes) -> str | None:
    """English in UTF-16 has a zero in nearly every other byte, and none between them."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    enough = len(head) // 2 * 0.6
    if odd > enough and even * 10 < odd:
        return "utf-16-le"
    if even > enough and odd * 10 < even:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(letter > "\x7f" for letter in text) - bad
    if good > bad:  # UTF-8 with a few damaged bytes; cp1252 would spoil every £ and dash
        return text, _warnings(text)
    # Five bytes mean nothing in cp1252: controls, which cleaning would take out in any case.
    if _MAINFRAME.search(data) and not _NO_MAINFRAME.search(data):
        data = data.replace(b"\x85", b"\n")
    return data.decode(_letters(data), errors="ignore"), ()


def _letters(data: bytes) -> str:
    """Whose letters they are: Windows', or an old Mac's or DOS' where those alone make sense."""
    if _QUOTES.search(data):
        return "cp1252"
    if _MAC.search(data):
        return "mac_roman"
    return "cp850" if _DOS.search(data) and not _POUNDS.search(data) else "cp1252"


def _warnings(text: str) -> tuple[str, ...]:
    return (_DAMAGED,) if "\N{REPLACEMENT CHARACTER}" in text else ()
