"""What somebody wrote in Slack: whether a person did, to whom, and what it asks."""

import re
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from bot.text import has_emoji, head, question_in, unstyled

LONGEST_QUESTION = 1000  # characters: far more than a question needs, and soon searched for

# A message with a file, a reply also sent to the channel, and "/me asks …" are questions too.
_ASKING = (None, "file_share", "thread_broadcast", "me_message")
# An address by itself: its letters are no words to look for.
_ADDRESS = re.compile(r"<https?://[^<>|]*(?:\|https?://[^<>]*)?>")
_CALLED = re.compile(r"<(?:@|!(?!date\^))")
_COURTESY = re.compile(
    r"""(?:(?:ok(?:ay)?|great|perfect|lovely|brilliant|super|no\sthank(?:s|\syou)|many|that(?:'s|\sis)|got\sit
    |thanks|thank\syou|thx|ta|cheers|very|much|so|a\slot|again|helpful|noted|good|for\sthat
    |appreciated|awesome|cool|excellent|fantastic|nice|understood|will\sdo|no\s(?:problem|worries)
    |(?:good)?bye|hello|hey|hi|hiya|good\s(?:morning|afternoon|evening))[\s,.!]*){1,6}
    (?:(?:town\sclerk|there|all|everyone|both|team|bot)[\s,.!]*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_PICTURES = ("So", "Sk", "Cf", "Mn")  # Unicode's kinds of signs of which emoji are made


@dataclass(frozen=True, slots=True)
class Said:
    """A message's question, and whether it was cut, or there was something without any words."""

    question: str
    was_cut: bool = False
    only_files: bool = False
    only_links: bool = False
    only_emoji: bool = False

    @property
    def is_courtesy(self) -> bool:
        """Whether it is thanks or a greeting, which no paper answers."""
        said = _without_pictures(self.question)
        return self.only_emoji or _COURTESY.fullmatch(said) is not None

    @property
    def asks(self) -> bool:
        """Whether anything is to be looked for."""
        words = self.question.casefold().strip(" ?!.")
        return words not in ("", "help") and not self.is_courtesy


def said_in(event: dict[str, Any]) -> Said:
    """What a message says; a very long one by its beginning."""
    text = str(event.get("text") or "")
    words = question_in(unstyled(_ADDRESS.sub(" ", text)))
    question = head(words, LONGEST_QUESTION)
    said = _without_pictures(words)
    return Said(
        question,
        was_cut=question != words,
        only_files=bool(event.get("files")) and not words,
        only_links=_ADDRESS.search(text) is not None and not words,
        only_emoji=not said and (bool(words) or has_emoji(text)),
    )


def _without_pictures(text: str) -> str:
    """Words without the emoji that are letters of Unicode."""
    return "".join(letter for letter in text if category(letter) not in _PICTURES).strip()


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
