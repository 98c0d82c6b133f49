"""No word of a closed paper is in any byte that is kept or printed, whatever happens."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support import canaries
from support.canaries import CANARY
from support.commands import ROOT, run, run_json

MADE_EXEMPT, TAKEN_DOWN = "Wagtailmarsh", "Dunnockfield"
WORDS = " ".join(f"Lane {n} was walked by officers of the parish." for n in range(9))
LOOKED_AT = [
    ("status",), ("failures",), ("runs",), ("acts",), ("reports",), ("decisions",), ("gaps",),
    ("history",), ("check",), ("status", "--json"), ("failures", "--json"), ("reports", "--json"),
    ("decisions", "--json"), ("history", "--json"),
]  # fmt: skip


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    canaries.write(tmp_path / "papers")
    for name, word in (("quay.txt", MADE_EXEMPT), ("child.txt", TAKEN_DOWN)):
        text = f"Report to: Cabinet\n\nTitle: {word}\n\n1. {word} is let. {WORDS}\n"
        (tmp_path / "papers" / name).write_text(text)
    return tmp_path / "papers"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    return tmp_path / "data"


def clean(data: Path, *done: CompletedProcess[str], word: str = CANARY) -> bool:
    """Whether no file and no output holds a word; and of the closed papers, no byte."""
    for each in done:
        assert word.casefold() not in (each.stdout + each.stderr).casefold(), each.args
        assert "Traceback" not in each.stderr
    if word == CANARY:
        assert canaries.traces(data, data.parent / "temporary") == []
    return [path.name for path in files(data) if word.lower().encode() in lowered(path)] == []


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def lowered(path: Path) -> bytes:
    return path.read_bytes().lower()


def asked(data: Path, word: str) -> int:
    return len(run_json("ask", f"is {word} let", data=data)["citations"])


OUTCOMES = {
    "open.txt": None, "front.txt": "exempt", "later.html": "exempt", "plain.txt": "exempt",
    "unclear.md": "unclear", "confidential.docx": "confidential", "hidden.docx": None,
    "painted.pdf": "bad_redaction", "white.pdf": None, "scan.pdf": "bad_redaction",
    "pack.pdf": None, "appendix.pdf": None, "meeting.xml": None, "papers.zip": None,
    "papers.zip#a.txt": None, "papers.zip#b.txt": "exempt", "mail.eml": "confidential",
    "quay.txt": None, "child.txt": None,
}  # fmt: skip


def test_what_is_open_of_them_is_taken_in_and_the_rest_is_withheld(
    papers: Path, data: Path
) -> None:
    items = run_json("ingest", papers, data=data)["items"]
    assert {Path(item["source"]).name: item["code"] for item in items} == OUTCOMES
    assert {item["outcome"] for item in items} == {"added", "withheld"}


def test_no_word_is_kept_or_told_after_an_ingest_and_all_that_may_follow(
    papers: Path, data: Path
) -> None:
    first = run("ingest", papers, "--json", data=data)
    assert '"failed": 0' in first.stdout, first.stdout + first.stderr
    assert clean(data, first)
    assert clean(data, run("ingest", papers, data=data), run("ingest", data=data))
    assert clean(data, *(run(*command, data=data) for command in LOOKED_AT))
    shown = [one["source"] for one in run_json("reports", data=data)["reports"]]
    assert clean(data, *(run("show", source, "--json", data=data) for source in shown))
    assert clean(data, run("rebuild", data=data))
    backup = data.parent / "backup"
    assert clean(data, run("backup", backup, data=data))
    assert canaries.traces(backup) == []
    assert CANARY not in str(run_json("ask", "what was the offer of zebrafinh", data=data))


def test_a_public_paper_that_is_marked_exempt_leaves_no_byte(papers: Path, data: Path) -> None:
    run("ingest", papers, data=data)
    assert not clean(data, word=MADE_EXEMPT)
    quay = papers / "quay.txt"
    quay.write_text(quay.read_text().replace("Lane 3", "Lane 33"))
    run("ingest", papers, data=data)
    quay.write_text("NOT FOR PUBLICATION\n\n" + quay.read_text())
    assert clean(data, run("ingest", papers, data=data), word=MADE_EXEMPT)
    assert clean(data, run("rebuild", data=data), word=MADE_EXEMPT)


def test_a_withdrawn_paper_leaves_no_byte_and_does_not_come_back(papers: Path, data: Path) -> None:
    run("ingest", papers, data=data)
    assert asked(data, TAKEN_DOWN) > 0
    assert clean(data, run("withdraw", "child.txt", "--why", "agreed", data=data), word=TAKEN_DOWN)
    assert asked(data, TAKEN_DOWN) == 0
    child = (papers / "child.txt").read_text()
    (papers / "elsewhere").mkdir()
    (papers / "elsewhere" / "other name.txt").write_text(child)
    (papers / "elsewhere" / "other bytes.txt").write_text(child.replace("\n\n", "\n\n\n"))
    again = run("ingest", papers, data=data)
    assert clean(data, again, word=TAKEN_DOWN)
    codes = [item["code"] for item in run_json("failures", data=data)["failures"]]
    assert codes.count("withdrawn") == 3
    assert clean(data, run("rebuild", data=data), word=TAKEN_DOWN)
    assert clean(data, run("ingest", data=data), word=TAKEN_DOWN)


@pytest.mark.parametrize("after", [0.6, 1.5, 3.0])
def test_an_ingest_that_is_killed_leaves_no_byte(papers: Path, data: Path, after: float) -> None:
    command = [sys.executable, str(ROOT / "townclerk.py"), "--data", str(data), "ingest"]
    with subprocess.Popen(
        [*command, str(papers)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True, cwd=ROOT,
    ) as going:  # fmt: skip
        time.sleep(after)
        os.killpg(going.pid, signal.SIGKILL)
        assert going.stdout is not None
        assert CANARY.encode() not in going.stdout.read()
    time.sleep(0.5)  # until the reading processes have noticed
    assert canaries.traces(data) == [] if data.exists() else True
    assert clean(data, run("ingest", papers, data=data))
