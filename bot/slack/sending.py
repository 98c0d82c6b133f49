"""Replying: in blocks, in plainer ones, in words, and at last in a direct message."""

import logging
import re
from collections.abc import Callable
from dataclasses import replace

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.excuses import note
from bot.message import MAX_TEXT, Message

log = logging.getLogger(__name__)

Reply = Callable[[Message], None]
MOST_BLOCKS = 50


class ReplyRefused(Exception):
    """Slack did not take a reply; the argument is Slack's code."""


class Unsure(SlackClientError):
    """Slack may have taken a message or not, and cannot be asked which."""


UNSURE = "unsure"
_ELSEWHERE = "I could not reply where you asked, so my reply is here."
_PERHAPS_TWICE = (
    "Slack did not say whether my reply reached you where you asked. In case it did not, here it "
    "is."
)


def send(message: Message, reply: Reply) -> str | None:
    """Reply; where Slack will not show the blocks, in plainer ones, or in words alone.

    Trouble goes to the log. What the trouble was, in a word; None if the reply was taken.
    """
    try:
        reply(message)
    except (SlackApiError, ReplyRefused) as error:
        code = code_of(error)
        log.error("Slack refused a reply: %s", code)  # noqa: TRY400 - the code says it all
        if message.blocks and any(part in code for part in _OF_BLOCKS):
            return send(message.plainer or Message(message.text), reply)
        return code
    except Unsure:
        log.warning("Slack did not say whether it took a reply")
        return UNSURE
    except Exception as error:  # noqa: BLE001 - whatever it is, the next request must be served
        note(error)
        return type(error).__name__
    return None


_OF_BLOCKS = ("block", "too_long", "attachments")  # in the codes that refuse what blocks hold


def send_somehow(message: Message, reply: Reply, last: Reply) -> str | None:
    """Reply; if that fails, by the ``last`` way, saying so. What the trouble was, as `send` does.

    A message without words, such as one that only opens a form, has nothing to be said elsewhere.
    """
    trouble = send(message, reply)
    if trouble is None or not message.text:
        return trouble
    first = _PERHAPS_TWICE if trouble in _DOUBTFUL else _ELSEWHERE
    if (still := send(_begun_with(first, message), last)) is not None:
        log.error("somebody was left without a reply: %s, then %s", trouble, still)
    return trouble


def directly(client: WebClient, user: str) -> Reply:
    """Reply in a direct message."""

    def reply(message: Message) -> None:
        client.chat_postMessage(
            channel=user,
            text=message.text,
            blocks=list(message.blocks) or None,
            unfurl_links=False,
            unfurl_media=False,
        )

    return reply


def _begun_with(sentence: str, message: Message) -> Message:
    first = {"type": "section", "text": {"type": "plain_text", "text": sentence}}
    fits = 0 < len(message.blocks) < MOST_BLOCKS
    return replace(
        message,
        text=f"{sentence} {message.text}"[:MAX_TEXT],
        blocks=(first, *message.blocks) if fits else (),
        plainer=message.plainer and _begun_with(sentence, message.plainer),
    )


UNREADABLE = "unreadable"  # Slack answered with a page, as what stands before it does


PERHAPS_TAKEN = ("internal_error", "fatal_error", UNREADABLE)
_DOUBTFUL = (UNSURE, *PERHAPS_TAKEN)


def code_of(error: SlackApiError | ReplyRefused) -> str:
    """Slack's code for a refusal; never more of what it said than that."""
    said = error.response.get("error") if isinstance(error, SlackApiError) else error.args[:1]
    code = str(said[0] if isinstance(said, tuple) and said else said)
    return code if re.fullmatch(r"[a-z0-9_]{1,80}", code) else UNREADABLE
