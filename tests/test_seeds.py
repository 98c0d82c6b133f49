"""Five real reports, in three formats, from file to answer: what the project must get right."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.commands import SHARED, run_json

SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five seed reports are not here")

Ask = Callable[[str], Any]


@pytest.fixture(scope="module", params=["txt", "pdf", "docx"])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five reports, ingested from files of one format."""
    home = tmp_path_factory.mktemp(request.param)
    papers = SEEDS if request.param == "txt" else _converted(home, request.param)
    counted = run_json("ingest", papers, data=home / "data")
    assert (counted["added"], counted["failed"]) == (5, 0)
    return home / "data"


def _converted(home: Path, kind: str) -> Path:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed")
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{home}/profile",
            *("--convert-to", kind, "--outdir", str(home / "papers")),
            *map(str, sorted(SEEDS.glob("*.txt"))),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return home / "papers"


@pytest.fixture(scope="module")
def ask(data: Path) -> Ask:
    """Ask a question, and check every excerpt against the stored text on the way."""

    def checked(question: str) -> Any:
        answer = run_json("ask", question, data=data)
        for citation in answer["citations"]:
            _assert_verbatim(citation, data)
        return answer

    return checked


def _assert_verbatim(citation: Any, data: Path) -> None:
    shown = run_json("show", citation["report_id"], data=data)
    text = "\n".join(block["text"] for block in shown["blocks"])
    assert text[citation["start"] : citation["end"]] == citation["excerpt"]


def test_who_leads_is_read_from_the_appendix(ask: Ask) -> None:
    answer = ask("who leads procurement collaboration")
    first = answer["citations"][0]
    assert answer["status"] == "answered"
    for words in ("David Sheldon", "Corporate Procurement Manager", "Wolverhampton CC"):
        assert words in answer["headline"]
        assert words in first["excerpt"]
    assert (first["body"], first["meeting_date"]) == ("Cabinet", "2011-03-16")


def test_a_recommendation_is_not_passed_off_as_a_decision(ask: Ask) -> None:
    answer = ask("what did cabinet decide on Blackpool")
    first = answer["citations"][0]
    assert (answer["status"], answer["standing"]) == ("answered", "recommended")
    assert (first["paragraph"], first["body"]) == ("2", "Executive Cabinet")
    assert first["excerpt"].startswith("It is recommended that Executive Cabinet authorise")
    assert (first["meeting_date"], first["meeting_date_basis"]) == ("2007-11-10", "inferred")
    assert "No minutes recording the decision are held" in answer["headline"]


def test_a_sum_is_given_with_its_paragraph(ask: Ask) -> None:
    answer = ask("how much did IEWM put in")
    assert answer["status"] == "answered"
    assert "£300,000" in answer["headline"]
    assert answer["citations"][0]["paragraph"] in ("4", "13")
    assert "£300,000" in answer["citations"][0]["excerpt"]


def test_a_chair_is_named(ask: Ask) -> None:
    answer = ask("who chairs the Chorley Partnership")
    assert answer["status"] == "answered"
    assert "Lincoln Shields" in answer["headline"]
    assert "Lincoln Shields" in answer["citations"][0]["excerpt"]


def test_a_provider_is_named_with_the_terms(ask: Ask) -> None:
    answer = ask("who is providing health and safety support")
    assert answer["status"] == "answered"
    assert "Bolton Metropolitan Borough Council" in answer["headline"]
    assert "trial period of twelve months" in answer["citations"][0]["excerpt"]
    assert answer["citations"][0]["paragraph"] == "10"


def test_a_list_is_quoted_whole(ask: Ask) -> None:
    answer = ask("what were the recommendations on the strategic partnership project")
    first = answer["citations"][0]
    lines = first["excerpt"].split("\n")
    labels = [line.split()[0] for line in lines if line.startswith("(")]
    assert labels == ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"]
    assert [line[:2] for line in lines if line[1:2] == "."] == [f"{c}." for c in "abcdefgh"]
    assert (answer["standing"], first["meeting_date"]) == ("recommended", "2003-03-05")


def test_what_is_not_there_is_not_found(ask: Ask) -> None:
    answer = ask("are there any mermaids in Chorley")
    assert (answer["status"], answer["citations"]) == ("no_answer", [])
    assert "mermaids" in answer["headline"]
    assert answer["searched"]["reports"] == 5
    assert answer["searched"]["newest"] == "2011-03-16"


def test_decisions_are_listed_newest_meeting_first(data: Path) -> None:
    listed = run_json("decisions", data=data)["decisions"]
    days = list(dict.fromkeys(one["meeting_date"] for one in listed))
    assert days == ["2011-03-16", "2007-11-10", "2007-09-06", "2006-11-09", "2003-03-05"]
    inferred = {one["meeting_date"] for one in listed if one["meeting_date_basis"] == "inferred"}
    assert inferred == {"2007-11-10"}
    assert {one["standing"] for one in listed} == {"recommended"}


def test_a_second_ingest_changes_nothing(data: Path) -> None:
    before = run_json("status", data=data)
    again = run_json("ingest", data=data)
    after = run_json("status", data=data)
    assert (again["unchanged"], again["added"], again["changed"]) == (5, 0, 0)
    assert after["generation"] == before["generation"]
    assert after["passages"] == before["passages"]
