"""Marks that do not stand in one line: printed across a page, or in a margin among other words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from index.records import Block

_FEWEST = 5  # letters printed apart that may make up a word
_WORDS = frozenset({"not", "for", "publication"})
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\s+\d{{4}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
)
_BODY = r"(?:cabinet|executive|committee|board|panel|meeting|council)"
_PART_2 = r"part\s*(?:2|ii|b|two)(?:\W+page\s*\d+(?:\s*of\s*\d+)?|\W+\d{1,3})?\W*"
# "Cabinet 8 July 2025 Part II", "Planning Committee – Part 2"; not "Local Plan Part II".
_FOOTER = re.compile(rf"(?i).*(?:{_DAY}|\b{_BODY})\W+(?:agenda\s+)?{_PART_2}")
_APART = re.compile(r"\s+[–—|·-]\s+|\t|\s*\|\s*")


def printed_across(blocks: Sequence[Block]) -> Iterator[str]:
    """What letters or words that stand alone, one below another, come to when read together.

    So a stamp set aslant is read: "C", "O", "N", "F" …; or "FOR", "NOT", "PUBLICATION".
    """
    for alone, run in groupby(blocks, key=_is_one_word):
        words = [block.words.strip() for block in run] if alone else []
        for single, letters in groupby(words, key=lambda word: len(word) == 1):
            word = "".join(letters)
            if single and len(word) >= _FEWEST:
                yield word
        if {word.casefold() for word in words} >= _WORDS:
            yield "NOT FOR PUBLICATION"


def with_pieces(margins: Iterable[str]) -> Iterator[str]:
    """Each line of a margin, and what stands in it between dashes, bars and tabs."""
    for line in margins:
        yield line
        pieces = [piece.strip() for piece in _APART.split(line)]
        yield from (piece for piece in pieces if piece and piece != line)


def is_closed_footer(line: str) -> bool:
    """Whether a margin names a meeting, and that the paper is of its second, private part.

    >>> is_closed_footer("Cabinet 8 July 2025 Part II"), is_closed_footer("Local Plan Part II")
    (True, False)
    """
    return bool(_FOOTER.fullmatch(line.strip()))


def _is_one_word(block: Block) -> bool:
    return block.kind != "row" and len(block.words.split()) == 1
