"""Scanned pages that may be marked as closed: read well or badly, they stay shut."""

from dataclasses import replace

import pytest

from index.errors import Withheld
from ingest.access_ocr import as_mark
from ingest.pages import Paper, Para
from ingest.pipeline import understand
from ingest.readers.ocr.tesseract import is_installed
from ingest.readers.pdf.reader import read
from support.pdfs import Page, pdf, typed
from support.scans import scanned

BODY = (
    "Report of the Director of Resources to Cabinet on 13 January 2026.",
    "The offer for the freehold of the depot was considered and was accepted.",
)


def reason(paper: Paper) -> str:
    """Why a paper is withheld; "public" if it is not."""
    try:
        return understand(paper, "paper.pdf", "0" * 64).access
    except Withheld as error:
        return error.reason


def scan(*lines: str, page: int = 1) -> Paper:
    """A paper as a scan of it is read, the lines on one page."""
    before = [Para(f"{BODY[0]} Page {n}.", n) for n in range(1, page)]
    parts = (*before, *(Para(line, page) for line in lines))
    return Paper("pdf", parts, page, ocr=tuple((n, 90) for n in range(1, page + 1)))


@pytest.mark.parametrize(
    "line",
    [
        "N0T FOR PUBLICATI0N",
        "NOT FOR PUBLICATlON",
        "EXEMFT",
        "EXEM PT",
        "C0NFIDENTIAL",
        "STRICTLY C0NF1DENTIAL",
        "CONFI DENTIAL",
        "RESTR1CTED",
        "Exernpt information: Yes",
        "NOT F0R PUBLICATION",
    ],
)
@pytest.mark.parametrize("page", [1, 3])
def test_a_misread_mark_on_a_scanned_page_shuts_the_paper(line: str, page: int) -> None:
    if page > 1 and "information" in line:
        pytest.skip("a mark of front pages only")
    assert reason(scan(line, *BODY, page=page)) == "unclear"


@pytest.mark.parametrize(
    "line",
    [
        "The public part of the meeting began at 7 pm, and all present were thanked for coming.",
        "Members were told that schedules of works will be published in the spring.",
        "A private company runs the baths; its accounts are public.",
        "Open to the public",
        "Councillor Exell and Mr Publican were present.",
        "The restaurant was restricted to the ground floor.",
    ],
)
def test_words_like_those_of_marks_shut_nothing(line: str) -> None:
    assert reason(scan(*BODY, line)) == "public"


def test_the_same_words_in_a_paper_that_is_no_scan_shut_nothing() -> None:
    assert reason(replace(scan("EXEMFT", *BODY), ocr=())) == "public"


@pytest.mark.parametrize("line", ["NOT FOR PUBLICATION", "C0NF1DENTlAL", "EXEMPT"])
def test_a_mark_on_a_page_that_was_left_out_shuts_the_paper(line: str) -> None:
    paper = replace(scan(*BODY), pages=2, doubted=("xq wv rtl", line))
    assert reason(paper) == "unclear"
    assert reason(replace(paper, doubted=("xq wv rtl", "pl mnt"))) == "public"


def test_only_words_that_are_no_words_are_taken_for_those_of_marks() -> None:
    assert as_mark("The Exempted exempt expects Publicity") == (
        "The Exempted exempt expects Publicity"
    )


@pytest.mark.skipif(not is_installed(), reason="tesseract is not installed")
@pytest.mark.parametrize("askew", [0, 2])
def test_a_mark_on_a_real_scan_withholds_it(askew: float) -> None:
    page = typed("NOT FOR PUBLICATION", "", *BODY)
    assert reason(read(scanned(pdf(page), askew=askew))) == "exempt"
    assert reason(read(scanned(pdf(typed(*BODY)), askew=askew))) == "public"
    stamped = typed("", "", *BODY).text(380, 800, "CONFIDENTIAL", size=18, font=1)
    assert reason(read(scanned(pdf(typed(*BODY), stamped), askew=askew))) == "confidential"


@pytest.mark.skipif(not is_installed(), reason="tesseract is not installed")
def test_a_mark_across_the_top_of_one_scanned_page_withholds_it() -> None:
    first, second = typed(*BODY), Page().text(200, 790, "EXEMPT", size=24)
    second.text(57, 740, BODY[1])
    assert reason(read(scanned(pdf(first, second)))) == "exempt"
