"""The real reading function as on a machine that lacks LibreOffice and tesseract.

Loaded by the real reading process in place of the real pipeline.
"""

from index.errors import Unreadable
from ingest.packs.found import Found
from ingest.packs.reading import read_papers
from ingest.readers.doc import programs
from ingest.readers.ocr import tesseract


def read(data: bytes, source: str, *, council: str | None = None, body: str | None = None) -> Found:
    """Read as where antiword is all there is."""
    programs.office = lambda: None
    tesseract._program = lambda: None  # type: ignore[assignment]
    return read_papers(data, source, council=council, body=body)


def read_only_doc_and_pdf(
    data: bytes, source: str, *, council: str | None = None, body: str | None = None
) -> Found:
    """Read as on a machine that has both, but nothing that needs neither."""
    if source.endswith(".txt"):
        raise Unreadable("corrupt", "It was read again.")
    return read_papers(data, source, council=council, body=body)
