"""Motions and amendments as they were put, and what the minutes tell became of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Decision, Standing
from ingest.decisions.points import points_below
from ingest.decisions.resolving import OPENING, fate_in, resolved_at


def motion_at(text: str, blocks: Sequence[Block], number: int, told: Decision) -> Decision | None:
    """A motion that a sentence tells, by what became of it: lost or open, it was only proposed.

    One that was carried is given by its RESOLVED, so not here; where there is none, by its own
    words. To move the last minutes is routine, and no motion.
    """
    moved = _in_its_words(text, blocks, number, told)
    kind = "amendment" if "amendment" in moved.text.casefold() else "motion"
    fate = _fate(blocks, number, kind, moved.text)
    if _is_routine(moved.text) or fate == "resolved":
        return None
    standing: Standing = "resolved" if fate == "carried" else "proposed"
    return replace(moved, standing=standing, outcome=fate)


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
    short = len(words.split()) < 12 and " that " not in words
    return short or "minutes" in plain or "true and accurate" in plain


def _fate(blocks: Sequence[Block], number: int, kind: str, words: str) -> str | None:
    """What minutes tell later of a motion: "lost", "carried", "resolved"; None if nothing."""
    own = fate_in(words)
    if own:
        return own[1]
    rest = list(_rest_of_minute(blocks, number, words))
    if rest and not words.endswith(".") and OPENING.match(rest[0]):
        return "resolved"
    for place, told in enumerate(rest):
        fate = fate_in(told)
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
    return bool(OPENING.match(words)) or resolved_at(words) is not None
