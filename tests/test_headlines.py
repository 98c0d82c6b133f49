"""A headline never says more than the papers do: questions that invite a false one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.commands import run_json

Ask = Callable[[str], Any]

REPORT = """BROCKHAM DISTRICT COUNCIL

CABINET

4 July 2023

REPORT OF THE HEAD OF LEISURE

RENEWAL OF THE LIDO

1. RECOMMENDATIONS
1.1 That Cabinet approves £9,400 for new lockers.

2. DETAIL
2.1 No decision has been taken on the tennis courts.
2.2 The works are funded by borrowing of £1.6 million and section 106 contributions of £800,000.
2.3 In May a consultation was held. 1,204 responses were received, of which 87% supported the plan.
2.4 The lido has 40 lifeguards and 3 boats. Works began on 4 March 2023.
2.5 The Portfolio Holder for Sport, Councillor Jill Stanier, supports the plan.
2.6 The contract was awarded to Brightwell Construction in June 2023.
2.8 Membership fell from 4,100 to 2,950. The lease ends on 30 September 2025.
2.9 The Grandstand was built in 1962. It costs £740,000 a year to run.
2.10 The Grandstand was valued at £6.2 million.
2.7 The average visit lasts 12 weeks fewer than it did.
"""

EARLIER = """BROCKHAM DISTRICT COUNCIL

CABINET

9 March 2021

REPORT OF THE HEAD OF LEISURE

SPORT STRATEGY

1. RECOMMENDATIONS
1.1 That the strategy be noted.

2. DETAIL
2.1 Portfolio Holder: Councillor Graham Tite.
2.2 The net cost of the Sports Help Desk (SHD) was £512,000.
2.3 This report sets out the use of the sports help desk by clubs.
"""

MINUTES = """BROCKHAM DISTRICT COUNCIL

COUNCIL

MINUTES of the meeting held on Wednesday 28 February 2024

PRESENT: Councillor E. Marsh (Chair of the Council), Councillor Jo Lund and Councillor Ann Haq

Also there: The Lady Mayor, Councillor Bea Penn (in robes)

54. LIDO CONTRACT

RESOLVED: That authority to award the contract be delegated to the Director of Place.

The Chief Executive then gave a long account of the weather over the winter and of its effects.

RESOLVED: That the lido open on 1 May 2024.

55. NOTICE OF MOTION

Councillor Obi moved and Councillor Leigh seconded: "That we declare a climate emergency."

Upon being put to the vote the motion was LOST.

56. LAND AT GOLF LANE

The application is for up to 85 homes.

RESOLVED: That permission be granted with 35% affordable homes.

57. ENFORCEMENT

Over the quarter 46 cases were opened and 51 closed.
"""


ELSEWHERE = """ALDERWICK BOROUGH COUNCIL

CABINET

MINUTES of the meeting held on Tuesday 4 July 2023

12. RENEWAL OF THE LIDO

RESOLVED: That £20,000 for the changing rooms be approved.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers above, ingested."""
    home = tmp_path_factory.mktemp("headlines")
    (home / "papers").mkdir()
    papers = {
        "lido.txt": REPORT,
        "sport.txt": EARLIER,
        "minutes.txt": MINUTES,
        "elsewhere.txt": ELSEWHERE,
    }
    for name, text in papers.items():
        (home / "papers" / name).write_text(text, encoding="utf-8")
    assert run_json("ingest", home / "papers", data=home / "data")["added"] == len(papers)
    return home / "data"


@pytest.fixture
def ask(data: Path) -> Ask:
    """Ask one question of those papers."""
    return lambda question: run_json("ask", question, data=data)


def test_a_recommendation_is_no_answer_because_its_report_speaks_of_something_else(
    ask: Ask,
) -> None:
    answer = ask("has a decision been taken on the tennis courts")
    assert answer["standing"] == "reported"
    assert "lockers" not in answer["citations"][0]["excerpt"]


def test_what_is_told_between_two_resolutions_is_not_quoted_as_resolved(ask: Ask) -> None:
    answer = ask("what was decided about the lido contract")
    resolved = [c["excerpt"] for c in answer["citations"] if c["standing"] == "resolved"]
    assert resolved[0].startswith("RESOLVED: That authority to award the contract")
    assert all("weather" not in excerpt for excerpt in resolved)


@pytest.mark.parametrize(
    ("question", "standing", "headline"),
    [
        ("what did full council decide on 28 February 2024", "resolved", "Resolutions found: 3"),
        ("what decisions were made in February 2024", "resolved", "Resolutions found: 3"),
        ("what are the latest decisions", "resolved", "Resolutions found: 4"),
        ("what was decided in March 2021", "recommended", "No resolution found; recommendations"),
        ("what was recommended in 2021", "recommended", "Recommendations found, which are not"),
    ],
)
def test_a_question_of_a_meeting_lists_what_was_decided_at_it(
    ask: Ask, question: str, standing: str, headline: str
) -> None:
    answer = ask(question)
    assert (answer["status"], answer["standing"]) == ("answered", standing)
    assert answer["headline"].startswith(headline)
    assert {c["standing"] for c in answer["citations"]} == {standing}


def test_what_is_held_outside_the_limits_asked_for_is_shown_as_such(ask: Ask) -> None:
    answer = ask("what did cabinet decide on permission at Golf Lane")
    assert answer["status"] == "related"
    assert answer["headline"].startswith("Nothing found in papers of cabinet. The nearest elsewh")
    assert "permission be granted" in answer["citations"][0]["excerpt"]


def test_a_time_without_decisions_is_said_to_have_none(ask: Ask) -> None:
    answer = ask("what did cabinet agree in 2019")
    assert answer["status"] != "answered"
    assert answer["headline"].startswith("Nothing found in papers of cabinet, from 1 January 2019")


def test_what_others_decided_is_not_offered_for_a_body_that_is_not_held(ask: Ask) -> None:
    answer = ask("what did the dragons committee decide")
    assert answer["status"] == "no_answer"
    assert answer["headline"] == "Nothing found in papers of dragons committee."


def test_a_word_no_paper_has_is_named_whatever_the_limits(ask: Ask) -> None:
    answer = ask("what did cabinet decide on dragons")
    assert answer["headline"] == "Not found: no paper held speaks of “dragons”."


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("who was awarded the contract", "Brightwell Construction"),
        ("who is the portfolio holder for sport", "Councillor Jill Stanier"),
        ("how many homes are at Golf Lane", "85"),
        ("how many enforcement cases were opened", "46"),
        ("how many enforcement cases were closed", "51"),
        ("how many boats does the lido have", "3"),
        ("how many lifeguards does the lido have", "40"),
        ("how many responses were received to the consultation", "1,204"),
        ("how many responses were received", "1,204"),
        ("how much does the grandstand cost to run", "£740,000"),
        ("who is the lady mayor", "Councillor Bea Penn"),
        ("how much did membership fall", "4,100 to 2,950"),
        ("what percentage supported the plan", "87%"),
        ("how much money from section 106", "£800,000"),
        ("when did the works on the lido begin", "4 March 2023"),
        ("how much did the sports help desk cost", "£512,000"),
    ],
)
def test_the_value_is_the_one_asked_for_and_not_its_neighbour(
    ask: Ask, question: str, value: str
) -> None:
    answer = ask(question)
    assert answer["status"] == "answered"
    assert answer["headline"].startswith((f"{value} – ", f"{value}, "))


def test_a_motion_that_was_lost_is_shown_as_lost(ask: Ask) -> None:
    answer = ask("did the council declare a climate emergency")
    assert answer["standing"] == "proposed"
    assert answer["headline"].endswith("(proposed, and lost):")


def test_a_figure_that_was_only_recommended_says_so_in_its_headline(ask: Ask) -> None:
    answer = ask("how much did cabinet approve for lockers")
    assert answer["headline"].startswith("£9,400 – ")
    assert answer["headline"].endswith("(recommended, not a decision).")


def test_everyone_whom_a_line_names_for_the_same_is_named(ask: Ask) -> None:
    answer = ask("who was present at the meeting of the council on 28 February 2024")
    assert "; Councillor Jo Lund; Councillor Ann Haq." in answer["headline"]


def test_a_question_without_a_word_to_look_for_is_told_so(ask: Ask) -> None:
    assert ask("???")["headline"] == "Not found: the question has no word to look for."


def test_another_councils_resolution_is_not_what_came_of_a_recommendation(ask: Ask) -> None:
    answer = ask("what was recommended to Brockham Council about new lockers at the lido")
    assert answer["headline"].endswith("No minutes recording the decision are held.")
    assert {c["council"] for c in answer["citations"]} == {"Brockham District Council"}


def test_a_headline_names_only_the_first_of_many_words_no_paper_has(ask: Ask) -> None:
    headline = ask(" ".join(f"zebra{number}" for number in range(300)))["headline"]
    assert headline.startswith("Not found: no paper held speaks of “zebra0”, “zebra1”")
    assert headline.endswith("“zebra7” and 112 more.")
