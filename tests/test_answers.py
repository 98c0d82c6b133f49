"""From papers of a small made-up council to answers, through the real commands."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.commands import run, run_json

Ask = Callable[[str], Any]

REPORT = """Report of\tMeeting\tDate
Head of Parks (Introduced by the Executive Member for Leisure)\tCabinet\t4 June 2024

FUTURE OF THE BOATHOUSE

PURPOSE OF REPORT

1. To ask Cabinet how the boathouse on Fen Lake should be run when its lease ends.

RECOMMENDATIONS

2. It is recommended that Cabinet:

(i) Offer the lease to Fen Rowing Club for ten years; and
(ii) Ask the Head of Parks to report on the jetty by March.

BACKGROUND

3. The boathouse was built by the Waterman Trust. It is used by 240 residents each week.
4. Repairs to the roof will cost £86,500, of which the Lottery Fund will contribute £40,000.
5. The lease ends on 31 December 2024. Night fishing is not allowed.

FINANCE

6. The Medium Term Financial Strategy (MTFS) allows £20,000 a year for the upkeep of buildings.

Service Area\tLead Officer\tCabinet Member
Boating\tPriya Nand Lakes Manager 01632 960111\tCllr Tom Ashby Cabinet Member for Leisure
Angling\tVacant\tCllr Tom Ashby Cabinet Member for Leisure

Report Author\tExt\tDate\tDoc ID
Helen Marsh\t4410\t20 May 2024\tPARKS/24/07
"""

MINUTES = """MINUTES OF THE MEETING OF CABINET

held on Tuesday 4 June 2024

Present: Councillor Ruth Vane (Chair), Councillor Tom Ashby and Councillor Joan Pell

12. FUTURE OF THE BOATHOUSE

The Head of Parks presented the report.

RESOLVED – That the lease of the boathouse be offered to Fen Rowing Club for seven years.

13. GRITTING ROUTES

RESOLVED – That the gritting routes for 2024/25 be approved.
"""

LATER = """Meeting of the Cabinet – 3rd March 2025

Report of the Head of Parks

The Boathouse: Progress

Purpose of Report

1. To tell Cabinet that Fen Rowing Club has taken the lease of the boathouse and begun repairs.

Recommendation

2. That the report be noted.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers above, ingested."""
    home = tmp_path_factory.mktemp("answers")
    papers = {"boathouse.txt": REPORT, "minutes.txt": MINUTES, "progress.txt": LATER}
    for name, text in papers.items():
        (home / "papers").mkdir(exist_ok=True)
        (home / "papers" / name).write_text(text, encoding="utf-8")
    assert run_json("ingest", home / "papers", data=home / "data")["added"] == 3
    return home / "data"


@pytest.fixture
def ask(data: Path) -> Ask:
    """Ask one question of those papers."""
    return lambda question: run_json("ask", question, data=data)


@pytest.mark.parametrize(
    ("question", "kind", "said", "paragraph"),
    [
        ("who leads on boating", "who", "Priya Nand", None),
        ("which cabinet member is responsible for boating", "who", "Cllr Tom Ashby", None),
        ("who built the boathouse", "who", "Waterman Trust", "3"),
        ("how much will the roof repairs cost", "how_much", "£86,500", "4"),
        ("how much is the Lottery Fund contributing", "how_much", "£40,000", "4"),
        ("how many residents use the boathouse", "how_much", "240", "3"),
        ("when does the lease end", "when", "31 December 2024", "5"),
        ("how much does the MTFS allow for buildings", "how_much", "£20,000", "6"),
        ("what does the medium term financial strategy allow", "other", "£20,000", "6"),
        ("is night fishing allowed", "yes_no", "Night fishing is not allowed", "5"),
    ],
)
def test_a_fact_is_quoted_from_where_it_stands(
    ask: Ask, question: str, kind: str, said: str, paragraph: str | None
) -> None:
    answer = ask(question)
    first = answer["citations"][0]
    assert (answer["status"], answer["kind"]) == ("answered", kind)
    assert said.removeprefix("Cllr ") in first["excerpt"]
    assert (
        kind not in ("who", "how_much", "when") or said.removeprefix("Cllr ") in answer["headline"]
    )
    assert paragraph is None or first["paragraph"] == paragraph


def test_a_resolution_comes_before_the_recommendation_it_changed(ask: Ask) -> None:
    answer = ask("what did cabinet decide about the boathouse lease")
    first = answer["citations"][0]
    assert (answer["status"], answer["standing"]) == ("answered", "resolved")
    assert "for seven years" in first["excerpt"]
    assert (first["kind"], first["heading"]) == ("minutes", "FUTURE OF THE BOATHOUSE")
    assert answer["headline"].startswith("Decided: Cabinet, 4 June 2024")


def test_recommendations_are_quoted_as_a_whole_list(ask: Ask) -> None:
    answer = ask("what were the recommendations on the future of the boathouse")
    first = answer["citations"][0]
    assert answer["standing"] == "recommended"
    assert "(i) Offer the lease" in first["excerpt"]
    assert "(ii) Ask the Head of Parks" in first["excerpt"]


def test_words_that_only_lead_into_a_list_are_quoted_with_it(ask: Ask) -> None:
    answer = ask("what's the latest recommendation to cabinet")
    (asked,) = [c["excerpt"] for c in answer["citations"] if "is recommended that" in c["excerpt"]]
    assert "(i) Offer the lease" in asked
    assert "(ii) Ask the Head of Parks" in asked


def test_the_latest_position_is_the_newest_paper_first(ask: Ask) -> None:
    answer = ask("what's the latest on the boathouse")
    assert answer["kind"] == "latest"
    days = [citation["meeting_date"] for citation in answer["citations"]]
    assert days[0] == "2025-03-03"
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("how much did the jetty cost", "related"),
        ("who manages angling", "related"),
        ("who paid for the unicorn enclosure", "no_answer"),
        ("when was the airport opened", "no_answer"),
    ],
)
def test_what_the_papers_do_not_state_is_not_answered(ask: Ask, question: str, status: str) -> None:
    answer = ask(question)
    assert answer["status"] == status
    assert answer["searched"]["reports"] == 3
    assert answer["searched"]["newest"] == "2025-03-03"
    assert answer["suggestions"]


def test_a_body_whose_papers_are_not_held_is_said_to_be_so(ask: Ask) -> None:
    answer = ask("what did the licensing committee decide about the boathouse")
    assert answer["status"] == "related"
    assert "Nothing found in papers of licensing committee" in answer["headline"]


def test_dates_in_the_question_limit_the_papers(ask: Ask) -> None:
    answer = ask("what was said about the boathouse since 2025")
    assert {citation["meeting_date"] for citation in answer["citations"]} == {"2025-03-03"}
    assert answer["searched"]["filters"] == {"since": "2025-01-01"}


def test_an_excerpt_that_no_longer_matches_the_stored_text_is_withheld(
    data: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data, copy)
    database = sqlite3.connect(next(copy.glob("*.db")))
    changed = "update passages set text = replace(text, '£86,500', '£99,999')"
    with database:
        assert database.execute(changed).rowcount > 0
    database.close()
    answer = run_json("ask", "how much will the roof repairs cost", data=copy)
    assert "£99,999" not in str(answer)


def test_the_words_of_a_question_are_only_words(ask: Ask) -> None:
    for question in ("boathouse AND (", "* OR 1=1; --", '"', "NEAR/2 boathouse", "'); drop table"):
        assert ask(question)["status"] in ("answered", "related", "no_answer")


def test_without_a_question_a_prompt_answers_one_after_another(data: Path) -> None:
    done = run("ask", data=data, stdin="who built the boathouse\nis night fishing allowed\n\n")
    assert done.returncode == 0
    assert "Waterman Trust" in done.stdout
    assert "Night fishing is not allowed" in done.stdout


def test_asking_before_any_ingest_says_what_to_do(tmp_path: Path) -> None:
    done = run("ask", "who built it", data=tmp_path / "none")
    assert done.returncode == 1
    assert "townclerk ingest" in done.stderr
    assert "Traceback" not in done.stderr
