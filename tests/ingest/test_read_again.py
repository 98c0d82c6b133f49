"""What was read badly for want of a program is read again once it is there, and nothing else is."""

import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from index.catalogue import open_catalogue
from ingest.intake.options import Options
from ingest.intake.progress import Silence
from ingest.intake.run import RunReport, ingest
from ingest.readers.doc import programs
from ingest.readers.ocr import tesseract
from ingest.workers.process import Reading
from support.office import SOFFICE, converted
from support.pdfs import pdf, typed
from support.scans import scanned

TESTS = Path(__file__).parents[1]
BARE = Options(workers=1, reading=Reading("support.bare:read", (TESTS,)))
WHOLE = replace(BARE, reading=Reading("support.bare:read_only_doc_and_pdf", (TESTS,)))
MINUTES = ("MINUTES of the Parks Committee held on 12 March 2024.", "", "RESOLVED: To mend it.")
PAGE = (
    """<html><body><h1>Parking</h1><ol><li>To seek approval of the parking plan.</li>
<li>To note its costs of £300.</li></ol>"""
    + "<p>More is said of the parking plan.</p>" * 40
)

pytestmark = pytest.mark.skipif(
    not (SOFFICE and shutil.which("antiword") and tesseract.is_installed()),
    reason="LibreOffice (soffice), antiword or tesseract is not installed",
)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """An old Word file, by itself and packed, two scans, and a paper that needs no program."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (tmp_path / "parking.html").write_text(PAGE)
    made = converted([tmp_path / "parking.html"], "doc", tmp_path, reading="HTML (StarWriter)")
    old = made["parking"].read_bytes()
    (folder / "parking.doc").write_bytes(old)
    with zipfile.ZipFile(folder / "july.zip", "w") as archive:
        archive.writestr("packed.doc", old + bytes(512))
        archive.writestr("plain.txt", "The minutes of the Parks Committee.")
    (folder / "scan.pdf").write_bytes(scanned(pdf(typed(*MINUTES))))
    (folder / "plain.txt").write_text("The report of the Parks Committee.")
    return folder


def run(papers: Path, options: Options) -> dict[str, str]:
    report: RunReport = ingest(papers.parent / "data", [str(papers)], options, Silence())
    return {i.source.rpartition("/")[2]: i.code or i.outcome for i in report.items}


def joined(*files: bytes) -> bytes:
    """The pages of several PDFs in one."""
    whole, out = pdfium.PdfDocument.new(), io.BytesIO()
    for file in files:
        whole.import_pages(pdfium.PdfDocument(file))
    whole.save(out)
    return out.getvalue()


def text_of(papers: Path, name: str) -> str:
    with open_catalogue(papers.parent / "data") as catalogue:
        (report,) = (r for r in catalogue.reports() if r.source.endswith(name))
        return catalogue.text(report.report_id)


def test_what_was_read_badly_is_read_again_once_and_nothing_else(papers: Path) -> None:
    assert run(papers, BARE) == {
        "parking.doc": "added",
        "july.zip": "added",
        "july.zip#packed.doc": "added",
        "july.zip#plain.txt": "added",
        "scan.pdf": "needs_ocr",
        "plain.txt": "added",
    }
    assert "1. To seek" not in text_of(papers, "papers/parking.doc")
    better = {"parking.doc": "changed", "july.zip#packed.doc": "changed", "scan.pdf": "added"}
    rest = dict.fromkeys(("july.zip", "july.zip#plain.txt", "plain.txt"), "unchanged")
    assert run(papers, WHOLE) == better | rest
    for name in ("papers/parking.doc", "july.zip#packed.doc"):
        assert "1. To seek approval" in text_of(papers, name)
    nobody = replace(WHOLE, reading=Reading("support.nowhere:read", (TESTS,)))
    assert set(run(papers, nobody).values()) == {"unchanged"}


def test_nothing_is_read_again_while_the_program_is_not_there(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (papers / "scan.pdf").unlink()
    run(papers, BARE)
    monkeypatch.setattr(programs, "office", lambda: None)
    nobody = replace(WHOLE, reading=Reading("support.nowhere:read", (TESTS,)))
    assert set(run(papers, nobody).values()) == {"unchanged"}


def test_a_paper_with_some_scanned_pages_is_read_again_for_them(papers: Path) -> None:
    shutil.rmtree(papers)
    papers.mkdir()
    (papers / "mixed.pdf").write_bytes(
        joined(pdf(typed("A report.")), scanned(pdf(typed(*MINUTES))))
    )
    assert run(papers, BARE) == {"mixed.pdf": "added"}
    assert run(papers, WHOLE) == {"mixed.pdf": "changed"}
    assert "To mend it" in text_of(papers, "mixed.pdf")
    assert run(papers, WHOLE) == {"mixed.pdf": "unchanged"}
