"""The reasons for a decision and the alternatives considered, where a paper heads them as such."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.records import Block, Decision
from ingest.decisions.boilerplate import is_boilerplate
from ingest.decisions.minute import ends_item, is_top
from ingest.decisions.points import ends_list
from ingest.decisions.resolving import OPENING
from ingest.sections import section_of

What = Literal["reasons", "alternatives"]

_FOR = (
    r"\s+(?:for|of|behind)\s+(?:(?:the|this|these|its|their|making|any|proposed|key|executive)\s+)*"
)
_OPTIONS = (
    r"(?:details\s+of\s+)?(?:any\s+|the\s+)?"
    r"(?:(?:alternatives?|other)(?:\s+options?(?:\(s\))?)?|options?)"
)
_HEADED: dict[What, re.Pattern[str]] = {
    "reasons": re.compile(
        rf"(?:summary\s+of\s+)?(?:the\s+)?reasons?(?:\(s\))?(?:{_FOR}(?:decisions?|resolutions?|approval"
        r"|refusal|recommendations?)(?:\(s\))?(?:\s+(?:made|taken))?)?\s*(?P<close>[:–-]+|$)",
        re.IGNORECASE,
    ),
    "alternatives": re.compile(
        rf"(?!options?\s*[:–-]){_OPTIONS}(?:\s+(?:that\s+were\s+|that\s+have\s+been\s+)?(?:considered|"
        r"rejected|available|appraised|and|or|but|not|if|any|the|by|when|why|making|decision|cabinet|"
        r"they|were|discounted|/)){0,9}\s*[?]?\s*(?P<close>[:–-]+|$)",
        re.IGNORECASE,
    ),
}
_BLANK = frozenset({"", "-", "–", "—", "n/a", "na", "tbc", "not applicable", "see report"})


@dataclass(frozen=True, slots=True)
class _Given:
    """Reasons or alternatives: their span, and the block they are headed in."""

    what: What
    start: int
    end: int
    block: int


def with_reasons(
    text: str, blocks: Sequence[Block], found: Sequence[Decision], *, record: bool
) -> Iterator[Decision]:
    """Decisions with the reasons and alternatives given for them, as they stand in the text.

    A record's belong to all it decides, where it gives them once; else they belong to the
    decisions right before them in their item, or after them where none stands before.
    """
    starts = [block.start for block in blocks]
    items = _items(blocks)
    given: dict[What, list[_Given]] = defaultdict(list)
    by_item: dict[tuple[What, int], list[_Given]] = defaultdict(list)
    for one in _given(text, blocks):
        given[one.what].append(one)
        by_item[one.what, items[one.block]].append(one)
    for each in found:
        place = _block_at(blocks, starts, each.start)
        told: dict[What, str | None] = {}
        for what in _HEADED:
            whole = record and len(given[what]) == 1
            chosen = given[what][0] if whole else _chosen(by_item[what, items[place]], place)
            told[what] = text[chosen.start : chosen.end] if chosen else None
        yield replace(each, reasons=told["reasons"], alternatives=told["alternatives"])


def _chosen(own: Sequence[_Given], place: int) -> _Given | None:
    """Of what an item gives, that which comes next after a decision; else the only one."""
    after = bisect_left(own, place, key=lambda one: one.block)
    if after < len(own):
        return own[after]
    return own[0] if len(own) == 1 else None


def _items(blocks: Sequence[Block]) -> list[int]:
    """The number of the item that each block stands in."""
    item, found = 0, []
    for block in blocks:
        short = len(block.words) < 100 and not block.words.endswith((".", ";", ":"))
        item += ends_item(block) or (is_top(block) and short)
        found.append(item)
    return found


def _block_at(blocks: Sequence[Block], starts: Sequence[int], start: int) -> int:
    """The number of the block that a place in the text is in; the first where it is in none."""
    number = max(bisect_right(starts, start) - 1, 0)
    return number if start <= blocks[number].end else 0


def _given(text: str, blocks: Sequence[Block]) -> Iterator[_Given]:
    for number, block in enumerate(blocks):
        spans = _in_row(block) if block.kind == "row" else _headed(blocks, number)
        for what, start, end in spans:
            words = text[start:end]
            kept = start + len(words) - len(words.lstrip())
            end = start + len(words.rstrip())
            if words.strip(" .").casefold() not in _BLANK:
                yield _Given(what, kept, end, number)


def _headed(blocks: Sequence[Block], number: int) -> Iterator[tuple[What, int, int]]:
    """The words after "Reasons:", or below it where it heads them."""
    block = blocks[number]
    for what, pattern in _HEADED.items():
        match = pattern.match(block.words)
        if match is None and not (block.kind == "heading" and section_of(block.words) == what):
            continue
        start = block.start + block.mark + (match.end() if match else len(block.words))
        if start < block.end:
            yield what, start, _end_of_list(blocks, number)
        elif (last := _last_below(blocks, number)) > number:
            first = blocks[number + 1]
            yield what, first.start + first.mark, blocks[last].end
        return


def _end_of_list(blocks: Sequence[Block], number: int) -> int:
    """The end of words after a label, with the list they lead to."""
    leads = blocks[number].words.rstrip().endswith(":")
    last = _last_below(blocks, number) if leads else number
    return blocks[last].end


def _last_below(blocks: Sequence[Block], number: int) -> int:
    """The last block of what a heading or label holds."""
    last = number
    for place in range(number + 1, len(blocks)):
        block = blocks[place]
        if block.kind in ("heading", "row") or _is_another(block) or OPENING.match(block.words):
            break
        if blocks[number].kind != "heading" and block.label and not block.under:
            break  # the next item, where no heading showed it
        last = place
    return last


# What a record gives after its reasons: "Conflicts of interest declared: None".
_NEXT_FIELD = re.compile(
    r"\W*(?:(?:any\s+)?conflicts?\s+of|dispensations?|declarations?\s+of|interests?\s+declared|rights?\s+of"
    r"\s+appeal|appeals?|call[- ]?in|implementation|consultees?|publication|published|background"
    r"\s+(?:papers?|documents?))\b[^.;:]{0,60}:",
    re.IGNORECASE,
)


def _is_another(block: Block) -> bool:
    words = block.words
    if _NEXT_FIELD.match(words):
        return True
    headed = any(pattern.match(words) for pattern in _HEADED.values())
    return headed or ends_list(words) or is_boilerplate(words)


def _in_row(block: Block) -> Iterator[tuple[What, int, int]]:
    """The cells beside or below "Reasons" and "Alternative options"."""
    start = block.start
    for place, cell in enumerate(block.cells):
        beside = block.cells[place - 1] if place else ""
        above = block.columns[place] if place < len(block.columns) else ""
        for what, pattern in _HEADED.items():
            names = [n for n in (beside, above) if n and n != cell]
            if any(pattern.fullmatch(name) or section_of(name) == what for name in names):
                yield what, start, start + len(cell)
                break
        start += len(cell) + 1
