"""The sample papers, ingested by the real command, answer the questions in docs/samples.md."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from support.commands import ROOT, run, run_json

SAMPLES = ROOT / "samples"
DOCUMENT = ROOT / "docs" / "samples.md"
EXEMPT = "2026-01-13-aldergate-depot.pdf"
EXEMPT_WORDS = ("Quillstone", "Brackenholt", "2,315,000")


class Row(NamedTuple):
    """A line of the table of questions; a dash stands for nothing."""

    question: str
    status: str
    standing: str
    says: str
    paper: str
    place: str


def rows() -> list[Row]:
    """The questions and what the document says of their answers."""
    table = DOCUMENT.read_text(encoding="utf-8").partition("## Questions to try")[2]
    lines = [line for line in table.splitlines() if line.startswith("| ")][1:]
    return [Row(*(cell.strip(" `") for cell in line.strip("| ").split(" | "))) for line in lines]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, ingested."""
    folder = tmp_path_factory.mktemp("samples") / "data"
    report = run_json("ingest", SAMPLES, data=folder)
    assert (report["added"], report["withheld"], report["failed"]) == (17, 1, 0)
    return folder


def test_there_are_fifteen_questions_or_more() -> None:
    assert len(rows()) >= 15


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.question)
def test_a_question_is_answered_as_the_document_says(row: Row, data: Path) -> None:
    answer = run_json("ask", row.question, data=data)
    first: dict[str, Any] = (answer["citations"] or [{}])[0]
    seen = Row(
        row.question,
        answer["status"],
        answer["standing"] or "–",
        row.says
        if row.says in f"{answer['headline']}\n{first.get('excerpt')}"
        else "something else",
        Path(first.get("source", "–")).name,
        first.get("paragraph") or "–",
    )
    assert seen == row


def test_the_document_lists_every_paper() -> None:
    listed = re.findall(r"^\| `(\w+/[^`]+)`", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    there = [path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.*")]
    assert sorted(listed) == sorted(there)


def test_the_exempt_paper_is_withheld_and_leaves_no_word_behind(data: Path) -> None:
    done = run("failures", data=data)
    assert EXEMPT in " ".join(done.stdout.split())
    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert not [word for word in EXEMPT_WORDS if word.encode() in kept]


def test_the_yearless_meeting_is_dated_by_its_report_and_says_so(data: Path) -> None:
    paper = run_json("show", "building-control-joint-working.txt", data=data)["report"]
    assert (paper["meeting_date"], paper["meeting_date_basis"]) == ("2025-11-11", "inferred")


def test_a_vacancy_and_a_reference_are_no_people(data: Path) -> None:
    shown = run_json("show", "2025-06-10-shared-services-lead-officers.docx", data=data)
    leads = {
        p["area"]: p["name"] for p in shown["people"] if p["relation"] == "Review Lead Officer"
    }
    assert leads == {
        "Procurement": "Neil Copgrave",
        "Payroll": "Hester Vayne",
        "ICT": "Ranjit Sowerthwaite",
        "Emergency Planning": "Colm Addlestrop",
        "Legal Services": "Priya Skellingthorpe",
    }


def test_the_word_papers_keep_the_numbers_that_the_format_computes(data: Path) -> None:
    shown = run_json("show", "2025-06-10-leisure-trust-business-case.docx", data=data)
    assert [d["label"] for d in shown["decisions"]] == ["2(i)", "2(ii)", "2(iii)"]
    labels = [block["label"] for block in shown["blocks"] if block["label"]]
    assert labels == [
        *("1", "2", "2(i)", "2(ii)", "2(ii).a", "2(ii).b", "2(ii).c", "2(iii)"),
        *("3", "4", "5", "6", "7", "8", "9", "10", "11"),
    ]


def test_minutes_whose_running_header_says_draft_are_drafts(data: Path) -> None:
    reports = run_json("reports", data=data)["reports"]
    drafts = {Path(report["source"]).name for report in reports if report["draft"]}
    assert drafts == {"2026-02-26-minutes.docx"}
