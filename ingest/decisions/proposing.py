"""Whether a decision record holds a decision, or only what is proposed to be decided."""

import re
from collections.abc import Sequence

from index.records import Block, FrontPage
from ingest.dates import find_dates

_TITLE_BLOCKS = 12  # within which a record says what it is
_SORTS = r"(?:proposed|draft|forthcoming|intended|future|pending|planned|upcoming)"
_TITLE = re.compile(
    rf"\W*(?:(?:notice|statement|record|publication|schedule)\s+of\s+(?:an?\s+|the\s+)?)?{_SORTS}\s+"
    r"(?:[\w-]+\s+){0,4}decisions?\b(?!\s+date)(?!\s*:\s*\d)"
    r"|\W*notice\s+of\s+(?:the\s+|an?\s+)?(?:intention|intent)\s+to\s+(?:make|take)\b"
    r"|\W*(?:executive\s+|cabinet\s+)?forward\s+plan\b(?!\s*(?:ref|no|number|:|\?))"
    r"|\W*(?:28|twenty[- ]eight)[- ](?:clear\s+)?days?(?:[’']s?)?\s+notice\b",
    re.IGNORECASE,
)
# "Decision to be taken on or after: …", "Decision due date", "Proposed date of decision".
_LABEL = re.compile(
    r"\W*(?:(?:key\s+)?decision\s+(?:is\s+)?(?:due\b|(?:to|will)\s+be\s+(?:taken|made|considered))"
    r"|(?:date\s+)?(?:on\s+which\s+)?(?:the\s+)?decision\s+(?:is\s+)?(?:due|expected|to\s+be\s+(?:taken|made))"
    r"|date\s+(?:the\s+|of\s+)?decision\s+(?:is\s+|will\s+be\s+)?(?:due|expected|to\s+be)"
    r"|(?:proposed|expected|anticipated|earliest|likely|intended)\s+(?:date\s+(?:of|for)\s+(?:the\s+)?decision"
    r"|decision\s+date)"
    r"|decision\s+status\s*[:\t]\s*(?:for\s+determination|proposed|draft|pending|awaiting))",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\W*(?:date\s+(?:of\s+(?:the\s+)?decision|(?:the\s+)?decision\s+(?:was\s+)?(?:made|taken))"
    r"|decision\s+(?:made|taken)(?:\s+on)?|decided\s+on|date\s+decided)\b",
    re.IGNORECASE,
)
PROPOSED = re.compile(
    rf"\W*(?:{_SORTS}|recommended)\s+(?:[\w-]+\s+){{0,2}}decisions?\b(?!\s+date)", re.IGNORECASE
)


def proposes(blocks: Sequence[Block], front: FrontPage) -> bool:
    """Whether a decision record says that what it holds is yet to be decided.

    Its title or its draft mark says so; or a date on which it is due, where none is given on
    which it was taken; or what it holds is all headed as proposed.
    """
    if front.proposed or front.draft or any(map(_is_title, blocks[:_TITLE_BLOCKS])):
        return True
    if any(map(_gives_day_taken, blocks)):
        return False
    return any(_LABEL.match(cell) for block in blocks for cell in _cells(block)) or any(
        PROPOSED.match(block.words) for block in blocks
    )


def _is_title(block: Block) -> bool:
    return len(block.words) < 200 and bool(_TITLE.match(block.cells[0]))


def _cells(block: Block) -> Sequence[str]:
    """A row's cells, each also with its value, as a line would give both."""
    return (block.text, *block.cells) if block.kind == "row" else (block.words[:200],)


def _gives_day_taken(block: Block) -> bool:
    match = _TAKEN.match(block.words)
    return match is not None and bool(find_dates(block.words[match.end() : match.end() + 60]))
