"""The parts of an OpenDocument text, and what their attributes say."""

import re

from ingest.readers.zipped import Element, Zipped

__all__ = ["DC", "DRAW", "FO", "LOEXT", "META", "OFFICE", "STYLE", "TABLE", "TEXT", "Element",
           "Package", "number", "space", "truth"]  # fmt: skip

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _OASIS + "office:1.0}"
STYLE = _OASIS + "style:1.0}"
TEXT = _OASIS + "text:1.0}"
TABLE = _OASIS + "table:1.0}"
DRAW = _OASIS + "drawing:1.0}"
META = _OASIS + "meta:1.0}"
FO = _OASIS + "xsl-fo-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
# What LibreOffice adds before a later edition of the standard takes it in.
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_SEALED = _OASIS + "manifest:1.0}encryption-data"

_SPACE = re.compile(r"(-?\d{0,6}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)$")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


class Package(Zipped):
    """An open ODT file."""

    def __init__(self, data: bytes) -> None:
        """Open the file; Unreadable if it is "corrupt", "encrypted", or a "bomb" by its parts."""
        super().__init__(data, "OpenDocument text")
        manifest = self.part("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(_SEALED), None) is not None:
            raise self.encrypted()


def number(element: Element, name: str) -> int | None:
    """A whole number in an attribute; None if it is missing or no number."""
    text = element.get(name) or ""
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else None


def truth(element: Element, name: str) -> bool | None:
    """A switch in an attribute; None if it is missing."""
    said = element.get(name)
    return None if said is None else said == "true"


def space(element: Element, name: str) -> int | None:
    """A length in twentieths of a point; None if it is missing or relative, such as "120%".

    >>> from lxml import etree
    >>> space(etree.Element("p", after="0.5in"), "after")
    720
    """
    found = _SPACE.match(element.get(name) or "")
    if found is None or found[1] in ("", "-"):
        return None
    return round(float(found[1]) * _POINTS[found[2]] * 20)
