"""What is suggested in an empty conversation is answered by the papers held."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.app import make_app
from bot.conversations.prompts import HELP, prompts_for
from bot.serve import desk
from bot.settings import Settings
from bot.slack.sign_in import sign_in
from index.library import Library, open_library
from index.records import Lead, Report
from index.shelf import open_shelf
from support.in_process import handed_to
from support.slack import StandInSlack
from support.small_reports import met, report
from support.town import Office
from support.workspace import STAFF

TODAY = date(2024, 6, 1)
AREAS = "Service area\tLead officer\nProcurement\tAnn Marsh, Head of Finance"
LATEST = "What did Allotments Committee decide at its latest meeting?"
HOURS = "What was decided about library opening hours?"


@pytest.fixture
def library(data: Path) -> Iterator[Library]:
    with open_library(data) as held:
        yield held


def hold(data: Path, *papers: Report) -> None:
    with open_shelf(data, arguments="tests") as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), paper.text.encode())


def leads(access: str = "public") -> Report:
    """A paper that says who leads procurement."""
    paper = report(AREAS, "papers/leads.txt", title="Service leads", meeting_date=date(2023, 1, 9))
    start = AREAS.index("Procurement")
    lead = Lead(
        "Ann Marsh", "Head of Finance", None, "Lead officer", "Procurement", start, len(AREAS)
    )
    return replace(paper, leads=(lead,), access=access)  # type: ignore[arg-type]


def messages(library: Library) -> list[str]:
    return [prompt["message"] for prompt in prompts_for(library, TODAY)]


def test_the_newest_meeting_a_lead_and_a_recent_decision_are_suggested(
    data: Path, library: Library
) -> None:
    assert messages(library) == [LATEST, HOURS, "help"]
    hold(data, leads())
    assert messages(library) == [LATEST, "Who is the lead for Procurement?", HOURS, "help"]


def test_each_suggested_question_is_answered(data: Path, library: Library) -> None:
    hold(data, leads())
    for message in messages(library)[:-1]:
        assert library.ask(message, today=TODAY).status == "answered", message


@pytest.mark.parametrize("access", ["exempt", "unknown"])
def test_nothing_of_a_paper_that_is_not_public_is_suggested(
    data: Path, library: Library, access: str
) -> None:
    hold(data, leads(access))
    assert messages(library) == [LATEST, HOURS, "help"]


HEADINGS = ["Apologies for absence", "RECOMMENDATIONS", "<!channel> paddling", "x", "Y" * 90]


def pool(heading: str) -> Report:
    """Minutes with a resolution under a heading."""
    text = f"# {heading}\nRESOLVED that the paddling pool be painted."
    paper = report(text, "papers/p.txt", body="Parks Committee", meeting_date=date(2024, 3, 1))
    (decision,) = paper.decisions
    return replace(paper, kind="minutes", decisions=(replace(decision, heading=heading),))


def test_what_was_resolved_is_suggested_by_its_heading(data: Path, library: Library) -> None:
    hold(data, pool("Paddling pool"))
    assert messages(library)[1] == "What was decided about paddling pool?"


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_that_says_nothing_or_could_be_a_mark_is_not_suggested(
    data: Path, library: Library, heading: str
) -> None:
    hold(data, pool(heading))
    assert messages(library)[1:] == [HOURS, "help"]


def test_a_prompt_has_a_short_title_and_there_are_four_at_most(
    data: Path, library: Library
) -> None:
    hold(data, leads())
    prompts = prompts_for(library, TODAY)
    assert len(prompts) == 4
    assert all(0 < len(prompt["title"]) <= 60 for prompt in prompts)


def test_prompts_are_made_once_for_each_state_of_the_library(library: Library) -> None:
    assert prompts_for(library, TODAY) is prompts_for(library, TODAY)


def test_opening_the_conversation_brings_the_suggestions(office: Office) -> None:
    office.slack.open_home(STAFF, tab="messages")
    (shown,) = office.slack.wait_for("assistant.threads.setSuggestedPrompts")
    assert [prompt["message"] for prompt in shown["prompts"]] == [LATEST, HOURS, "help"]
    assert shown["channel_id"] == f"D{STAFF}"
    assert "thread_ts" not in shown  # with which Slack would show an agent's prompts nowhere
    assert office.slack.called("views.publish") == []


def test_where_no_papers_are_held_help_is_suggested(
    slack: StandInSlack, settings: Settings, tmp_path: Path
) -> None:
    signed_in = sign_in(settings)
    with desk(tmp_path / "empty", settings, signed_in) as open_desk:
        slack.hand_to = handed_to(make_app(signed_in.client, open_desk))
        slack.open_home(STAFF, tab="messages")
        (shown,) = slack.wait_for("assistant.threads.setSuggestedPrompts")
    assert shown["prompts"] == [HELP]
