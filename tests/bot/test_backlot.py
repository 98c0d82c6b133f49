"""A Slack of other people's making agrees with the stand-in, and keeps the bot's answers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from support.backlot_slack import PYTHON, BacklotApi, backlot
from support.bot_process import bot_running
from support.held import APPROVES
from support.slack import StandInSlack
from support.workspace import BOT_TOKEN, CHANNEL, STAFF

pytestmark = pytest.mark.skipif(
    not PYTHON.exists(), reason="backlot is not installed; .ci/run puts it into .venv-peers"
)
HOURS = "What is recommended on library opening hours?"


@pytest.fixture
def peer() -> Iterator[WebClient]:
    with backlot() as client:
        yield client


def test_an_answer_is_read_back_from_its_thread(peer: WebClient, data: Path) -> None:
    api = BacklotApi(peer=peer)
    asked = peer.chat_postMessage(channel=api.channel, text=HOURS)
    with StandInSlack(api=api) as slack, bot_running(slack, data):
        slack.mention(STAFF, HOURS, ts=asked["ts"], channel=api.channel)
        (sent,) = slack.wait_for("chat.postMessage", thread_ts=asked["ts"])
    question, answer = peer.conversations_replies(channel=api.channel, ts=asked["ts"])["messages"]
    assert question["text"] == HOURS
    assert answer["text"] == sent["text"]
    assert APPROVES in answer["text"]
    assert answer["thread_ts"] == asked["ts"]
    assert question["reply_count"] == 1


def test_backlot_and_the_stand_in_answer_alike(peer: WebClient, slack: StandInSlack) -> None:
    api = BacklotApi(peer=peer)
    slack.api.scopes |= {"channels:history", "channels:read"}
    ours = WebClient(BOT_TOKEN, base_url=slack.api_url)
    assert _conversation(ours, CHANNEL) == _conversation(peer, api.channel)


def _conversation(client: WebClient, channel: str) -> list[object]:
    """What a Slack says to a thread that is begun, answered, changed, read and deleted."""
    begun = client.chat_postMessage(channel=channel, text="Who &lt;decides&gt;?")
    place = {"channel": channel, "thread_ts": begun["ts"]}
    reply = client.chat_postMessage(**place, text="Cabinet.")
    client.chat_update(channel=channel, ts=reply["ts"], text="Cabinet decides.")
    read = client.conversations_replies(channel=channel, ts=begun["ts"])
    link = client.chat_getPermalink(channel=channel, message_ts=begun["ts"])["permalink"]
    client.chat_delete(channel=channel, ts=reply["ts"])
    left = client.conversations_replies(channel=channel, ts=begun["ts"])
    return [
        [(one["text"], one["ts"] == begun["ts"]) for one in read["messages"]],
        [one["text"] for one in left["messages"]],
        _without(link, begun["ts"], channel),
        read["has_more"],
        *map(_code, _wrong(client, channel)),
    ]


def _without(link: str, ts: str, channel: str) -> str:
    """A link with its own channel and time left out."""
    return link.replace(ts.replace(".", ""), "").replace(ts, "").replace(channel, "")


def _wrong(client: WebClient, channel: str) -> list[Callable[[], object]]:
    """Calls that no Slack takes."""
    return [
        lambda: client.chat_postMessage(channel="C0NOWHERE", text="Hello"),
        lambda: client.api_call("chat.postMessage", params={"channel": channel, "text": ""}),
        lambda: client.chat_update(channel=channel, ts="1.2", text="Hello"),
        lambda: client.chat_delete(channel=channel, ts="1.2"),
        lambda: client.conversations_replies(channel=channel, ts="1.2"),
        lambda: client.conversations_info(channel="C0NOWHERE"),
        lambda: client.users_info(user="U0NOBODY"),
        lambda: client.chat_getPermalink(channel=channel, message_ts="1.2"),
    ]


def _code(call: Callable[[], object]) -> str:
    with pytest.raises(SlackApiError) as refused:
        call()
    return str(refused.value.response["error"])
