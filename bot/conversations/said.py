"""What somebody wrote in Slack: whether a person did, to whom, and what it asks."""

import re
from dataclasses import dataclass
from typing import Any

from bot.text import head, question_in

LONGEST_QUESTION = 1000  # characters: far more than a question needs, and soon searched for

# A message with a file, and a reply also sent to the channel, are questions like any other.
_ASKING = (None, "file_share", "thread_broadcast")
_CALLED = re.compile(r"<(?:@|!(?!date\^))")
_COURTESY = re.compile(
    r"""(?:(?:ok(?:ay)?|great|perfect|lovely|brilliant|super|no\sthank(?:s|\syou)|many|that(?:'s|\sis)|got\sit
    |thanks|thank\syou|thx|ta|cheers|very|much|so|a\slot|again|helpful|noted|good|for\sthat
    |hello|hi|hiya|good\s(?:morning|afternoon|evening))[\s,.!]*){1,6}""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A message's question, and whether it was cut, or there were files and no words at all."""

    question: str
    was_cut: bool = False
    only_files: bool = False

    @property
    def is_courtesy(self) -> bool:
        """Whether it is thanks or a greeting, which no paper answers."""
        return _COURTESY.fullmatch(self.question) is not None

    @property
    def asks(self) -> bool:
        """Whether anything is to be looked for."""
        words = self.question.casefold().strip(" ?!.")
        return words not in ("", "help") and not self.is_courtesy


def said_in(event: dict[str, Any]) -> Said:
    """What a message says; a very long one by its beginning."""
    words = question_in(event.get("text") or "")
    question = head(words, LONGEST_QUESTION)
    return Said(question, question != words, bool(event.get("files")) and not words)


def is_by_person(message: dict[str, Any]) -> bool:
    """Whether somebody wrote this: no bot, no deletion, no joining."""
    by_person = bool(message.get("user")) and not message.get("bot_id")
    return by_person and message.get("subtype") in _ASKING


def is_new(event: dict[str, Any]) -> bool:
    """Whether somebody has just written this, and not changed it."""
    return is_by_person(event) and "edited" not in event


def calls(text: str, user: str) -> bool:
    """Whether a message mentions this person or bot."""
    return re.search(rf"<@{re.escape(user)}[|>]", text) is not None


def calls_anyone(text: str) -> bool:
    """Whether a message mentions any person, group or channel's members."""
    return _CALLED.search(text) is not None
