"""Where a decision stands in the minutes: its number, its heading, and who moved it."""

from collections.abc import Sequence

from index.records import Block, Decision
from ingest.decisions.resolving import MOTION, mover_in, seconder_in
from ingest.sentences import sentences


def decision_at(blocks: Sequence[Block], number: int, sentence: str = "") -> Decision:
    """A decision at a block, its words still to be set: minute, heading, mover and seconder.

    Of a decision told in a ``sentence``, only that sentence says who moved it.
    """
    block = blocks[number]
    moving = sentence or _words_of_moving(blocks, number)
    return Decision(
        text="", standing="resolved", start=block.start, end=block.end, lead_start=block.start,
        label=block.label or block.under, minute=_minute_of(blocks, number), heading=block.heading,
        page=block.page, mover=mover_in(moving), seconder=seconder_in(moving),
    )  # fmt: skip


def _words_of_moving(blocks: Sequence[Block], number: int) -> str:
    """The words that may say who moved: those of the block, or the sentence right above it."""
    own = blocks[number].words
    if number == 0 or mover_in(own) or blocks[number - 1].kind == "heading":
        return own
    above = [sentence.text for sentence in sentences(blocks[number - 1].words)]
    leads_on = above and not above[-1].endswith(".")
    return above[-1] if leads_on and MOTION.search(above[-1]) else own


def _minute_of(blocks: Sequence[Block], number: int) -> str | None:
    """The number of the minute that a block stands in."""
    block = blocks[number]
    if block.under:
        return block.under
    above = (b for b in reversed(blocks[: number + 1]) if b.kind == "heading" or b.label)
    return next((b.label for b in above), None)
