"""A Slack message as plain data: the one place where blocks are built into what is sent."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slackblocks import (
    Block,
    ContextBlock,
    HomeTabView,
    MessageResponse,
    ModalView,
    PlainText,
    RichText,
    RichTextBlock,
    RichTextLink,
    RichTextQuote,
    RichTextSection,
)
from slackblocks.rich_text.elements import RichTextElement

from bot.text import clip, head, shown, visible

# Slack's limits, and what we keep to below them.
MAX_TEXT = 4000  # a message's top-level text
MAX_CONTEXT = 1000  # one context element
MAX_LINK = 3000
MAX_TITLE = 24  # of a window
# Slack refuses blocks whose text is too long in all, from a length it does not publish; 13,200 is
# the least that has been seen refused.
MAX_BLOCKS_TEXT = 13_000
LONGEST_EXCERPT = 2900

READ_ON = "… (read on in the paper)"


@dataclass(frozen=True, slots=True)
class Message:
    """Top-level ``text`` (escaped; read out by notifications and screen readers) and blocks.

    ``outcome`` is one word for the log; ``plainer`` says the same in blocks that any Slack shows,
    for one that refuses these.
    """

    text: str
    blocks: tuple[dict[str, Any], ...] = ()
    outcome: str = "said"
    plainer: "Message | None" = None


def message(text: str, blocks: Sequence[Block], outcome: str = "said") -> Message:
    """A message; ``text`` is escaped here. slackblocks refuses blocks that Slack would refuse."""
    built = MessageResponse(blocks=list(blocks)).to_dict()["blocks"]
    return Message(shown(text, MAX_TEXT), tuple(map(_without_id, built)), outcome)


def sentence(text: str, outcome: str = "said") -> Message:
    """A message of words only."""
    return Message(shown(text, MAX_TEXT), outcome=outcome)


def fitted(build: Callable[[int], list[Block]], excerpts: int) -> list[Block]:
    """Blocks with as much room for each of their excerpts as the text around them leaves.

    ``build`` makes the blocks with so many characters for each excerpt.
    """
    return build(max(0, min(LONGEST_EXCERPT, spare_beside(build(0)) // max(1, excerpts))))


def spare_beside(blocks: list[Block]) -> int:
    """How many characters of text a message still has room for, beside these blocks."""
    return MAX_BLOCKS_TEXT - sum(map(len, _texts(message("", blocks).blocks)))


def _texts(tree: object) -> Iterator[str]:
    """Every text in rendered blocks."""
    if isinstance(tree, dict):
        for name, child in tree.items():
            yield from [child] if name == "text" and isinstance(child, str) else _texts(child)
    elif isinstance(tree, list | tuple):
        for child in tree:
            yield from _texts(child)


def home(blocks: Sequence[Block]) -> dict[str, Any]:
    """An App Home view."""
    view: dict[str, Any] = HomeTabView(blocks=list(blocks)).to_dict()
    return {"type": "home", "blocks": [_without_id(block) for block in view["blocks"]]}


def modal(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    """A window to read in, opened over Slack."""
    view: dict[str, Any] = ModalView(
        clip(visible(title), MAX_TITLE), list(blocks), close="Close"
    ).to_dict()
    return view | {"blocks": [_without_id(block) for block in view["blocks"]]}


def _without_id(block: dict[str, Any]) -> dict[str, Any]:
    """The builder names each block at random; Slack names them itself if we do not."""
    return {key: value for key, value in block.items() if key != "block_id"}


def line(*elements: RichTextElement) -> RichTextSection:
    """One line of rich text. Rich text is never read as markup: it can mention and link nothing."""
    return RichTextSection(list(elements))


def paragraph(text: str, *, bold: bool = False) -> RichTextBlock:
    """A paragraph in a block of its own."""
    return RichTextBlock(line(words(text, bold=bold)))


def words(text: str, *, bold: bool = False, italic: bool = False) -> RichText:
    """Words of rich text."""
    return RichText(visible(text), bold=bold or None, italic=italic or None)


def quotation(text: str, room: int) -> list[RichTextSection | RichTextQuote]:
    """A paper's words in a quote, unaltered; what is longer than ``room`` is cut at its end.

    That it was cut is said below the quote, so that no word of ours stands inside it.
    """
    quoted = head(text, room)
    elements: list[RichTextSection | RichTextQuote] = []
    if visible(quoted).strip():
        elements.append(RichTextQuote([words(quoted)]))
    if quoted != text:
        elements.append(line(words(READ_ON, italic=True)))
    return elements


def link(text: str, url: str | None) -> RichTextElement:
    """Words that lead to a web address; plain words where there is none that can be trusted."""
    if url and url.startswith(("https://", "http://")) and len(url) <= MAX_LINK:
        return RichTextLink(url, text=visible(text))
    return words(text)


def small(text: str) -> ContextBlock:
    """Small grey print."""
    return ContextBlock([PlainText(clip(visible(text), MAX_CONTEXT))])
