"""Which segments of an index to write anew: they stay few and hold little that is gone."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

MOST_SEGMENTS = 12
MOST_GATHERED = 250_000  # passages: whoever publishes waits for them, some five seconds
MOST_AT_REST = 4


class Segment(Protocol):
    """A part of an index, written once; what is deleted from it is only marked."""

    def doc_count(self) -> int:
        """How many passages it holds that are not deleted."""

    def deleted_count(self) -> int:
        """How many passages in it are deleted."""


S = TypeVar("S", bound=Segment)


def divided(segments: Sequence[S], *, purge: bool) -> tuple[list[S], list[S]]:
    """The segments to keep as they are, and those to write anew; the empty are in neither.

    Those mostly deleted are written anew; with ``purge``, those where anything is. When too many
    are left, they are gathered smallest first for as long as the next is not more than twice
    what is gathered: a passage is then rewritten only about as often as the index has doubled, and
    no publication waits for very many.
    """
    filled = sorted((s for s in segments if s.doc_count()), key=lambda s: s.doc_count())
    anew = [s for s in filled if s.deleted_count() > (0 if purge else s.doc_count())]
    kept = [s for s in filled if s not in anew]
    if len(kept) >= MOST_SEGMENTS:
        anew.append(kept.pop(0))
        gathered = anew[-1].doc_count()
        while kept and kept[0].doc_count() <= min(2 * gathered, MOST_GATHERED - gathered):
            gathered += kept[0].doc_count()
            anew.append(kept.pop(0))
    return kept, anew


def at_rest(segments: Sequence[S]) -> tuple[list[S], list[S]]:
    """The segments to keep, and those to write anew, when no more is to come for a while.

    The smallest are gathered until few are left, and on for as long as the next is not more than
    what is gathered.
    """
    kept = sorted((s for s in segments if s.doc_count()), key=lambda s: s.doc_count())
    if len(kept) <= MOST_AT_REST:
        return kept, []
    anew: list[S] = []
    while len(kept) >= MOST_AT_REST or _is_no_more(kept[:1], anew):
        anew.append(kept.pop(0))
    return kept, anew


def _is_no_more(one: Sequence[Segment], than: Sequence[Segment]) -> bool:
    held = sum(segment.doc_count() for segment in than)
    return any(segment.doc_count() <= held for segment in one)
