"""How a vote went, as a paper records it."""

import re
from collections.abc import Iterable

from index.records import Block

_WORDS = "no|nil|none|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_N = rf"\(?(?:\d{{1,3}}|{_WORDS})\b\)?"
_JOIN = r"[\s,;./|-]{0,4}(?:and\s+|with\s+|to\s+)?"
_IS = r"\s*[:=–-]?\s*"
_WHOM = (
    r"(?:\s+(?:the|that)\s+(?:\w+\s+)?(?:motion|amendment|proposal|application|resolution)"
    r"|\s+(?:refusal|approval|deferral|rejection|acceptance|adoption))?"
)
_KINDS = (
    # "For 7, against 2, abstentions 1", "Votes for: 3; against: 0"
    rf"(?:for|in\s+favour){_WHOM}{_IS}{_N}{_JOIN}(?:votes?\s+)?against{_WHOM}{_IS}{_N}"
    rf"(?:{_JOIN}abst\w+{_IS}{_N})?",
    # "7 for, 2 against and 1 abstention", "there were 10 votes for the motion, 12 against"
    rf"{_N}\s+(?:votes?\s+|members?\s+|councillors?\s+)?(?:voted\s+|voting\s+)?(?:for|in\s+favour)"
    rf"(?:\s+of)?{_WHOM}{_JOIN}{_N}\s+(?:votes?\s+|voted\s+|voting\s+)?against{_WHOM}"
    rf"(?:{_JOIN}{_N}\s+abst\w+)?",
    # "by 9 votes to 3 with 2 abstentions", "by a majority of 7 to 2", "7-2"
    rf"{_N}\s+votes?\s+(?:to|against)\s+{_N}(?:{_JOIN}{_N}\s+abst\w+)?",
    rf"majority\s+of\s+{_N}\s+(?:votes\s+)?to\s+{_N}(?:{_JOIN}{_N}\s+abst\w+)?",
    rf"motion\s+received\s+{_N}\s+votes?\s*,?\s*(?:and\s+)?the\s+amendment\s+(?:received\s+)?{_N}"
    r"(?:\s+votes?)?",
    rf"(?:carried|lost|defeated|passed|agreed|approved|rejected)\s+by\s+{_N}\s+to\s+{_N}",
    r"(?:carried|lost|tied|defeated)(?:\s+at|\s+by)?\s+\(?\d{1,3}\s?[–-]\s?\d{1,3}\b\)?",
)
_COUNTED = re.compile("|".join(rf"(?<![\w£]){kind}" for kind in _KINDS), re.IGNORECASE)
_ALL = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem\.?\s?(?:con|com|dis)\b\.?|\ball\s+(?:were\s+)?in\s+favour\b"
    r"|\ball\s+agreed\b|\bwithout\s+(?:any\s+)?(?:dissent|opposition|a\s+division)\b",
    re.IGNORECASE,
)
# A line of a recorded vote that gives one side's number: "For (5): Councillors …", "Against – 3".
_SIDE = re.compile(
    r"(?P<side>(?:voting\s+|votes?\s+)?(?:for|in\s+favour|against|abst\w+))\b"
    rf"(?P<whom>{_WHOM})\s*[:–-]?\s*\(?(?P<number>\d{{1,3}})\b",
    re.IGNORECASE,
)
_SIDE_ALONE = re.compile(r"(?:votes?\s+)?(?:for|in\s+favour|against|abst\w+)", re.IGNORECASE)
_SUM = re.compile(r"totals?(?:\s+votes)?\W*", re.IGNORECASE)
_ABOUT_VOTING = re.compile(
    r"\W*(?:(?:the\s+)?(?:result|outcome)\b|(?:recorded\s+|named\s+)?vot(?:e|es|ing)\b|for\b"
    r"|in\s+favour|against\b|abst\w+|carried\b|lost\b|unanimous|all\s+(?:agreed|in\s+favour)|on\s+"
    r"being\s+put|(?:up)?on\s+a\s+(?:show|vote)|a\s+(?:recorded|named|vote)|there\s+(?:were|being|"
    r"voted)|the\s+(?:vote|voting|motion|amendment|proposal|original|substantive)|motion\b|amendment"
    r"\b|proposed\b|seconded\b|upon\s+being)",
    re.IGNORECASE,
)


def votes_in(words: str) -> str | None:
    """How the vote went, in the words that say so; counted votes before a plain "unanimously".

    >>> votes_in("RESOLVED, by 9 votes to 3, that it be so."), votes_in("It was agreed.")
    ('9 votes to 3', None)
    """
    match = _COUNTED.search(words) or _ALL.search(words)
    if match is None:
        return None
    words = match[0].strip(" ,;.")
    opened = words.count("(") - words.count(")")
    if opened > 0:
        return words.removeprefix("(")
    return words.removesuffix(")") if opened < 0 else words


def is_counted(words: str) -> bool:
    """Whether words give the numbers of a vote."""
    return _COUNTED.search(words) is not None


def is_about_voting(words: str) -> bool:
    """Whether a line tells how a vote was taken or how it went."""
    return bool(_ABOUT_VOTING.match(words))


def tally(blocks: Iterable[Block]) -> str | None:
    """The numbers of a recorded vote that gives each side on a line or row of its own."""
    sides = [side for block in blocks if (side := _side(block))]
    return ", ".join(sides) if len(sides) > 1 or (sides and "," in sides[0]) else None


def _summed(block: Block) -> str | None:
    """The last row of a table of votes: the number below each of "For", "Against", "Abstain"."""
    if len(block.columns) != len(block.cells):
        return None
    pairs = zip(block.columns, block.cells, strict=True)
    sides = [
        f"{column.strip(' :')} {cell.strip()}"
        for column, cell in pairs
        if cell.strip().isdigit() and _SIDE_ALONE.fullmatch(column.strip(" :"))
    ]
    return ", ".join(sides) if len(sides) > 1 else None


def _side(block: Block) -> str | None:
    cells = [cell.strip() for cell in block.cells if cell.strip()]
    if _SUM.fullmatch(cells[0] if cells else ""):
        return _summed(block)
    if len(cells) > 1 and cells[-1].isdigit() and _ABOUT_VOTING.match(cells[0]):
        return f"{cells[0].strip(' :')} {cells[-1]}"
    match = _SIDE.match(block.words)
    return f"{match['side']} {match['number']}" if match else None
