"""A file with words in it that nobody is to see is read and not kept: its bytes hold them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.catalogue.packs import Pack
from index.checking import disagreements
from index.shelf import open_shelf
from index.wording import NOT_KEPT
from ingest.pipeline import read_report
from support.docxs import docx, para, run
from support.pdfs import LEFT, Page, pdf
from support.small_reports import met, report


def _hidden_in_pdf() -> bytes:
    page = Page().text(LEFT, 700, "Report to the Cabinet").text(LEFT, 400, "Zebrafinch", ink="1 g")
    return pdf(page)


def _deleted_in_word() -> bytes:
    gone = "<w:del><w:r><w:delText>Zebrafinch</w:delText></w:r></w:del>"
    return docx(para("Report to the Cabinet") + f"<w:p>{run('To approve')}{gone}</w:p>")


def _hidden_in_word() -> bytes:
    hidden = para("Zebrafinch", run_properties="<w:vanish/>")
    return docx(para("Report to the Cabinet") + hidden)


@pytest.mark.parametrize("made", [_hidden_in_pdf, _deleted_in_word, _hidden_in_word])
def test_the_bytes_of_a_paper_with_unseen_words_are_not_kept(
    made: Callable[[], bytes], tmp_path: Path
) -> None:
    data = made()
    paper = read_report(data, "paper")
    assert NOT_KEPT in paper.warnings
    assert "Zebrafinch" not in paper.text
    with open_shelf(tmp_path) as shelf:
        shelf.add(paper, met(paper), data)
    with open_catalogue(tmp_path) as catalogue:
        assert catalogue.original(paper.report_id) == b""
    assert disagreements(tmp_path) == []


@pytest.mark.parametrize("left_out", [0, 1])
def test_a_pack_with_unseen_words_in_a_part_is_not_kept(left_out: int) -> None:
    seen, unseen = report("1. Seen."), replace(report("1. Seen."), warnings=(NOT_KEPT,))
    assert Pack((seen, seen), b"", "said").is_kept
    assert not Pack((seen, unseen), b"", "said", left_out).is_kept
    assert not Pack((seen, seen), b"", "said", 1).is_kept
