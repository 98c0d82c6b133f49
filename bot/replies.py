"""Where a message goes: into a thread, to one person in a channel, or back to a command."""

import logging
from dataclasses import dataclass
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.desk import Reply, ReplyRefused
from bot.message import Message

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """A thread, the person who wrote there, and whether others outside the council read it."""

    channel: str
    thread_ts: str
    user: str
    direct: bool = False
    shared: bool = False


def place_of(event: dict[str, Any], body: dict[str, Any]) -> Place:
    """Where a message event belongs: its thread, or the thread it will begin."""
    return Place(
        channel=event["channel"],
        thread_ts=event.get("thread_ts") or event["ts"],
        user=event["user"],
        direct=event.get("channel_type") == "im",
        shared=bool(body.get("is_ext_shared_channel")),
    )


def in_thread(client: WebClient, place: Place) -> Reply:
    """Reply in the thread; only to the asker where people of other organisations read along."""

    def reply(message: Message) -> None:
        content: dict[str, Any] = {
            "channel": place.channel,
            "thread_ts": place.thread_ts,
            "text": message.text,
            "blocks": list(message.blocks) or None,
        }
        try:
            if place.shared:
                client.chat_postEphemeral(user=place.user, **content)
            else:
                client.chat_postMessage(unfurl_links=False, unfurl_media=False, **content)
        finally:
            if place.direct:
                set_working(client, place, "active")

    return reply


def set_working(client: WebClient, place: Place, status: str) -> None:
    """Show in a direct message that an answer is on its way; not every workspace can."""
    try:
        client.agents_sessions_setStatus(
            channel_id=place.channel, thread_ts=place.thread_ts, status=status
        )
    except SlackApiError as error:
        log.debug("status not shown: %s", error.response.get("error"))
    except (SlackClientError, OSError) as error:  # no answer is lost for want of a status
        log.debug("status not shown: %s", type(error).__name__)


def to_command(respond: Respond) -> Reply:
    """Reply to a slash command, or raise ReplyRefused; only whoever gave it sees the reply."""

    def reply(message: Message) -> None:
        answered = respond(
            text=message.text,
            blocks=list(message.blocks) or None,
            response_type="ephemeral",
            unfurl_links=False,
            unfurl_media=False,
        )
        if answered.status_code != 200:
            raise ReplyRefused(answered.body)

    return reply
