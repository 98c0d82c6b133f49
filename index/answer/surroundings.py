"""What stands around a passage: enough of its section to be read by itself."""

from collections.abc import Sequence

from index.answer.quotation import Span
from index.catalogue import Catalogue
from index.records import Passage

MOST_WORDS = 230
LOOKED_AT = 4  # passages before and after


def around(catalogue: Catalogue, passage: Passage) -> Span:
    """The span of a passage and of those beside it, while they are of one section and short.

    What has another standing is never taken with it: it would seem to share it.
    """
    near = catalogue.neighbours(passage, LOOKED_AT, LOOKED_AT)
    before = [one for one in near if one.end <= passage.start]
    after = [one for one in near if one.start >= passage.end]
    left = MOST_WORDS - _words(passage)
    following = _adjoining(passage, after, left)
    left -= sum(map(_words, following))
    leading = _adjoining(passage, before[::-1], left)
    together = [passage, *following, *leading]
    return Span(min(one.start for one in together), max(one.end for one in together))


def _adjoining(passage: Passage, others: Sequence[Passage], most: int) -> list[Passage]:
    """The first of the others that belong to the passage's section, of so many words at most."""
    taken: list[Passage] = []
    for other in others:
        most -= _words(other)
        if most < 0 or (other.heading, other.standing) != (passage.heading, passage.standing):
            break
        taken.append(other)
    return taken


def _words(passage: Passage) -> int:
    return len(passage.text.split())
