"""A paper packed as a zip of XML parts: unpacked within limits, parsed without reaching outside."""

import io
import zipfile
import zlib

from lxml import etree

from index.errors import Unreadable
from ingest.limits import MAX_PART_BYTES, MAX_ZIP_MEMBERS, MAX_ZIP_RATIO

_SMALL = 1 << 20  # below this, no ratio can do harm

Element = etree._Element


class Zipped:
    """An open file of packed parts; ``what`` names it in refusals: "Word document"."""

    def __init__(self, data: bytes, what: str) -> None:
        """Open the file; Unreadable if it is "corrupt", or a "bomb" by the number of its parts."""
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            raise self.damaged() from error
        if len(self._zip.infolist()) > MAX_ZIP_MEMBERS:
            raise self._bomb()

    def part(self, name: str) -> Element | None:
        """A part's root element; None if the file has no such part.

        Raises Unreadable: "bomb", "encrypted", or "corrupt", as when the part brings a DTD, whose
        entities could name other files or multiply without end.
        """
        try:
            packed = self._zip.getinfo(name)
        except KeyError:
            return None
        self._refuse_bomb(packed)
        return parsed(self.plain(self._unpacked(packed)), self._what)

    def names(self, beginning: str) -> tuple[str, ...]:
        """The names of the parts that begin so, in order."""
        return tuple(sorted(n for n in self._zip.namelist() if n.startswith(beginning)))

    def plain(self, content: bytes) -> bytes:
        """A part's bytes as they are to be parsed: for a format that has two spellings."""
        return content

    def damaged(self) -> Unreadable:
        """The refusal of a file that cannot be unpacked or parsed."""
        return damaged(self._what)

    def encrypted(self) -> Unreadable:
        """The refusal of a file under a password."""
        return Unreadable(
            "encrypted", "The file has a password. Save a copy without one and ingest that."
        )

    def _bomb(self) -> Unreadable:
        return Unreadable(
            "bomb",
            f"The {self._what} unpacks to far more than a paper can hold. It was not read; "
            "if it is real, save it as PDF and ingest that.",
        )

    def _refuse_bomb(self, packed: zipfile.ZipInfo) -> None:
        ratio = packed.file_size / max(packed.compress_size, 1)
        too_dense = packed.file_size > _SMALL and ratio > MAX_ZIP_RATIO
        if packed.file_size > MAX_PART_BYTES or too_dense:
            raise self._bomb()

    def _unpacked(self, packed: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(packed) as part:
                content = part.read(MAX_PART_BYTES + 1)
        except RuntimeError as error:
            raise self.encrypted() from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self.damaged() from error
        if len(content) > MAX_PART_BYTES:
            raise self._bomb()
        return content


def parsed(content: bytes, what: str) -> Element:
    """The root of a part, if it is well formed and brings no DTD; Unreadable ("corrupt") if not.

    A DTD's entities could name other files, or multiply without end.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(what) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(what)
    return root


def damaged(what: str) -> Unreadable:
    """The refusal of a file that cannot be unpacked or parsed; ``what`` names it."""
    return Unreadable(
        "corrupt",
        f"The {what} is damaged or was cut short. Fetch it again, or save it anew in the program "
        "it was made with.",
    )
