"""How much a stem counts by where it stands in a passage: the F in BM25F, for every engine."""

from collections import Counter
from typing import NamedTuple

from index.passages import Entry

WEIGHTS = {"title": 2.0, "heading": 1.5, "body": 1.0, "leads": 1.5}

# A passage is as long as its heading and body: a report's long title should not speak against
# every passage in it.
MEASURED = ("heading", "body")

LENGTH_WEIGHT, SATURATION = 0.75, 1.2  # b and k1, as in Robertson and Zaragoza's BM25F


class Weighed(NamedTuple):
    """A stem's part in the passage's length, in words, and its weight."""

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
    return found
