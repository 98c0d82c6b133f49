"""What minutes and decision records say was resolved, and what was moved and not carried."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision
from ingest.decisions import resolving
from ingest.decisions.boilerplate import is_boilerplate
from ingest.decisions.cells import in_row
from ingest.decisions.minute import decision_at
from ingest.decisions.offices import chosen_in_line, chosen_in_row
from ingest.decisions.points import ends_list, is_open, points_below
from ingest.decisions.prose import in_prose
from ingest.decisions.resolved import Found, plain, resolved, run_on
from ingest.decisions.responses import positions, responses
from ingest.sections import section_of


def resolutions(text: str, blocks: Sequence[Block]) -> tuple[Decision, ...]:
    """Every resolution of some minutes or a decision record, and each motion that fell."""
    found: list[Decision] = []
    number = 0
    while number < len(blocks):
        here = list(_at(text, blocks, number))
        found += [each.decision for each in here]
        number = max([number, *(each.last for each in here)]) + 1
        if not here and _tells_of_another_day(blocks, number - 1):
            number = _after_what_is_told(blocks, number - 1)
    return tuple(_apart(sorted(found, key=lambda each: (each.start, each.end))))


def _at(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    block = blocks[number]
    if is_boilerplate(block.words):
        return
    if block.kind == "row":
        chosen = list(chosen_in_row(blocks, number))
        yield from chosen or in_row(text, blocks, number, _in_words)
    elif block.kind == "heading" and not _resolves(block):
        yield from _under_heading(text, blocks, number)
    else:
        yield from _in_words(text, blocks, number)


def _in_words(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    block = blocks[number]
    words, first = block.words, block.start + block.mark
    if resolving.OPENING.match(words) and _resolves(block):
        yield from resolved(text, blocks, number, first)
    elif resolving.lists_inline(words):
        about = replace(decision_at(blocks, number), lead_start=first)
        yield from run_on(about, words, number)
    elif resolving.lists_decisions(words) and points_below(blocks, number):
        if not resolving.tells_below(words):
            yield from resolved(text, blocks, number, first)
    elif within := resolving.resolved_at(words):
        yield from resolved(text, blocks, number, first + within)
    else:
        said = [*chosen_in_line(text, blocks, number), *responses(text, blocks, number)]
        told = said[:1] or list(in_prose(text, blocks, number))
        yield from told or positions(text, blocks, number)


def _resolves(block: Block) -> bool:
    """Whether a heading resolves: "DECISIONS" over a section is dealt with as its heading."""
    opening = resolving.OPENING.match(block.words)
    return opening is not None and (block.kind != "heading" or opening.end() < len(block.words))


def _tells_of_another_day(blocks: Sequence[Block], number: int) -> bool:
    return blocks[number].kind != "heading" and resolving.tells_below(blocks[number].words)


def _after_what_is_told(blocks: Sequence[Block], number: int) -> int:
    """The first block after a quotation of what was resolved on another day."""
    points = points_below(blocks, number)
    if points:
        return points[-1].last + 1
    below = blocks[number + 1 : number + 2]
    quoted = below and below[0].kind != "heading" and resolving.OPENING.match(below[0].words)
    return number + 2 if quoted else number + 1


def _under_heading(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """The decisions of a decision record's own section: each labelled point, or its paragraphs."""
    if section_of(blocks[number].words) != "decision":
        return
    place = number + 1
    while place < len(blocks) and blocks[place].kind in ("paragraph", "item"):
        block = blocks[place]
        if ends_list(block.words):
            return
        found = [] if is_boilerplate(block.words) else list(_in_section(text, blocks, place))
        yield from found
        place = max([place, *(each.last for each in found)]) + 1


def _in_section(text: str, blocks: Sequence[Block], place: int) -> Iterator[Found]:
    block = blocks[place]
    leads = is_open(block.words) and points_below(blocks, place)
    if leads or resolving.OPENING.match(block.words):
        return resolved(text, blocks, place, block.start + block.mark)
    return plain(text, blocks, place)


def _apart(found: Sequence[Decision]) -> Iterator[Decision]:
    """Decisions without those that stand inside one already given."""
    end = -1
    for each in found:
        if each.start >= end:
            end = each.end
            yield each
