"""A citation read in context: the paragraphs around it, verbatim, bounded and checked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.answer.inquiry import least_sure, paragraph_of
from index.answer.quotation import Span, blocks_in
from index.catalogue import Catalogue
from index.errors import NotShown
from index.records import Block, ReportFacts

AROUND = 1_400  # characters before what is cited, and as many after, at most
ENOUGH = 300  # characters, from which on the end of a section is one
MOST_CITED = 2_900  # characters of a cited block; a longer one is cut around the excerpt

GONE: Final = (
    "That paper is no longer held as it was cited: it was changed, withdrawn or closed. "
    "Ask the question again."
)
DIFFERS: Final = (
    "The stored text around that place no longer agrees with itself, so it is withheld. "
    "Ask an administrator to run `townclerk check`."
)


@dataclass(frozen=True, slots=True)
class Context:
    """The blocks an excerpt stands in, and those before and after it, in reading order.

    The excerpt is the report's text from ``start`` to ``end``. A block too long to be given whole
    is given in part: ``cut`` has the start of each, and its text is still verbatim at its span.
    """

    report: ReportFacts
    start: int
    end: int
    before: tuple[Block, ...]
    cited: tuple[Block, ...]
    after: tuple[Block, ...]
    cut: frozenset[int] = frozenset()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it, in reading order."""
        return (*self.before, *self.cited, *self.after)

    @property
    def excerpt(self) -> str:
        """What is cited, each block's words on a line of their own."""
        pieces = (
            block.text[max(0, self.start - block.start) : max(0, self.end - block.start)]
            for block in self.cited
        )
        return "\n".join(pieces)

    @property
    def paragraph(self) -> str | None:
        """What to cite the excerpt by: its printed label, or that of what it stands under."""
        return paragraph_of(self.cited)

    @property
    def ocr_confidence(self) -> int | None:
        """How sure it is what the excerpt says, in percent, where OCR read it."""
        return least_sure(self.report, self.cited, Span(self.start, self.end))


def in_context(catalogue: Catalogue, report_id: str, excerpt: Span) -> Context:
    """An excerpt with the paragraphs around it.

    Raises NotShown where the paper is gone or not public, where the span is none of its places,
    and where its text no longer agrees with what is searched.
    """
    report = catalogue.report(report_id)
    if report is None or report.access != "public":
        raise NotShown(GONE)
    blocks = catalogue.blocks(report_id)
    touched = blocks_in(blocks, excerpt)
    if not touched or not 0 <= excerpt.start < excerpt.end <= report.chars:
        raise NotShown(
            f"{excerpt.start}-{excerpt.end} is no place in that paper: its text has "
            f"{report.chars} characters."
        )
    first, last = blocks.index(touched[0]), blocks.index(touched[-1])
    found = _gathered(report, excerpt, (blocks[:first], touched, blocks[last + 1 :]))
    if not _is_as_stored(catalogue, found):
        raise NotShown(DIFFERS)
    return found


def _gathered(
    report: ReportFacts,
    excerpt: Span,
    parts: tuple[Sequence[Block], Sequence[Block], Sequence[Block]],
) -> Context:
    before = tuple(reversed(_nearest(reversed(parts[0]), from_end=True)))
    cited = tuple(_around(block, excerpt) for block in parts[1])
    after = _nearest(parts[2], from_end=False)
    while after and after[-1].kind == "heading":  # it leads to what is not shown
        after = after[:-1]
    whole = {block.start: block.end for part in parts for block in part}
    shown = (*before, *cited, *after)
    cut = frozenset(block.start for block in shown if whole.get(block.start) != block.end)
    return Context(report, excerpt.start, excerpt.end, before, cited, after, cut)


def _nearest(blocks: Iterable[Block], *, from_end: bool) -> tuple[Block, ...]:
    """The first blocks, whole, of so many characters; where one alone is longer, what is near.

    Once there is enough of them, they end with their section.
    """
    taken: list[Block] = []
    room = AROUND
    for block in blocks:
        ends = block.kind == "heading" and AROUND - room >= ENOUGH
        if len(block.text) > room or (ends and not from_end):
            return tuple(taken) or (_near_end(block, from_end=from_end),)
        taken.append(block)
        room -= len(block.text)
        if ends:
            break
    return tuple(taken)


def _near_end(block: Block, *, from_end: bool) -> Block:
    first = len(block.text) - AROUND if from_end else 0
    return _part(block, first, first + AROUND, AROUND)


def _around(block: Block, excerpt: Span) -> Block:
    """A cited block; if it is very long, the part of it that the excerpt stands in."""
    if len(block.text) <= MOST_CITED:
        return block
    start, end = max(excerpt.start, block.start), min(excerpt.end, block.end)
    spare = max(0, MOST_CITED - (end - start)) // 2
    return _part(block, start - block.start - spare, end - block.start + spare, spare)


def _part(block: Block, start: int, end: int, spare: int) -> Block:
    """A stretch of a block, begun and ended between two words if ``spare`` at its ends has any."""
    text, start = block.text, max(0, start)
    if start:
        start = next((n for n in range(start, start + spare) if text[n - 1].isspace()), start)
    if end < len(text):
        end = next((n for n in range(end, end - spare, -1) if text[n].isspace()), end)
    return replace(
        block,
        text=text[start:end],
        start=block.start + start,
        end=block.start + min(end, len(text)),
        mark=max(0, block.mark - start),
    )


def _is_as_stored(catalogue: Catalogue, found: Context) -> bool:
    """Whether every block is the report's text, and that is what the passages there say too."""
    report_id, blocks = found.report.report_id, found.blocks
    text = catalogue.text(report_id)
    if any(text[block.start : block.end] != block.text for block in blocks):
        return False
    first, last = blocks[0].start, blocks[-1].end
    near = [p for p in catalogue.passages_of(report_id) if p.start < last and first < p.end]
    return all(text[p.start : p.end] == p.text for p in near)
