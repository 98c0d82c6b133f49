"""Where a message goes: into a thread, to one person in a channel, or back to a command."""

from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient

from bot.desk import PASSING, Desk, Reply, ReplyRefused
from bot.message import Message
from bot.slack.place import Place


def in_thread(client: WebClient, place: Place) -> Reply:
    """Reply in the thread; only to the asker where people of other organisations read along.

    That there is no answer just now is said to the asker alone, too.
    """
    privately = only_to_asker(client, place)
    if place.shared:
        return privately

    def reply(message: Message) -> None:
        if message.outcome in PASSING and not place.direct:
            privately(message)
            return
        client.chat_postMessage(
            thread_ts=place.thread_ts,
            unfurl_links=False,
            unfurl_media=False,
            **_content(message, place),
        )

    return reply


def only_to_asker(client: WebClient, place: Place) -> Reply:
    """Reply in the channel so that only the asker sees it, in the thread if there is one."""

    def reply(message: Message) -> None:
        # A message nobody has replied to is no thread yet, and Slack would show nothing there.
        thread = None if place.begins else place.thread_ts
        client.chat_postEphemeral(user=place.user, thread_ts=thread, **_content(message, place))

    return reply


def in_session(client: WebClient, place: Place, desk: Desk) -> Reply:
    """Reply in the thread, unless that was stopped, and take the sign of work off it.

    A message without words is not sent.
    """
    post = in_thread(client, place)

    def reply(message: Message) -> None:
        try:
            if desk.sessions.claim(place) and message.text:
                post(message)
        finally:
            desk.sessions.end(place)

    return reply


def _content(message: Message, place: Place) -> dict[str, Any]:
    blocks = list(message.blocks) or None
    return {"channel": place.channel, "text": message.text, "blocks": blocks}


def to_command(respond: Respond) -> Reply:
    """Reply to a slash command, or raise ReplyRefused; only whoever gave it sees the reply."""

    return lambda message: by_address(respond, message)


def by_address(respond: Respond, message: Message, **more: Any) -> None:
    """Tell one person by a response address, or raise ReplyRefused."""
    answered = respond(
        text=message.text,
        blocks=list(message.blocks) or None,
        response_type="ephemeral",
        unfurl_links=False,
        unfurl_media=False,
        **more,
    )
    if answered.status_code != 200:
        raise ReplyRefused(answered.body)
