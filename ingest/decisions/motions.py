"""Motions and amendments as they were put, and what the minutes tell became of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision, Standing
from ingest.decisions.minute import ends_item
from ingest.decisions.moving import MOTION, fate_in, mover_in, seconder_in
from ingest.decisions.points import points_below
from ingest.decisions.resolving import OPENING, resolved_at
from ingest.sentences import sentences

_RESOLVED = "resolved"
_AMENDED = re.compile(r"\bamendment\b[^.;]{0,120}\b(?:carried|accepted|agreed|approved)\b", re.I)


def motion_at(text: str, blocks: Sequence[Block], number: int, told: Decision) -> Decision | None:
    """A motion that a sentence tells, by what became of it: lost or open, it was only proposed.

    One that was carried is given by its RESOLVED, so not here; where there is none, by its own
    words. To move the last minutes is routine, and no motion.
    """
    below = blocks[number + 1 : number + 2]
    if told.text.endswith(":") and below and OPENING.match(below[0].words):
        return None
    moved = _in_its_words(text, blocks, number, told)
    kind = "amendment" if "amendment" in moved.text.casefold() else "motion"
    fate = _fate(blocks, number, kind, moved.text)
    if fate == _RESOLVED or _is_routine(moved.text):
        return None
    standing: Standing = "resolved" if fate == "carried" else "proposed"
    return replace(_with_movers(blocks, number, moved), standing=standing, outcome=fate)


def _with_movers(blocks: Sequence[Block], number: int, moved: Decision) -> Decision:
    """A motion with who moved it, where a form gives that on lines of its own below."""
    if moved.mover and moved.seconder:
        return moved
    form = "\n".join(b.words[:80] for b in _below(blocks, number) if len(b.words) < 80)
    return replace(
        moved,
        mover=moved.mover or mover_in(form),
        seconder=moved.seconder or seconder_in(form),
    )


def _below(blocks: Sequence[Block], number: int) -> Sequence[Block]:
    following = []
    for block in blocks[number + 1 : number + 4]:
        if ends_item(block) or MOTION.search(block.words):
            break
        following.append(block)
    return following


def _in_its_words(text: str, blocks: Sequence[Block], number: int, told: Decision) -> Decision:
    """A motion in the words it was put in: those of the sentence, or what stands below it."""
    if not told.text.endswith(":") or number + 1 == len(blocks):
        return told
    points = points_below(blocks, number)
    below = blocks[number + 1]
    if below.kind not in ("paragraph", "item"):
        return told
    end = points[-1].end if points else below.end
    return replace(told, text=text[told.start : end], end=end)


def _is_routine(words: str) -> bool:
    plain = words.casefold()
    short = len(words.split()) < 12 and " that " not in words and ":" not in words
    return short or "minutes" in plain or "true and accurate" in plain


def _fate(blocks: Sequence[Block], number: int, kind: str, words: str) -> str | None:
    """What minutes tell later of a motion: "lost", "carried", "resolved"; None if nothing."""
    own = fate_in(words)
    if own:
        return own[1]
    rest = list(_rest_of_minute(blocks, number, words))
    if rest and not words.endswith(".") and OPENING.match(rest[0]):
        return _RESOLVED
    for place, told in enumerate(rest):
        fate = fate_in(told)
        if fate and fate[0] == kind:
            return _settled(kind, fate[1], rest, place)
        if kind == "motion" and _resolves(told):
            return _RESOLVED
        if kind == "motion" and place and _is_another(told, words):
            return None
    return None


def _is_another(told: str, words: str) -> bool:
    """Whether another motion is put next: what follows is about that one."""
    return bool(MOTION.search(told)) and "amendment" not in told.casefold() and told not in words


def _settled(kind: str, fate: str, rest: Sequence[str], place: int) -> str:
    """A fate with what else the minutes tell: resolved in words of its own, or as amended."""
    if fate != "carried":
        return fate
    if any(map(_resolves, rest[place:])):
        return _RESOLVED
    if kind == "motion" and any(map(_AMENDED.search, rest[:place])):
        return "amended"
    later = (f for told in rest[place + 1 :] if (f := fate_in(told)) and f[0] == "motion")
    lost = kind == "amendment" and next(later, ("", ""))[1] == "lost"
    return "lost" if lost else "carried"


def _rest_of_minute(blocks: Sequence[Block], number: int, words: str) -> Iterator[str]:
    """What follows a motion's words in the same item, sentence by sentence, tables left out."""
    own = blocks[number].words.partition(words)[2].strip()
    yield from (each.text for each in sentences(own))
    item = blocks[number].label or blocks[number].under
    for block in blocks[number + 1 :]:
        another = item and block.label and not block.label.startswith(item)
        if ends_item(block) or another:
            return
        if block.kind != "row" and block.words not in words:
            yield from _parts(block.words)


def _parts(words: str) -> Iterator[str]:
    """A block's sentences; one that resolves is left whole, to be known by how it opens."""
    if OPENING.match(words):
        yield words
    else:
        yield from (each.text for each in sentences(words))


def _resolves(words: str) -> bool:
    return bool(OPENING.match(words)) or resolved_at(words) is not None
