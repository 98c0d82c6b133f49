"""Decisions in table rows: minutes set as tables, and records with a "Decision" row or column."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision
from ingest.decisions.minute import decision_at
from ingest.decisions.outcomes import outcome_in
from ingest.decisions.resolved import Found, run_on
from ingest.sections import section_of

# What finds the decisions in a block: a cell is read as a paragraph would be.
Read = Callable[[str, Sequence[Block], int], Iterator[Found]]

_NUMBER = re.compile(
    r"(?:(?:item|min(?:ute)?)\.?\s*(?:no\.?\s*)?)?\(?"
    r"(?P<number>[A-Z]{0,5}[./ -]?\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)\)?[.:]?",
    re.IGNORECASE,
)
_NOT_MINUTES = re.compile(r"\W*(?:actions?|action by|owner|who|by whom|recommendations?)\W*", re.I)


def in_row(text: str, blocks: Sequence[Block], number: int, read: Read) -> Iterator[Found]:
    """The decisions of a row: of its "Decision" cell, or of the cells that tell one."""
    block = blocks[number]
    named = list(_named(blocks, number))
    if named:
        yield from named
        return
    minute = _minute_of(block)
    for cell, column in _cells(block):
        if len(cell.text.split()) > 3 and not _NOT_MINUTES.fullmatch(column):
            for found in read(text, [cell], 0):
                told = replace(
                    found.decision,
                    minute=minute or decision_at(blocks, number).minute,
                    heading=block.heading,
                    label=block.label or minute or block.under,
                )
                yield Found(told, number)


def _cells(block: Block) -> Iterator[tuple[Block, str]]:
    """Each cell as a paragraph of its own, and its column's heading."""
    start = block.start
    for place, cell in enumerate(block.cells):
        column = block.columns[place] if place < len(block.columns) else ""
        end = start + len(cell)
        yield Block("paragraph", cell, start, end, page=block.page, heading=block.heading), column
        start = end + 1


def _minute_of(block: Block) -> str | None:
    """The item's number, where the row's first cell gives one."""
    first = block.cells[0].strip()
    match = _NUMBER.match(first)
    ends = match is not None and first[match.end() : match.end() + 1] in ("", " ")
    return match["number"] if match and ends else None


def _named(blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """The cell that stands beside or below "Decision"."""
    block = blocks[number]
    cells = list(_cells(block))
    for place, (cell, column) in enumerate(cells):
        beside = cells[place - 1][0].text if place else ""
        names = [n for n in (beside, column) if n and n != cell.text]
        if any(section_of(name) == "decision" for name in names) and _is_one(cell.text):
            about = replace(
                decision_at(blocks, number),
                text=cell.text,
                start=cell.start,
                end=cell.end,
                lead_start=block.start if section_of(column) == "decision" else cell.start,
                outcome=outcome_in(cell.text),
                minute=_minute_of(block) or decision_at(blocks, number).minute,
            )
            yield from _in_cell(about, cell, number)
            return


def _in_cell(about: Decision, cell: Block, number: int) -> list[Found]:
    """A cell's one decision, or each of the points that run on in it."""
    led = replace(about, lead_start=cell.start)
    return list(run_on(led, cell.text, number)) or [Found(about, number)]


def _is_one(cell: str) -> bool:
    """Whether a cell holds a decision: some words, or one that says what was done."""
    return len(cell.split()) > 2 or outcome_in(cell) is not None
