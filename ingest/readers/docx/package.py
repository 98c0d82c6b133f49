"""The parts of a DOCX file, unpacked within limits and parsed without reaching outside it."""

import io
import zipfile
import zlib

from lxml import etree

from index.errors import Unreadable
from ingest.limits import MAX_PART_BYTES, MAX_ZIP_MEMBERS, MAX_ZIP_RATIO

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Word's "Strict" files differ in the name of the namespace and in nothing else that we read.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SMALL = 1 << 20  # below this, no ratio can do harm

Element = etree._Element


class Package:
    """An open DOCX file."""

    def __init__(self, data: bytes) -> None:
        """Open the file; Unreadable if it is "corrupt", or a "bomb" by the number of its parts."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise damaged() from error
        if len(self._zip.infolist()) > MAX_ZIP_MEMBERS:
            raise _bomb()

    def part(self, name: str) -> Element | None:
        """A part's root element; None if the file has no such part.

        Raises Unreadable: "bomb", "encrypted", or "corrupt", as when the part brings a DTD, whose
        entities could name other files or multiply without end.
        """
        try:
            packed = self._zip.getinfo(name)
        except KeyError:
            return None
        _refuse_bomb(packed)
        return _parsed(self._unpacked(packed))

    def names(self, beginning: str) -> tuple[str, ...]:
        """The names of the parts that begin so, in order."""
        return tuple(sorted(n for n in self._zip.namelist() if n.startswith(beginning)))

    def _unpacked(self, packed: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(packed) as part:
                content = part.read(MAX_PART_BYTES + 1)
        except RuntimeError as error:
            raise Unreadable(
                "encrypted", "The file has a password. Save a copy without one and ingest that."
            ) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise damaged() from error
        if len(content) > MAX_PART_BYTES:
            raise _bomb()
        return content


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


def damaged() -> Unreadable:
    """The refusal of a file that cannot be unpacked or parsed."""
    return Unreadable(
        "corrupt",
        "The Word document is damaged or was cut short. Fetch it again, or save it anew in Word.",
    )


def _bomb() -> Unreadable:
    return Unreadable(
        "bomb",
        "The Word document unpacks to far more than a paper can hold. It was not read; "
        "if it is real, save it as PDF and ingest that.",
    )


def _refuse_bomb(packed: zipfile.ZipInfo) -> None:
    ratio = packed.file_size / max(packed.compress_size, 1)
    too_dense = packed.file_size > _SMALL and ratio > MAX_ZIP_RATIO
    if packed.file_size > MAX_PART_BYTES or too_dense:
        raise _bomb()


def _parsed(content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content.replace(_STRICT, _TRANSITIONAL), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged()
    return root
