"""What a report asks a body to do: its recommendations, by the labels they are printed with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision
from ingest.decisions import asking
from ingest.decisions.inline import inline_points
from ingest.decisions.points import Point, is_open, point_at, points_below
from ingest.decisions.resolved import is_whole
from ingest.plain_label import plain_label
from ingest.sections import section_of


def recommendations(
    text: str, blocks: Sequence[Block], *, report: bool = True
) -> tuple[Decision, ...]:
    """Every recommendation of a paper, in order; one said twice is given once.

    They stand under a heading for recommendations; where a report has no such heading, below a
    sentence that asks for them.
    """
    found = [d for first, last in _sections(blocks) for d in _in_section(text, blocks, first, last)]
    found += _inline(text, blocks)
    found += [each for block in blocks if block.kind == "row" for each in _beside(block)]
    if report:
        found += _asked_anywhere(text, blocks, lists_only=bool(found))
    ordered = sorted(found, key=lambda each: (each.start, -each.end))
    return tuple(_split(ordered))


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The first and last block below each heading for recommendations."""
    for number, block in enumerate(blocks):
        if _is_heading(block):
            end = next(
                (n for n in range(number + 1, len(blocks)) if blocks[n].kind == "heading"),
                len(blocks),
            )
            yield number + 1, end


def _is_heading(block: Block) -> bool:
    """A heading for recommendations, whether or not its format showed it as one."""
    plain = block.kind == "paragraph" and len(block.words) < 60 and block.words.endswith(":")
    shown = block.kind == "heading" or (plain and not asking.ASKS.match(block.words))
    return shown and section_of(block.words) == "recommendations"


def _in_section(text: str, blocks: Sequence[Block], first: int, last: int) -> Iterator[Decision]:
    within, number, some = blocks[:last], first, False
    while number < last:
        block = blocks[number]
        points = points_below(within, number) if _leads(block, in_section=True) else []
        if points and is_whole(block.words):
            yield _with_its_list(text, block, points[-1])
        elif _is_nothing(block) and is_open(block.words):
            pass  # what was resolved before is told below it
        elif points:
            yield from (_decision(text, p, blocks[number].start) for p in points)
        elif block.kind == "row":
            yield from _in_row(block)
        elif _recommends(block, some):
            points = [point_at(within, number)]
            yield _decision(text, points[0], _lead_of(blocks, number))
        some = some or bool(points)
        number = points[-1].last + 1 if points else number + 1


def _with_its_list(text: str, block: Block, last: Point) -> Decision:
    """A recommendation whose list is its conditions or its reasons: all one."""
    start = block.start + block.mark
    point = Point(block, start, last.end, last.last)
    return _decision(text, point, start)


def _leads(block: Block, *, in_section: bool) -> bool:
    """Whether a block introduces the recommendations below it, rather than being one."""
    words = block.words.strip(" *_")
    alone = asking.WHO_ALONE.match(words) or asking.ALONE.match(words)
    if block.kind in ("item", "row") or not (is_open(words) or alone):
        return False
    asks = (
        asking.ASKS.match(words) or asking.WHO_ALONE.match(words) or asking.OF_THESE.search(words)
    )
    return bool(asks) or (in_section and block.label is None)


def _recommends(block: Block, some: bool) -> bool:
    """Whether a block below the heading is a recommendation, and not a remark beside them."""
    words = block.words.strip(" *_")
    if asking.NOTHING.fullmatch(words) or not words:
        return False
    marked = block.kind == "item" or block.label is not None or block.mark > 0
    return marked or not some or bool(asking.ACTS.match(words) or asking.ASKS.match(words))


def _lead_of(blocks: Sequence[Block], number: int) -> int:
    """Where a point's lead-in starts: the heading above, if that is the lead-in's sentence."""
    above, block = blocks[number - 1], blocks[number]
    leads = above.kind == "heading" and bool(asking.ASKS.match(above.words))
    return above.start if leads else block.start + block.mark


def _in_row(block: Block) -> Iterator[Decision]:
    """The cells of a row that stand under a heading for recommendations."""
    for name, cell, start in zip(block.columns, block.cells, _starts(block), strict=False):
        if section_of(name) == "recommendations" and plain_label(cell) not in (
            "",
            plain_label(name),
        ):
            yield _in_cell(block, cell, start)


def _beside(block: Block) -> Iterator[Decision]:
    """The cell that stands beside "Recommendations", where a paper is set as a table."""
    starts = list(_starts(block))
    for place in range(1, len(block.cells)):
        name, cell = block.cells[place - 1], block.cells[place]
        named = section_of(name) == "recommendations" and section_of(cell) is None
        if named and len(cell.split()) > 2 and not asking.NOTHING.fullmatch(cell):
            yield _in_cell(block, cell, starts[place])


def _starts(block: Block) -> Iterator[int]:
    start = block.start
    for cell in block.cells:
        yield start
        start += len(cell) + 1


def _in_cell(block: Block, cell: str, start: int) -> Decision:
    return Decision(
        text=cell, standing="recommended", start=start, end=start + len(cell), lead_start=start,
        label=block.label, heading=block.heading, page=block.page,
    )  # fmt: skip


def _inline(text: str, blocks: Sequence[Block]) -> Iterator[Decision]:
    """Recommendations that carry their own heading: "RECOMMENDATION: That …"."""
    for number, block in enumerate(blocks):
        match = asking.INLINE.match(block.words) if block.kind != "row" else None
        if match and not asking.NOTHING.fullmatch(block.words[match.end() :]):
            yield from _behind(match, text, blocks, number)


def _behind(
    match: re.Match[str], text: str, blocks: Sequence[Block], number: int
) -> Iterator[Decision]:
    """What is asked for in the words behind such a heading, and in the points they lead to."""
    block = blocks[number]
    rest = block.words[match.end() :]
    start = block.start + block.mark + match.end()
    points = points_below(blocks, number) if is_open(rest) else []
    if points and is_whole(rest):
        yield replace(
            _with_its_list(text, block, points[-1]),
            text=text[start : points[-1].end], start=start, lead_start=start,
        )  # fmt: skip
    elif points:
        yield from (_decision(text, p, block.start + block.mark) for p in points)
    else:
        end = point_at(blocks, number).end
        label = block.label or (match["number"] or "").strip() or None
        yield Decision(
            text=text[start:end], standing="recommended", start=start, end=end, lead_start=start,
            label=label, heading=block.heading, page=block.page,
        )  # fmt: skip


def _asked_anywhere(text: str, blocks: Sequence[Block], *, lists_only: bool) -> Iterator[Decision]:
    """Recommendations without a heading: below a sentence that asks for them, or in it.

    Where a paper has others, only a list is one; "it is recommended that …" argues for them.
    """
    for number, block in enumerate(blocks):
        if block.kind not in ("paragraph", "heading") or not asking.ASKS.match(block.words):
            continue
        beside = section_of(block.heading or "") in _BESIDE
        points = points_below(blocks, number) if _leads(block, in_section=False) else []
        if points and not beside:
            yield from (_decision(text, point, block.start) for point in points)
        elif not lists_only and block.kind == "paragraph" and not _says_nothing(block):
            points = [point_at(blocks, number)]
            yield _decision(text, points[0], points[0].start)
        if points and not beside and not lists_only:
            yield from (_decision(text, p, p.start) for p in _sisters(blocks, block, points[-1]))


def _sisters(blocks: Sequence[Block], first: Block, last: Point) -> Iterator[Point]:
    """What is asked in the paragraphs numbered on from one that asks: "1.2 That the fee be £4"."""
    number = last.last + 1
    while number < len(blocks) and _numbered_on(first, blocks[number]):
        point = point_at(blocks, number)
        yield point
        number = point.last + 1


def _numbered_on(first: Block, block: Block) -> bool:
    """Whether a block asks for more under the heading and in the numbering of one that asks."""
    if first.label is None or block.label is None or block.kind not in ("paragraph", "item"):
        return False
    series = [re.sub(r"\w+\W*$", "", label) for label in (first.label, block.label)]
    alike = first.under == block.under and series[0] == series[1]
    return alike and bool(asking.ASKS_ON.match(block.words.strip(" *_")))


# Sections that may ask members to bear something in mind, and recommend nothing.
_BESIDE = ("implications", "reasons", "alternatives", "references", "minutes")


def _says_nothing(block: Block) -> bool:
    """Whether a block recommends nothing itself: none is made, or the word stands by itself."""
    return _is_nothing(block) or asking.ALONE.match(block.words.strip(" *_:.")) is not None


def _is_nothing(block: Block) -> bool:
    return asking.NOTHING.fullmatch(block.words) is not None


def _decision(text: str, point: Point, lead_start: int) -> Decision:
    return Decision(
        text=text[point.start : point.end],
        standing="recommended",
        start=point.start,
        end=point.end,
        lead_start=lead_start,
        label=point.first.label or point.first.under,
        heading=point.first.heading,
        page=point.first.page,
    )


def _split(found: Sequence[Decision]) -> Iterator[Decision]:
    """Each recommendation once in each place; those that run on in one paragraph, one by one."""
    end = -1
    for each in found:
        if each.start < end:
            continue
        end = each.end
        points = [] if "\n" in each.text or is_whole(each.text) else inline_points(each.text)
        if not points or not _leads_to_points(each.text[: points[0].at]):
            yield each
            continue
        for point in points:
            joint = "" if point.label.startswith("(") else "."
            yield replace(
                each,
                text=each.text[point.start : point.end],
                start=each.start + point.start,
                end=each.start + point.end,
                label=f"{each.label}{joint}{point.label}" if each.label else point.label,
            )


def _leads_to_points(words: str) -> bool:
    """Whether what stands before the first point is its lead-in, and no recommendation itself."""
    lead = words.strip()
    return not lead or bool(asking.ASKS.match(lead) or asking.WHO_ALONE.match(lead))
