"""Questions in a thread: what was asked there before, who is answered, and where."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from click.testing import CliRunner

from bot.__main__ import cli
from bot.app import make_app
from bot.choices import Choices
from bot.conversations.conversation import MOST_EARLIER, Conversations
from bot.manifest import manifest
from bot.records.record import record_of
from bot.serve import desk
from bot.settings import Settings
from bot.slack.place import Place
from bot.slack.sign_in import sign_in
from support.block_kit import quotes, texts
from support.held import APPROVES, RESOLVED
from support.in_process import handed_to
from support.slack import StandInSlack
from support.slack_requests import direct_body, mention_body
from support.town import Office
from support.workspace import BOT_USER, CHANNEL, GUEST, OFFICER, SHARED, STAFF

HOURS = "What is recommended on library opening hours?"
RENTS = "What was resolved on allotment rents?"
WHEN = "When was that?"
FOLLOWED = "9 January 2024"
THREADS = Choices(threads=True)


@contextmanager
def office_with(
    slack: StandInSlack, settings: Settings, data: Path, choices: Choices
) -> Iterator[Office]:
    """The bot as a council set it up; leaving it is a stop."""
    if choices.threads:
        slack.hears_channels = True
        slack.api.scopes = set(manifest(threads=True)["oauth_config"]["scopes"]["bot"])
    chosen = replace(settings, choices=choices)
    signed_in = sign_in(chosen)
    with desk(data, chosen, signed_in) as open_desk:
        app = make_app(signed_in.client, open_desk)
        slack.hand_to = handed_to(app)
        yield Office(slack, app, open_desk)
        settle(app)


def settle(app: Any) -> None:
    app.listener_runner.listener_executor.shutdown(wait=True)


def posted(slack: StandInSlack) -> list[dict[str, Any]]:
    return slack.called("chat.postMessage")


# A follow-up keeps the subject


def test_a_follow_up_in_a_direct_message_keeps_the_subject(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, Choices()):
        root, _ = slack.direct_message(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
        slack.direct_message(STAFF, WHEN, thread_ts=root)
        _, answer = slack.wait_for("chat.postMessage", 2, thread_ts=root)
    assert FOLLOWED in answer["text"]
    assert slack.called("conversations.replies") == []


def test_a_follow_up_after_a_restart_reads_the_thread_back(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, Choices()):
        root, _ = slack.direct_message(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
    with office_with(slack, settings, data, Choices()):
        slack.direct_message(STAFF, WHEN, thread_ts=root)
        _, answer = slack.wait_for("chat.postMessage", 2, thread_ts=root)
        slack.direct_message(STAFF, "And who decided that?", thread_ts=root)
        slack.wait_for("chat.postMessage", 3, thread_ts=root)
    assert FOLLOWED in answer["text"]
    assert len(slack.called("conversations.replies")) == 1


FAULTS = [
    web.json_response({"ok": False, "error": "missing_scope"}),
    web.json_response({"ok": False, "error": "ratelimited"}, status=429),
    web.Response(status=502, text="<html>"),
]


@pytest.mark.parametrize("number", range(len(FAULTS)))
def test_a_thread_that_cannot_be_read_back_is_no_error(
    slack: StandInSlack, settings: Settings, data: Path, number: int
) -> None:
    with office_with(slack, settings, data, Choices()):
        root, _ = slack.direct_message(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
    with office_with(slack, settings, data, Choices()):
        slack.fail_next("conversations.replies", FAULTS[number])
        slack.direct_message(STAFF, WHEN, thread_ts=root)
        _, answer = slack.wait_for("chat.postMessage", 2, thread_ts=root)
    assert answer["text"].startswith("It is not clear what “that” means here.")
    assert len(slack.called("conversations.replies")) == 1


def test_a_new_question_outside_the_thread_is_a_new_conversation(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, Choices()):
        root, _ = slack.direct_message(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
        other, _ = slack.direct_message(STAFF, WHEN)
        (answer,) = slack.wait_for("chat.postMessage", thread_ts=other)
    assert answer["text"].startswith("It is not clear")


def test_another_persons_question_in_the_thread_is_not_ones_own(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, Choices()):
        root, _ = slack.mention(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
        slack.mention(OFFICER, WHEN, thread_ts=root)
        _, others = slack.wait_for("chat.postMessage", 2, thread_ts=root)
        slack.mention(STAFF, WHEN, thread_ts=root)
        *_, own = slack.wait_for("chat.postMessage", 3, thread_ts=root)
    assert others["text"].startswith("It is not clear")
    assert FOLLOWED in own["text"]
    assert slack.called("conversations.replies") == []  # for which the bot has no permission


def test_what_was_asked_is_kept_for_each_asker_in_each_thread_and_in_order() -> None:
    talks = Conversations()
    for number in (2, 1, 3):
        talks.remember(place(ts=f"{number}"), f"question {number}")
    talks.remember(place(user=OFFICER, ts="1"), "another's")
    talks.remember(place(thread="9", ts="9"), "of another thread")
    assert talks.before(place(ts="3"), dict) == ("question 1", "question 2")


def test_only_the_newest_questions_are_kept() -> None:
    talks = Conversations()
    for number in range(10, 99):
        talks.remember(place(ts=f"{number}"), f"question {number}")
    before = talks.before(place(ts="99"), dict)
    assert before == tuple(f"question {n}" for n in range(99 - MOST_EARLIER, 99))


def test_a_thread_is_read_back_once_and_never_its_beginning() -> None:
    talks, read = Conversations(), []

    def read_back() -> dict[str, str]:
        read.append(1)
        return {"1": "before the restart"}

    assert talks.before(place(ts="1"), read_back) == ()
    assert talks.before(place(thread="0", ts="2"), read_back) == ("before the restart",)
    assert talks.before(place(thread="0", ts="3"), read_back) == ("before the restart",)
    assert read == [1]


def place(user: str = STAFF, thread: str = "1", ts: str = "1") -> Place:
    return Place("C1", thread, user, ts=ts)


# Threads without a new mention


def test_a_thread_is_followed_without_a_mention_only_where_that_was_chosen(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    slack.hears_channels = True
    with office_with(slack, settings, data, Choices()):
        root, _ = slack.mention(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
        _, delivery = slack.channel_message(STAFF, WHEN, thread_ts=root)
    assert delivery.acked
    assert len(posted(slack)) == 1


def test_a_follow_up_without_a_mention_is_answered_in_the_thread_across_restarts(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, THREADS):
        root, _ = slack.mention(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
    with office_with(slack, settings, data, THREADS):
        slack.channel_message(STAFF, WHEN, thread_ts=root)
        _, answer = slack.wait_for("chat.postMessage", 2, thread_ts=root)
    assert FOLLOWED in answer["text"]


def test_a_mention_that_also_comes_as_a_message_is_answered_once(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, THREADS):
        root, _ = slack.mention(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
        slack.mention(STAFF, WHEN, thread_ts=root)
        slack.mention(STAFF, HOURS, thread_ts=root)
        slack.wait_for("chat.postMessage", 3, thread_ts=root)
    assert len(posted(slack)) == 3


def test_two_events_of_one_message_are_one_question(office: Office) -> None:
    mention = mention_body(STAFF, f"<@{BOT_USER}> {HOURS}", "1700000000.000100")
    office.slack.deliver_event(mention)
    office.slack.deliver_event(mention | {"event_id": "EvOther"})
    settle(office.app)
    office.desk.stop(10)
    assert len(posted(office.slack)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"<@{OFFICER}> what do you think?",
        "<!here> when was that?",
        "<!subteam^S1> when was that?",
        "Thanks!",
        "I will ring Neil tomorrow.",
    ],
)
def test_what_colleagues_say_to_one_another_is_left_to_them(
    slack: StandInSlack, settings: Settings, data: Path, text: str
) -> None:
    with office_with(slack, settings, data, THREADS):
        root, _ = slack.mention(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
        slack.channel_message(STAFF, text, thread_ts=root)
    assert len(posted(slack)) == 1
    assert slack.called("chat.postEphemeral") == []


def test_words_between_colleagues_are_neither_answered_nor_kept(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, THREADS) as office:
        root, _ = slack.mention(STAFF, "Who runs the airport?")
        slack.wait_for("chat.postMessage", thread_ts=root)
        office.desk.pool.settle(20)  # by then the thread is known for one of the bot's
        slack.channel_message(STAFF, "Is Neil still unwell?", thread_ts=root)
        office.desk.pool.settle(20)
        kept = record_of(office.desk).kept()
    assert len(slack.called("chat.postMessage")) == 1
    words = {one.words for one in kept if one.status == "no_answer"}
    assert words == {"Who runs the airport?"}


def test_threads_and_messages_without_the_bot_are_left_alone(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, THREADS):
        root, _ = slack.channel_message(STAFF, HOURS)
        slack.channel_message(OFFICER, RENTS, thread_ts=root)
    assert posted(slack) == []


def test_a_guest_in_the_thread_is_not_answered(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, THREADS):
        root, _ = slack.mention(STAFF, RENTS)
        slack.wait_for("chat.postMessage", thread_ts=root)
        slack.channel_message(GUEST, HOURS, thread_ts=root)
    assert len(posted(slack)) == 1


def test_the_manifest_for_threads_asks_for_their_messages_and_the_other_does_not() -> None:
    asked = {"message.channels", "message.groups", "channels:history", "groups:history"}

    def everything(made: dict[str, Any]) -> set[str]:
        events = made["settings"]["event_subscriptions"]["bot_events"]
        return {*events, *made["oauth_config"]["scopes"]["bot"]}

    assert everything(manifest(threads=True)) - everything(manifest()) == asked
    assert everything(manifest()) & asked == set()


def test_the_command_prints_the_manifest_for_threads() -> None:
    printed = CliRunner().invoke(cli, ["manifest", "--threads"])
    assert '"message.groups"' in printed.stdout


# Where it answers


def test_in_a_channel_that_was_not_chosen_only_the_asker_is_told_where_to_ask(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, Choices(channels=frozenset({"C0OTHER"}))):
        slack.mention(STAFF, HOURS)
        slack.mention(GUEST, HOURS)
        (told,) = slack.wait_for("chat.postEphemeral")
        slack.direct_message(STAFF, HOURS)
        (answer,) = slack.wait_for("chat.postMessage")
    assert (told["channel"], told["user"]) == (CHANNEL, STAFF)
    assert told["text"].startswith("I do not answer in this channel.")
    assert {"type": "channel", "channel_id": "C0OTHER"} in told["blocks"][0]["elements"][0][
        "elements"
    ]
    assert APPROVES in quotes(answer["blocks"])
    assert slack.called("chat.postEphemeral") == [told]


def test_in_a_channel_that_was_chosen_it_answers_in_the_thread(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with office_with(slack, settings, data, Choices(channels=frozenset({CHANNEL}))):
        ts, _ = slack.mention(STAFF, HOURS)
        slack.wait_for("chat.postMessage", thread_ts=ts)


@pytest.mark.parametrize(("thread", "told_in"), [({}, None), ({"thread_ts": "1.1"}, "1.1")])
def test_what_one_person_sees_is_put_into_a_thread_only_where_there_is_one(
    slack: StandInSlack,
    settings: Settings,
    data: Path,
    thread: dict[str, str],
    told_in: str | None,
) -> None:
    with office_with(slack, settings, data, Choices()):
        slack.mention(STAFF, HOURS, channel=SHARED, is_ext_shared_channel=True, **thread)
        (told,) = slack.wait_for("chat.postEphemeral")
    assert told.get("thread_ts") == told_in
    assert slack.called("agents.sessions.setStatus") == []


# What is no question


@pytest.mark.parametrize("text", ["Thanks!", "thank you, that's very helpful", "Hi", "OK great."])
def test_thanks_and_greetings_are_not_searched_for(office: Office, text: str) -> None:
    office.slack.direct_message(STAFF, text)
    (told,) = office.slack.wait_for("chat.postMessage")
    assert told["text"].startswith("Glad to be of use.")
    assert office.slack.called("agents.sessions.setStatus") == []


def test_a_file_without_words_gets_one_friendly_sentence(office: Office) -> None:
    file = [{"id": "F1", "name": "minutes.pdf"}]
    office.slack.direct_message(STAFF, "", subtype="file_share", files=file)
    (told,) = office.slack.wait_for("chat.postMessage")
    assert told["text"].startswith("I cannot read files sent to me here")
    office.slack.direct_message(STAFF, HOURS, subtype="file_share", files=file)
    _, answer = office.slack.wait_for("chat.postMessage", 2)
    assert APPROVES in quotes(answer["blocks"])


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("<https://eastmere.example/a>", "I do not open links"),
        (":wave:", "Glad to be of use."),
        ("👍🏽", "Glad to be of use."),
        ("???", "Ask me about the council's papers"),
    ],
)
def test_what_asks_nothing_gets_one_friendly_sentence(
    office: Office, words: str, reply: str
) -> None:
    office.slack.direct_message(STAFF, words)
    (told,) = office.slack.wait_for("chat.postMessage")
    assert told["text"].startswith(reply)


def test_what_somebody_says_of_themselves_is_answered(office: Office) -> None:
    office.slack.direct_message(STAFF, f"asks: {HOURS}", subtype="me_message")
    (answer,) = office.slack.wait_for("chat.postMessage")
    assert APPROVES in quotes(answer["blocks"])


def test_several_questions_at_once_are_each_offered_by_itself(office: Office) -> None:
    ts, _ = office.slack.mention(STAFF, f"1. {HOURS} And {RENTS} Was it unanimous?")
    answer = office.slack.wait_for_reply(CHANNEL, ts)
    assert answer["text"].startswith("That is more than one question.")
    offered = [one["text"]["text"] for b in answer["blocks"] for one in b.get("elements", [])
               if one.get("action_id", "").startswith("ask_again")]  # fmt: skip
    assert offered == [HOURS, RENTS]
    office.slack.press(STAFF, answer, "ask_again_2")
    assert RESOLVED in quotes(office.slack.wait_for_private(STAFF)["blocks"])


def test_a_very_long_message_is_read_by_its_beginning_and_that_is_said(office: Office) -> None:
    office.slack.direct_message(STAFF, f"{RENTS} {'The weather was fair. ' * 400}")
    (answer,) = office.slack.wait_for("chat.postMessage")
    assert answer["text"].startswith("That was a long message: I have looked for what its first")
    assert any("first 1000 characters" in text for text in texts(answer["blocks"]))
    assert len(answer["text"]) <= 4000


@pytest.mark.parametrize(
    "extra",
    [
        {"edited": {"user": STAFF, "ts": "1.2"}},
        {"subtype": "channel_join"},
        {"subtype": "message_changed"},
        {"bot_id": "B0OTHER"},
    ],
)
def test_edits_bots_and_joins_are_acknowledged_and_passed_over(
    office: Office, extra: dict[str, Any]
) -> None:
    for body in (direct_body(STAFF, HOURS, "1.1", **extra), mention_body(STAFF, HOURS, "1.2")):
        body["event"] |= extra
        assert office.slack.deliver_event(body).acked
    settle(office.app)
    office.desk.stop(10)
    assert posted(office.slack) == []


# Whose events


@pytest.mark.parametrize(
    "foreign",
    [
        {"api_app_id": "A0OTHER"},
        {"team_id": "T0OTHER", "authorizations": []},
        {"authorizations": [{"team_id": "T0OTHER"}]},
        {"team_id": None, "authorizations": None, "event": {"type": "message"}},
    ],
)
def test_what_is_of_another_workspace_or_app_is_acknowledged_and_dropped(
    office: Office, foreign: dict[str, Any]
) -> None:
    body = direct_body(STAFF, HOURS, "1.1") | foreign
    assert office.slack.deliver_event(body).acked
    settle(office.app)
    office.desk.stop(10)
    assert posted(office.slack) == []
    assert office.slack.called("users.info") == []


def test_in_a_shared_channel_an_event_may_be_told_for_the_other_workspace(office: Office) -> None:
    body = mention_body(STAFF, HOURS, "1.1", is_ext_shared_channel=True)
    office.slack.deliver_event(body | {"team_id": "T0OTHER"})
    (answer,) = office.slack.wait_for("chat.postEphemeral")
    assert RESOLVED not in answer["text"]
