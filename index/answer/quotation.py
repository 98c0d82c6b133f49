"""The words to quote: sentences, list items, rows and lists, as spans of the stored text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.records import Block

LONGEST_WHOLE = 90  # words; a longer paragraph is quoted by the sentence


class Span(NamedTuple):
    """A stretch of a report's text, half-open."""

    start: int
    end: int


# A full stop ends a sentence unless it belongs to a title, an initial, a number or "e.g.".
_END = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘(\[]?[A-Z£\d])")
_NOT_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllr|Rev|St|No|Nos|para|paras|e\.g|i\.e|etc|cf|vs|[A-Z]))\.$"
)


def sentences(text: str, offset: int = 0) -> Iterator[Span]:
    """The sentences of a text that holds no line break, with ``offset`` added to each span.

    >>> [s for s in sentences("Cllr. Finch spoke. It was agreed.")]
    [Span(start=0, end=18), Span(start=19, end=33)]
    """
    start = 0
    for match in _END.finditer(text):
        if _NOT_END.search(text[start : match.start()]):
            continue
        yield Span(offset + start, offset + len(text[: match.end()].rstrip()))
        start = match.end()
    if text[start:].strip():
        yield Span(offset + start, offset + len(text.rstrip()))


def quotable(block: Block) -> list[Span]:
    """The spans that make sense alone: a row or short block whole, else its sentences."""
    whole = Span(block.start + block.mark, block.end)
    if block.kind in ("row", "heading") or len(block.text.split()) <= LONGEST_WHOLE:
        return [whole]
    return list(sentences(block.words, block.start + block.mark))


def list_around(blocks: tuple[Block, ...], at: int) -> tuple[int, int]:
    """The first and last index of the list that block ``at`` introduces or belongs to.

    A list is a run of items under one heading, with the paragraph that leads into it.
    """
    first = last = at
    while first > 0 and blocks[first].kind == "item" and _joined(blocks, first - 1, at):
        first -= 1
    while (
        last + 1 < len(blocks) and blocks[last + 1].kind == "item" and _joined(blocks, last + 1, at)
    ):
        last += 1
    return first, last


def _joined(blocks: tuple[Block, ...], other: int, at: int) -> bool:
    return (
        blocks[other].kind in ("item", "paragraph") and blocks[other].heading == blocks[at].heading
    )


def blocks_in(blocks: tuple[Block, ...], span: Span) -> list[Block]:
    """The blocks that a span touches, in order."""
    return [block for block in blocks if block.start < span.end and span.start < block.end]
