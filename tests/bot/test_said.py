"""What counts as a question, as thanks, and as words for somebody else."""

import time

import pytest

from bot.conversations.said import LONGEST_QUESTION, calls, calls_anyone, said_in


@pytest.mark.parametrize(
    "text",
    [
        "thanks",
        "Thank you!",
        "OK, great.",
        "That's very helpful, thanks a lot",
        "Hi",
        "no thanks",
        "hi there",
        "Thanks Town Clerk",
        "Thanks :pray:",
        "thank you so much!! 😊",
        ":+1::skin-tone-2: :tada:",
        ":wave:",
        "<@U0CLERK> 👍🏽🎉",
    ],
)
def test_thanks_and_greetings_ask_nothing(text: str) -> None:
    assert said_in({"text": text}).is_courtesy
    assert not said_in({"text": text}).asks


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, and when was that?",
        "Hi, who leads on procurement?",
        "Was it noted?",
        "good practice",
        "Greater Manchester",
        "yes",
        "Town Clerk",
        "there",
        "Who is the town clerk? :thinking_face:",
        "thanks thanks thanks thanks thanks thanks thanks",
    ],
)
def test_a_question_stays_one_however_polite(text: str) -> None:
    assert said_in({"text": text}).asks


@pytest.mark.parametrize("text", ["", "  ", "<@U0CLERK>", "help", "Help?!", "<@U0CLERK> help."])
def test_nothing_and_help_are_not_looked_for(text: str) -> None:
    assert not said_in({"text": text}).asks


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("*What* was _decided_ on ~the~ `rents`?", "What was decided on the rents?"),
        ("```What was decided\non the rents?```", "What was decided on the rents?"),
        ("is it harbour_lease.pdf, or 2 * 3 * 4?", "is it harbour_lease.pdf, or 2 * 3 * 4?"),
        ("<https://x.example/a?b=1> who leads on bins?", "who leads on bins?"),
        ("<https://x.example/a|https://x.example/a> and bins?", "and bins?"),
        ("is the <https://x.example/a|waste plan> agreed?", "is the waste plan agreed?"),
        ("bins :wastebasket::recycle:, again?", "bins , again?"),
        ("the 10:30:00 meeting", "the 10:30:00 meeting"),
    ],
)
def test_a_question_is_read_without_its_dress(text: str, question: str) -> None:
    assert said_in({"text": text}).question == question


def test_an_address_alone_is_told_from_a_question() -> None:
    assert said_in({"text": "<@U0CLERK> <https://x.example/a>"}).only_links
    assert not said_in({"text": "<https://x.example/a|the waste plan>"}).only_links


@pytest.mark.parametrize(
    ("text", "cut"),
    [("a" * LONGEST_QUESTION, False), ("a " * LONGEST_QUESTION, True), ("&amp;" * 999, False)],
)
def test_a_very_long_message_is_cut_after_a_word(text: str, cut: bool) -> None:
    said = said_in({"text": text})
    assert said.was_cut is cut
    assert len(said.question) <= LONGEST_QUESTION


def test_no_message_takes_long_to_read() -> None:
    started = time.process_time()
    for text in (
        "ta" * 20_000,
        "ok, " * 10_000,
        "<" * 40_000,
        "<@" * 20_000,
        "thanks that's " * 3000,
        ":a" * 20_000,
        ":" * 40_000,
        f":{'a' * 40_000}",
        f"{'*' * 40_000}x",
        "<https://" * 5000,
    ):
        said_in({"text": text}).asks  # noqa: B018
        calls_anyone(text)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "text", ["<@U1> hello", "<!here>", "<!subteam^S1|@clerks> look", "a <@U1|n>"]
)
def test_a_call_of_anybody_is_seen(text: str) -> None:
    assert calls_anyone(text)


@pytest.mark.parametrize(
    "text",
    ["no one", "<https://x.example|a>", "<!date^1^{date}|then>", "a@b.example", "&lt;@U1&gt;"],
)
def test_links_dates_and_addresses_call_nobody(text: str) -> None:
    assert not calls_anyone(text)


def test_a_call_of_one_person_is_not_one_of_another() -> None:
    assert calls("<@U1> and <@U2|name>", "U2")
    assert not calls("<@U12> <@U2X>", "U2")
