"""How much of an answer is shown, what is told of it, and which buttons it has."""

import json
from dataclasses import replace

import pytest

from bot.answers.asked import Asked
from bot.answers.blocks import answer_message, more_message
from bot.answers.frame import ALONE, Frame
from bot.message import Message
from support.block_kit import problems, quotes, texts
from support.sample_answer import ANSWER, CITATION


def assert_slack_accepts(message: Message) -> None:
    assert problems(list(message.blocks)) == []


def test_only_three_citations_stand_in_an_answer_and_the_rest_behind_a_button() -> None:
    many = replace(ANSWER, citations=tuple(replace(CITATION, start=n) for n in range(1, 6)))
    message = answer_message(many, Frame(asked=Asked("hours?", "U1")))
    assert_slack_accepts(message)
    assert len(quotes(list(message.blocks))) == 3
    assert "[3]" in message.text
    assert "[4]" not in message.text
    assert "More (2 more)" in texts(list(message.blocks))
    more = more_message(many, Frame(asked=Asked("hours?", "U1")))
    assert "[4] Recommended, not a decision" in texts(list(more.blocks))
    assert len(quotes(list(more.blocks))) == 2


def test_what_no_button_could_show_is_shown_at_once() -> None:
    many = replace(ANSWER, citations=(CITATION,) * 5)
    for frame in (ALONE, Frame(asked=Asked("a" * 3000, "U1"))):
        assert len(quotes(list(answer_message(many, frame).blocks))) == 5


def test_what_stands_beside_the_first_citation_is_short() -> None:
    excerpt = "The committee considered the options. " * 200
    many = replace(ANSWER, citations=(replace(CITATION, excerpt=excerpt),) * 3)
    first, second, third = quotes(list(answer_message(many).blocks))
    assert len(first) > 2000
    assert max(len(second), len(third)) <= 900


def test_the_standing_known_to_the_library_is_told() -> None:
    frame = Frame(standings=("Recommended, decision not held",))
    message = answer_message(ANSWER, frame)
    assert "[1] Recommended, decision not held" in texts(list(message.blocks))
    assert "[1] Recommended, decision not held" in message.text


def test_how_a_follow_up_was_read_is_told() -> None:
    read = "When was the decision on library hours?"
    message = answer_message(replace(ANSWER, question="when was that?", read_as=read))
    assert f"I read this as: {read}" in texts(list(message.blocks))
    assert f"I read this as: {read}" in message.text


PRIVATE = Frame(Asked("hours?", "U1", private=True), "0123456789abcdef", "Democratic Services")


def actions(message: Message) -> list[str]:
    """What the buttons of a message do, in order."""
    elements = [one for block in message.blocks for one in block.get("elements", [])]
    return [one["action_id"] for one in elements if "action_id" in one]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (ALONE, ["context", "cite"]),
        (replace(PRIVATE, answer_id=None), ["context", "cite", "share", "handover"]),
        (PRIVATE, ["context", "cite", "share", "handover", "feedback"]),
        (
            replace(PRIVATE, asked=Asked("hours?", "U1"), handover=None),
            ["context", "cite", "feedback"],
        ),
    ],
)
def test_an_answer_has_the_buttons_that_fit_it(frame: Frame, expected: list[str]) -> None:
    assert actions(answer_message(ANSWER, frame)) == expected


def test_without_the_newest_kind_of_button_the_rest_of_an_answer_stays() -> None:
    message = answer_message(ANSWER, PRIVATE)
    assert message.plainer is not None
    assert_slack_accepts(message.plainer)
    assert actions(message.plainer) == ["context", "cite", "share", "handover"]


def test_a_screen_reader_hears_which_citation_a_button_is_of() -> None:
    (buttons,) = [block for block in answer_message(ANSWER).blocks if block["type"] == "actions"]
    assert [one["accessibility_label"] for one in buttons["elements"]] == [
        "Read in context citation 1: Library opening hours",
        "Copy citation 1: Library opening hours",
    ]


def test_a_long_suggestion_is_asked_in_full() -> None:
    question = (
        "What was recommended on the opening hours of the Harbour Street library in June 2023?"
    )
    message = answer_message(replace(ANSWER, suggestions=(question,)))
    (button,) = [
        one
        for block in message.blocks
        for one in block.get("elements", [])
        if one.get("action_id") == "ask_again_1"
    ]
    assert len(button["text"]["text"]) <= 75
    assert json.loads(button["value"]) == {"question": question}
    assert question in message.text
