"""What minutes and decision records say was resolved, and what was moved and not carried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.records import Block, Decision, Standing
from ingest import resolving
from ingest.points import is_open, point_at, points_below
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
    about = _about(blocks, number)
    if points and not _is_whole(block.words):
        for point in points:
            stated = text[point.start : point.end]
            lead = text[start : block.end]
            outcome = resolving.outcome_in(stated) or resolving.outcome_in(lead)
            decision = replace(
                about, text=stated, start=point.start, end=point.end, lead_start=start,
                outcome=outcome, label=point.first.label or about.label, page=point.first.page,
            )  # fmt: skip
            yield _Found(decision, point.last)
        return
    end, last = (points[-1].end, points[-1].last) if points else (block.end, number)
    if end == block.end and _says_nothing(text[start:end]):
        below = _paragraph_below(blocks, number)
        end, last = (blocks[below].end, below) if below else (end, last)
    stated = text[start:end]
    if _says_nothing(stated):
        return
    decision = replace(
        about, text=stated, start=start, end=end, lead_start=start,
        outcome=resolving.outcome_in(_without_opening(stated)), page=block.page,
    )  # fmt: skip
    yield _Found(decision, last)


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


def _paragraph_below(blocks: Sequence[Block], number: int) -> int | None:
    """The plain paragraph that says what a bare RESOLVED above it does not."""
    below = number + 1
    plain = below < len(blocks) and blocks[below].kind in ("paragraph", "item")
    return below if plain else None


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
    point = point_at(blocks, number)
    stated = text[point.start : point.end]
    decision = replace(
        _about(blocks, number), text=stated, start=point.start, end=point.end,
        lead_start=point.start, label=point.first.label or point.first.under,
        outcome=resolving.outcome_in(stated), page=point.first.page,
    )  # fmt: skip
    return _Found(decision, point.last)


def _in_row(block: Block, number: int) -> Iterator[_Found]:
    """A row of a decision record: "Decision" beside what was decided, or above it."""
    start = block.start
    for place, cell in enumerate(block.cells):
        beside = block.cells[place - 1] if place else ""
        above = block.columns[place] if place < len(block.columns) else ""
        named = [n for n in (beside, above) if n and n != cell and section_of(n) == "decision"]
        if named and len(cell.split()) > 2:
            decision = Decision(
                text=cell, standing="resolved", start=start, end=start + len(cell),
                lead_start=start, outcome=resolving.outcome_in(cell), label=block.label,
                minute=block.under, heading=block.heading, page=block.page,
            )  # fmt: skip
            yield _Found(decision, number)
            return
        start += len(cell) + 1


def _in_prose(text: str, blocks: Sequence[Block], number: int) -> Iterator[_Found]:
    """Decisions told in sentences, and motions that were put: "It was agreed that …"."""
    block = blocks[number]
    offset = block.start + block.mark
    for sentence in sentences(block.words):
        if len(sentence.text) > LONGEST:
            continue
        start, end = offset + sentence.start, offset + sentence.end
        about = replace(
            _about(blocks, number), text=sentence.text, start=start, end=end, lead_start=start
        )
        narrated = resolving.NARRATED.search(sentence.text)
        if narrated and not resolving.fate_in(sentence.text):
            outcome = resolving.outcome_of(sentence.text[narrated.start() :])
            yield from _listed(text, blocks, number, replace(about, outcome=outcome))
        elif resolving.MOTION.search(sentence.text) and not is_open(sentence.text):
            yield from _motion(blocks, number, about)


def _listed(
    text: str, blocks: Sequence[Block], number: int, narrated: Decision
) -> Iterator[_Found]:
    """A narrated decision with the list it ends in, if it does."""
    points = points_below(blocks, number) if narrated.text.rstrip().endswith(":") else []
    if not points:
        yield _Found(narrated, number)
        return
    whole = replace(narrated, text=text[narrated.start : points[-1].end], end=points[-1].end)
    yield _Found(whole, points[-1].last)


def _motion(blocks: Sequence[Block], number: int, moved: Decision) -> Iterator[_Found]:
    """A motion as what became of it: lost or open, it stands as proposed.

    One that was carried is given by its RESOLVED; where there is none, by its own words.
    """
    words = moved.text
    kind = "amendment" if "amendment" in words.casefold() else "motion"
    fate = _fate(blocks, number, kind, words)
    if _is_about_minutes(words) or fate == "resolved":
        return
    standing: Standing = "resolved" if fate == "carried" else "proposed"
    yield _Found(replace(moved, standing=standing, outcome=fate), number)


def _is_about_minutes(words: str) -> bool:
    """Proposing and seconding the last minutes is routine, and says nothing of what was done."""
    return (
        "minutes" in words.casefold()
        or "true and accurate" in words.casefold()
        or (len(words.split()) < 12 and " that " not in words)
    )


def _fate(blocks: Sequence[Block], number: int, kind: str, words: str) -> str | None:
    """What minutes tell later of a motion: "lost", "carried", "resolved"; None if nothing."""
    own = resolving.fate_in(words)
    if own:
        return own[1]
    rest = list(_rest_of_minute(blocks, number, words))
    if rest and not words.endswith(".") and resolving.OPENING.match(rest[0]):
        return "resolved"
    for place, told in enumerate(rest):
        fate = resolving.fate_in(told)
        if fate and fate[0] == kind:
            carried = fate[1] == "carried" and any(map(_resolves, rest[place:]))
            return "resolved" if carried else fate[1]
        if kind == "motion" and _resolves(told):
            return "resolved"
    return None


def _rest_of_minute(blocks: Sequence[Block], number: int, words: str) -> Iterator[str]:
    """What follows a motion's words under the same heading, tables left out."""
    yield from filter(None, [blocks[number].words.partition(words)[2].strip()])
    for block in blocks[number + 1 :]:
        if block.kind == "heading":
            return
        if block.kind != "row":
            yield block.words


def _resolves(words: str) -> bool:
    return bool(resolving.OPENING.match(words)) or resolving.resolved_at(words) is not None


def _about(blocks: Sequence[Block], number: int) -> Decision:
    """A decision at a block, its words still to be set: minute, heading, mover and seconder."""
    block = blocks[number]
    moving = _moving(blocks, number)
    return Decision(
        text="", standing="resolved", start=block.start, end=block.end, lead_start=block.start,
        label=block.label or block.under, minute=_minute(blocks, number), heading=block.heading,
        page=block.page, mover=resolving.mover_in(moving), seconder=resolving.seconder_in(moving),
    )  # fmt: skip


def _moving(blocks: Sequence[Block], number: int) -> str:
    """The words that may say who moved: those of the block, or the sentence right above it."""
    own = blocks[number].words
    if number == 0 or resolving.mover_in(own) or blocks[number - 1].kind == "heading":
        return own
    above = [sentence.text for sentence in sentences(blocks[number - 1].words)]
    leads_on = above and not above[-1].endswith(".")
    return above[-1] if leads_on and resolving.MOTION.search(above[-1]) else own


def _minute(blocks: Sequence[Block], number: int) -> str | None:
    """The number of the minute that a block stands in."""
    block = blocks[number]
    if block.under:
        return block.under
    above = (b for b in reversed(blocks[: number + 1]) if b.kind == "heading" or b.label)
    return next((b.label for b in above), None)
