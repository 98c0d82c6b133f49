"""Slack's own Node library is content with the stand-in Slack, so the stand-in is no fiction."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.bot_process import bot_environment, free_port
from support.slack import StandInSlack
from support.slack_requests import post
from support.waiting import PATIENCE, until
from support.workspace import CHANNEL, STAFF

NODE = Path(__file__).parents[1] / "support" / "node"
MODULES = Path(os.environ.get("NODE_PATH", NODE / "node_modules"))

pytestmark = [
    pytest.mark.skipif(not shutil.which("node"), reason="node is not installed"),
    pytest.mark.skipif(
        not (MODULES / "@slack" / "bolt").exists(),
        reason="@slack/bolt is not installed; npm ci in tests/support/node",
    ),
]


@pytest.fixture(params=["socket", "http"])
def town(slack: StandInSlack, request: pytest.FixtureRequest) -> Iterator[StandInSlack]:
    """A Slack with a bot of Slack's own making."""
    environ = bot_environment(slack, NODE_PATH=str(MODULES.resolve()))
    if request.param == "http":
        port = free_port()
        environ["PORT"], slack.http_bot = str(port), f"http://127.0.0.1:{port}"
    process = subprocess.Popen(["node", str(NODE / "bot.cjs")], env=environ)
    try:
        if slack.http_bot:
            _wait_listening(slack.http_bot)
        else:
            slack.wait_connected()
        yield slack
    finally:
        process.kill()
        process.wait(PATIENCE)


def _wait_listening(address: str) -> None:
    until(lambda: post(f"{address}/nowhere", b"", {})[0], "the Node bot")


def test_slacks_own_library_is_understood_and_understands(town: StandInSlack) -> None:
    ts, mention = town.mention(STAFF, "Anyone?")
    path, command = town.command(STAFF, "/townclerk", "status")
    opened = town.open_home(STAFF)
    town.wait_for("chat.postMessage", thread_ts=ts)
    (told,) = town.wait_for("response", path=path)
    town.wait_for("views.publish", user_id=STAFF)
    assert [d.attempts for d in (mention, command, opened)] == [1, 1, 1]
    assert told["text"] == "heard status"


def test_slacks_own_library_is_pressed_and_opens_forms(town: StandInSlack) -> None:
    ts, _ = town.mention(STAFF, "Anyone?")
    message = town.wait_for_reply(CHANNEL, ts)
    assert town.press(STAFF, message, "ask").acked
    view = town.wait_for_modal(STAFF, callback_id="form")
    refused = town.submit(STAFF, view, why="no")
    assert refused.acked
    assert town.modal(STAFF) == view  # for the errors are shown in it
    assert town.submit(STAFF, view, why="because").acked
    assert town.modal(STAFF) is None
    town.wait_for("chat.postMessage", channel=STAFF, text="heard because")
    town.press(STAFF, message, "replace")
    town.wait_for("response", replace_original=True)
    assert [one["text"] for one in town.thread(CHANNEL, ts)][1:] == ["replaced"]


def test_slacks_own_library_hears_shortcuts_and_stops(town: StandInSlack) -> None:
    ts, _ = town.mention(STAFF, "Anyone?")
    message = town.wait_for_reply(CHANNEL, ts)
    assert town.shortcut(STAFF, "ask_papers").acked
    town.close(STAFF, town.wait_for_modal(STAFF))
    town.wait_for("chat.postMessage", text="closed")
    assert town.message_shortcut(STAFF, "find_decisions", message).acked
    assert town.wait_for_private(STAFF)["text"] == "heard heard"
    assert town.stop_session(STAFF, CHANNEL, ts).acked
    town.wait_for("chat.postMessage", thread_ts=ts, text="stopped")


@pytest.mark.parametrize("town", ["socket"], indirect=True)
def test_slacks_own_library_reconnects_when_told_to(town: StandInSlack) -> None:
    town.cut_socket()
    town.wait_connected(count=2)
    ts, _ = town.mention(STAFF, "Anyone?")
    town.wait_for("chat.postMessage", thread_ts=ts)
