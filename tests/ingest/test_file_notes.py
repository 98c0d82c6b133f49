"""What a file says of itself beside its text can close it: subject, keywords, status."""

import pytest

from index.errors import Withheld
from ingest.pipeline import read_report
from support.docxs import docx, part, run, zipped

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


def word(notes: str) -> bytes:
    """A Word file with these notes."""
    text = part("document", f"<w:body><w:p>{run('Sale of the quay')}</w:p></w:body>")
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "word/document.xml": text,
            "docProps/core.xml": CORE.format(notes),
        }
    )


def web(notes: str) -> bytes:
    """A web page with these notes in its head."""
    return f"<html><head>{notes}</head><body><p>Sale of the quay</p></body></html>".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word("<cp:contentStatus>Exempt</cp:contentStatus>"), "quay.docx"),
        (word("<dc:subject>NOT FOR PUBLICATION</dc:subject>"), "quay.docx"),
        (web('<meta name="description" content="Not for publication">'), "quay.html"),
        (web('<meta name="keywords" content="NOT FOR PUBLICATION">'), "quay.html"),
    ],
)
def test_a_mark_in_a_files_notes_withholds_it(data: bytes, name: str) -> None:
    with pytest.raises(Withheld):
        read_report(data, name)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (docx(f"<w:p>{run('Sale of the quay')}</w:p>"), "quay.docx"),
        (word("<dc:subject>Quayside</dc:subject><dc:creator>A Roe</dc:creator>"), "quay.docx"),
        (web('<meta name="description" content="The sale of the quay">'), "quay.html"),
    ],
)
def test_other_notes_leave_it_open(data: bytes, name: str) -> None:
    assert read_report(data, name).access == "public"
