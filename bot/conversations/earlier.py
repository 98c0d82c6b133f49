"""A thread read back from Slack: what somebody asked there before the bot was last started."""

import logging
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.conversations.said import calls, calls_anyone, is_by_person, said_in
from bot.slack.aside import aside
from bot.slack.place import Place
from bot.slack.sending import code_of

log = logging.getLogger(__name__)

MOST_READ = 200  # messages; of a longer thread nothing is taken, as its newest would be missing


def asked_earlier(client: WebClient, place: Place, bot_user: str) -> dict[str, str]:
    """The asker's earlier questions by timestamp; none where Slack does not tell."""
    try:
        thread = aside(client).conversations_replies(
            channel=place.channel, ts=place.thread_ts, latest=place.ts, limit=MOST_READ
        )
    except SlackApiError as error:
        log.info("thread not read back: %s", code_of(error))
        return {}
    except (SlackClientError, OSError) as error:  # a follow-up without context is still answered
        log.info("thread not read back: %s", type(error).__name__)
        return {}
    messages: list[dict[str, Any]] = [] if thread.get("has_more") else thread.get("messages", [])
    return _questions(messages, place, bot_user)


def _questions(thread: list[dict[str, Any]], place: Place, bot_user: str) -> dict[str, str]:
    asked: dict[str, str] = {}
    answered = False
    for message in thread:
        answered = answered or message.get("user") == bot_user
        said = said_in(message)
        is_askers = is_by_person(message) and message["user"] == place.user
        if is_askers and said.asks and message["ts"] < place.ts:
            text = message.get("text") or ""
            if place.direct or calls(text, bot_user) or (answered and not calls_anyone(text)):
                asked[message["ts"]] = said.question
    return asked
