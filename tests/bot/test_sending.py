"""Nobody who may ask is left without a reply, and nobody else gets one."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web

from bot.desk import ANSWERS, Request
from bot.message import Message, paragraph
from bot.message import message as message_of
from bot.slack import patience, patient_client
from bot.slack.sending import ReplyRefused, send_somehow
from support.slack_requests import mention_body
from support.town import Office
from support.waiting import PATIENCE, until
from support.workspace import CHANNEL, OFFICER, STAFF, STRANGER

TS = "1700000000.000100"
ANSWER = message_of("Agreed.", [paragraph("Agreed at £40 a year.")])


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_PAUSE", 0.01)
    monkeypatch.setattr(patient_client, "SETTLED_AFTER", 0.01)


def refusing(*codes: str | Exception) -> Any:
    """A way to reply that refuses, then takes; and what it took."""
    coming, taken = list(codes), []

    def reply(message: Message) -> None:
        if coming:
            error = coming.pop(0)
            raise error if isinstance(error, Exception) else ReplyRefused(error)
        taken.append(message)

    return reply, taken


@pytest.mark.parametrize(
    ("code", "begins"),
    [
        ("is_archived", "I could not reply where you asked, so my reply is here. Agreed."),
        ("expired_url", "I could not reply where you asked, so my reply is here. Agreed."),
        (OSError(), "I could not reply where you asked, so my reply is here. Agreed."),
        ("<html>", "Slack did not say whether my reply reached you where you asked."),
    ],
)
def test_a_reply_that_cannot_be_given_is_given_in_another_way(
    code: str | Exception, begins: str
) -> None:
    (reply, taken), (last, told) = refusing(code), refusing()
    assert send_somehow(ANSWER, reply, last) is not None
    assert taken == []
    assert told[0].text.startswith(begins)
    assert told[0].blocks[1:] == ANSWER.blocks


def test_a_reply_that_was_given_is_not_given_again() -> None:
    (reply, taken), (last, told) = refusing(), refusing()
    assert send_somehow(ANSWER, reply, last) is None
    assert (taken, told) == ([ANSWER], [])


def test_blocks_that_slack_refuses_everywhere_are_said_in_words() -> None:
    (reply, _), (last, told) = refusing("invalid_blocks", "is_archived"), refusing("invalid_blocks")
    send_somehow(ANSWER, reply, last)
    assert [message.blocks for message in told] == [()]
    assert told[0].text.endswith("Agreed.")


def test_what_has_no_words_is_not_told_elsewhere() -> None:
    (reply, _), (last, told) = refusing("expired_trigger_id"), refusing()
    send_somehow(Message(""), reply, last)
    assert told == []


def test_whoever_is_left_without_a_reply_after_all_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    (reply, _), (last, _) = refusing("is_archived"), refusing("account_inactive")
    send_somehow(ANSWER, reply, last)
    assert "without a reply: is_archived, then account_inactive" in caplog.text


def settle(office: Office) -> None:
    office.app.listener_runner.listener_executor.shutdown(wait=True)
    office.desk.pool.shutdown(wait=True)


def test_an_answer_refused_in_its_channel_comes_directly(office: Office) -> None:
    refused = web.json_response({"ok": False, "error": "is_archived"})
    office.slack.fail_next("chat.postMessage", refused)
    office.slack.mention(STAFF, "What is recommended on library opening hours?", ts=TS)
    settle(office)
    _, direct = office.slack.called("chat.postMessage")
    assert direct["channel"] == STAFF
    assert direct["text"].startswith("I could not reply where you asked")


def test_a_channel_of_which_slack_says_nothing_gets_no_second_answer(office: Office) -> None:
    office.slack.api.scopes.discard("channels:history")
    office.slack.cut_next("chat.postMessage", done=True)
    office.slack.mention(STAFF, "What is recommended on library opening hours?", ts=TS)
    settle(office)
    assert len([m for m in office.slack.thread(CHANNEL, TS) if m.get("bot_id")]) == 1
    (direct,) = office.slack.api.posted.history(f"D{STAFF}")
    assert direct["text"].startswith("Slack did not say whether my reply reached you")


class Held:
    """Work that waits to be let go, and what was replied."""

    def __init__(self) -> None:
        self.gate, self.told, self.numbers = threading.Event(), list[str](), 0
        self.begun: list[None] = []

    def request(self, user: str) -> Request:
        self.numbers += 1
        return Request(f"Ev{self.numbers}", user, "mention", self.work)

    def work(self) -> Message:
        self.begun.append(None)
        self.gate.wait(PATIENCE)
        return Message("Done.")

    def reply(self, message: Message) -> None:
        self.told.append(message.text)


@pytest.fixture
def held() -> Iterator[Held]:
    held = Held()
    yield held
    held.gate.set()


def all_at_work(office: Office, held: Held) -> None:
    """Every thread has taken a request: whatever else comes waits in the line."""
    for _ in range(ANSWERS.thinking):
        office.desk.take(held.request(STAFF), held.reply)
    until(lambda: len(held.begun) == ANSWERS.thinking, "all to be at work")


def test_a_flood_from_one_person_is_told_so_and_starves_nobody(office: Office, held: Held) -> None:
    all_at_work(office, held)
    for _ in range(ANSWERS.each + 2):
        office.desk.take(held.request(STAFF), held.reply)
    until(lambda: held.told[1:], "two replies")
    assert held.told[0] == held.told[1]
    assert held.told[0].startswith(f"I have {ANSWERS.each} of your questions waiting and can keep")
    office.desk.take(held.request(OFFICER), held.reply)
    held.gate.set()
    settle(office)
    assert held.told.count("Done.") == ANSWERS.thinking + ANSWERS.each + 1


def test_a_line_too_long_says_which_number_one_had(
    office: Office, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office.desk.pool, "_bounds", type(ANSWERS)(6, 12, waiting=3, each=20))
    all_at_work(office, held)
    for _ in range(3):
        office.desk.take(held.request(STAFF), held.reply)
    office.desk.take(held.request(OFFICER), held.reply)
    office.desk.take(held.request(STRANGER), held.reply)  # who is told nothing at all
    until(lambda: held.told, "a reply")
    held.gate.set()
    settle(office)
    busy = [text for text in held.told if text != "Done."]
    assert busy == [
        "I have more questions than I can answer just now; yours was number 4. Please ask again "
        "in a minute."
    ]  # fmt: skip


def test_that_the_line_is_too_long_is_said_to_the_asker_alone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office.desk.pool, "_bounds", type(ANSWERS)(6, 12, waiting=0, each=20))
    office.slack.mention(STAFF, "What is recommended on library opening hours?", ts=TS)
    settle(office)
    assert [m for m in office.slack.thread(CHANNEL, TS) if m.get("bot_id")] == []
    (told,) = office.slack.private(STAFF)
    assert told["text"].startswith("I have more questions than I can answer just now")


def test_whoever_waits_when_the_bot_stops_is_told_to_ask_again(office: Office, held: Held) -> None:
    for _ in range(ANSWERS.thinking + 2):
        office.desk.take(held.request(STAFF), held.reply)
    office.desk.take(held.request(STRANGER), held.reply)
    office.desk.stop(within=0.2)
    held.gate.set()
    restarting = "I am restarting and could not answer this first. Please ask again in a minute."
    until(lambda: held.told[ANSWERS.thinking + 1 :], "all the farewells")
    assert held.told == [restarting] * (ANSWERS.thinking + 2)


def test_an_answer_that_comes_after_the_farewell_is_dropped(office: Office, held: Held) -> None:
    office.desk.take(held.request(STAFF), held.reply)
    office.desk.stop(within=0.1)
    held.gate.set()
    threading.Event().wait(0.3)
    assert len(held.told) == 1
    assert held.told[0].startswith("I am restarting")


def test_another_workspaces_events_are_acknowledged_and_passed_over(office: Office) -> None:
    body = mention_body(STAFF, "What is recommended?", TS) | {"team_id": "T0OTHER"}
    body["authorizations"] = []
    assert office.slack.deliver_event(body).acked
    settle(office)
    assert office.slack.called("chat.postMessage") == []


def test_what_nothing_listens_for_is_acknowledged_in_one_line(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    body = mention_body(STAFF, "words of a question", TS)
    body["event"]["type"] = "reaction_added"
    assert office.slack.deliver_event(body).acked
    told = [r.getMessage() for r in caplog.records if r.levelname == "WARNING"]
    assert told == ["nothing listens for a request of type event_callback reaction_added"]
