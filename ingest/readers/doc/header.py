"""What an old Word file says of itself at its head: its edition, and whether it has a password."""

from dataclasses import dataclass

_SECTOR = 512
_MARK = b"\xec\xa5"  # a Word document's first bytes, at the beginning of a sector
_EDITION, _FLAGS = 2, 10  # bytes from the mark, two each
_SEALED = 0x0100
_WORD_97 = 0x00C1  # what is less is of Word 6 or 95


@dataclass(frozen=True, slots=True)
class Header:
    """Whether the text is under a password, and the filter by which LibreOffice is to read it."""

    sealed: bool
    filter: str


def header_of(data: bytes) -> Header | None:
    """The head of the document in a file; None where the file has none, and so is damaged."""
    begins = range(_SECTOR, len(data) - _FLAGS - 1, _SECTOR)
    begin = next((n for n in begins if data.startswith(_MARK, n)), None)
    if begin is None:
        return None
    edition, flags = (_number(data, begin + place) for place in (_EDITION, _FLAGS))
    old = edition < _WORD_97
    return Header(bool(flags & _SEALED), "MS WinWord 6" if old else "MS Word 97")


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2], "little")
