"""The points of a list: each item with its sub-items, and the lead-in they stand below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.records import Block
from ingest.frontpage.field_names import label_pattern


@dataclass(frozen=True, slots=True)
class Point:
    """One item: from its first word to the end of its last sub-item."""

    first: Block
    start: int
    end: int
    last: int  # the number of its last block


def point_at(blocks: Sequence[Block], number: int) -> Point:
    """The point that begins with a block, and all that stands below that block's label."""
    first = blocks[number]
    point = Point(first, first.start + first.mark, first.end, number)
    for place in range(number + 1, len(blocks)):
        if not _belongs(first, blocks[place]):
            break
        point = replace(point, end=blocks[place].end, last=place)
    return point


def points_below(blocks: Sequence[Block], lead: int) -> list[Point]:
    """The points of the list right below a lead-in; none if no list follows."""
    points: list[Point] = []
    place = lead + 1
    while place < len(blocks) and _opens(blocks, lead, place, points):
        points.append(point_at(blocks, place))
        place = points[-1].last + 1
    return points


def is_open(words: str) -> bool:
    """Whether words lead on to what follows: "It is recommended that:", "RESOLVED that"."""
    text = words.rstrip(" *_")
    return text.endswith((":", ":-", ":–", " –", " -", "…")) or text.split()[-1:] in (
        ["that"],
        ["THAT"],
        ["to"],
    )


def _belongs(first: Block, block: Block) -> bool:
    """Whether a block is a sub-item or a later paragraph of the point that begins with `first`."""
    if first.label is None or block.kind == "heading" or block.under is None:
        return False
    if block.label is None and label_pattern().match(block.words):
        return False  # "Contact officer: …" closes the paper, not the list
    rest = block.under.removeprefix(first.label)
    return rest != block.under and rest[:1] in ("", ".", "(")


def _opens(blocks: Sequence[Block], lead: int, place: int, points: Sequence[Point]) -> bool:
    """Whether a block is the next point of the list below a lead-in."""
    block, above = blocks[place], blocks[lead]
    if block.kind in ("heading", "row"):
        return False
    if points and points[0].first.under != block.under:
        return False
    if block.kind == "item":
        return True
    if block.label is not None:
        below = block.under == above.label if above.label else block.under == above.under
        return below and (points[0].first.label is not None if points else True)
    return _reads_on(block) and (not points or points[0].first.label is None)


def _reads_on(block: Block) -> bool:
    """Whether a plain paragraph goes on with a lead-in's sentence."""
    return block.words.startswith(("That ", "To ", "that ", "to ")) or block.words[:1].islower()
