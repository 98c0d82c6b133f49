"""Slack's own Node library is content with the stand-in Slack, so the stand-in is no fiction."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.bot_process import bot_environment
from support.slack import StandInSlack
from support.workspace import STAFF

SCRIPT = Path(__file__).parents[1] / "support" / "node_bot.cjs"
MODULES = Path(os.environ.get("NODE_PATH", "node_modules"))

pytestmark = [
    pytest.mark.skipif(not shutil.which("node"), reason="node is not installed"),
    pytest.mark.skipif(
        not (MODULES / "@slack" / "bolt").exists(),
        reason="@slack/bolt is not installed; npm i @slack/bolt, and set NODE_PATH",
    ),
]


@pytest.fixture
def town(slack: StandInSlack) -> Iterator[StandInSlack]:
    """A Slack with a bot of Slack's own making."""
    environ = bot_environment(slack, NODE_PATH=str(MODULES.resolve()))
    process = subprocess.Popen(["node", str(SCRIPT)], env=environ)
    try:
        slack.wait_connected()
        yield slack
    finally:
        process.kill()
        process.wait(10)


def test_slacks_own_library_is_understood_and_understands(town: StandInSlack) -> None:
    ts, mention = town.mention(STAFF, "Anyone?")
    path, command = town.command(STAFF, "/townclerk", "status")
    opened = town.open_home(STAFF)
    town.wait_for("chat.postMessage", thread_ts=ts)
    (told,) = town.wait_for("response", path=path)
    town.wait_for("views.publish", user_id=STAFF)
    assert [d.attempts for d in (mention, command, opened)] == [1, 1, 1]
    assert told["text"] == "heard status"


def test_slacks_own_library_reconnects_when_told_to(town: StandInSlack) -> None:
    town.cut_socket()
    town.wait_connected(count=2)
    ts, _ = town.mention(STAFF, "Anyone?")
    town.wait_for("chat.postMessage", thread_ts=ts)
