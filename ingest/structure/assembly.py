"""A paper as read becomes a report's text and its blocks: nothing lost, nothing invented."""

from collections.abc import Sequence
from dataclasses import replace

from index.records import Block, BlockKind
from ingest.pages import Paper
from ingest.structure.headings import Shape, as_marked, shapes
from ingest.structure.lines import Line, lines
from ingest.structure.lost_numbers import with_lost_numbers
from ingest.structure.outline import Place, outline
from ingest.structure.tables import Row


def structure(paper: Paper) -> tuple[str, tuple[Block, ...]]:
    """The report's text, and the blocks that make it up, joined by one line break each."""
    parts = lines(paper)
    told = paper.properties.told is not None
    kinds = as_marked(parts) if told else shapes(parts, marked=paper.format not in ("txt", "pdf"))
    blocks = with_lost_numbers(_blocks(parts, kinds, outline(parts, kinds)))
    return "\n".join(block.text for block in blocks), tuple(blocks)


def _blocks(
    parts: Sequence[Line | Row], kinds: Sequence[Shape], places: Sequence[Place]
) -> list[Block]:
    found: list[Block] = []
    start, heading = 0, None
    for part, shape, place in zip(parts, kinds, places, strict=True):
        block = replace(_block(part, shape, place, start), heading=heading)
        if shape == "heading":
            heading = block.words.lstrip("-–—: ") or heading
        found.append(block)
        start = block.end + 1
    return found


def _block(part: Line | Row, shape: Shape, place: Place, start: int) -> Block:
    text = part.text if isinstance(part, Line) else "\t".join(part.cells)
    return Block(
        kind=_kind(part, shape, place),
        text=text,
        start=start,
        end=start + len(text),
        mark=place.mark,
        label=place.label,
        under=place.under,
        page=part.page,
        columns=part.columns if isinstance(part, Row) else (),
    )


def _kind(part: Line | Row, shape: Shape, place: Place) -> BlockKind:
    if isinstance(part, Row):
        return "row"
    if shape == "heading":
        return "heading"
    return "item" if place.listed else "paragraph"
