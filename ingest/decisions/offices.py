"""Who was chosen for an office, where minutes list each with a proposer and a seconder."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block
from ingest.decisions.minute import decision_at
from ingest.decisions.motions import is_form
from ingest.decisions.resolved import Found

_OFFICE = (
    r"(?:the\s+)?"
    r"(?:(?:vice|deputy|minutes?|honorary|hon\.?|assistant|planning|press|website|joint)[- ]?\s*)*"
    r"(?:chair(?:man|woman|person)?|convener|secretary|treasurer|president|clerk|mayor|leader|sheriff"
    r"|auditor|(?:\w+\s+)?(?:officer|representative|rep))"
)
_LISTED = re.compile(
    rf"\W*{_OFFICE}\s*(?:[:–—-]+|\bis\b)\s*(?P<who>[A-Z][^:;]{{1,80}}?)[\s,.;(–-]+"
    r"(?:nominated\s+and\s+)?(?:proposed|proposer|nominated)\b[^.]{0,100}?\bsecond",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\W*{_OFFICE}\s*[:–—-]+\s*[A-Z][\w .’'-]{{2,60}}", re.IGNORECASE)
_PUT_UP = re.compile(r"\b(?:proposed|proposer|nominated)\b", re.IGNORECASE)
_PROPOSER = re.compile(r"(?:proposer|proposed(?:\s+by)?|nominated(?:\s+by)?)\W*", re.IGNORECASE)
_SECONDER = re.compile(r"(?:seconder|seconded(?:\s+by)?)\W*", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:vacan(?:t|cy)|tb[ac]|no\s+nominations?|none)\b", re.IGNORECASE)
_CHOSEN = re.compile(
    r"(?:appointees?|appointed|elected|office[- ]?bearers?|office|posts?|positions?|roles?)\W*",
    re.IGNORECASE,
)


def chosen_in_line(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """An office's line: "Treasurer: A Lowe (proposed B Orme, seconded C Dean)", or these below it.

    Two names put up for one office are a contest, of which such a line gives no end.
    """
    block, last = blocks[number], number
    words = block.words
    if _NAMED.fullmatch(words) and number + 1 < len(blocks) and is_form(blocks[number + 1].words):
        last = number + 1
        words = f"{words}. {blocks[last].words}"
    if not _LISTED.match(words) or len(_PUT_UP.findall(words)) > 1:
        return
    start, end = block.start + block.mark, blocks[last].end
    told = replace(
        decision_at(blocks, number, words),
        text=text[start:end], start=start, end=end, lead_start=start, outcome="elected",
    )  # fmt: skip
    yield Found(told, last)


def chosen_in_row(blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """A row of a table of offices that has a proposer and a seconder for each."""
    block = blocks[number]
    columns = _columns(blocks, number)
    if not _is_of_offices(columns) or block.cells == columns or len(block.cells) != len(columns):
        return
    named = dict(zip(columns, (cell.strip() for cell in block.cells), strict=True))
    filled = [cell for cell in named.values() if cell]
    if len(filled) < 2 or _NOBODY.search(block.text):
        return
    told = replace(
        decision_at(blocks, number),
        text=block.text,
        outcome="elected",
        mover=next(named[name] or None for name in columns if _PROPOSER.fullmatch(name)),
        seconder=next(named[name] or None for name in columns if _SECONDER.fullmatch(name)),
    )
    yield Found(told, number)


def _columns(blocks: Sequence[Block], number: int) -> tuple[str, ...]:
    """The names of a row's columns: its table's first row, where none was read as their head."""
    if blocks[number].columns:
        return blocks[number].columns
    first = number
    while first > 0 and blocks[first - 1].kind == "row":
        first -= 1
    return blocks[first].cells


def _is_of_offices(columns: Sequence[str]) -> bool:
    return all(
        any(sort.fullmatch(name.strip()) for name in columns)
        for sort in (_CHOSEN, _PROPOSER, _SECONDER)
    )
