"""A resolution with its list: each point a decision, or all one where they are its reasons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.records import Block, Decision
from ingest.decisions import resolving
from ingest.decisions.inline import inline_points
from ingest.decisions.minute import decision_at
from ingest.decisions.outcomes import outcome_in, recommends_on
from ingest.decisions.points import (
    Point,
    ends_list,
    is_open,
    point_at,
    points_below,
    runs_into,
    stops_at_who,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A span that records a decision, and the number of the block where it ends."""

    decision: Decision
    last: int


def resolved(text: str, blocks: Sequence[Block], number: int, start: int) -> Iterator[Found]:
    """The decisions of a resolution that starts in a block, at a place in the text."""
    block = blocks[number]
    stated = text[start : block.end]
    if resolving.ACCORDINGLY.search(stated):
        return
    leads = _leads_on(stated) or runs_into(stated, blocks, number)
    points = points_below(blocks, number) if leads else []
    about = replace(decision_at(blocks, number), lead_start=start)
    alone = len(points) == 1 and points[0].first.label is None and says_nothing(stated)
    if points and not is_whole(block.words) and not alone:
        yield from (point_found(text, point, about, stated) for point in points)
        return
    inline = [] if is_whole(stated) else list(run_on(about, stated, number))
    if inline and not points:
        yield from inline
        return
    end, last = (points[-1].end, points[-1].last) if points else (block.end, number)
    if says_nothing(text[start:end]) and _has_words_below(blocks, number):
        end, last = blocks[number + 1].end, number + 1
    if not says_nothing(text[start:end]):
        yield Found(_whole(about, text[start:end], start), last)


def _whole(about: Decision, stated: str, start: int) -> Decision:
    return replace(
        about, text=stated, start=start, end=start + len(stated), outcome=outcome_of_block(stated)
    )


def outcome_of_block(stated: str) -> str | None:
    """What a resolution did; where its body only recommends, that."""
    if recommends_on(stated):
        return "recommended"
    words = without_opening(stated)
    opening = stated[: len(stated) - len(words)]
    return outcome_in(words) or outcome_in(opening.lower().replace("agreed", ""))


def point_found(text: str, point: Point, about: Decision, lead: str) -> Found:
    """One point of a resolution; what its own words do not say was done, its lead-in may."""
    stated = text[point.start : point.end]
    decision = replace(
        about,
        text=stated,
        start=point.start,
        end=point.end,
        outcome=_outcome_of_point(stated, lead),
        label=point.first.label or about.label,
        page=point.first.page,
    )
    return Found(decision, point.last)


def run_on(about: Decision, stated: str, number: int) -> Iterator[Found]:
    """The points of a resolution that run on in one paragraph, each a decision of its own."""
    points = inline_points(stated)
    if not points or not _leads_on(stated[: points[0].at].rstrip()):
        return
    for point in points:
        start = about.lead_start + point.start
        words = stated[point.start : point.end]
        label = f"{about.label or ''}{'' if point.label[0] == '(' else '.'}{point.label}".lstrip(
            "."
        )
        yield Found(
            replace(
                about,
                text=words,
                start=start,
                end=start + len(words),
                outcome=_outcome_of_point(words, stated[: point.start]),
                label=label,
            ),
            number,
        )


def _outcome_of_point(stated: str, lead: str) -> str | None:
    if recommends_on(lead):
        return "recommended"
    return outcome_in(stated) or outcome_in(without_opening(lead))


# "Following the debate, Cabinet RESOLVED" with what it resolved below.
_ENDS_BARE = re.compile(r"\b(?:RESOLVED|AGREED|DECIDED)(?:\s+(?:UNANIMOUSLY|unanimously))?\W*$")
_WHOLE = ("reason", "condition", "ground", "following terms", "subject to", "informative")


def is_whole(words: str) -> bool:
    """Whether the list below is part of one decision: its reasons, conditions or terms."""
    last = words.casefold()[-80:]
    return any(word in last for word in _WHOLE) and not stops_at_who(words)


def says_nothing(stated: str) -> bool:
    """Whether only the word is there, and what was resolved is not."""
    words = without_opening(stated)
    if _ENDS_BARE.search(stated) and "\n" not in stated:
        return True
    if any(map(stated.strip().startswith, ("APPROVED", "GRANTED", "REFUSED", "DEFERRED"))):
        return False
    return not any(letter.isalnum() for letter in words)


def without_opening(stated: str) -> str:
    """A resolution's words without the "RESOLVED that" they open with."""
    match = resolving.OPENING.match(stated)
    return stated[match.end() :] if match else stated


def _leads_on(stated: str) -> bool:
    return (
        not stated
        or bool(_ENDS_BARE.search(stated))
        or is_open(stated)
        or not any(map(str.isalnum, without_opening(stated)))
    )


def _has_words_below(blocks: Sequence[Block], number: int) -> bool:
    """Whether a plain paragraph says what a bare RESOLVED above it does not."""
    below = blocks[number + 1 : number + 2]
    return bool(below and below[0].kind in ("paragraph", "item") and not ends_list(below[0].words))


def plain(text: str, blocks: Sequence[Block], number: int) -> Iterator[Found]:
    """A decision that stands as a paragraph of its own, with what is below its label."""
    point = point_at(blocks, number)
    about = replace(decision_at(blocks, number), lead_start=point.start)
    inline = list(run_on(about, text[point.start : point.end], number))
    yield from inline or [point_found(text, point, about, "")]
