"""One paper's bytes to its paragraphs and tables, whatever its format."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from index.errors import Unreadable, Withheld
from ingest.limits import MAX_CHARS
from ingest.pages import Format, Paper, Para, Table
from ingest.readers.decode import too_long
from ingest.sniff import sniff

_READERS: dict[Format, str] = {
    "txt": "ingest.readers.text",
    "md": "ingest.readers.markdown",
    "html": "ingest.readers.html",
    "pdf": "ingest.readers.pdf",
    "docx": "ingest.readers.docx",
    "doc": "ingest.readers.doc",
    "odt": "ingest.readers.odt",
    "rtf": "ingest.readers.rtf",
    "xml": "ingest.readers.moderngov.from_xml",
    "json": "ingest.readers.moderngov.from_json",
    "eml": "ingest.readers.eml",
}
_BAD_REDACTION = (
    "Words are painted over or otherwise hidden on its pages and still in the file, so nothing of "
    "it was kept. Ask whoever published it to remove the words for good; or look at it, and if "
    "it may be published, release it."
)
_WORD = re.compile(r"[^\W\d_]{2}")
_OFFICE = (".pdf", ".docx", ".doc", ".odt", ".rtf")  # never text, whichever of them it is


def read_paper(data: bytes, name: str, *, released: bool = False) -> Paper:
    """The paper in a file; ``name`` is the file's path or address, and only ever checked against.

    Raises Unreadable, with a reason that is stable: those of `sniff`, and "type_mismatch" (a web
    page where a PDF or Word file was to be), "no_text", "needs_ocr", "corrupt", "encrypted",
    "bomb", "too_big", "too_many_pages", "needs_libreoffice" and "timeout".
    """
    kind = sniff(data)
    _refuse_mismatch(kind, name)
    paper = _reader(kind)(data)
    if paper.redacted and not released:
        raise Withheld("bad_redaction", _BAD_REDACTION)
    _refuse_silence(paper)
    return paper


def _reader(kind: Format) -> Callable[[bytes], Paper]:
    if kind == "zip":
        raise Unreadable(
            "unsupported",
            "The file is a packed archive and not a paper. Unpack it and ingest the papers in it.",
        )
    # Imported when first needed: most ingests meet one or two formats.
    read: Callable[[bytes], Paper] = import_module(_READERS[kind]).read
    return read


def is_called_paper(name: str) -> bool:
    """Whether a path or address ends as those of PDF and word processors' files do."""
    return _suffix(name) in _OFFICE


def _suffix(name: str) -> str:
    address = urlsplit(name) if "://" in name else None
    path = (address.fragment or address.path) if address else name
    return PurePosixPath(path).suffix.casefold()


def _refuse_mismatch(kind: Format, name: str) -> None:
    suffix = _suffix(name)
    if suffix in _OFFICE and kind in ("txt", "md", "html", "xml", "json"):
        what = "a web page" if kind == "html" else "plain text"
        raise Unreadable(
            "type_mismatch",
            f"The file is called {suffix} but is {what}, as when a website sends an error or asks "
            "whether you are a robot. Open the paper in a browser, save it and ingest the file.",
        )


def _refuse_silence(paper: Paper) -> None:
    """Nothing read is never a paper read: it takes a word, if only those of "No business."."""
    if sum(_length(part) for part in paper.parts) > MAX_CHARS:
        raise too_long()
    if not any(map(_says, paper.parts)):
        raise Unreadable(
            "no_text",
            "The file opened but holds no text, or not a word of it. Check that it is the right "
            "file.",
        )


def _says(part: Para | Table) -> bool:
    """Whether a part holds a word: two letters together."""
    texts = (cell for row in part.rows for cell in row) if isinstance(part, Table) else [part.text]
    return any(map(_WORD.search, texts))


def _length(part: Para | Table) -> int:
    if isinstance(part, Table):
        return sum(len(cell) for row in part.rows for cell in row)
    return len(part.text)
