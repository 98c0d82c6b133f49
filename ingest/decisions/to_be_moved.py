"""Motions and amendments that an agenda gives notice of: what is to be moved, in its own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision
from ingest.decisions.minute import decision_at
from ingest.decisions.motions import is_form
from ingest.decisions.moving import mover_in, seconder_in

# "To be moved by Councillor Pike and seconded by Councillor Ash:", "Councillor Pike to move:".
_NOTICE = re.compile(
    r"(?:(?:motion|amendment|notice|this\s+motion|the\s+following)\b[^.;:]{0,60}\s)?"
    r"(?:to\s+be|will\s+be)\s+(?:jointly\s+)?(?:moved|proposed)\s+by\b"
    r"|(?:the\s+)?(?:Councillor|Cllr|Alderman|Bailie)\b[^.;:]{2,60}?\s+(?:to|will)\s+(?:move|propose)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:to|will)\s+(?P<what>mov|propos|second)e?\b")
_MOST = 12  # paragraphs of one motion


def to_be_moved(text: str, blocks: Sequence[Block]) -> Iterator[Decision]:
    """Each motion or amendment of which notice is given, proposed by those who are to move it.

    What is to be moved stands below the line that says by whom, up to the next heading, or behind
    a colon on the same line.
    """
    for number, block in enumerate(blocks):
        if block.kind in ("heading", "row") or not _NOTICE.match(block.words):
            continue
        inline = _behind_colon(block)
        last = number if inline else _last_below(blocks, number)
        if inline or last > number:
            start = block.start + block.mark + inline if inline else blocks[number + 1].start
            yield _motion(text, blocks, number, (start, blocks[last].end))


def _motion(text: str, blocks: Sequence[Block], number: int, span: tuple[int, int]) -> Decision:
    start, end = span
    told = _TO_COME.sub(r"\g<what>ed", blocks[number].words)
    return replace(
        decision_at(blocks, number),
        text=text[start:end],
        start=start,
        end=end,
        lead_start=blocks[number].start,
        standing="proposed",
        mover=mover_in(told),
        seconder=seconder_in(told),
    )


def _behind_colon(block: Block) -> int | None:
    """Where the words of a motion begin on the line that says who is to move it."""
    place = block.words.find(": ")
    said = block.words[place + 2 :] if place > 0 else ""
    named = is_form(said) or len(said.split()) < 4
    return None if named else place + 2


def _last_below(blocks: Sequence[Block], number: int) -> int:
    """The last paragraph of a motion that stands below the line that gives notice of it."""
    last = number
    for place in range(number + 1, min(number + 1 + _MOST, len(blocks))):
        block = blocks[place]
        next_item = block.label is not None and block.kind != "item" and block.under is None
        if block.kind in ("heading", "row") or next_item or _NOTICE.match(block.words):
            break
        last = place
    return last
