"""A day's work with the bot, from one step to the next, by every way in to Slack.

By HTTP, and by Socket Mode with either client. What each step says exactly is told by the tests of
its part; here the steps follow upon each other in one running bot.
"""

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.block_kit import quotes, texts
from support.bot_process import bot_running
from support.commands import ingested
from support.held import APPROVES, RESOLVED, hold_papers
from support.listed import decisions
from support.looking import Message
from support.slack import StandInSlack
from support.town import Town
from support.workspace import (
    ADMIN,
    CHANNEL,
    ELSEWHERE,
    GUEST,
    HANDOVER,
    LEAVER,
    NOT_IN,
    OFFICER,
    ROBOT,
    SHARED,
    STAFF,
    STRANGER,
)

HOURS = "What is recommended on library opening hours?"
RENTS = "What was decided on the allotment rents?"
PAPERS = {
    "trees.txt": "Parks Committee\n\n3 May 2022\n\nSTREET TREES\n\n1. 38 elms were planted.\n",
    "hedges.txt": (
        "Parks Committee\n\nMinutes of the meeting held on 7 June 2022\n\n"
        "1. HEDGES\n\nRESOLVED that the hedge in Quarry Rise be cut back each March.\n"
    ),
}
BENCHES = (
    "Parks Committee\n\nMinutes of the meeting held on 5 July 2022\n\n"
    "1. PARK BENCHES\n\nRESOLVED that 21 park benches in Mill Meadow be repaired by September.\n"
)

WAYS = {
    "http": {"http": True},
    "builtin": {"TOWNCLERK_SOCKET_CLIENT": "builtin"},
    "websocket": {"TOWNCLERK_SOCKET_CLIENT": "websocket"},
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> dict[str, Any]:
    if request.param == "websocket" and importlib.util.find_spec("websocket") is None:
        pytest.skip("websocket-client is not installed; it comes with the extra “sockets”")
    return WAYS[request.param] | {"TOWNCLERK_HANDOVER_CHANNEL": HANDOVER}


@pytest.fixture
def office(slack: StandInSlack, tmp_path: Path, way: dict[str, Any]) -> Iterator[Town]:
    """A running bot that holds the three papers of Eastmere."""
    data = tmp_path / "data"
    hold_papers(data)
    with bot_running(slack, data, **way) as bot:
        yield Town(slack, bot, data)
        assert slack.api.lacked == set()  # no call wanted a scope that the manifest asks not for


@pytest.fixture
def parks(slack: StandInSlack, tmp_path: Path, way: dict[str, Any]) -> Iterator[Town]:
    """A running bot whose two papers were ingested from a folder."""
    with bot_running(slack, ingested(tmp_path, PAPERS), **way) as bot:
        yield Town(slack, bot, tmp_path / "papers")
        assert slack.api.lacked == set()


def told(slack: StandInSlack, user: str, words: str) -> Message:
    """What one person alone is told, when it says some words."""

    def found() -> list[Message]:
        return [one for one in slack.api.posted.private(user) if words in one["text"]]

    return slack.wait_until(found, f"“{words}” for {user}")[-1]


def test_an_answer_is_followed_up_read_in_context_judged_and_handed_over(office: Town) -> None:
    slack = office.slack
    ts, delivery = slack.mention(STAFF, RENTS)
    answer = slack.wait_for_reply(CHANNEL, ts)
    assert delivery.attempts == 1
    assert RESOLVED in quotes(answer["blocks"])

    slack.mention(STAFF, "When was that?", thread_ts=ts)
    assert "9 January 2024" in slack.wait_for_reply(CHANNEL, ts, 2)["text"]

    slack.press(OFFICER, answer, "context")
    view = slack.wait_for_modal(OFFICER)
    assert quotes(view["blocks"]) == [RESOLVED]
    slack.close(OFFICER, view)
    slack.press(OFFICER, answer, "cite")
    assert "Minutes of the Allotments Committee" in "".join(
        texts(slack.wait_for_modal(OFFICER)["blocks"])
    )

    slack.press(STAFF, answer, "feedback", "positive")
    told(slack, STAFF, "noted as useful")
    slack.press(OFFICER, answer, "feedback", "negative")
    form = slack.wait_for_modal(OFFICER, callback_id="feedback_form")
    assert slack.submit(OFFICER, form).acked

    slack.press(STAFF, answer, "handover")
    (handed,) = slack.wait_for("chat.postMessage", channel=HANDOVER)
    assert RESOLVED in quotes(handed["blocks"])
    assert f"<@{STAFF}>" in handed["text"]
    told(slack, STAFF, "Sent to Democratic Services")


def test_a_private_answer_is_shared_by_name(office: Town) -> None:
    slack = office.slack
    slack.command(STAFF, "/townclerk", f"ask {RENTS}")
    private = slack.wait_for_private(STAFF)
    slack.press(STAFF, private, "share")
    (shared,) = slack.wait_for("chat.postMessage", channel=CHANNEL)
    assert RESOLVED in quotes(shared["blocks"])
    assert f"<@{STAFF}>" in shared["text"]


def test_a_direct_message_shows_a_sign_of_work_and_takes_it_off(office: Town) -> None:
    slack = office.slack
    slack.open_home(STAFF, tab="messages")
    (suggested,) = slack.wait_for("assistant.threads.setSuggestedPrompts")
    ts, _ = slack.direct_message(STAFF, suggested["prompts"][0]["message"])
    assert quotes(slack.wait_for_reply(f"D{STAFF}", ts)["blocks"])
    slack.wait_for_status(f"D{STAFF}", ts, "active")
    assert slack.stop_session(STAFF, f"D{STAFF}", ts).acked


def test_decisions_are_listed_turned_read_and_shared(office: Town) -> None:
    slack = office.slack
    slack.command(STAFF, "/decisions", "1")
    listed = slack.wait_for_private(STAFF)
    assert decisions(listed["blocks"]) == [RESOLVED]
    slack.press(STAFF, listed, "decisions_page")
    slack.wait_for("response", 2)
    turned = slack.private(STAFF)[-1]
    assert decisions(turned["blocks"]) == [APPROVES]
    slack.press(STAFF, turned, "context", turned_to(turned))
    assert quotes(slack.wait_for_modal(STAFF)["blocks"]) == [APPROVES]
    slack.press(STAFF, turned, "decisions_share")
    (shared,) = slack.wait_for("chat.postMessage", channel=CHANNEL)
    assert decisions(shared["blocks"]) == [APPROVES]


def turned_to(listed: Message) -> str:
    """The first choice of the menu under a list."""
    elements = [one for block in listed["blocks"] for one in block.get("elements", [])]
    (menu,) = [one for one in elements if one.get("action_id") == "context"]
    return str(menu["options"][0]["value"])


def test_the_papers_are_asked_by_shortcut_and_from_a_message(office: Town) -> None:
    slack = office.slack
    assert slack.shortcut(STAFF, "ask_papers").acked
    form = slack.wait_for_modal(STAFF, callback_id="ask_form")
    question = next(
        block["element"]["action_id"]
        for block in form["blocks"]
        if block["type"] == "input" and not block.get("optional")
    )
    assert slack.submit(STAFF, form, **{question: RENTS}).acked
    (answer,) = slack.wait_for("chat.postMessage")
    assert RESOLVED in quotes(answer["blocks"])
    ts, _ = slack.mention(OFFICER, "Anyone about the allotment rents?")
    slack.wait_for_reply(CHANNEL, ts)
    (written,) = slack.thread(CHANNEL, ts)[:1]
    assert slack.message_shortcut(STAFF, "find_decisions", written).acked
    found = slack.wait_for_private(STAFF)
    assert RESOLVED in decisions(found["blocks"])


def test_an_ingest_is_confirmed_told_of_and_answered_from(parks: Town) -> None:
    slack = parks.slack
    (parks.data / "benches.txt").write_text(BENCHES)
    (parks.data / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    slack.command(ADMIN, "/townclerk", "ingest")
    asked = slack.wait_for_private(ADMIN)
    slack.press(ADMIN, asked, "ingest_confirm")
    ended = told_directly(slack, ADMIN, "is done: 1 added")
    assert "broken.pdf – failed (" in ended["text"]
    ts, _ = slack.mention(STAFF, "How many park benches are to be repaired?")
    assert "21 park benches" in "".join(quotes(slack.wait_for_reply(CHANNEL, ts)["blocks"]))


@pytest.mark.parametrize("way", ["http"], indirect=True)
def test_what_is_followed_is_told_once_after_an_ingest(parks: Town) -> None:
    slack = parks.slack
    slack.command(OFFICER, "/townclerk", "follow park benches")
    slack.wait_for_private(OFFICER)
    (parks.data / "benches.txt").write_text(BENCHES)
    slack.command(ADMIN, "/townclerk", "ingest")
    slack.press(ADMIN, slack.wait_for_private(ADMIN), "ingest_confirm")
    digest = told_directly(slack, OFFICER, "on what you follow")
    assert "park benches in Mill Meadow" in digest["text"]
    slack.press(OFFICER, digest, "unfollow")
    told(slack, OFFICER, "no longer follow")


def told_directly(slack: StandInSlack, user: str, words: str) -> Message:
    """The direct message that comes to say some words."""

    def found() -> list[Message]:
        return [one for one in slack.api.posted.history(f"D{user}") if words in one["text"]]

    return slack.wait_until(found, f"“{words}” in a direct message to {user}")[0]


def test_the_home_page_tells_staff_one_thing_and_administrators_more(office: Town) -> None:
    slack = office.slack
    for user in (STAFF, ADMIN):
        slack.open_home(user)
    slack.wait_for("views.publish", 2)
    staff, admin = (slack.home(user) or {} for user in (STAFF, ADMIN))
    assert "For administrators" not in texts(staff["blocks"])
    assert "For administrators" in texts(admin["blocks"])
    slack.press(ADMIN, admin, "gap_report")
    told_directly(slack, ADMIN, "Minutes that may be missing")


@pytest.mark.parametrize("user", [GUEST, STRANGER, LEAVER, ROBOT, ELSEWHERE])
@pytest.mark.parametrize("way", ["http"], indirect=True)
def test_outsiders_are_told_nothing_whatever_they_try(office: Town, user: str) -> None:
    slack = office.slack
    slack.mention(user, HOURS)
    slack.direct_message(user, HOURS)
    slack.command(user, "/townclerk", f"ask {HOURS}")
    slack.command(user, "/decisions")
    slack.command(user, "/townclerk", "ingest")
    slack.open_home(user)
    slack.shortcut(user, "ask_papers")
    ts, _ = slack.mention(STAFF, HOURS)
    answer = slack.wait_for_reply(CHANNEL, ts)
    for action in ("context", "cite"):
        slack.press(user, answer, action)
    assert office.bot.stop() == 0
    assert slack.private(user) == []
    assert slack.modal(user) is None
    assert slack.home(user) is None
    assert [call["thread_ts"] for call in slack.called("chat.postMessage")] == [ts]


@pytest.mark.parametrize("way", ["http"], indirect=True)
def test_where_others_read_along_an_answer_is_for_the_asker_alone(office: Town) -> None:
    slack = office.slack
    ts, _ = slack.mention(STAFF, HOURS, channel=SHARED, is_ext_shared_channel=True)
    assert APPROVES in quotes(slack.wait_for_private(STAFF)["blocks"])
    assert [one["user"] for one in slack.thread(SHARED, ts)] == [STAFF]


@pytest.mark.parametrize("way", ["http"], indirect=True)
def test_an_answer_is_not_shared_where_the_bot_cannot_write(office: Town) -> None:
    slack = office.slack
    slack.command(STAFF, "/townclerk", f"ask {HOURS}", channel=NOT_IN)
    slack.press(STAFF, slack.wait_for_private(STAFF), "share")
    told(slack, STAFF, "/invite")
