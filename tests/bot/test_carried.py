"""A question comes back from a button as it was asked."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.asked import Asked
from bot.answers.carried import asked_again, carried, mark_of
from bot.values import unpacked
from index.records import Answer, Citation, Filters, FrontPage, ReportFacts

FILTERS = Filters("Eastmere", "Cabinet", date(2023, 4, 1), None, "minutes", "resolved")
ASKED = Asked("when was that?", "U1", ("who is the clerk?", "and the mayor?"), FILTERS)


def test_what_is_carried_is_asked_again_by_whoever_pressed() -> None:
    fields = unpacked(carried(ASKED, mark="x"))
    again = Asked("when was that?", "U2", ASKED.conversation, FILTERS, private=True)
    assert asked_again(fields, "U2", private=True) == again
    assert fields["mark"] == "x"


def test_of_a_long_conversation_the_last_of_it_is_carried() -> None:
    long = replace(ASKED, conversation=("a" * 1000, "b" * 1000, "c" * 100))
    again = asked_again(unpacked(carried(long)), "U1", private=False)
    assert again is not None
    assert again.conversation == ("b" * 1000, "c" * 100)


def test_a_question_too_long_for_a_button_is_not_carried() -> None:
    assert carried(Asked("a" * 2000, "U1")) is None


@pytest.mark.parametrize(
    "fields",
    [{}, {"question": ""}, {"question": 3}, {"question": None, "conversation": []}],
)
def test_a_button_of_another_version_asks_nothing(fields: dict[str, object]) -> None:
    assert asked_again(fields, "U1", private=False) is None


def test_filters_that_cannot_be_read_are_left_out() -> None:
    fields = {"question": "who?", "conversation": "x", "filters": {"since": "soon", "no": "1"}}
    assert asked_again(fields, "U1", private=False) == Asked("who?", "U1")


@given(st.text(max_size=3000), st.lists(st.text(max_size=500), max_size=8))
def test_no_value_is_too_long_for_slack(question: str, conversation: list[str]) -> None:
    value = carried(Asked(question, "U1", tuple(conversation)), mark="x")
    assert value is None or len(value) <= 2000


@given(st.builds(Answer, citations=st.just(())))
def test_an_answer_that_cites_something_else_has_another_mark(answer: Answer) -> None:
    facts = ReportFacts("a" * 16, "a.txt", "report", FrontPage(), "public", 1, 9)
    cited = Citation("x", 0, 1, facts, None, None, None, "reported")
    assert mark_of(answer) == mark_of(replace(answer, took_ms=3.0))
    assert mark_of(answer) != mark_of(replace(answer, citations=(cited,)))
    assert mark_of(answer) != mark_of(replace(answer, headline=answer.headline + "."))
