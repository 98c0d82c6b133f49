"""What minutes and decision records say was resolved, and what was moved and not carried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.records import Block, Decision
from ingest.decisions import resolving
from ingest.decisions.minute import decision_at
from ingest.decisions.motions import motion_at
from ingest.decisions.points import Point, is_open, point_at, points_below
from ingest.sections import section_of
from ingest.sentences import LONGEST, sentences


@dataclass(frozen=True, slots=True)
class _Found:
    """A span that records a decision, and the number of the block where it ends."""

    decision: Decision
    last: int


def resolutions(text: str, blocks: Sequence[Block]) -> tuple[Decision, ...]:
    """Every resolution of some minutes or a decision record, and each motion that fell."""
    found: list[Decision] = []
    number = 0
    while number < len(blocks):
        here = list(_at(text, blocks, number))
        found += [each.decision for each in here]
        number = max([number, *(each.last for each in here)]) + 1
    return tuple(sorted(found, key=lambda each: each.start))


def _at(text: str, blocks: Sequence[Block], number: int) -> Iterator[_Found]:
    block = blocks[number]
    words = block.words
    opening = resolving.OPENING.match(words)
    if block.kind == "row":
        yield from _in_row(block, number)
    elif opening and _is_resolution(block, opening.end()):
        yield from _resolved(text, blocks, number, block.start + block.mark)
    elif block.kind == "heading":
        yield from _under_heading(text, blocks, number)
    elif resolving.lists_decisions(words) and points_below(blocks, number):
        yield from _resolved(text, blocks, number, block.start + block.mark)
    elif within := resolving.resolved_at(words):
        yield from _resolved(text, blocks, number, block.start + block.mark + within)
    else:
        yield from _in_prose(text, blocks, number)


def _is_resolution(block: Block, end: int) -> bool:
    """Whether an opening is one: "DECISIONS" over a section is dealt with as its heading."""
    return block.kind != "heading" or end < len(block.words)


def _resolved(text: str, blocks: Sequence[Block], number: int, start: int) -> Iterator[_Found]:
    """A resolution with its list: a decision for each point, or one where they are its reasons."""
    block = blocks[number]
    points = points_below(blocks, number) if is_open(block.words) else []
    about = replace(decision_at(blocks, number), lead_start=start)
    if points and not _is_whole(block.words):
        lead = text[start : block.end]
        yield from (_point(text, point, about, lead) for point in points)
        return
    end, last = (points[-1].end, points[-1].last) if points else (block.end, number)
    if _says_nothing(text[start:end]) and _has_words_below(blocks, number):
        end, last = blocks[number + 1].end, number + 1
    stated = text[start:end]
    if not _says_nothing(stated):
        outcome = resolving.outcome_in(_without_opening(stated))
        yield _Found(replace(about, text=stated, start=start, end=end, outcome=outcome), last)


def _point(text: str, point: Point, about: Decision, lead: str) -> _Found:
    """One point of a resolution; what its own words do not say was done, its lead-in may."""
    stated = text[point.start : point.end]
    decision = replace(
        about,
        text=stated,
        start=point.start,
        end=point.end,
        outcome=resolving.outcome_in(stated) or resolving.outcome_in(_without_opening(lead)),
        label=point.first.label or about.label,
        page=point.first.page,
    )
    return _Found(decision, point.last)


def _is_whole(words: str) -> bool:
    """Whether the list below is part of one decision: its reasons, conditions or terms."""
    last = words.casefold()[-80:]
    return any(word in last for word in ("reason", "condition", "ground", "following terms"))


def _says_nothing(stated: str) -> bool:
    """Whether only the word is there, and what was resolved is not."""
    return not any(letter.isalnum() for letter in _without_opening(stated))


def _without_opening(stated: str) -> str:
    match = resolving.OPENING.match(stated)
    return stated[match.end() :] if match else stated


def _has_words_below(blocks: Sequence[Block], number: int) -> bool:
    """Whether a plain paragraph says what a bare RESOLVED above it does not."""
    below = blocks[number + 1 : number + 2]
    return bool(below) and below[0].kind in ("paragraph", "item")


def _under_heading(text: str, blocks: Sequence[Block], number: int) -> Iterator[_Found]:
    """The decisions of a decision record's own section: each labelled point, or its paragraphs."""
    if section_of(blocks[number].words) != "decision":
        return
    place = number + 1
    while place < len(blocks) and blocks[place].kind in ("paragraph", "item"):
        block = blocks[place]
        if resolving.OPENING.match(block.words) or (
            is_open(block.words) and points_below(blocks, place)
        ):
            found = list(_resolved(text, blocks, place, block.start + block.mark))
        else:
            found = [_plain(text, blocks, place)]
        yield from found
        place = max([place, *(each.last for each in found)]) + 1


def _plain(text: str, blocks: Sequence[Block], number: int) -> _Found:
    """A decision that stands as a paragraph of its own, with what is below its label."""
    point = point_at(blocks, number)
    return _point(text, point, replace(decision_at(blocks, number), lead_start=point.start), "")


def _in_row(block: Block, number: int) -> Iterator[_Found]:
    """A row of a decision record: "Decision" beside what was decided, or above it."""
    start = block.start
    for place, cell in enumerate(block.cells):
        beside = block.cells[place - 1] if place else ""
        above = block.columns[place] if place < len(block.columns) else ""
        named = [n for n in (beside, above) if n and n != cell and section_of(n) == "decision"]
        if named and len(cell.split()) > 2:
            decision = replace(
                decision_at([block], 0),
                text=cell,
                start=start,
                end=start + len(cell),
                lead_start=start,
                outcome=resolving.outcome_in(cell),
            )
            yield _Found(decision, number)
            return
        start += len(cell) + 1


def _in_prose(text: str, blocks: Sequence[Block], number: int) -> Iterator[_Found]:
    """Decisions told in sentences, and motions that were put: "It was agreed that …"."""
    offset = blocks[number].start + blocks[number].mark
    for sentence in sentences(blocks[number].words):
        if len(sentence.text) <= LONGEST:
            start = offset + sentence.start
            about = replace(
                decision_at(blocks, number, sentence.text),
                text=sentence.text,
                start=start,
                end=offset + sentence.end,
                lead_start=start,
            )
            yield from _in_sentence(text, blocks, number, about)


def _in_sentence(
    text: str, blocks: Sequence[Block], number: int, told: Decision
) -> Iterator[_Found]:
    offset = blocks[number].start + blocks[number].mark
    narrated = resolving.NARRATED.search(told.text)
    if narrated and not resolving.fate_in(told.text):
        outcome = resolving.outcome_of(told.text[narrated.start() :])
        yield from _listed(text, blocks, number, replace(told, outcome=outcome))
    elif told.start > offset and resolving.OPENING.match(told.text):
        outcome = resolving.outcome_in(_without_opening(told.text))
        yield _Found(replace(told, outcome=outcome, lead_start=offset), number)
    elif resolving.MOTION.search(told.text) and (moved := motion_at(text, blocks, number, told)):
        yield _Found(moved, number)


def _listed(
    text: str, blocks: Sequence[Block], number: int, narrated: Decision
) -> Iterator[_Found]:
    """A narrated decision with the list it ends in, if it does."""
    end, last = narrated.end, number
    if narrated.text.endswith(":"):
        points = points_below(blocks, number) or [point_at(blocks, number)]
        end, last = points[-1].end, points[-1].last
    yield _Found(replace(narrated, text=text[narrated.start : end], end=end), last)
