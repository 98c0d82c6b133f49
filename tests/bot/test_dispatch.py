"""The Bolt app in this process: what is answered, what is passed over, what happens on trouble."""

import json
import logging
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from slack_bolt import BoltRequest

from bot.app import make_app
from bot.desk import Request
from bot.message import Message
from bot.serve import desk
from bot.settings import Settings
from bot.slack.sign_in import sign_in
from index.catalogue.connections import HALF_RESTORED
from support.block_kit import quotes, texts
from support.held import APPROVES
from support.in_process import handed_to
from support.slack import StandInSlack
from support.slack_requests import command_body, direct_body, mention_body
from support.town import Office
from support.waiting import PATIENCE
from support.workspace import BOT_USER, CHANNEL, STAFF, STRANGER

HOURS = "What is recommended on library opening hours?"
TS = "1700000000.000100"


def dispatch(office: Office, body: dict[str, Any]) -> int:
    """Hand a request to the app as Socket Mode does; the status of its ack."""
    return office.app.dispatch(BoltRequest(body=body, mode="socket_mode")).status


def settle(office: Office) -> None:
    """Until all that was taken is done."""
    office.app.listener_runner.listener_executor.shutdown(wait=True)
    office.desk.pool.shutdown(wait=True)


@pytest.mark.parametrize(
    "extra",
    [
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "bot_message", "bot_id": "B0OTHER"},
        {"bot_id": "B0OTHER"},
        {"user": BOT_USER},
        {"user": None},
        {"channel_type": "channel"},
    ],
)
def test_messages_that_ask_nothing_are_acknowledged_and_passed_over(
    office: Office, extra: dict[str, Any]
) -> None:
    assert dispatch(office, direct_body(**{"user": STAFF, "text": HOURS, "ts": TS} | extra)) == 200
    settle(office)
    assert office.slack.called("chat.postMessage") == []


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_a_message_with_a_file_is_a_question_too(office: Office, subtype: str) -> None:
    dispatch(office, direct_body(STAFF, HOURS, TS, subtype=subtype))
    settle(office)
    (answer,) = office.slack.called("chat.postMessage")
    assert APPROVES in quotes(answer["blocks"])


@pytest.mark.parametrize("text", ["", f"<@{BOT_USER}>", f"<@{BOT_USER}> help", "Help?"])
def test_an_empty_question_is_answered_with_how_to_ask(office: Office, text: str) -> None:
    dispatch(office, direct_body(STAFF, text, TS))
    settle(office)
    (told,) = office.slack.called("chat.postMessage")
    assert told["text"].startswith("Ask me about the council")


def test_the_bot_is_understood_when_it_is_mentioned_in_a_direct_message(office: Office) -> None:
    dispatch(office, direct_body(STAFF, f"<@{BOT_USER}> {HOURS}", TS))
    settle(office)
    (answer,) = office.slack.called("chat.postMessage")
    assert APPROVES in quotes(answer["blocks"])


def test_in_a_channel_shared_with_others_only_the_asker_sees_the_answer(office: Office) -> None:
    dispatch(office, mention_body(STAFF, HOURS, TS, is_ext_shared_channel=True))
    dispatch(office, mention_body(STRANGER, HOURS, "1700000000.000200", is_ext_shared_channel=True))
    settle(office)
    assert office.slack.called("chat.postMessage") == []
    (answer,) = office.slack.called("chat.postEphemeral")
    assert (answer["user"], answer["channel"]) == (STAFF, CHANNEL)


def test_a_question_that_finds_nothing_says_what_was_searched(office: Office) -> None:
    dispatch(office, mention_body(STAFF, "What about the zeppelin hangar?", TS))
    settle(office)
    (answer,) = office.slack.called("chat.postMessage")
    assert quotes(answer["blocks"]) == []
    assert any("Searched 3 papers" in text for text in texts(answer["blocks"]))


def test_a_workspace_without_agents_is_answered_all_the_same(office: Office) -> None:
    office.slack.api.is_agent = False
    dispatch(office, direct_body(STAFF, HOURS, TS))
    settle(office)
    assert len(office.slack.called("chat.postMessage")) == 1


def test_a_request_that_slack_limits_is_sent_again(office: Office) -> None:
    limited = web.json_response(
        {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "0"}
    )
    office.slack.fail_next("chat.postMessage", limited)
    dispatch(office, mention_body(STAFF, HOURS, TS))
    settle(office)
    assert len(office.slack.called("chat.postMessage")) == 2


def test_a_slack_that_stumbles_is_asked_again(office: Office) -> None:
    office.slack.fail_next("users.info", web.Response(status=503, text="<html>busy</html>"))
    dispatch(office, mention_body(STAFF, HOURS, TS))
    settle(office)
    assert len(office.slack.called("chat.postMessage")) == 1


def test_a_channel_that_refuses_the_answer_is_logged_by_code(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    refused = web.json_response({"ok": False, "error": "is_archived"})
    office.slack.fail_next("chat.postMessage", refused)
    with caplog.at_level(logging.INFO, logger="bot"):
        dispatch(office, mention_body(STAFF, HOURS, TS))
        settle(office)
    assert "Slack refused a reply: is_archived" in caplog.text


def test_an_answer_whose_blocks_slack_refuses_is_given_in_words(office: Office) -> None:
    for _ in range(2):
        refused = web.json_response({"ok": False, "error": "msg_blocks_too_long"})
        office.slack.fail_next("chat.postMessage", refused)
    dispatch(office, mention_body(STAFF, HOURS, TS))
    settle(office)
    refused_call, plainer, answer = office.slack.called("chat.postMessage")
    assert len(refused_call["blocks"]) > len(plainer["blocks"]) > 0
    assert not answer.get("blocks")
    assert APPROVES in answer["text"]


def test_a_lost_index_is_made_anew_and_the_question_answered(office: Office, data: Path) -> None:
    shutil.rmtree(data / "passages")
    dispatch(office, mention_body(STAFF, HOURS, TS))
    settle(office)
    (told,) = office.slack.called("chat.postMessage")
    assert APPROVES in quotes(told["blocks"])


def test_a_damaged_catalogue_is_no_secret_and_no_path_is_told(office: Office, data: Path) -> None:
    (data / "catalogue.db").write_bytes(b"no catalogue")
    dispatch(office, mention_body(STAFF, HOURS, TS))
    settle(office)
    (told,) = office.slack.called("chat.postMessage")
    assert "Please tell your administrator" in told["text"]
    assert str(data) not in told["text"]


def test_a_trouble_is_told_by_the_code_that_the_guide_explains(
    slack: StandInSlack, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / HALF_RESTORED).touch()
    signed_in = sign_in(settings)
    with desk(folder, settings, signed_in) as open_desk:
        slack.hand_to = handed_to(make_app(signed_in.client, open_desk))
        slack.direct_message(STAFF, HOURS)
        (told,) = slack.wait_for("chat.postMessage")
    assert told["text"] == (
        "The papers cannot be searched just now. Please tell your administrator: half_restored."
    )
    assert "[half_restored]" in caplog.text


def test_an_ack_never_waits_for_an_answer(office: Office) -> None:
    slow, let_go = threading.Event(), list[bool]()

    def work() -> Message:
        let_go.append(slow.wait(PATIENCE))
        return Message("Done.")

    for number in range(20):
        office.desk.take(Request(f"Ev{number}", STAFF, "mention", work), lambda _: None)
    for number in range(20):
        dispatch(office, mention_body(STAFF, HOURS, f"1700000001.{number:06d}"))
        body = command_body(STAFF, "/decisions", "", f"{office.slack.url}/commands/{number}")
        assert dispatch(office, body | {"trigger_id": f"{number}.trigger"}) == 200
    slow.set()
    settle(office)
    assert set(let_go) == {True}  # none had tired of waiting before the last ack
    assert len(office.slack.called("chat.postMessage")) == 20
    assert len(office.slack.called("response")) == 20


def test_an_error_of_our_own_is_an_apology_without_its_words(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    def work() -> Message:
        raise ValueError("words of a paper")

    told: list[Message] = []
    with caplog.at_level(logging.INFO, logger="bot"):
        office.desk.take(Request("Ev1", STAFF, "mention", work), told.append)
        settle(office)
    number = told[0].text.rstrip(".").rsplit(" ", 1)[-1]
    assert told[0].text.startswith("Sorry, something went wrong here")
    assert f"error={number} ValueError" in caplog.text
    assert "words of a paper" not in caplog.text + told[0].text


@pytest.mark.parametrize("source", ["/etc", "file:///etc/passwd", "../papers", "--help"])
def test_from_slack_no_path_on_the_server_can_be_ingested(office: Office, source: str) -> None:
    told = told_privately(office, "/townclerk", f"ingest {source}", user="U0ADMIN")
    assert told["text"].startswith("From Slack, all known papers are read again")


def told_privately(office: Office, command: str, text: str, user: str = STAFF) -> dict[str, Any]:
    """What a command is answered with."""
    body = command_body(user, command, text, f"{office.slack.url}/commands/9")
    assert dispatch(office, body | {"trigger_id": "9.trigger"}) == 200
    (told,) = office.slack.wait_for("response")
    assert told["response_type"] == "ephemeral"
    return json.loads(json.dumps(told))


def test_a_reply_that_slack_refuses_leaves_no_sign_of_work_behind(office: Office) -> None:
    refusal = web.json_response({"ok": False, "error": "restricted_action"})
    office.slack.fail_next("chat.postMessage", refusal)
    dispatch(office, direct_body(STAFF, HOURS, TS))
    statuses = office.slack.wait_for("agents.sessions.setStatus", 2)
    assert [call["status"] for call in statuses] == ["processing", "active"]


def test_a_status_that_cannot_be_shown_costs_no_answer(office: Office) -> None:
    office.slack.fail_next("agents.sessions.setStatus", web.Response(status=502, text="<html>"))
    dispatch(office, direct_body(STAFF, HOURS, TS))
    settle(office)
    (answer,) = office.slack.called("chat.postMessage")
    assert APPROVES in quotes(answer["blocks"])
