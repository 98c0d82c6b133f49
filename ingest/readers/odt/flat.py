"""OpenDocument texts in one XML file and not packed (FODT): one root in place of several parts."""

import re

from index.errors import Unreadable
from ingest.limits import MAX_PART_BYTES
from ingest.readers.zipped import Element, damaged, parsed

_WHAT = "OpenDocument text"
_PICTURE = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")


class Flat:
    """A flat file, read as if it were packed."""

    def __init__(self, data: bytes) -> None:
        """Parse the file without its pictures; Unreadable if it is "corrupt" or "too_big"."""
        plain = _PICTURE.sub(b"", data)
        if len(plain) > MAX_PART_BYTES:
            raise Unreadable(
                "too_big", f"The {_WHAT} holds more than one paper may. Split it, and ingest that."
            )
        self._root = parsed(plain.lstrip(), _WHAT)  # XML may not say what it is below an empty line

    def part(self, _name: str) -> Element:
        """The root: what the parts of a packed file hold all stands below it."""
        return self._root

    def damaged(self) -> Unreadable:
        """The refusal of a file in which the text is missing."""
        return damaged(_WHAT)
