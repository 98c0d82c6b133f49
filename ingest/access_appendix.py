"""A closed appendix that a front page names in a line of its own: listed there, or bound in."""

import re
from collections.abc import Sequence

from index.records import Block
from ingest.access_marks import APPENDIX, LIST_HEADING
from ingest.access_signs import ROUND
from ingest.access_spelling import as_meant
from ingest.sections import section_of

_SHUT = r"(?:exempt|confidential|restricted|private|closed)"
_PART = r"(?:appendix|annexe?|schedule)"
_NAMED = re.compile(
    rf"(?i)(?:{_SHUT}\s+{_PART}\s*(?P<number>\w{{1,3}})"
    rf"|{_PART}\s*(?P<first>\w{{1,3}})\s*[:–(-]+\s*{_SHUT})\b(?!.*\b(?:is|are|was|were|available)\b).{{0,80}}"
)
_OF_REPORTS = frozenset({"recommendations", "purpose"})
_LONGEST_HEADING = 120  # characters


def names_own_appendix(blocks: Sequence[Block], front: int) -> bool:
    """Whether one of the first ``front`` blocks names a closed appendix that the paper is or holds.

    A covering report that only lists it among its papers does not hold it; a paper without what
    reports consist of is taken to be that appendix.
    """
    for number, block in enumerate(blocks[:front]):
        named = _NAMED.fullmatch(as_meant(block.words).strip(ROUND))
        if named and block.kind != "row" and not _is_listed(blocks, number):
            sign = named["number"] or named["first"]
            if not any(map(_is_of_report, blocks)) or _is_bound_in(blocks[front:], sign):
                return True
    return False


def _is_listed(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line stands in a list of appendices."""
    around = (*blocks[max(number - 1, 0) : number], *blocks[number + 1 : number + 2])
    beside = any(APPENDIX.match(block.words) for block in around)
    return beside or bool(LIST_HEADING.fullmatch(blocks[number].heading or ""))


def _is_of_report(block: Block) -> bool:
    return block.kind == "heading" and section_of(block.words) in _OF_REPORTS


def _is_bound_in(blocks: Sequence[Block], sign: str) -> bool:
    """Whether a line heads the appendix of this number, and is not one of a list."""
    head = re.compile(rf"(?i)(?:{_SHUT}\s+)?{_PART}\s*{re.escape(sign)}\W*(?:[:–(-].*)?")
    return any(
        block.kind != "row"
        and len(block.words) < _LONGEST_HEADING
        and head.fullmatch(block.words.strip(" *_#"))
        and not _is_listed(blocks, number)
        for number, block in enumerate(blocks)
    )
