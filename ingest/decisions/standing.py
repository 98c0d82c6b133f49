"""What a paper asks a body to do or says it has done, with the standing its kind gives it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from index.records import Block, Decision, FrontPage, ReportKind, Standing
from ingest.decisions.minute import ends_item
from ingest.decisions.noted import NotedBlocks, above
from ingest.decisions.proposing import PROPOSED, proposes
from ingest.decisions.reasons import with_reasons
from ingest.decisions.recommendations import recommendations
from ingest.decisions.recorded import with_votes
from ingest.decisions.resolutions import resolutions
from ingest.decisions.to_be_moved import to_be_moved
from ingest.sections import item_in


def decisions(
    text: str, blocks: Sequence[Block], kind: ReportKind, front: FrontPage
) -> tuple[Decision, ...]:
    """A paper's decisions, in order; each is the text at its span.

    Minutes and decision records resolve; any other paper recommends, whatever its words: that a
    report speaks of what was agreed elsewhere makes it no record of it. A decision record still
    in draft, or one that is headed as proposed, only proposes.
    """
    blocks = NotedBlocks.of(blocks)
    if kind not in ("minutes", "decision"):
        asked = recommendations(text, blocks, report=kind == "report")
        return _beside(asked, () if kind == "report" else to_be_moved(text, blocks))
    found = tuple(with_votes(text, blocks, resolutions(text, blocks)))
    if kind == "decision":
        asked = recommendations(text, blocks)
        headed = [each for each in asked if _is_headed_as_proposed(blocks, each)]
        found = _of_record(blocks, front, _beside(found, headed) if found else asked)
    return tuple(with_reasons(text, blocks, found, record=kind == "decision"))


def _beside(found: Sequence[Decision], others: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions in their order, with the others that share no words with one of them."""
    taken = sorted(found, key=lambda each: each.start)
    starts = [each.start for each in taken]
    ends = list(accumulate((each.end for each in taken), max))
    apart = []
    for other in others:
        before = bisect_left(starts, other.end)
        if before == 0 or ends[before - 1] <= other.start:
            apart.append(other)
    return tuple(sorted([*found, *apart], key=lambda each: each.start))


def _is_headed_as_proposed(blocks: Sequence[Block], each: Decision) -> bool:
    """Whether a decision stands below "PROPOSED DECISION:", or behind it on one line."""
    line = blocks[_line_of(blocks, each)]
    return any(PROPOSED.match(words) for words in (line.words, each.heading or ""))


def _of_record(
    blocks: Sequence[Block], front: FrontPage, found: Sequence[Decision]
) -> tuple[Decision, ...]:
    """A decision record's numbers are those of its points, not of minutes; its heads its items'."""
    proposed = proposes(blocks, front)
    kept = []
    for each in found:
        minute = None if each.minute == each.label else each.minute
        only = proposed or bool(each.heading and PROPOSED.match(each.heading))
        standing: Standing = "proposed" if only else each.standing
        heading = _item_above(blocks, each) or each.heading
        kept.append(replace(each, minute=minute, heading=heading, standing=standing))
    return tuple(kept)


def _item_above(blocks: Sequence[Block], each: Decision) -> str | None:
    """The title of the item that a decision stands in, where "Item 6: Bus shelters" heads it."""
    item = next(above(blocks, _line_of(blocks, each) + 1, ends_item), None)
    return item.words if item and item_in(item.words) else None


def _line_of(blocks: Sequence[Block], each: Decision) -> int:
    """The number of the block that a decision starts in."""
    return bisect_right(blocks, each.start, key=lambda block: block.start) - 1
