"""What a report asks a body to do: its recommendations, by the labels they are printed with."""

import re
from collections.abc import Iterator, Sequence

from index.records import Block, Decision
from ingest.decisions.points import Point, is_open, point_at, points_below
from ingest.plain_label import plain_label
from ingest.sections import section_of

_WHO = (
    r"(?:that )?(?:the )?(?:(?:[A-Z][\w’'&-]*|and|of|for) ){0,6}?(?:cabinet|council"
    r"|committee|executive|board|panel|members?|commission|forum|sub-committee|leader"
    r"|portfolio holder|mayor)(?: members?)?"
)
# "It is recommended that Cabinet:", "Members are asked to", "The Committee is requested:".
_ASKS = re.compile(
    rf"^(?:it is (?:\w+ )?(?:recommended|requested)\b|i recommend\b|{_WHO},? (?:is|are|be)"
    r" (?:\w+ )?(?:asked|recommended|requested|invited)\b|the recommendations? (?:is|are)\b"
    r"|recommended\b|officers recommend\b|to recommend\b)",
    re.IGNORECASE,
)
_WHO_ALONE = re.compile(rf"^{_WHO}(?: is| are)?\s*:?-?$", re.IGNORECASE)
_OF_THESE = re.compile(r"recommendations?\s*:?\s*-?$", re.IGNORECASE)
# What a recommendation begins with when it stands as a plain paragraph.
_ACTS = re.compile(
    r"^(?:that|to|accepts?|adopts?|agrees?|approves?|authorises?|confirms?|considers?|delegates?"
    r"|endorses?|establishes?|grants?|instructs?|notes?|receives?|recommends?|refuses?|requests?"
    r"|supports?|resolves?|appoints?|determines?|permission|subject to)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:none|nil|n/?a|not applicable|for (?:information|noting)(?: only)?|see (?:above|below)\b.*"
    r"|as (?:set out )?(?:above|below)|.*\bbackground papers\b.*|please note\b.*|to follow"
    r"|there are no recommendations\b.*|\(.*\)"
    r"|.*\breasons? for (?:the |these )?recommendations?\b.*"
    r"|members are (?:reminded|asked to declare)\b.*)[.\s]*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:officers?'? )?recommend(?:ation|ed)s?(?:\(s\))?(?P<number> \d{1,2})?\s*[:–-]+\s*(?=\S)",
    re.IGNORECASE,
)


def recommendations(
    text: str, blocks: Sequence[Block], *, report: bool = True
) -> tuple[Decision, ...]:
    """Every recommendation of a paper, in order; one said twice is given once.

    They stand under a heading for recommendations; where a report has no such heading, below a
    sentence that asks for them.
    """
    found = [d for first, last in _sections(blocks) for d in _in_section(text, blocks, first, last)]
    found += _inline(text, blocks)
    if not found and report:
        found = list(_asked_anywhere(text, blocks))
    return tuple(sorted(_once(text, found), key=lambda each: each.start))


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
    shown = block.kind == "heading" or (plain and not _ASKS.match(block.words))
    return shown and section_of(block.words) == "recommendations"


def _in_section(text: str, blocks: Sequence[Block], first: int, last: int) -> Iterator[Decision]:
    within, number, some = blocks[:last], first, False
    while number < last:
        block = blocks[number]
        points = points_below(within, number) if _leads(block, in_section=True) else []
        if points:
            yield from (_decision(text, p, blocks[number].start) for p in points)
        elif block.kind == "row":
            yield from _in_row(block)
        elif _recommends(block, some):
            points = [point_at(within, number)]
            yield _decision(text, points[0], _lead_of(blocks, number))
        some = some or bool(points)
        number = points[-1].last + 1 if points else number + 1


def _leads(block: Block, *, in_section: bool) -> bool:
    """Whether a block introduces the recommendations below it, rather than being one."""
    words = block.words.strip(" *_")
    if block.kind in ("item", "row") or not (is_open(words) or _WHO_ALONE.match(words)):
        return False
    asks = _ASKS.match(words) or _WHO_ALONE.match(words) or _OF_THESE.search(words)
    return bool(asks) or (in_section and block.label is None)


def _recommends(block: Block, some: bool) -> bool:
    """Whether a block below the heading is a recommendation, and not a remark beside them."""
    words = block.words.strip(" *_")
    if _NOTHING.fullmatch(words) or not words:
        return False
    marked = block.kind == "item" or block.label is not None or block.mark > 0
    return marked or not some or bool(_ACTS.match(words) or _ASKS.match(words))


def _lead_of(blocks: Sequence[Block], number: int) -> int:
    """Where a point's lead-in starts: the heading above, if that is the lead-in's sentence."""
    above, block = blocks[number - 1], blocks[number]
    leads = above.kind == "heading" and bool(_ASKS.match(above.words))
    return above.start if leads else block.start + block.mark


def _in_row(block: Block) -> Iterator[Decision]:
    """The cells of a row that stand under a heading for recommendations."""
    start = block.start
    for name, cell in zip(block.columns, block.cells, strict=False):
        if (
            section_of(name) == "recommendations"
            and cell
            and plain_label(cell) != plain_label(name)
        ):
            yield Decision(
                text=cell,
                standing="recommended",
                start=start,
                end=start + len(cell),
                lead_start=start,
                label=block.label,
                heading=block.heading,
                page=block.page,
            )
        start += len(cell) + 1


def _inline(text: str, blocks: Sequence[Block]) -> Iterator[Decision]:
    """Recommendations that carry their own heading: "RECOMMENDATION: That …"."""
    for number, block in enumerate(blocks):
        match = _INLINE.match(block.words) if block.kind != "row" else None
        rest = block.words[match.end() :] if match else ""
        if match is None or _NOTHING.fullmatch(rest):
            continue
        start = block.start + block.mark + match.end()
        points = points_below(blocks, number) if is_open(rest) else []
        if points:
            yield from (_decision(text, p, block.start + block.mark) for p in points)
            continue
        end = point_at(blocks, number).end
        label = block.label or (match["number"] or "").strip() or None
        yield Decision(
            text=text[start:end],
            standing="recommended",
            start=start,
            end=end,
            lead_start=start,
            label=label,
            heading=block.heading,
            page=block.page,
        )


def _asked_anywhere(text: str, blocks: Sequence[Block]) -> Iterator[Decision]:
    """Recommendations without a heading: below a sentence that asks for them, or in it."""
    for number, block in enumerate(blocks):
        if block.kind not in ("paragraph", "heading") or not _ASKS.match(block.words):
            continue
        points = points_below(blocks, number) if _leads(block, in_section=False) else []
        if points:
            yield from (_decision(text, point, block.start) for point in points)
        elif block.kind == "paragraph" and not _NOTHING.fullmatch(block.words):
            point = point_at(blocks, number)
            yield _decision(text, point, point.start)


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


def _once(text: str, found: Sequence[Decision]) -> Iterator[Decision]:
    """Each recommendation once under one lead-in: reports often repeat theirs at the end."""
    seen: set[str] = set()
    for each in found:
        lead = text[each.lead_start : each.start].partition("\n")[0]
        words = " ".join(re.findall(r"[^\W\d]+", f"{lead} {each.text}".casefold()))
        if words and words not in seen:
            seen.add(words)
            yield each
