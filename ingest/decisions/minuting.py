"""Whether a paper that nothing calls minutes is minutes all the same, by what it holds."""

import re
from collections.abc import Sequence
from itertools import chain

from index.records import Block
from ingest.decisions.resolving import resolved_at, tells_below

# A block that opens with what was resolved. "AGREED:" alone may be anybody's word for yes.
_SURELY = re.compile(
    r"(?:[Ii]t\s+was\s+|IT\s+WAS\s+)?(?:unanimously\s+|UNANIMOUSLY\s+)?"
    r"(?:RESOLVED\b|[Rr]esolved(?:\s+unanimously)?\s*(?:that\b|[:–—]))"
)
_PERHAPS = re.compile(r"(?:AGREED|DECIDED)\b\s*(?:that\b|to\b|[:–—-])", re.IGNORECASE)
# What stands below such a heading or line is to be resolved, or was elsewhere.
_NOT_YET = re.compile(
    r"\b(?:motions?|propos\w+|drafts?|suggest\w+|model|templates?|examples?|wording|notice|options?"
    r"|recommend\w*|petition|to\s+be|asked|invited|requested|letters?|elsewhere)\b",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\b(?:following|resolutions?|resolved|reads?|states?|said|follows)\b[^.]{0,60}:\W*$",
    re.IGNORECASE,
)
_FEWEST = 2  # of what may be a decision, where nothing surely is one


def holds_resolutions(blocks: Sequence[Block]) -> bool:
    """Whether a paper records that something was resolved: surely, or more than once perhaps.

    What is put forward, asked for, or quoted from another day or body makes no minutes.
    """
    pairs = list(zip(chain([None], blocks), blocks, strict=False))
    own = [block for above, block in pairs if not _is_anothers(above, block)]
    surely = (block for block in own if _SURELY.match(block.words) or _within(block))
    perhaps = sum(_PERHAPS.match(block.words) is not None for block in own)
    return next(surely, None) is not None or perhaps >= _FEWEST


def _within(block: Block) -> bool:
    """Whether a paragraph comes to a resolution: "… and it was RESOLVED that the plan be made"."""
    place = resolved_at(block.words)
    return place is not None and "RESOLVED" in block.words[place:]


def _is_anothers(above: Block | None, block: Block) -> bool:
    """Whether what a block holds cannot be a decision of this paper's own."""
    if block.words.isupper() or _NOT_YET.search(block.heading or ""):
        return True
    if above is None or above.kind == "row":
        return False
    told = tells_below(above.words) or _LEADS_ON.search(above.words[-200:])
    return bool(told) or (above.words.rstrip().endswith(":") and bool(_NOT_YET.search(above.words)))
