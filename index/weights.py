"""How much a stem counts by where it stands in a passage: the F in BM25F, for every engine."""

from collections import Counter
from typing import NamedTuple

from index.passages import Entry

# A title stands over every passage of its report: at more than a body's weight it would bring up
# passages that have no word of the question, before those of other reports that have.
WEIGHTS = {"title": 1.0, "heading": 1.5, "body": 1.0, "leads": 1.5}

# A passage is as long as its heading and body, and at least this long: beside a fitting title,
# "None." is no better than a paragraph.
MEASURED = ("heading", "body")
SHORTEST = 30  # stems

LENGTH_WEIGHT, SATURATION = 0.75, 1.2  # b and k1, as in Robertson and Zaragoza's BM25F


class Weighed(NamedTuple):
    """A stem's part in the passage's length, in stems, and its weight."""

    length: int
    weight: float


def weighed(entry: Entry) -> dict[str, Weighed]:
    """Every stem of a passage with its weight over all the fields it stands in."""
    found: dict[str, Weighed] = {}
    for name, weight in WEIGHTS.items():
        for stem, number in Counter(getattr(entry, name)).items():
            before = found.get(stem, Weighed(0, 0.0))
            length = number if name in MEASURED else 0
            found[stem] = Weighed(before.length + length, before.weight + number * weight)
    return _lengthened(found)


def _lengthened(found: dict[str, Weighed]) -> dict[str, Weighed]:
    """With what a short passage lacks in length put to one of its stems: only the sum counts."""
    lacking = SHORTEST - sum(stem.length for stem in found.values())
    if lacking > 0 and found:
        stem, (length, weight) = next(iter(found.items()))
        found[stem] = Weighed(length + lacking, weight)
    return found
