"""Decisions told in sentences, and motions that were put: "It was agreed that …"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision
from ingest.decisions import resolving
from ingest.decisions.done import turns_down
from ingest.decisions.minute import decision_at, ends_item, moved_below
from ingest.decisions.motions import motion_at
from ingest.decisions.moving import MOTION, PUTS_OFF, fate_in, mover_in, seconder_in
from ingest.decisions.noted import NotedBlocks, above
from ingest.decisions.outcomes import outcome_in, outcome_of
from ingest.decisions.points import point_at, points_below
from ingest.decisions.resolved import Found, without_opening
from ingest.sentences import LONGEST, Sentence, sentences

# "Proposed by AP, seconded by TA." after what was proposed.
_MOVED = re.compile(
    r"\W*(?:proposed|moved|proposer|mover|approval\s*[–-]\s*proposed)\b(?!\s+(?:that|to|an?|the)\b)",
    re.IGNORECASE,
)
# A sentence that speaks of the one before it: "This was unanimously agreed."
_OF_THE_LAST = re.compile(
    r"\W*(?:(?:proposed|moved|seconded)\b|(?:this|that|these|it)\s+(?:was|were)\b|all\b"
    r"|unanimously\b|the\s+\w+\s+(?:unanimously\s+)?(?:agreed|approved)\s+(?:this|to\s+this)\b)",
    re.IGNORECASE,
)
_THIS_AGREED = re.compile(
    r"\b(?:this|these|which)\s+(?:was|were)\s+(?:then\s+|also\s+)?(?:unanimously\s+)?(?:agreed|approved|"
    r"resolved|accepted)\s*(?:by\s+(?:all|the\s+\w+)[\w ]{0,30})?[.;]?$",
    re.IGNORECASE,
)


def in_prose(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """The decisions and motions that a block's sentences tell."""
    told = [each for each in sentences(blocks[number].words) if len(each.text) <= LONGEST]
    found: list[Found] = []
    for place, sentence in enumerate(told):
        last = found[-1] if found else None
        if last and _MOVED.match(sentence.text) and _is_next(last, told, place, blocks[number]):
            found[-1] = replace(last, decision=_moved(last.decision, sentence.text))
            continue
        about = _about(blocks, number, told[max(0, place - 1) : place + 1])
        found += _in_sentence(text, blocks, number, about)
    if found and not found[-1].decision.mover:
        found[-1] = _moved_in_next(found[-1], blocks, number)
    if found:
        found[-1] = _to_its_end(text, found[-1], blocks, number)
    yield from found


def _to_its_end(text: str, found: Found, blocks: Sequence[Block], number: int) -> Found:
    """A decision whose sentence goes on in the next paragraph, as a page's foot may part it."""
    decision, below = found.decision, blocks[number + 1 : number + 2]
    if found.last != number or decision.end != blocks[number].end or not below:
        return found
    broken = decision.text[-1:].isalnum() or decision.text.endswith(",")
    goes_on = below[0].kind == "paragraph" and below[0].label is None and below[0].mark == 0
    if not (broken and goes_on and below[0].words[:1].islower()):
        return found
    first = next(sentences(below[0].words))
    end = below[0].start + first.end
    whole = replace(decision, text=text[decision.start : end], end=end)
    return replace(found, decision=whole, last=number + 1 if end == below[0].end else number)


def _is_next(last: Found, told: Sequence[Sentence], place: int, block: Block) -> bool:
    offset = block.start + block.mark
    return place > 0 and last.decision.end == offset + told[place - 1].end


def _moved(decision: Decision, words: str) -> Decision:
    """A decision with the mover and seconder that the sentence after it names."""
    return replace(
        decision,
        mover=decision.mover or mover_in(words),
        seconder=decision.seconder or seconder_in(words),
    )


def _moved_in_next(found: Found, blocks: Sequence[Block], number: int) -> Found:
    """The last decision of a block, with the mover that the line below names."""
    ends = found.decision.end >= blocks[number].end
    words = moved_below(blocks, number) if ends and found.last == number else ""
    return replace(found, decision=_moved(found.decision, words)) if words else found


def _about(blocks: Sequence[Block], number: int, told: Sequence[Sentence]) -> Decision:
    """A decision in a sentence's words, its lead-in the sentence before where it speaks of that."""
    offset = blocks[number].start + blocks[number].mark
    sentence = told[-1]
    leads = len(told) > 1 and _OF_THE_LAST.match(sentence.text)
    return replace(
        decision_at(blocks, number, sentence.text),
        text=sentence.text,
        start=offset + sentence.start,
        end=offset + sentence.end,
        lead_start=offset + (told[0].start if leads else sentence.start),
    )


def _in_sentence(
    text: str, blocks: Sequence[Block], number: int, told: Decision
) -> Iterator[Found]:
    offset = blocks[number].start + blocks[number].mark
    narrated = resolving.narrated_in(told.text) or _THIS_AGREED.search(told.text)
    fate = fate_in(told.text)
    alone = turns_down(told.text) and not _is_put_above(blocks, number, told.start)
    if narrated and (alone or not (fate and fate[1] != "deferred" and _of_a_motion(told.text))):
        outcome = outcome_of(told.text[narrated.start() :]) or _put_off(told.text)
        yield from _listed(text, blocks, number, replace(told, outcome=outcome))
    elif told.start > offset and resolving.OPENING.match(told.text):
        outcome = outcome_in(without_opening(told.text)) or outcome_in(told.text)
        yield Found(replace(told, outcome=outcome, lead_start=offset), number)
    elif MOTION.search(told.text) and (moved := motion_at(text, blocks, number, told)):
        yield Found(moved, number)


def _put_off(words: str) -> str | None:
    """What a motion that was carried did, where it stands before what tells of the vote."""
    return outcome_in(words) if PUTS_OFF.search(words) else None


def _is_put_above(blocks: Sequence[Block], number: int, start: int) -> bool:
    """Whether a motion is put before a place in the same item: what falls there is that motion."""
    if _is_put_before(NotedBlocks.of(blocks), number, start):
        return True
    nearest = next(above(blocks, number, _ends_or_puts), None)
    return nearest is not None and not ends_item(nearest)


def _is_put_before(blocks: NotedBlocks, number: int, start: int) -> bool:
    """Whether a motion is put in a block's own words before a place in them."""
    told = blocks.once(_sentences_of, number)
    whole = bisect_right(told, start, key=lambda each: each.end)
    broken = told[whole] if whole < len(told) and told[whole].start < start else None
    cut = broken.text[: start - broken.start] if broken else ""
    return blocks.once(_first_put, number) < whole or MOTION.search(cut) is not None


def _sentences_of(block: Block) -> tuple[Sentence, ...]:
    return tuple(sentences(block.words))


def _first_put(block: Block) -> int:
    """How many of a block's sentences stand before the first that puts a motion."""
    puts = (n for n, each in enumerate(sentences(block.words)) if MOTION.search(each.text))
    return next(puts, len(block.words))


def _ends_or_puts(block: Block) -> bool:
    """Whether a block is the heading of an item, or puts a motion."""
    return ends_item(block) or any(MOTION.search(each.text) for each in sentences(block.words))


def _of_a_motion(words: str) -> bool:
    return not re.search(r"\bseconded\b[^.]*\bcarried\b", words) or bool(MOTION.search(words))


def _listed(text: str, blocks: Sequence[Block], number: int, narrated: Decision) -> Iterator[Found]:
    """A narrated decision with the list it ends in, if it does."""
    end, last = narrated.end, number
    if narrated.text.endswith(":"):
        points = points_below(blocks, number) or [point_at(blocks, number)]
        end, last = points[-1].end, points[-1].last
    yield Found(replace(narrated, text=text[narrated.start : end], end=end), last)
