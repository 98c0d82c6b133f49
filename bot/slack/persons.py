"""People of the workspace, named in messages as Slack shows them; nobody is called by it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from slackblocks import Block, RichTextBlock, RichTextUser
from slackblocks.rich_text.elements import RichTextElement

from bot.message import MAX_TEXT, Message, line, message, words
from bot.text import shown


@dataclass(frozen=True, slots=True)
class Person:
    """Who did something: a Slack user's id, or whoever is at the command line."""

    who: str

    @property
    def is_here(self) -> bool:
        """Whether this is somebody of the workspace."""
        return re.fullmatch(r"[UW][A-Z0-9]+", self.who) is not None


Part = str | Person


def line_of(*parts: Part, bold: bool = False) -> RichTextBlock:
    """A paragraph that names people."""
    return RichTextBlock(line(*(shown_in(part, bold=bold) for part in parts)))


def text_of(*parts: Part) -> str:
    """The same for a message's top-level text, escaped."""
    return "".join(shown(p, MAX_TEXT) if isinstance(p, str) else _mention(p) for p in parts)


def told(*parts: Part, blocks: Sequence[Block] = (), outcome: str = "said") -> Message:
    """A message of one sentence that names people, and what stands below it."""
    made = message("", [line_of(*parts), *blocks], outcome)
    return replace(made, text=text_of(*parts))


def shown_in(part: Part, *, bold: bool = False) -> RichTextElement:
    """Words, or somebody, in a line of rich text."""
    if isinstance(part, str):
        return words(part, bold=bold)
    return RichTextUser(part.who) if part.is_here else words(_AT_SERVER, bold=bold)


def _mention(person: Person) -> str:
    return f"<@{person.who}>" if person.is_here else _AT_SERVER


_AT_SERVER = "somebody on the server"
