"""A report's blocks cut into passages: what is searched, and what an excerpt is taken from."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.records import Block, Decision, Report, Standing

FEWEST_WORDS, MOST_WORDS = 40, 160

_SENTENCE_BREAK = re.compile(r"(?<=[.!?;:])[\"'”’)]*(\s+)")


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A passage before it has a number: ``text[start:end]`` of its report, exactly.

    ``above`` holds headings that stand over ``heading`` with nothing of their own between.
    """

    start: int
    end: int
    heading: str | None
    above: str | None
    label: str | None
    page: int | None
    standing: Standing
    row: bool
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A draft on its way, with what decides whether the next may join it."""

    draft: PassageDraft
    words: int
    section: int
    item: bool = False  # of a list: stays with what it follows
    group: int | None = None  # where the decisions it belongs to are led into

    def fits(self, other: "_Piece") -> bool:
        """Whether the two stand under one heading, have one standing and are not too long."""
        mine, theirs = self.draft, other.draft
        return (
            self.section == other.section
            and mine.standing == theirs.standing
            and not (mine.row or theirs.row)
            and self.words + other.words <= MOST_WORDS
        )

    def belongs(self, other: "_Piece") -> bool:
        """Whether the other is the rest of this list, or of these decisions."""
        together = self.group is not None and self.group == other.group
        return self.fits(other) and (together or other.item)

    def fills(self, other: "_Piece") -> bool:
        """Whether one of the two is too short to stand alone."""
        return self.fits(other) and min(self.words, other.words) < FEWEST_WORDS

    def joined(self, other: "_Piece") -> "_Piece":
        """The two as one."""
        return replace(
            self,
            draft=replace(self.draft, end=other.draft.end),
            words=self.words + other.words,
            group=self.group if self.group == other.group else None,
        )


def cut(report: Report) -> list[PassageDraft]:
    """The report's passages, in reading order.

    One or a few adjoining blocks under one heading, 40 to 160 words where the paper allows it; a
    table row is a passage of its own. A list stays with the paragraph that leads into it, and
    decisions with theirs, as long as they fit. A longer paragraph is cut between sentences.
    """
    whole = _gathered(_pieces(report), _Piece.belongs)
    return [piece.draft for piece in _gathered(whole, _Piece.fills)]


def _gathered(
    pieces: Iterator[_Piece] | Sequence[_Piece], together: Callable[[_Piece, _Piece], bool]
) -> list[_Piece]:
    gathered: list[_Piece] = []
    for piece in pieces:
        if gathered and together(gathered[-1], piece):
            gathered[-1] = gathered[-1].joined(piece)
        else:
            gathered.append(piece)
    return gathered


def _pieces(report: Report) -> Iterator[_Piece]:
    decided = _decided(report)
    headings: list[Block] = []
    above: str | None = None
    section = 0
    for block in report.blocks:
        if block.kind == "heading":
            headings.append(block)
        if block.kind == "heading" or not block.text.strip():
            continue
        if headings:
            section, above = section + 1, _above(headings, block.heading)
            headings = []
        piece = _piece(block, above, decided.get(block.start))
        yield from _split(report.text, replace(piece, section=section))
    if headings:
        yield _ending(headings, section + 1)


def _above(headings: Sequence[Block], nearest: str | None) -> str | None:
    others = [h.words for h in headings if nearest not in (h.words, h.text)]
    return " ".join(others) or None


def _piece(block: Block, above: str | None, decision: Decision | None) -> _Piece:
    draft = PassageDraft(
        start=block.start,
        end=block.end,
        heading=block.heading,
        above=above,
        label=block.label or block.under,
        page=block.page,
        standing=decision.standing if decision else "reported",
        row=block.kind == "row",
        columns=block.columns,
    )
    group = decision.lead_start if decision else None
    return _Piece(draft, len(block.text.split()), 0, block.kind == "item", group)


def _ending(headings: Sequence[Block], section: int) -> _Piece:
    """Headings with nothing below them: a passage all the same, or they would never be found."""
    first, last = headings[0], headings[-1]
    words = sum(len(h.text.split()) for h in headings)
    draft = PassageDraft(
        first.start, last.end, last.words, None, first.label, first.page, "reported", row=False
    )
    return _Piece(draft, words, section)


def _decided(report: Report) -> dict[int, Decision]:
    """The decision a block states, continues or leads into, by the start of the block."""
    starts = [block.start for block in report.blocks]
    owners: dict[int, Decision] = {}
    for first, decision in [(d.start, d) for d in report.decisions] + [
        (d.lead_start, d) for d in report.decisions
    ]:
        here = max(bisect_right(starts, first) - 1, 0)
        for block in report.blocks[here : bisect_left(starts, decision.end)]:
            if block.end > first:
                owners.setdefault(block.start, decision)
    return owners


def _split(text: str, piece: _Piece) -> Iterator[_Piece]:
    if piece.words <= MOST_WORDS or piece.draft.row:
        yield piece
        return
    for start, end in _sentence_spans(text, piece.draft.start, piece.draft.end):
        draft = replace(piece.draft, start=start, end=end)
        yield replace(piece, draft=draft, words=len(text[start:end].split()))


def _sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of whole sentences, each as long as it may be."""
    breaks = [m.span(1) for m in _SENTENCE_BREAK.finditer(text, start, end)]
    for (stop, resume), (following, _) in pairwise([*breaks, (end, end)]):
        if len(text[start:following].split()) > MOST_WORDS:
            yield start, stop
            start = resume
    yield start, end
