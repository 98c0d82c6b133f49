"""The parts of a DOCX file, and what their attributes say."""

import re

from ingest.readers.zipped import Element, Zipped

__all__ = ["MC", "Element", "Package", "W", "is_on", "number", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Word's "Strict" files differ in the name of the namespace and in nothing else that we read.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package(Zipped):
    """An open DOCX file."""

    def __init__(self, data: bytes) -> None:
        """Open the file; Unreadable if it is "corrupt", or a "bomb" by the number of its parts."""
        super().__init__(data, "Word document")

    def word(self, name: str) -> Element | None:
        """A main part's root element; None if there is none. Word on the web may number them."""
        named = re.compile(rf"word/{name}\d*\.xml")
        found = next(filter(named.fullmatch, self.names(f"word/{name}")), None)
        return None if found is None else self.part(found)

    def plain(self, content: bytes) -> bytes:
        """A part's bytes, Strict ones as other files spell them."""
        return content.replace(_STRICT, _TRANSITIONAL)


def value(element: Element | None, name: str = "val") -> str | None:
    """A ``w:`` attribute of an element that may not be there."""
    return None if element is None else element.get(W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """A whole number in a ``w:`` attribute; None if it is missing or no number."""
    text = value(element, name) or ""
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else None


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
