"""Where lists of decisions go: in place of the list whose button was used, or beside a message."""

from typing import Any

from slack_bolt import Respond

from bot.desk import Reply, ReplyRefused
from bot.message import Message

LISTS = ("decisions", "no_decisions")  # outcomes of messages that may take a list's place


def over_the_list(respond: Respond) -> Reply:
    """Reply in place of a list that one person sees; anything but a list stands beside it."""

    def reply(message: Message) -> None:
        _post(respond, message, replace_original=message.outcome in LISTS)

    return reply


def to_one(respond: Respond, thread: str | None) -> Reply:
    """Reply to one person where they are, in a thread if they are in one."""

    def reply(message: Message) -> None:
        _post(respond, message, replace_original=False, thread_ts=thread)

    return reply


def _post(respond: Respond, message: Message, **more: Any) -> None:
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
