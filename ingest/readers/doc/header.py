"""What an old Word file says of itself at its head: its edition, and whether it has a password."""

from dataclasses import dataclass

_FIRST, _STEP = 512, 64  # bytes: where a stream may begin, the short ones among others
_MARK = b"\xec\xa5"  # a Word document's first bytes
_EDITION, _FLAGS = 2, 10  # bytes from the mark, two each
_SEALED = 0x0100
_WORD_97 = 0x00C1  # what is less is of Word 6 or 95
_EDITIONS = range(0x0065, 0x0200)


@dataclass(frozen=True, slots=True)
class Header:
    """Whether the text is under a password, and the filter by which LibreOffice is to read it."""

    sealed: bool
    filter: str


def header_of(data: bytes) -> Header | None:
    """The head of the document in a file; None where the file has none, and so is damaged."""
    begins = range(_FIRST, len(data) - _FLAGS - 1, _STEP)
    begin = next((n for n in begins if _is_head(data, n)), None)
    if begin is None:
        return None
    edition, flags = (_number(data, begin + place) for place in (_EDITION, _FLAGS))
    old = edition < _WORD_97
    return Header(bool(flags & _SEALED), "MS WinWord 6" if old else "MS Word 97")


def _is_head(data: bytes, place: int) -> bool:
    return data.startswith(_MARK, place) and _number(data, place + _EDITION) in _EDITIONS


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2], "little")
