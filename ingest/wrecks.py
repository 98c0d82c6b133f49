"""Files whose first bytes were spoilt, so that what is left of them could be taken for text."""

import re

from index.errors import Unreadable

_ENOUGH = 3  # traces: a paper about file formats may quote one or two
_TRACES = (
    re.compile(rb"\bendobj\b|\bendstream\b|\bstartxref\b|\n\d{1,7} \d{1,5} obj\b"),  # of a PDF
    re.compile(rb"\\pard\b|\\fonttbl\b|\\colortbl\b|\\stylesheet\b"),  # of Rich Text
    re.compile(rb"PK\x01\x02|PK\x03\x04|PK\x05\x06"),  # of a zip, and so of DOCX and ODT
)
_FIRST_MEMBERS = (b"[Content_Types].xml", b"mimetype", b"_rels/", b"word/", b"docProps/")
_NAME = 30  # where the name of a zip's first member stands
_PAGE_END = re.compile(
    rb"</(?:html|body)\s*>\s*(?:<!--[^>]{0,500}-->\s*|\x00*\s*)*$", re.IGNORECASE
)
_HEAD = 1 << 20
_TAIL = 2_048


def refuse_wreck(data: bytes) -> None:
    """Raise Unreadable ("corrupt") for what is no text but the inside of a spoilt file."""
    for trace in _TRACES:
        found = trace.finditer(data, 0, _HEAD)
        if sum(1 for _, _ in zip(range(_ENOUGH), found, strict=False)) == _ENOUGH:
            raise Unreadable(
                "corrupt", "The file is damaged at its beginning. Fetch or save it again."
            )


def refuse_office_wreck(data: bytes) -> None:
    """Raise Unreadable ("corrupt") for a zip that began as an Office file and is none any more."""
    if data.startswith(_FIRST_MEMBERS, _NAME):
        raise Unreadable(
            "corrupt", "The file is damaged: parts of it are missing. Fetch or save it again."
        )


def ends_as_web_page(data: bytes) -> bool:
    """Whether it is a web page all the same, with something odd before its beginning."""
    return _PAGE_END.search(data[-_TAIL:]) is not None
