"""The points of a list: each item with its sub-items, and the lead-in they stand below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.records import Block
from ingest.decisions.moving import MOTION, fate_in
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
    return _trimmed(point, blocks)


def _trimmed(point: Point, blocks: Sequence[Block]) -> Point:
    """A point without the plain paragraphs after its full stop, where no sister point follows.

    What stands there is what the minutes tell next: "Councillor Pike left the meeting."
    """
    following = blocks[point.last + 1 : point.last + 2]
    if following and following[0].label and following[0].under == point.first.under:
        return point
    while point.last > 0 and blocks[point.last] is not point.first:
        block, above = blocks[point.last], blocks[point.last - 1]
        if (
            block.kind != "paragraph"
            or block.label
            or not above.text.endswith((".", ")", "”", '"'))
        ):
            break
        point = replace(point, end=above.end, last=point.last - 1)
    return point


def points_below(blocks: Sequence[Block], lead: int) -> list[Point]:
    """The points of the list right below a lead-in; none if no list follows."""
    points: list[Point] = []
    place = lead + 1
    while place < len(blocks) and _opens(blocks, lead, place, points):
        points.append(point_at(blocks, place))
        place = points[-1].last + 1
    return points


# "RESOLVED: That Cabinet", "AGREED that, subject to funding, the Council": who is to act, not how.
_WHO_ALONE = re.compile(
    r"\b(?i:that),?\s+(?:[^.;:]{1,150},\s+)?(?i:the\s+|this\s+)?(?:(?:[A-Z][\w’'&-]*|and)\s+){0,5}?"
    r"(?i:cabinet|council|(?:sub-?\s?)?committee|executive|board|panel|commission|forum|authority"
    r"|members?|leader|mayor|portfolio\s+holder|(?:chief|lead|monitoring)\s+officer|director|clerk)"
    r"(?:\s+(?:for|of)(?:,?\s+(?:and\s+|the\s+)?[A-Z][\w’'&-]*){1,8})?$"
)


def is_open(words: str) -> bool:
    """Whether words lead on to what follows: "It is recommended that:", "RESOLVED that"."""
    text = words.rstrip(" *_")
    return (
        text.endswith((":", ":-", ":–", " –", " -", "…"))
        or text.split()[-1:] in (["that"], ["That"], ["THAT"], ["to"])
        or stops_at_who(text)
    )


def stops_at_who(words: str) -> bool:
    """Whether words break off at who is to act: what is to be done stands below.

    >>> stops_at_who("RESOLVED: That Cabinet"), stops_at_who("RESOLVED that we ask the Council")
    (True, False)
    """
    return _WHO_ALONE.search(words[-300:].rstrip(" *_,")) is not None


def runs_into(words: str, blocks: Sequence[Block], lead: int) -> bool:
    """Whether a sentence that has no end goes on, in small letters, in the points below it."""
    ended = words.rstrip(" *_").endswith((".", ";", "!", "?", ")", "”", '"'))
    first = lead + 1
    if ended or first >= len(blocks) or not _opens(blocks, lead, first, ()):
        return False
    return blocks[first].words.lstrip(" *_‘“")[:1].islower()


def _belongs(first: Block, block: Block) -> bool:
    """Whether a block is a sub-item or a later paragraph of the point that begins with `first`."""
    if first.label is None or block.kind == "heading" or block.under is None:
        return False
    if block.label is None and (ends_list(block.words) or _tells_of_motion(block.words)):
        return False
    rest = block.under.removeprefix(first.label)
    return rest != block.under and rest[:1] in ("", ".", "(")


def _tells_of_motion(words: str) -> bool:
    """Whether a paragraph puts a motion, or says what became of one: no part of the list above."""
    return MOTION.search(words[:300]) is not None or fate_in(words[:300]) is not None


# What stands beside a list and is no part of it: "ACTION: Director", "(Voting: …)", "Reason: …".
_BESIDE = re.compile(
    r"\W*(?:actions?|note|voting|votes?|moved|proposed|proposer|seconded|reasons?|alternatives?"
    r"|(?:other|alternative)\s+options|options\s+considered|(?:the\s+)?meeting\s+(?:closed|ended)"
    r"|signed|chair(?:man|person)?|date|overview\s*(?:&|and)\s*scrutiny)\b[^.;]{0,60}?(?:[:–-]|by\b)",
    re.IGNORECASE,
)

# "Recorded vote", "A named vote was then taken": the vote on what the list says.
_VOTE = re.compile(r"\W*(?:(?:an?|the)\s+)?(?:recorded|named)\s+vot(?:e|es|ing)\b", re.IGNORECASE)
_RESOLVES = re.compile(r"\b(?:RESOLVED|AGREED|DECIDED)\b")


def ends_list(words: str) -> bool:
    """Whether a line closes a list: "Contact officer: …", "ACTION: Clerk", "(Voting: 5 for …)".

    >>> ends_list("(Voting: 5 for, 2 against)"), ends_list("Voting papers be printed")
    (True, False)
    """
    resolves = _RESOLVES.search(words) is not None
    beside = label_pattern().match(words) or _BESIDE.match(words) or _VOTE.match(words)
    return resolves or beside is not None


def _opens(blocks: Sequence[Block], lead: int, place: int, points: Sequence[Point]) -> bool:
    """Whether a block is the next point of the list below a lead-in."""
    block, above = blocks[place], blocks[lead]
    if block.kind in ("heading", "row") or (block.label is None and ends_list(block.words)):
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
