"""What minutes say a council told the planners of an application: "No objection.", "Supported"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block
from ingest.decisions.minute import decision_at
from ingest.decisions.resolved import Found

_PLANNING = re.compile(r"\bplanning\b", re.IGNORECASE)
# What others decided, or sent, is listed under such a heading.
_TOLD = re.compile(r"\b(?:decisions?|decided|determined|notices?|appeals?)\b", re.IGNORECASE)
_SAID = (
    r"(?:supported|support|no\s+(?:comments?|objections?)(?:\s+(?:raised|made))?|objected|object|objection"
    r"|strong(?:ly)?\s+object(?:ion|ed)?|neutral)"
)
_ALONE = re.compile(rf"\W*(?P<said>{_SAID})\W*(?:\s[A-Z]{{2,3}})?\W*", re.IGNORECASE)
_AT_END = re.compile(
    rf".*[.–—:;-]\s*(?P<said>{_SAID})\W*?(?:\s[A-Z]{{2,3}})?\W*", re.IGNORECASE | re.DOTALL
)
_OUTCOMES = {"s": "supported", "o": "opposed", "n": None}


def responses(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """The response that ends an application's paragraph, or stands alone below it."""
    block = blocks[number]
    heading = block.heading or ""
    if block.kind == "heading" or not _PLANNING.search(heading) or _TOLD.search(heading):
        return
    start = block.start + block.mark
    told = replace(
        decision_at(blocks, number), text=text[start : block.end], start=start, lead_start=start
    )
    if match := _ALONE.fullmatch(block.words):
        yield Found(
            replace(told, lead_start=_application(blocks, number), outcome=_outcome(match)), number
        )
    elif match := _AT_END.fullmatch(block.words):
        yield Found(replace(told, outcome=_outcome(match)), number)


def _outcome(match: re.Match[str]) -> str | None:
    """What was said, as outcomes are called; to have no objection is to leave it to others."""
    said = match["said"].casefold()
    return _OUTCOMES["o" if said.startswith("strong") else said[0]]


def _application(blocks: Sequence[Block], number: int) -> int:
    """Where the application starts that a response stands below."""
    above = blocks[number - 1] if number else blocks[number]
    is_application = above.kind in ("paragraph", "item") and above.heading == blocks[number].heading
    return above.start + above.mark if is_application else blocks[number].start
