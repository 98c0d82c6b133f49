"""A file is what is in it, whatever it is called."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import Unreadable
from ingest.sniff import sniff
from support.docxs import docx, para, zipped
from support.odts import MIMETYPE, flat, odt
from support.odts import para as typed_odt
from support.pdfs import pdf, typed
from support.rtfs import rtf

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Report of the Chief Executive\n\n- Plant trees\n- Mow lawns\n", "txt"),
        (b"1. To note the report.\n2. To agree.\n", "txt"),
        (b"Total: 5 * 3 * 2\nname_of_thing\n", "txt"),
        (b"Item #4 of the agenda\n", "txt"),
        (b"---\ntitle: Minutes\ndate: 2024-03-05\n---\n\nPresent: Jane Roe\n", "md"),
        (b"# Minutes\n\nThe minutes were agreed.\n", "md"),
        (b"Minutes\n=======\n\nAgreed.\n\nAny other business\n------------------\n\nNone.\n", "md"),
        (b"Spending\n\n| Ward | Cost |\n|------|-----:|\n| East | 40 |\n", "md"),
        (b"**RESOLVED** that the plan be agreed.\n\n**Action:** the Clerk\n", "md"),
        (b"See [the plan](https://www.exham.gov.uk/plan).\n", "md"),
        (b"<!DOCTYPE html><p>Minutes</p>", "html"),
        (b"\n<!-- saved -->\n<HTML><body>Minutes</body>", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>', "html"),
        (b"<div><p>Minutes</p></div>", "html"),
        ("\ufeffMinutes".encode("utf-16-le"), "txt"),
        ("<html><p>Minutes".encode("utf-16"), "html"),
        (pdf(typed("Minutes")), "pdf"),
        (b"\r\nHTTP/1.1 200 OK\r\n\r\n" + pdf(typed("Minutes")), "pdf"),
        (docx(para("Minutes")), "docx"),
        (b'<?xml version="1.0"?><meeting><meetingid>7</meetingid></meeting>', "xml"),
        (b"<!-- saved --><getmeetings/>", "xml"),
        (b'\n{"meeting": {"meetingid": 7}}', "json"),
        (b"{Draft} Minutes of the meeting", "txt"),
        (b"[1] See the note below.", "txt"),
        (odt(typed_odt("Minutes")), "odt"),
        (flat(typed_odt("Minutes")), "odt"),
        (flat("", kind="text-template"), "odt"),
        (b"{\\rtf1\\ansi Minutes}", "rtf"),
        (b"\xef\xbb\xbf\r\n{\\rtf1\\ansi %PDF-1.4 is a format}", "rtf"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text-template"}), "odt"),
        (zipped({"hello.txt": "hello"}), "zip"),
        (zipped({}), "zip"),
        (b"<DRAFT> Minutes of the Cabinet", "txt"),
        (b"<5 people came, and >3 spoke.", "txt"),
        (b'["Draft" minutes, 4 May]', "txt"),
        (b"<nav>Home</nav><p>Minutes</p>", "html"),
        (b"<u>Minutes</u>", "html"),
        (b"Received: from a by b\r\nSubject: Minutes\r\n\r\nAgreed.", "eml"),
        (b"From a Mon Jan 5\nMIME-Version: 1.0\nTo: x\n\n<html>", "eml"),
        (b"To: Cabinet\nFrom: J Roe\nDate: 5 May 2025\nSubject: Lakes\n\nAgreed.", "txt"),
        (OLE2 + "WordDocument".encode("utf-16-le"), "doc"),
        (zipped({"META-INF/manifest.xml": f'<file-entry media-type="{MIMETYPE}"/>'}), "odt"),
    ],
)
def test_a_file_is_told_by_its_content(data: bytes, expected: str) -> None:
    assert sniff(data) == expected


@pytest.mark.parametrize(
    ("data", "reason", "named"),
    [
        (b"", "empty", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "unsupported", "picture"),
        (b'<?xml version="1.0"?><minutes/>', "unsupported", "XML"),
        (b"<memberlist><members/></memberlist>", "unsupported", "councillors"),
        (b'{"papers": []}', "unsupported", "JSON"),
        (b"\x78\x9f\x3e\x22" + bytes(9), "unsupported", "winmail.dat"),
        (b"Rar!\x1a\x07\x00", "unsupported", "archive"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "unsupported", "calendar"),
        (b"BEGIN:VCARD\r\nFN:Jane Roe\r\n", "unsupported", "address"),
        (b'["minutes", "agenda"]', "unsupported", "JSON"),
        (b"null\n", "unsupported", "JSON"),
        (b'<rss version="2.0"><title>Minutes</title></rss>\n', "unsupported", "XML"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>Agreed', "unsupported", "XML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;', "unsupported", "XML"),
        (bytes(range(256)) * 40, "unsupported", "neither text"),
        (zipped({"xl/workbook.xml": "x"}), "unsupported", "spreadsheet"),
        (flat("", kind="spreadsheet"), "unsupported", "spreadsheet"),
        (flat("", kind="presentation"), "unsupported", "OpenDocument"),
        (zipped({"ppt/presentation.xml": "x"}), "unsupported", "presentation"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.base"}), "unsupported", "Open"),
        (docx(para("Minutes"))[:300], "corrupt", "damaged"),
        (OLE2 + "__substg1.0_".encode("utf-16-le"), "unsupported", "Outlook"),
        (OLE2.ljust(1024, b"\0") + "Workbook".encode("utf-16-le"), "unsupported", "old Office"),
        (OLE2.ljust(48, b"\0") + b"\x07".ljust(500, b"\0"), "corrupt", "cut short"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
        (zipped({f"part{n}.xml": "" for n in range(5_001)}), "bomb", "too many parts"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_what_to_do(data: bytes, reason: str, named: str) -> None:
    with pytest.raises(Unreadable, match=named) as refused:
        sniff(data)
    assert refused.value.reason == reason
    assert str(refused.value).endswith(".")


def test_a_file_over_the_limit_is_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.sniff.MAX_BYTES", 100)
    with pytest.raises(Unreadable) as refused:
        sniff(b"x" * 101)
    assert refused.value.reason == "too_big"


def test_a_few_stray_nuls_do_not_make_a_text_a_program() -> None:
    assert sniff(b"Minutes of the\x00 meeting of the Parks Committee\x00\x00\x00") == "txt"


@given(st.binary(max_size=400))
def test_any_bytes_are_a_format_or_a_refusal(data: bytes) -> None:
    assert _sniffed(data) in FORMATS | REASONS


FORMATS = {"eml", "zip", "txt", "md", "html", "pdf", "docx", "doc", "odt", "rtf"}
REASONS = {"empty", "unsupported", "corrupt", "encrypted", "bomb"}


def _sniffed(data: bytes) -> str:
    try:
        return sniff(data)
    except Unreadable as refused:
        return refused.reason


@pytest.mark.parametrize(
    "whole",
    [
        pdf(*[typed("The lease was agreed.")] * 4),
        docx(para("The lease was agreed.") * 9),
        rtf("{\\pard The lease was agreed.\\par}" * 9),
    ],
)
def test_what_is_spoilt_at_its_beginning_is_not_taken_for_text(whole: bytes) -> None:
    assert _sniffed(b"~~" + whole[4:]) in ("corrupt", "unsupported")
    assert _sniffed(b"Agreed.\n" + whole[4:]) in ("corrupt", "unsupported", "pdf")


@pytest.mark.parametrize("whole", [docx(para("Agreed")), odt(typed_odt("Agreed"))])
def test_an_office_file_whose_list_is_spoilt_is_not_taken_for_an_archive(whole: bytes) -> None:
    listing = whole.index(b"PK\x01\x02")
    spoilt = whole[:listing] + whole[listing:].replace(b"m", b"n").replace(b"T", b"t")
    assert _sniffed(spoilt) == "corrupt"


def test_a_web_page_is_one_whatever_stands_before_it() -> None:
    page = b"Warning: fopen() in line 7<br><html><body><p>Minutes</p></body></html>\n"
    assert sniff(page) == "html"
    assert sniff(b"The <html> tag comes first.\n\nNothing more is asked.") == "txt"


def test_an_archive_whose_first_file_is_a_pdf_packed_as_it_is_is_an_archive() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("report.pdf", pdf(typed("Report")))
        archive.writestr("minutes.txt", "Minutes")
    assert sniff(out.getvalue()) == "zip"
