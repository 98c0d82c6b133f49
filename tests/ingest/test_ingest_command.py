"""`python -m ingest` as the shell, the bot and a person at a terminal meet it."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from index.catalogue import open_catalogue
from index.errors import TownClerkError
from index.shelf import open_shelf
from support.waiting import until

ROOT = Path(__file__).resolve().parents[2]

CABINET = """Anytown Borough Council

Report of the Chief Executive

Meeting: Cabinet
Date: 16 March 2011

WINTER GRITTING

PURPOSE OF REPORT

1. To ask Cabinet to agree which roads are gritted first.

RECOMMENDATION

2. That Cabinet approves the list of roads.
"""
NOTICE = CABINET.replace("WINTER GRITTING", "SUMMER FAIR")
MANY = 240  # papers, of which an ingest is not done before it is stopped


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "gritting.txt").write_text(CABINET)
    (folder / "fair.txt").write_text(NOTICE)
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def command(data: Path, *arguments: Path | str) -> list[str]:
    return [sys.executable, "-m", "ingest", "--data", str(data), "ingest", *map(str, arguments)]


def run(data: Path, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(data, *arguments), cwd=ROOT, capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip


def documents(ended: subprocess.CompletedProcess[str]) -> Any:
    assert ended.returncode in (0, 3), ended.stderr
    return json.loads(ended.stdout)


def test_an_ingest_ends_in_one_sentence(papers: Path, data: Path) -> None:
    ended = run(data, papers)
    assert ended.returncode == 0
    said = ended.stdout.splitlines()
    assert len(said) == 1
    assert said[0].startswith("2 papers: 2 added in ")
    assert ended.stderr == ""


def test_what_could_not_be_read_is_listed_with_code_and_sentence(papers: Path, data: Path) -> None:
    (papers / "empty.pdf").touch()
    ended = run(data, papers)
    assert ended.returncode == 3
    said = ended.stdout.splitlines()
    assert said[0].startswith("3 papers: 2 added, 1 failed in ")
    assert said[1].startswith(f"failed {papers}/empty.pdf: ")
    assert said[1].endswith(" [empty]")
    assert len(said) == 2
    assert ended.stderr == ""


def test_json_has_the_agreed_shape(papers: Path, data: Path) -> None:
    (papers / "empty.pdf").touch()
    ended = run(data, papers, "--json")
    found = documents(ended)
    counts = {"added": 2, "changed": 0, "unchanged": 0, "removed": 0, "withheld": 0, "failed": 1}
    assert {name: found[name] for name in counts} == counts
    assert found["run"] == 1
    assert isinstance(found["seconds"], float)
    assert list(found) == ["run", *counts, "seconds", "items"]
    added = {"source": f"{papers}/fair.txt", "outcome": "added", "code": None, "message": None}
    assert added in found["items"]
    (failed,) = (item for item in found["items"] if item["outcome"] == "failed")
    assert list(failed) == ["source", "outcome", "code", "message"]
    assert (failed["source"], failed["code"]) == (f"{papers}/empty.pdf", "empty")
    assert ended.returncode == 3


def test_a_second_ingest_finds_all_as_it_was(papers: Path, data: Path) -> None:
    run(data, papers)
    again = documents(run(data, "--json"))
    assert (again["run"], again["unchanged"], len(again["items"])) == (2, 2, 2)


def test_names_that_would_move_the_cursor_are_shown_harmless(papers: Path, data: Path) -> None:
    (papers / "one\n\x1b[2Jtwo.txt").touch()
    ended = run(data, papers)
    assert "\x1b" not in ended.stdout
    assert f"failed {papers}/one\\n\\x1b[2Jtwo.txt: " in ended.stdout
    assert len(ended.stdout.splitlines()) == 2


def test_a_dry_run_lists_every_paper_and_makes_no_data_folder(papers: Path, data: Path) -> None:
    ended = run(data, papers, "--dry-run")
    said = ended.stdout.splitlines()
    assert said[0] == "This is what would happen; nothing was written."
    assert said[1].startswith("2 papers: 2 added in ")
    assert sorted(said[2:]) == [f"added {papers}/fair.txt", f"added {papers}/gritting.txt"]
    assert ended.returncode == 0
    assert documents(run(data, papers, "--dry-run", "--json"))["run"] is None
    assert not data.exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["nowhere"], "no_such_source"), ([], "nothing_ingested"), (["ftp://a/b"], "no_such_source")],
)
def test_what_cannot_be_begun_is_a_sentence_and_status_1(
    data: Path, arguments: list[str], code: str
) -> None:
    ended = run(data, *arguments)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.endswith(f" [{code}]\n")
    assert not data.exists()


def test_a_data_folder_that_cannot_be_made_is_a_sentence(papers: Path) -> None:
    ended = run(papers / "fair.txt" / "data", papers)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.endswith(" [data_folder]\n")


def test_a_second_ingest_at_once_is_told_to_wait(papers: Path, data: Path) -> None:
    with open_shelf(data, arguments="test"):
        ended = run(data, papers)
    assert ended.returncode == 1
    assert f"process {os.getpid()}" in ended.stderr
    assert ended.stderr.endswith(" [locked]\n")


@pytest.mark.parametrize("arguments", [["--workers", "0"], ["--nonsense"], ["--workers", "x"]])
def test_wrong_usage_is_status_2(data: Path, arguments: list[str]) -> None:
    assert run(data, *arguments).returncode == 2


def test_it_works_from_any_folder_and_finds_its_own_code(papers: Path, data: Path) -> None:
    start = "from ingest.__main__ import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", start, "--data", str(data), "ingest", "papers"],
        cwd=papers.parent, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
    assert documents(run(data, papers, "--json"))["unchanged"] == 2


@pytest.mark.parametrize("request_to_stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_keeps_what_is_done_and_says_so(
    tmp_path: Path, data: Path, request_to_stop: signal.Signals
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number}.txt").write_text(CABINET.replace("GRITTING", f"GRITTING {number}"))
    process = subprocess.Popen(
        command(data, folder, "--json", "--workers", "1"), cwd=ROOT, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, preexec_fn=_hears,
    )  # fmt: skip
    _wait_for_papers(data, 1)
    process.send_signal(request_to_stop)
    out, err = process.communicate(timeout=60)
    assert out, err
    done = json.loads(out)["items"]
    assert process.returncode == 1
    assert err == (
        f"Stopped after {len(done)} of {MANY} papers; what was read is kept. "
        "Ingest again to go on. [stopped]\n"
    )
    with open_catalogue(data) as catalogue:
        assert [run.state for run in catalogue.runs()] == ["aborted"]
        assert [run.cancelled for run in catalogue.runs()] == [True]
    again = documents(run(data, folder, "--json"))
    assert (again["unchanged"], again["added"]) == (len(done), MANY - len(done))


@pytest.mark.parametrize("read_before", [1, 30, 80])
def test_an_ingest_that_is_killed_is_finished_by_the_next(
    tmp_path: Path, data: Path, read_before: int
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number}.txt").write_text(CABINET.replace("GRITTING", f"GRITTING {number}"))
    process = subprocess.Popen(command(data, folder), cwd=ROOT, stdout=subprocess.DEVNULL)
    _wait_for_papers(data, read_before)
    process.kill()
    process.wait()
    again = documents(run(data, folder, "--json"))
    assert again["unchanged"] >= read_before
    assert again["unchanged"] + again["added"] == MANY
    with open_catalogue(data) as catalogue:
        assert len(catalogue.reports()) == MANY
        assert [run.state for run in catalogue.runs()] == ["finished", "aborted"]
        assert [run.cancelled for run in catalogue.runs()] == [False, False]


def _hears() -> None:
    """Take signals as at a terminal, though whoever runs the tests may have them passed over."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _wait_for_papers(data: Path, count: int) -> None:
    def are_there() -> bool:
        with suppress(TownClerkError), open_catalogue(data) as catalogue:
            return any(run.added >= count for run in catalogue.runs())
        return False

    until(are_there, f"{count} papers")


def test_a_terminal_sees_a_bar_and_the_summary_stays_clean(papers: Path, data: Path) -> None:
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        command(data, papers), cwd=ROOT, stdout=subprocess.PIPE, stderr=end,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"},
    )  # fmt: skip
    os.close(end)
    seen = _all_from(terminal)
    out, _ = process.communicate(timeout=60)
    assert "2/2" in seen
    assert out.decode().startswith("2 papers: 2 added in ")
    assert b"\x1b" not in out


def test_a_terminal_that_is_closed_does_not_end_the_ingest(papers: Path, data: Path) -> None:
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        command(data, papers), cwd=ROOT, stdout=subprocess.PIPE, stderr=end,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "80"},
    )  # fmt: skip
    os.close(end)
    os.read(terminal, 1)
    os.close(terminal)
    out, _ = process.communicate(timeout=60)
    assert out.decode().startswith("2 papers: 2 added in ")
    assert process.returncode == 0


def _all_from(terminal: int) -> str:
    seen = b""
    while select.select([terminal], [], [], 60)[0]:
        try:
            read = os.read(terminal, 65536)
        except OSError:  # Linux's way of saying that nobody writes any more
            break
        if not read:
            break
        seen += read
    os.close(terminal)
    return seen.decode(errors="replace")
