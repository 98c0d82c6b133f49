"""A question handed to the people who know: with its answer, its sources, and who asks."""

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from slackblocks import RichTextBlock, RichTextUser

from bot.answers.answering import MAX_QUESTION, found, framed
from bot.answers.asked import Asked
from bot.answers.blocks import answer_message
from bot.answers.carried import asked_again, mark_of
from bot.answers.claims import claimed
from bot.answers.frame import Frame
from bot.answers.sharing import CHANGED, naming
from bot.desk import Desk
from bot.excuses import Told
from bot.message import Message, line, link, paragraph, sentence, words
from bot.slack.aside import aside
from bot.slack.posting import NotPosted, post
from bot.slack.pressed import Pressed, TooOld
from bot.text import clip

log = logging.getLogger(__name__)


class NotHandedOver(Told):
    """A question cannot be handed over."""

    code = "not_handed_over"


def hand_over(desk: Desk, client: WebClient, press: Pressed) -> Message:
    """Post the question and its answer in the chosen channel, and tell the asker so."""
    name, channel = desk.choices.handover_name, desk.choices.handover_channel
    asked = asked_again(press.fields, press.user, private=False)
    if channel is None:
        raise NotHandedOver("Questions can no longer be handed over here. Please ask in person.")
    if asked is None:
        raise TooOld("This answer is too old to be handed over. Please ask again.")
    with claimed(desk.memory, f"handover {press.channel} {press.message} {press.user}") as is_first:
        if not is_first:
            raise NotHandedOver(f"You have sent this question to {name} already.")
        try:
            post(client, channel, None, _handed_over(desk, asked, press, _address(client, press)))
        except NotPosted as error:
            raise NotHandedOver(
                f"The question could not be sent to {name}. Please tell your administrator that "
                f"Town Clerk cannot write in their channel: {error}."
            ) from error
    return sentence(
        f"Sent to {name}, with your name, the answer and its sources. They will reply to you.",
        outcome="handed_over",
    )


def _handed_over(desk: Desk, asked: Asked, press: Pressed, address: str | None) -> Message:
    answer = found(desk, asked)
    has_changed = mark_of(answer) != press.fields.get("mark")
    by = line(words("Asked by "), RichTextUser(asked.user))
    place = [line(link("Open the conversation", address))] if address else []
    said = [
        f"Question: {clip(asked.text, MAX_QUESTION)}",
        "Please reply to them directly. This is what I found in the papers:",
        *([CHANGED] if has_changed else []),
    ]
    frame = Frame(
        standings=framed(desk, asked, answer).standings,
        above=(RichTextBlock([by, *place]), *map(paragraph, said)),
        spoken="\n".join(said),
    )
    return naming("Asked by", asked.user, answer_message(answer, frame))


def _address(client: WebClient, press: Pressed) -> str | None:
    """Where the answer stands, if others can see it there; none where Slack does not tell."""
    if press.is_direct or press.is_private or not press.message:
        return None
    try:
        told = aside(client).chat_getPermalink(channel=press.channel, message_ts=press.message)
    except (SlackClientError, OSError) as error:  # it is of use without
        log.info("no permalink: %s", type(error).__name__)
        return None
    return str(told.get("permalink") or "") or None
