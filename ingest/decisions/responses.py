"""What minutes say a council told the planners of an application: "No objection.", "Supported"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block
from ingest.decisions.minute import decision_at
from ingest.decisions.resolved import Found
from ingest.sentences import sentences

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
# "The Council had no comment to make.", "it was not appropriate that members comment".
_POSITION = re.compile(
    r"\b(?:CC|Council|Committee|[Mm]embers)\b[^.;]{0,60}\b(?:no|not|unable|declined)\b[^.;]{0,30}"
    r"\b(?:comments?|objections?|observations?)\b"
    r"|\b(?:inappropriate|not\s+appropriate)\b[^.;]{0,40}\b(?:comment|object)\b"
)
_OUTCOMES = {"s": "supported", "o": "opposed", "n": None}


def responses(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """The response that ends an application's paragraph, or stands alone below it."""
    block = blocks[number]
    if not _is_on_applications(block):
        return
    start = block.start + block.mark
    told = replace(
        decision_at(blocks, number), text=text[start : block.end], start=start, lead_start=start
    )
    if match := _ALONE.fullmatch(block.words):
        lead = _application(blocks, number)
        yield Found(replace(told, lead_start=lead, outcome=_outcome(match)), number)
    elif match := _AT_END.fullmatch(block.words):
        yield Found(replace(told, outcome=_outcome(match)), number)


def positions(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """The sentence that tells that there is nothing to say to an application."""
    block = blocks[number]
    if not _is_on_applications(block):
        return
    first = block.start + block.mark
    for sentence in sentences(block.words):
        if _POSITION.search(sentence.text):
            start, end = first + sentence.start, first + sentence.end
            told = decision_at(blocks, number)
            yield Found(
                replace(told, text=text[start:end], start=start, end=end, lead_start=first), number
            )
            return


def _is_on_applications(block: Block) -> bool:
    heading = block.heading or ""
    on_planning = _PLANNING.search(heading) and not _TOLD.search(heading)
    return block.kind != "heading" and bool(on_planning)


def _outcome(match: re.Match[str]) -> str | None:
    """What was said, as outcomes are called; to have no objection is to leave it to others."""
    said = match["said"].casefold()
    return _OUTCOMES["o" if said.startswith("strong") else said[0]]


def _application(blocks: Sequence[Block], number: int) -> int:
    """Where the application starts that a response stands below."""
    above = blocks[number - 1] if number else blocks[number]
    is_application = above.kind in ("paragraph", "item") and above.heading == blocks[number].heading
    return above.start + above.mark if is_application else blocks[number].start
