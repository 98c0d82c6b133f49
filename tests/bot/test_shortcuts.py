"""Shortcuts in Slack: a form that asks the papers, and decisions on a message."""

import json
import logging
from typing import Any

import pytest

from bot.decisions.on_message import CHOSEN, NO_WORDS, NONE_FOUND
from support.block_kit import quotes, texts
from support.held import APPROVES, RESOLVED
from support.listed import decisions
from support.town import Office
from support.workspace import CHANNEL, GUEST, OFFICER, STAFF

HOURS = "What is recommended on library opening hours?"
SAID = "Morning all, has anyone heard what happens with the allotment rents at Mill Lane? Thanks!"


def form(office: Office, user: str = STAFF) -> dict[str, Any]:
    assert office.slack.shortcut(user, "ask_papers").acked
    return office.slack.wait_for_modal(user, callback_id="ask_form")


def test_a_form_is_answered_in_a_direct_message_that_says_the_question(office: Office) -> None:
    delivery = office.slack.submit(STAFF, form(office), question=HOURS, body="Cabinet")
    assert delivery.acked
    (answer,) = office.slack.wait_for("chat.postMessage", channel=STAFF)
    assert APPROVES in quotes(answer["blocks"])
    assert f"You asked: {HOURS}" in texts(answer["blocks"])
    assert office.slack.modal(STAFF) is None


def test_an_answer_is_limited_to_what_the_form_says(office: Office) -> None:
    office.slack.submit(STAFF, form(office), question=HOURS, since="2024-01-01")
    (answer,) = office.slack.wait_for("chat.postMessage", channel=STAFF)
    assert "from 1 January 2024" in answer["text"]


def test_what_is_wrong_in_a_form_is_said_in_the_form(office: Office) -> None:
    view = form(office)
    said = office.slack.submit(STAFF, view, question="?", since="2024-01-02", until="2024-01-01")
    payload = json.loads(said.payload)
    assert payload["response_action"] == "errors"
    assert set(payload["errors"]) == {"question", "until"}
    assert office.slack.modal(STAFF) == view
    office.slack.submit(STAFF, view, question=HOURS)
    office.slack.wait_for("chat.postMessage", channel=STAFF)


def test_a_form_submitted_twice_is_answered_once(office: Office) -> None:
    view = form(office)
    office.slack.submit(STAFF, view, question=HOURS)
    office.slack.submit(STAFF, view, question=HOURS)
    office.slack.submit(OFFICER, form(office, OFFICER), question=HOURS)
    office.slack.wait_for("chat.postMessage", channel=OFFICER)
    assert len(office.slack.called("chat.postMessage")) == 2


def test_a_guest_is_shown_no_form(office: Office) -> None:
    office.slack.shortcut(GUEST, "ask_papers")
    form(office)
    assert office.slack.modal(GUEST) is None


def test_a_form_that_comes_too_late_is_explained(office: Office) -> None:
    office.slack.api.views.trigger_seconds = -1
    office.slack.shortcut(STAFF, "ask_papers")
    (told,) = office.slack.wait_for("chat.postMessage", channel=STAFF)
    assert told["text"].startswith("That took longer than Slack waits.")


def found_on(office: Office, text: str, **more: Any) -> dict[str, Any]:
    """What one person alone sees after asking for decisions on another's message."""
    ts = office.slack.api.timestamp()
    message = office.slack.api.posted.written(OFFICER, CHANNEL, text, ts=ts, **more)
    assert office.slack.message_shortcut(STAFF, "find_decisions", message).acked
    return office.slack.wait_for_private(STAFF)


def test_decisions_on_a_message_are_shown_to_the_one_who_asks(office: Office) -> None:
    found = found_on(office, SAID)
    assert decisions(found["blocks"]) == [RESOLVED]
    assert CHOSEN in texts(found["blocks"])
    assert office.slack.private(OFFICER) == []
    assert office.slack.called("chat.postMessage") == []


def test_they_cannot_be_shared_and_say_nothing_of_the_rest_of_the_message(office: Office) -> None:
    found = found_on(office, f"{SAID} And Dave's sick note is wrong.")
    pressable = [e for b in found["blocks"] if b["type"] == "actions" for e in b["elements"]]
    assert [element["action_id"] for element in pressable] == ["context"]
    assert "Dave" not in str(found)


def test_in_a_thread_they_are_shown_there_and_elsewhere_in_the_channel(office: Office) -> None:
    in_thread = found_on(office, SAID, thread_ts="1700000000.000001")
    assert in_thread["thread_ts"] == "1700000000.000001"
    ts = office.slack.api.timestamp()
    alone = office.slack.api.posted.written(OFFICER, CHANNEL, SAID, ts=ts)
    office.slack.message_shortcut(STAFF, "find_decisions", alone)
    assert "thread_ts" not in office.slack.wait_for_private(STAFF, 2)


def test_they_are_found_where_the_bot_is_no_member(office: Office) -> None:
    ts = office.slack.api.timestamp()
    message = office.slack.api.posted.written(OFFICER, "C0NOTIN", SAID, ts=ts)
    office.slack.message_shortcut(STAFF, "find_decisions", message)
    assert decisions(office.slack.wait_for_private(STAFF)["blocks"]) == [RESOLVED]


def test_what_comes_nearest_is_shown_where_there_is_no_decision(office: Office) -> None:
    found = found_on(office, "that survey of borrowers, anybody?")
    assert NONE_FOUND in texts(found["blocks"])
    assert any("A survey of 412 borrowers" in quote for quote in quotes(found["blocks"]))


@pytest.mark.parametrize(
    "text", ["", "ok thanks!", ":tada:", "<@U0STAFF>", "<https://x.example/y>", "zeppelin hangar?"]
)
def test_a_message_of_which_no_paper_speaks_is_answered_in_a_sentence(
    office: Office, text: str
) -> None:
    assert found_on(office, text)["text"] == NO_WORDS


def test_nothing_of_a_message_is_logged_or_kept(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        found_on(office, f"{SAID} boathouse-secret")
        found_on(office, "survey of borrowers boathouse-secret")
    office.slack.wait_for_private(STAFF, 2)
    assert "boathouse-secret" not in caplog.text
    with office.desk.memory.using() as db:
        assert not any("boathouse" in line or "allotment" in line for line in db.conn.iterdump())
