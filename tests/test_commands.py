"""The commands and their JSON, which other programs read: fields may be added, never renamed."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from support.commands import run, run_json

PAPER = """Report of\tMeeting\tDate
Head of Parks\tCabinet\t4 June 2024

FUTURE OF THE BOATHOUSE

RECOMMENDATIONS

1. It is recommended that Cabinet offer the lease to <b>Fen Rowing Club</b>.

BACKGROUND

2. The boathouse was built by the Waterman Trust in 1931.

Service Area\tLead Officer\tCabinet Member
Boating\tPriya Nand Lakes Manager\tCllr Tom Ashby Cabinet Member for Leisure
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One paper, ingested, and one that cannot be read."""
    home = tmp_path_factory.mktemp("commands")
    (home / "papers").mkdir()
    (home / "papers" / "boathouse.txt").write_text(PAPER, encoding="utf-8")
    (home / "papers" / "empty.pdf").touch()
    done = run("ingest", home / "papers", data=home / "data")
    assert done.returncode == 3
    assert "empty.pdf" in done.stdout + done.stderr
    return home / "data"


def test_ask_answers_in_the_agreed_json(data: Path) -> None:
    answer = run_json("ask", "who built the boathouse", data=data)
    assert set(answer) >= {
        *("question", "status", "kind", "headline", "standing", "citations", "searched"),
        *("suggestions", "position", "took_ms"),
    }
    assert set(answer["citations"][0]) >= {
        *("excerpt", "start", "end", "report_id", "source", "title", "council", "body", "kind"),
        *("meeting_date", "meeting_date_basis", "paragraph", "page", "heading", "standing", "url"),
    }
    assert set(answer["searched"]) >= {"reports", "bodies", "newest", "filters"}


def test_decisions_list_in_the_agreed_json_and_in_csv(data: Path) -> None:
    (row,) = run_json("decisions", data=data)["decisions"]
    assert set(row) >= {
        *("text", "standing", "outcome", "title", "council", "body", "meeting_date"),
        *("meeting_date_basis", "paragraph", "minute", "source", "report_id"),
    }
    assert (row["standing"], row["paragraph"]) == ("recommended", "1")
    (line,) = csv.DictReader(io.StringIO(run("decisions", "--csv", data=data).stdout))
    assert line["text"] == row["text"]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ((), 1),
        (("--about", "the boathouse lease"), 1),
        (("--about", "gritting"), 0),
        (("--body", "cabinet"), 1),
        (("--body", "planning committee"), 0),
        (("--since", "2024-06-04", "--until", "04/06/2024"), 1),
        (("--since", "2024-06-05"), 0),
        (("--standing", "resolved"), 0),
    ],
)
def test_decisions_can_be_chosen(data: Path, options: tuple[str, ...], count: int) -> None:
    assert len(run_json("decisions", *options, data=data)["decisions"]) == count


def test_status_reports_runs_and_failures_in_the_agreed_json(data: Path) -> None:
    status = run_json("status", data=data)
    assert set(status) >= {
        *("reports", "passages", "decisions", "withheld", "failed", "newest_meeting"),
        *("generation", "last_run", "by_body"),
    }
    assert (status["reports"], status["failed"], status["newest_meeting"]) == (1, 1, "2024-06-04")
    assert run_json("runs", data=data)["runs"][0]["failed"] == 1
    (failure,) = run_json("failures", data=data)["failures"]
    assert (failure["outcome"], failure["code"]) == ("failed", "empty")


def test_a_paper_is_shown_as_it_was_understood(data: Path) -> None:
    (report,) = run_json("reports", data=data)["reports"]
    shown = run_json("show", "boathouse.txt", data=data)
    assert shown["report"] == report
    assert (report["title"], report["body"]) == ("FUTURE OF THE BOATHOUSE", "Cabinet")
    assert [b["text"] for b in shown["blocks"] if b["label"] == "2"] == [
        "2. The boathouse was built by the Waterman Trust in 1931."
    ]
    assert {p["name"] for p in shown["people"]} >= {"Priya Nand", "Cllr Tom Ashby"}
    assert "Priya Nand" in run("show", report["report_id"], data=data).stdout


def test_a_rebuilt_index_answers_as_before(data: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(data, tmp_path / "data")
    before = run_json("ask", "who built the boathouse", data=copy)
    assert run("rebuild", data=copy).returncode == 0
    after = run_json("ask", "who built the boathouse", data=copy)
    assert after["citations"] == before["citations"]


def test_json_is_one_document_and_nothing_else(data: Path) -> None:
    for command in (("ask", "boathouse"), ("decisions",), ("status",), ("runs",), ("reports",)):
        done = run(*command, "--json", data=data)
        assert (done.returncode, done.stderr) == (0, "")
        assert isinstance(json.loads(done.stdout), dict)


def test_a_withdrawn_paper_is_gone_and_stays_gone(tmp_path: Path) -> None:
    paper = tmp_path / "papers" / "boathouse.txt"
    paper.parent.mkdir()
    paper.write_text(PAPER, encoding="utf-8")
    data = tmp_path / "data"
    run("ingest", paper.parent, data=data)
    assert run("withdraw", "boathouse.txt", "--why", "a mistake", data=data).returncode == 0
    assert run_json("ask", "who built the boathouse", data=data)["status"] == "no_answer"
    assert run_json("ingest", paper.parent, data=data)["withheld"] == 1
    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert b"Waterman" not in kept


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("ask", "x"), 1, "townclerk ingest"),
        (("status",), 1, "townclerk ingest"),
        (("rebuild",), 1, "townclerk ingest"),
        (("ask", "--json"), 1, "townclerk ingest"),
        (("decisions", "--since", "soon"), 2, "--since"),
        (("decisions", "--json", "--csv"), 2, "--json or --csv"),
        (("frobnicate",), 2, "No such command"),
        (("ingest", "nowhere"), 1, "nowhere"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_with_an_exit_status(
    tmp_path: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = run(*arguments, data=tmp_path / "data")
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_what_became_of_a_paper_is_one_whole_line_however_long_its_name(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    long = papers / f"{'a very long name ' * 12}.pdf"
    long.touch()
    assert run("ingest", papers, data=tmp_path / "data").returncode == 3
    assert run("failures", data=tmp_path / "data").stdout == (
        f"{long}: failed [empty] The file is empty. Fetch or save it again.\n"
    )
    (line,) = run("runs", data=tmp_path / "data").stdout.splitlines()
    assert re.fullmatch(r"Run 1, \d{4}-\d\d-\d\d \d\d:\d\d UTC, finished: 1 failed\.", line)
    assert line in run("status", data=tmp_path / "data").stdout.splitlines()


def test_a_backup_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    missing = tmp_path / "none.tar"
    done = run("restore", missing, data=tmp_path / "data")
    assert (done.returncode, done.stderr) == (
        1,
        f"{missing} cannot be restored: it cannot be read (No such file or directory). Take "
        "another backup. [bad_backup]\n",
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "boathouse.txt", "--at", "5-5"), "not_shown"),
        (("evaluate", "pyproject.toml"), "bad_questions"),
        (("backup", "README.md/within"), "backup_failed"),
    ],
)
def test_a_failure_ends_with_its_code(data: Path, arguments: tuple[str, ...], code: str) -> None:
    done = run(*arguments, data=data)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(f" [{code}]\n")


def test_a_place_with_no_paper_in_it_is_looked_at_again_by_later_ingests(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("ingest", tmp_path / "empty", data=tmp_path / "data")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1:] == [
        "No paper was found there. Later ingests look there again; `townclerk forget` has them "
        "leave a place out."
    ]
    assert run("ingest", data=tmp_path / "data").returncode == 0


def test_every_command_has_help(tmp_path: Path) -> None:
    listed = run("--help", data=tmp_path).stdout.split("Commands:")[1]
    for line in filter(None, listed.splitlines()):
        name, *words = line.split()
        assert words, f"{name} has no help"
        assert run(name, "--help", data=tmp_path).returncode == 0


def test_a_name_that_two_papers_have_asks_for_the_path(tmp_path: Path) -> None:
    for folder in ("may", "june"):
        paper = tmp_path / "papers" / folder / "minutes.txt"
        paper.parent.mkdir(parents=True)
        paper.write_text(f"{PAPER}\n3. Told in {folder}.\n", encoding="utf-8")
    run("ingest", tmp_path / "papers", data=tmp_path / "data")
    done = run("show", "minutes.txt", data=tmp_path / "data")
    assert done.returncode == 1
    assert "2 papers are called 'minutes.txt'" in done.stderr
    shown = run_json("show", tmp_path / "papers" / "may" / "minutes.txt", data=tmp_path / "data")
    assert shown["blocks"][-1]["text"] == "3. Told in may."
