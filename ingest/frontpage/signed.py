"""Signatures on a front page: who signed and when, which is no title."""

import re
from collections.abc import Sequence

from index.records import Block
from ingest.dates import find_dates
from ingest.frontpage.bodies import body_named
from ingest.structure import lexicon

# What parts the name, the post and the date of a signature, and what may stand before them.
_BETWEEN = re.compile(r"\s*[,;()|]\s*|\s+[–—-]\s+")
_SIGNED = re.compile(
    r"(?:(?:electronically\s+)?(?:signed|sgd|dated|issued|published)(?:\s+(?:by|on))?|date)\b"
    r"[\s:._]*",
    re.IGNORECASE,
)
_INITIALLED = re.compile(r"(?:[A-Z]\.?\s?){1,3}[A-Z][\w’'-]+")


def is_signature(words: str) -> bool:
    """Whether a line only says who signed a paper and when, or on what day it was issued.

    >>> [is_signature(w) for w in ("I. Moss, Town Clerk, 2 May 2024", "Signed: Ida Moss")]
    [True, True]
    >>> [is_signature(w) for w in ("Mill Lane, Exham", "Town Clerk: pay and terms")]
    [False, False]
    """
    signed = _SIGNED.match(words)
    rest = words[signed.end() :] if signed else words
    parts = [part for part in _BETWEEN.split(rest.strip(" .*_")) if part]
    kinds = {_kind_of_part(part) for part in parts}
    if not parts:
        return signed is not None
    if None in kinds:
        return False
    holds = kinds & {"post", "both", "person"}  # "Local Plan, 4 May 2021" has the form of a name
    return signed is not None or bool(holds and len(kinds - {"body"}) > 1) or kinds == {"both"}


def _kind_of_part(part: str) -> str | None:
    """What a part of a signature is: a post, a person, a date, a body …; None for others."""
    dates = find_dates(part)
    if dates and not part[: dates[0].start].strip() and not part[dates[-1].end :].strip(" ."):
        return "date"
    if lexicon.is_post(part):
        return "post"
    if lexicon.is_name_and_post(part):
        return "both"
    if (lexicon.is_titled(part) and len(part.split()) <= 5) or _INITIALLED.fullmatch(part):
        return "person"
    if lexicon.is_name(part):
        return "name"
    return "body" if body_named(part) else None


def is_signed(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is a signature, or a name or a post that makes up one with its neighbour."""
    words = blocks[number].words.strip(" *_")
    if is_signature(words):
        return True
    above, below = (
        blocks[place].words.strip(" *_,") if 0 <= place < len(blocks) else ""
        for place in (number - 1, number + 1)
    )
    plain = words.rstrip(",")
    named = blocks[number].kind != "heading" and lexicon.is_name(plain)
    return (named and lexicon.is_post(below)) or (lexicon.is_post(plain) and lexicon.is_name(above))
