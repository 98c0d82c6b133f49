"""Old Word documents: the paragraphs and tables of a DOC file, as another program reads them."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from index.errors import Unreadable
from ingest.pages import Paper, Para, Table
from ingest.readers import docx, text
from ingest.readers.doc import programs
from ingest.readers.doc.header import Header, header_of
from ingest.readers.doc.room import roomy
from ingest.readers.doc.unshown import unshown
from ingest.readers.lacking import NUMBERING_LOST

_PICTURE = "[pic]"  # as antiword puts it


def read(data: bytes) -> Paper:
    """The paragraphs and tables of a DOC file, with the numbers Word would print.

    LibreOffice saves the file as DOCX, which is read as any other. Where only antiword is
    installed, automatic numbers are lost, with a warning. Raises Unreadable: "needs_libreoffice"
    where neither is, "corrupt", "encrypted", "timeout", and what a DOCX may raise.
    """
    header = header_of(data)
    if header is None:
        raise _damaged()
    if header.sealed:
        raise Unreadable(
            "encrypted", "The file has a password. Save a copy without one and ingest that."
        )
    with TemporaryDirectory() as folder, roomy(Path(folder), len(data)):
        path = Path(folder) / "paper.doc"
        path.write_bytes(data)
        return replace(_read(path, header), format="doc")


def _read(path: Path, header: Header) -> Paper:
    if office := programs.office():
        return docx.read(_or_damaged(programs.as_docx(office, path, header.filter)))
    if antiword := programs.find("antiword"):
        return _printed(_or_damaged(programs.as_text(antiword, path)), path.read_bytes())
    raise Unreadable(
        "needs_libreoffice",
        "The file is an old Word document (DOC), and neither LibreOffice nor antiword is installed "
        "here. Install LibreOffice and ingest again, or save the file as DOCX or PDF.",
    )


def _printed(said: bytes, data: bytes) -> Paper:
    paper = text.read(said)
    parts = tuple(part for part in paper.parts if not _is_picture(part))
    shown = (text for part in parts for text in _texts(part))
    warnings = (*paper.warnings, NUMBERING_LOST)
    return replace(paper, parts=parts, warnings=warnings, margins=unshown(data, shown))


def _texts(part: Para | Table) -> list[str]:
    return [part.text] if isinstance(part, Para) else [cell for row in part.rows for cell in row]


def _is_picture(part: Para | Table) -> bool:
    return isinstance(part, Para) and part.text == _PICTURE


def _or_damaged(content: bytes | None) -> bytes:
    if not content:
        raise _damaged()
    return content


def _damaged() -> Unreadable:
    return Unreadable(
        "corrupt",
        "The old Word document is damaged or was cut short. Fetch it again, or save it anew in "
        "the program it was made with.",
    )
