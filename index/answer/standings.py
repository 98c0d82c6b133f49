"""The standing of a citation that may hold both what was decided and what is told beside it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from index.answer.quotation import Span
from index.records import Block, Decision, Standing

LEAST_TOLD = 40  # characters; less beside a decision is its label, or who is to act
MOST_LEANING = 10  # words; a shorter decision, "This was agreed.", is on what leads into it

# Who moved a decision and how the vote went stand beside it, and are part of it.
_OF_A_VOTE = re.compile(
    r"\W*(?:proposed|moved|votes?|voting|carried)\b|.*\bseconded\b", re.IGNORECASE | re.DOTALL
)
# "While the grant covers half, it was agreed to …": what stands before it is told, not decided.
_AGREED = re.compile(
    r"\bit\s+(?:was|has\s+been)\s+(?:\w+\s+){0,2}(?:agreed|resolved|decided|determined)\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z“\"(£\d•])|\n")


class Part(NamedTuple):
    """A stretch of an excerpt that has one standing."""

    words: str
    standing: Standing


# How near a part comes to what was asked: of two, the greater is nearer.
Weigh = Callable[[Part], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is cited: its words and span, the blocks it is of, and its paper's decisions.

    ``found_as`` is the standing of the passage or decision that it was found by.
    """

    words: str
    span: Span
    found_as: Standing
    blocks: Sequence[Block]
    decisions: Sequence[Decision]

    def within(self, start: int, end: int) -> str:
        """The excerpt's words between two places of the paper's text."""
        first = self.span.start
        return self.words[max(start - first, 0) : max(end - first, 0)]


def standing_of(excerpt: Excerpt, weigh: Weigh) -> Standing:
    """The standing of what an excerpt is cited for.

    Of decisions with their lead-in it is theirs, and of what is told alone, "reported". Where it
    holds both, it is that of the part nearest to the question.
    """
    span = excerpt.span
    held = [d for d in excerpt.decisions if d.start < span.end and span.start < d.end]
    whole = any(span == Span(one.lead_start, other.end) for one in held for other in held)
    if whole and _is_led_into(excerpt, held[0]):
        return held[0].standing
    if not held:
        return excerpt.found_as if _OF_A_VOTE.match(excerpt.words) else "reported"
    parts = list(_parts(excerpt, held))
    if len({part.standing for part in parts}) == 1:
        return parts[0].standing
    return max(parts, key=weigh).standing


def _parts(excerpt: Excerpt, held: Sequence[Decision]) -> Iterator[Part]:
    """The decisions of an excerpt, and each sentence told between them."""
    end = excerpt.span.start
    for decision in held:
        reach = _reach(excerpt, decision, end)
        yield from _told(excerpt.within(end, reach.start))
        yield from _decided(excerpt.within(*reach), decision.standing)
        end = reach.end
    yield from _told(excerpt.within(end, excerpt.span.end))


def _decided(words: str, standing: Standing) -> Iterator[Part]:
    agreed = _AGREED.search(words)
    at = agreed.start() if agreed else 0
    yield from _told(words[:at])
    yield Part(words[at:], standing)


def _told(words: str) -> Iterator[Part]:
    if len(words) < LEAST_TOLD:
        return
    breaks = [0, *(match.end() for match in _SENTENCE_END.finditer(words)), len(words)]
    for start, end in pairwise(breaks):
        if words[start:end].strip():
            yield Part(words[start:end], "reported")


def _reach(excerpt: Excerpt, decision: Decision, after: int) -> Span:
    """A decision as far as it reaches: with what leads into it, and the whole of a table row."""
    row = next(
        (b for b in excerpt.blocks if b.kind == "row" and b.start <= decision.start < b.end), None
    )
    if row:
        return Span(max(row.start, after), max(row.end, after))
    start = decision.lead_start if _is_led_into(excerpt, decision) else decision.start
    return Span(max(start, after), decision.end)


def _is_led_into(excerpt: Excerpt, decision: Decision) -> bool:
    """Whether what stands before a decision is a part of it: "RESOLVED that:", or all it is on."""
    lead = excerpt.within(decision.lead_start, decision.start).rstrip()
    is_sentence = lead.endswith((".", "!", "?"))
    return not is_sentence or len(decision.text.split()) < MOST_LEANING
