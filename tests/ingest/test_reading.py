"""One door to all readers, which lets nothing through that is not a paper."""

import pytest

from ingest.readers.ocr.tesseract import is_installed
from ingest.reading import read_paper
from support.docxs import docx, para
from support.odts import odt
from support.pdfs import Page, pdf, typed
from support.rtfs import rtf
from support.shown import refusal, shown

CHALLENGE = b"""<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script>
<noscript>Enable JavaScript and cookies to continue</noscript></body></html>"""


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"The lease was agreed.", "txt"),
        (b"# Minutes\n\nThe lease was agreed.", "md"),
        (b"<p>The lease was agreed.</p>", "html"),
        (pdf(typed("The lease was agreed.")), "pdf"),
        (docx(para("The lease was agreed.")), "docx"),
        (odt("<text:p>The lease was agreed.</text:p>"), "odt"),
    ],
)
def test_each_format_comes_to_the_same_paragraph(data: bytes, expected: str) -> None:
    paper = read_paper(data, "lease")
    assert paper.format == expected
    assert shown(paper)[-1] == "The lease was agreed."


@pytest.mark.parametrize(
    "name", ["minutes.pdf", "minutes.DOCX", "minutes.odt", "https://exham.gov.uk/m.pdf?T=1"]
)
@pytest.mark.parametrize("data", [b"<html><p>Page not found</p>", b"Not found"])
def test_a_web_page_or_message_in_place_of_a_paper_is_a_mismatch(name: str, data: bytes) -> None:
    assert refusal(data, name) == "type_mismatch"


def test_a_paper_under_a_wrong_name_is_read_for_what_it_is() -> None:
    assert read_paper(pdf(typed("Agreed.")), "minutes.docx").format == "pdf"
    assert read_paper(odt("<text:p>Agreed.</text:p>"), "minutes.doc").format == "odt"
    assert read_paper(b"<p>Agreed.</p>", "minutes.html").format == "html"
    assert read_paper(b"Agreed.", "v1.2 of the minutes").format == "txt"


@pytest.mark.parametrize(
    "data",
    [
        b"a", b"-", b"[]", b"{ }", b"[[], []]", b"[1, 2]", b"...\n---\n***\n", b"# 1\n\n2.\n",
        b"12", "\u200b \u00ad".encode(), "££ – ✓".encode(), b"a\tb\nc\td\n",
        b"<p>&nbsp;.</p>", odt("<text:p>1.</text:p>"), rtf("{\\pard -\\par}"), docx(para("?")),
    ],
)  # fmt: skip
def test_a_file_without_a_word_is_no_paper(data: bytes) -> None:
    assert refusal(data) in ("no_text", "unsupported")


@pytest.mark.parametrize("data", [b"No business.", b"Nil", b"1. OK", "Dim busnes".encode("utf-16")])
def test_the_shortest_notice_is_a_paper(data: bytes) -> None:
    assert refusal(data) == "read"


@pytest.mark.parametrize("name", ["minutes.pdf", "minutes.html", "https://exham.gov.uk/minutes"])
def test_a_robot_check_is_no_paper(name: str) -> None:
    assert refusal(CHALLENGE, name) == "type_mismatch"


def test_a_paper_about_robot_checks_is_read() -> None:
    page = b"<title>Security checks on our website</title><p>Visitors must verify they are not"
    assert refusal(page + b" robots, which some found hard. RESOLVED that this end.</p>") == "read"


# What a picture of a page is refused for: without tesseract, nothing tells whether it holds words.
NO_WORDS = "no_text" if is_installed() else "needs_ocr"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n\t\n", "no_text"),
        (b"<html><head><title>Minutes</title></head><body></body></html>", "no_text"),
        (b"---\ntitle: Minutes\n---\n", "no_text"),
        (docx(para()), "no_text"),
        (pdf(Page()), "no_text"),
        (pdf(Page().scan()), NO_WORDS),
    ],
)
def test_nothing_read_is_never_a_paper_read(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_a_text_over_the_limit_is_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.decode.MAX_CHARS", 50)
    assert refusal(b"word " * 11) == "too_big"
    assert refusal(b"# Minutes\n\n" + b"word " * 11) == "too_big"


def test_two_hundred_megabytes_of_text_are_refused() -> None:
    assert refusal(b"word " * 40_000_000) == "too_big"
