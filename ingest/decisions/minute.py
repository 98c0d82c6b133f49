"""Where a decision stands in the minutes: its item, its number, its heading, and who moved it."""

import re
from collections.abc import Sequence

from index.records import Block, Decision
from ingest.decisions.moving import MOTION, mover_in, seconder_in
from ingest.decisions.noted import above
from ingest.decisions.votes import is_about_voting
from ingest.sections import section_of
from ingest.sentences import sentences

# What heads a part of one item, and no item of its own.
_PARTS = (
    "decision",
    "reasons",
    "alternatives",
    "recommendations",
    "implications",
    "background",
    "purpose",
    "summary",
)
_PART = re.compile(
    r"\W*(?:resolved|resolution|decisions?|motion|amendment|vote|voting|recorded\s+vote|named\s+vote"
    r"|for|against|abst\w+|in\s+favour|moved|seconded|agreed|action)\b(?:\W+(?:the|motion|amendment"
    r"|resolution|taken|required|by|\d+|for|original|substantive))*\W*",
    re.IGNORECASE,
)
_MOVING = re.compile(r"\W*(?:(?:it\s+was\s+)?(?:proposed|moved|seconded)|proposer|mover)\b", re.I)


def is_part_of_item(block: Block) -> bool:
    """Whether a heading stands inside an item: "DECISION", "FOR THE AMENDMENT", "Reasons"."""
    words = block.words
    numbered = block.label is not None or words[:1].isdigit()
    return not numbered and (bool(_PART.fullmatch(words)) or section_of(words) in _PARTS)


def ends_item(block: Block) -> bool:
    """Whether a block is the heading of the next item."""
    return block.kind == "heading" and not is_part_of_item(block)


def decision_at(blocks: Sequence[Block], number: int, sentence: str = "") -> Decision:
    """A decision at a block, its words still to be set: minute, heading, mover and seconder.

    Of a decision told in a ``sentence``, only that sentence says who moved it.
    """
    block = blocks[number]
    moving = sentence or _words_of_moving(blocks, number)
    return Decision(
        text="", standing="resolved", start=block.start, end=block.end, lead_start=block.start,
        label=block.label or _label_above(block), minute=_minute_of(blocks, number),
        heading=_heading_of(blocks, number), page=block.page,
        mover=mover_in(moving), seconder=seconder_in(moving),
    )  # fmt: skip


def _label_above(block: Block) -> str | None:
    """The label of what an unlabelled block stands in: its item, and no "(2)" of a list there."""
    under = block.under
    return under and (re.sub(r"(?:\([^()]{1,8}\))+$", "", under) or under)


def moved_below(blocks: Sequence[Block], number: int) -> str:
    """The words right below a block that say who moved it: "(Proposed: Cllr Best, …)"."""
    told = []
    for block in blocks[number + 1 : number + 3]:
        if block.kind in ("heading", "row") or not _MOVING.match(block.words):
            break
        if " that " in block.words or block.words.endswith(":"):
            break  # the next motion
        told.append(block.words[:300])
    return "\n".join(told)


def _words_of_moving(blocks: Sequence[Block], number: int) -> str:
    """The words that may say who moved: those of the block, or the sentence right above it."""
    own = blocks[number].words
    if mover_in(own):
        return own
    if number > 0 and not ends_item(blocks[number - 1]) and (told := _moving_above(blocks, number)):
        return told
    below = moved_below(blocks, number)
    return f"{own}\n{below}" if below else own


def _moving_above(blocks: Sequence[Block], number: int) -> str | None:
    """The sentence above that moves what a block resolves, or the one before the vote on it."""
    above = [sentence.text for sentence in sentences(blocks[number - 1].words)]
    leads_on = above and not above[-1].endswith(".")
    if leads_on and MOTION.search(above[-1]):
        return above[-1]
    if leads_on and number > 1 and is_about_voting(above[-1]):
        further = [sentence.text for sentence in sentences(blocks[number - 2].words)]
        if further and not further[-1].endswith(".") and MOTION.search(further[-1]):
            return further[-1]
    return None


def _heading_of(blocks: Sequence[Block], number: int) -> str | None:
    """The heading of the item a block stands in; its nearest heading where there is none."""
    nearest = blocks[number].heading
    if item := _item_of(blocks, number):
        return item.words if _titles(item.words) else None
    first = next(above(blocks, number, _is_heading), None)
    if nearest is None or first is None or not is_part_of_item(first):
        return nearest
    return next((block.words for block in above(blocks, number, ends_item)), nearest)


def _item_of(blocks: Sequence[Block], number: int) -> Block | None:
    """The numbered paragraph that opens a block's item, where the heading above heads another.

    "5 Wind farm" or "25/036 Speed watch. It was agreed …" after the heading "25/035 Finance".
    """
    item = next(above(blocks, number + 1, _opens_item), None)
    if item is None or item.kind == "heading":
        return None
    heading = next(above(blocks, number, _is_heading), None)
    if heading is None:
        return None
    titled = _titles(item.words) and item is not blocks[number]
    both = "/" in (item.label or "") and "/" in (heading.label or "")
    return item if titled or both else None


def _is_heading(block: Block) -> bool:
    return block.kind == "heading"


def _opens_item(block: Block) -> bool:
    return _is_heading(block) or is_top(block)


def is_top(block: Block) -> bool:
    """Whether a block is a numbered paragraph that stands below no other."""
    return block.kind == "paragraph" and block.label is not None and block.under is None


def _titles(words: str) -> bool:
    """Whether a numbered paragraph is the title of an item, which did not show as its heading."""
    return len(words) < 100 and not words.endswith((".", ";", ":", ","))


def _minute_of(blocks: Sequence[Block], number: int) -> str | None:
    """The number of the minute that a block stands in."""
    block = blocks[number]
    if block.under:
        head = next((each.label for each in above(blocks, number, _is_numbered_heading)), None)
        return head if head and block.under.startswith(head) else block.under
    return next((each.label for each in above(blocks, number + 1, _opens_minute)), None)


def _is_numbered_heading(block: Block) -> bool:
    return _is_heading(block) and bool(block.label)


def _opens_minute(block: Block) -> bool:
    return _is_numbered(block) or ends_item(block)


def _is_numbered(block: Block) -> bool:
    """Whether a block has a number of its own, and is no "(b)" of the list above it."""
    return block.label is not None and not block.label.startswith("(")
