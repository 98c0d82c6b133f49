"""The vote on each decision, where the paper records it beside, before or after its words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision
from ingest.decisions.minute import ends_item
from ingest.decisions.moving import fate_in
from ingest.decisions.votes import is_about_voting, tally, votes_in
from ingest.sentences import sentences


def with_votes(text: str, blocks: Sequence[Block], found: Sequence[Decision]) -> Iterator[Decision]:
    """Decisions with how the vote on them went; the points under one lead-in share their vote."""
    starts = [block.start for block in blocks]
    groups: dict[int, list[Decision]] = {}
    for each in found:
        groups.setdefault(each.lead_start, []).append(each)
    ordered = sorted(groups.values(), key=lambda group: group[0].start)
    for number, group in enumerate(ordered):
        before = ordered[number - 1][-1].end if number else 0
        after = ordered[number + 1][0].lead_start if number + 1 < len(ordered) else len(text)
        shared = _shared(text, blocks, starts, (before, after), group)
        for each in group:
            yield replace(each, votes=votes_in(each.text) or shared)


def _shared(
    text: str,
    blocks: Sequence[Block],
    starts: Sequence[int],
    around: tuple[int, int],
    group: Sequence[Decision],
) -> str | None:
    """The vote told around a group: in its lead-in or block, below it, or above a RESOLVED."""
    first, last = group[0], group[-1]
    here = bisect_right(starts, first.lead_start) - 1
    end = bisect_right(starts, max(last.end - 1, 0)) - 1
    lead = (
        votes_in(text[first.lead_start : first.start]) if first.lead_start != first.start else None
    )
    rest = text[last.end : min(blocks[end].end, around[1])]
    own = votes_in(rest) if blocks[end].kind != "row" else None
    moved = first.standing == "proposed" or first.outcome == "carried"
    settled = moved and any(fate_in(each.text) for each in sentences(rest))
    below = None if settled else _below(blocks, end, around[1], first)
    above = text[max(blocks[here].start, around[0]) : first.lead_start]
    same = votes_in(above) if blocks[here].kind != "row" else None
    return lead or own or same or below or (None if moved else _above(blocks, here, around[0]))


def _below(blocks: Sequence[Block], end: int, until: int, first: Decision) -> str | None:
    """The vote in the lines below that tell of voting, down to what became of the motion."""
    lines: list[Block] = []
    moved = first.standing == "proposed" or first.outcome == "carried"
    for place in range(end + 1, len(blocks)):
        block = blocks[place]
        told = is_about_voting(block.words.strip(" ("))
        if ends_item(block) or block.label or block.start >= until or not (told or moved):
            break
        lines.append(block)
        if fate_in(block.words):
            break
    return _in_lines(lines)


def _above(blocks: Sequence[Block], here: int, since: int) -> str | None:
    """The vote in the lines above a RESOLVED, back to another motion's fate or decision."""
    lines: list[Block] = []
    for place in range(here - 1, -1, -1):
        block = blocks[place]
        fate = fate_in(block.words)
        if ends_item(block) or block.start < since or (fate and lines and fate[0] == "amendment"):
            break
        if fate and (fate[0] == "amendment" or fate[1] != "carried"):
            break
        lines.append(block)
        if block.label:
            break
    return _in_lines(lines[::-1])


def _in_lines(lines: Sequence[Block]) -> str | None:
    counted = tally(lines)
    told = (votes_in(block.text) for block in reversed(lines) if block.kind != "row")
    return counted or next(filter(None, told), None)
