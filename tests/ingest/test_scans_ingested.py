"""Scans from folder to answer: read in the reading process, and shown with how sure that was."""

import os
import time
from pathlib import Path

import pytest

from ingest.readers.ocr.tesseract import is_installed
from ingest.workers.deadline import Deadline
from support.commands import run, run_json
from support.pdfs import pdf, typed
from support.scans import pictured, scanned, unreadable
from support.waiting import PATIENCE

ROOF = "What was resolved about the bandstand?"
MINUTES = (
    "MINUTES of the Parks Committee held on 12 March 2024.",
    "",
    "RESOLVED: That a new roof for the bandstand be bought for £4,200.",
)

BOATS = "RESOLVED: That a boathouse be built for £9813,775."

with_tesseract = pytest.mark.skipif(not is_installed(), reason="tesseract is not installed")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scans")
    (folder / "papers").mkdir()
    bad = pictured([unreadable(pdf(typed(*MINUTES * 5)))])
    closed = scanned(pdf(typed("NOT FOR PUBLICATION", "", *MINUTES)))
    for name, paper in (
        ("minutes.pdf", scanned(pdf(typed(*MINUTES)))),
        ("boats.pdf", scanned(pdf(typed("MINUTES of the Boats Committee.", "", BOATS)))),
        ("bad.pdf", bad),
        ("closed.pdf", closed),
    ):
        (folder / "papers" / name).write_bytes(paper)
    told = run_json("ingest", folder / "papers", data=folder / "data")
    became = {Path(item["source"]).name: item["code"] for item in told["items"]}
    read = {"minutes.pdf": None, "boats.pdf": None}
    assert became == read | {"bad.pdf": "ocr_low_confidence", "closed.pdf": "exempt"}
    return folder / "data"


@with_tesseract
def test_what_was_read_by_ocr_says_so_in_every_answer(data: Path) -> None:
    cited = run_json("ask", ROOF, data=data)["citations"][0]
    assert "bandstand" in cited["excerpt"]
    assert 85 <= cited["ocr_confidence"] <= 100
    told = run("ask", ROOF, data=data).stdout
    assert f"read by OCR, {cited['ocr_confidence']} % sure" in " ".join(told.split())


@with_tesseract
def test_a_list_of_decisions_says_how_sure_it_is_of_each(data: Path) -> None:
    listed = run_json("decisions", data=data)["decisions"]
    sure = {one["text"]: one["ocr_confidence"] for one in listed}
    assert sure[BOATS] == 50
    assert all(50 <= one <= 100 for one in sure.values())
    assert "read by OCR, 50 % sure" in " ".join(run("decisions", data=data).stdout.split())


@with_tesseract
def test_a_paper_is_shown_with_how_sure_each_page_is(data: Path) -> None:
    shown = run_json("show", "minutes.pdf", data=data)
    sure = {block["ocr_confidence"] for block in shown["blocks"]}
    assert len(sure) == 1
    assert (
        f"page 1, read by OCR, {sure.pop()} % sure" in run("show", "minutes.pdf", data=data).stdout
    )


@with_tesseract
def test_a_figure_that_may_be_misread_is_shown_as_such(data: Path) -> None:
    cited = run_json("ask", "What was resolved about a boathouse?", data=data)["citations"][0]
    assert "£9813,775" in cited["excerpt"]
    assert cited["ocr_confidence"] == 50
    sure = [block["ocr_confidence"] for block in run_json("show", "boats.pdf", data=data)["blocks"]]
    assert sure[-1] == 50
    assert sure[0] > 85
    assert "May be misread: £9813,775. (50 % sure)" in run("show", "boats.pdf", data=data).stdout


def test_what_was_not_read_by_ocr_says_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "minutes.pdf").write_bytes(pdf(typed(*MINUTES)))
    run_json("ingest", tmp_path / "minutes.pdf", data=tmp_path / "data")
    cited = run_json("ask", ROOF, data=tmp_path / "data")["citations"][0]
    assert cited["ocr_confidence"] is None
    assert "OCR" not in run("ask", ROOF, data=tmp_path / "data").stdout


def test_a_deadline_that_is_put_off_comes_later() -> None:
    begun, ended = time.monotonic(), list[float]()
    deadline = Deadline(1.0, lambda: ended.append(time.monotonic() - begun))
    deadline.put_off(0.5)
    assert deadline.passed.wait(PATIENCE)
    deadline.lift()
    assert ended[0] >= 1.5


def test_a_deadline_that_is_lifted_never_comes() -> None:
    ended: list[int] = []
    deadline = Deadline(1.0, lambda: ended.append(os.getpid()))
    deadline.lift()
    time.sleep(1.2)
    assert (ended, deadline.passed.is_set()) == ([], False)
