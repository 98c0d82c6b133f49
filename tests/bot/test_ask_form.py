"""The form "Ask the papers", as Slack shows it and as it comes back."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.ask_form import ask_form, asked_in, faults_in
from bot.answers.asked import Asked
from index.records import Filters
from index.runs import BodyCoverage, Status
from support.block_kit import view_problems
from support.interactions import state_of
from support.workspace import STAFF

EASTMERE, STROUD = "Borough of Eastmere", "Stroud District Council"


def status(*held: tuple[str | None, str | None]) -> Status:
    covered = tuple(BodyCoverage(council, body, 1, None) for council, body in held)
    return Status(len(held), 9, 3, 0, 0, None, 1, None, covered)


TOWN = status((EASTMERE, "Cabinet"), (EASTMERE, "Planning Committee"))


def fields(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    return {block["element"]["action_id"]: block["element"] for block in inputs}


def submitted(form: Status = TOWN, **typed: Any) -> dict[str, Any]:
    view = ask_form(form)
    return view | {"state": state_of(view, typed)}


def test_the_form_offers_the_bodies_held_and_asks_for_a_question() -> None:
    view = ask_form(TOWN)
    assert view_problems(view, "modal") == []
    assert list(fields(view)) == ["question", "body", "since", "until", "kind"]
    bodies = [option["value"] for option in fields(view)["body"]["options"]]
    assert bodies == ["Cabinet", "Planning Committee"]


def test_councils_are_offered_where_there_are_several() -> None:
    view = ask_form(status((EASTMERE, "Cabinet"), (STROUD, "Cabinet")))
    councils = [option["value"] for option in fields(view)["council"]["options"]]
    assert councils == [EASTMERE, STROUD]


def test_more_bodies_than_a_menu_holds_are_written_in() -> None:
    view = ask_form(status(*((EASTMERE, f"Panel {number}") for number in range(101))))
    assert view_problems(view, "modal") == []
    assert fields(view)["body"]["type"] == "plain_text_input"


@pytest.mark.parametrize("held", [(), ((EASTMERE, " "),), ((" ", ""), ("\n", " "))])
def test_a_library_whose_bodies_have_no_names_still_has_a_form(
    held: tuple[tuple[str, str], ...],
) -> None:
    view = ask_form(status(*held))
    assert view_problems(view, "modal") == []
    assert list(fields(view)) == ["question", "since", "until", "kind"]


def test_a_question_is_asked_with_what_it_is_limited_to() -> None:
    view = submitted(
        question=" What about <bins>? ",
        body="Cabinet",
        since="2023-04-01",
        until="2023-04-30",
        kind="minutes",
    )
    assert faults_in(view) == {}
    days = {"since": date(2023, 4, 1), "until": date(2023, 4, 30)}
    filters = Filters(body="Cabinet", kind="minutes", **days)
    assert asked_in(view, STAFF) == Asked("What about bins?", STAFF, filters=filters)


def test_a_question_alone_is_limited_to_nothing() -> None:
    view = submitted(question="Who is responsible for procurement?")
    assert asked_in(view, STAFF).filters == Filters()


@pytest.mark.parametrize("question", ["?", "…", "   !"])
def test_a_question_without_words_is_a_fault_in_the_form(question: str) -> None:
    assert list(faults_in(submitted(question=question))) == ["question"]


def test_days_that_run_backwards_are_a_fault_in_the_form() -> None:
    view = submitted(question="bins", since="2023-04-02", until="2023-04-01")
    assert list(faults_in(view)) == ["until"]
    assert faults_in(submitted(question="bins", since="2023-04-01", until="2023-04-01")) == {}


def test_a_name_too_long_for_an_option_finds_its_body_by_its_first_words() -> None:
    long = "Joint Committee of the Districts " * 10
    view = ask_form(status((EASTMERE, long)))
    assert view_problems(view, "modal") == []
    (option,) = fields(view)["body"]["options"]
    assert long.startswith(option["value"])
    assert len(option["value"]) <= 150


NAMES = st.none() | st.text(
    st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n"), max_size=300
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES), max_size=120))
def test_slack_accepts_the_form_whatever_bodies_are_called(
    held: list[tuple[str | None, str | None]],
) -> None:
    assert view_problems(ask_form(status(*held)), "modal") == []
