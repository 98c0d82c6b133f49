"""How near a value of a sentence stands to the words that were asked."""

import re
from collections.abc import Set

from index.language import stem, words
from index.retrieval.values import Value

INITIALS = 2  # letters
# What parts one statement of a sentence from the next.
_PARTING = re.compile(r"[,;:]\s|\s(?:and|but|while|whereas)\s")


def statement(sentence: str, value: Value) -> tuple[int, int]:
    """Where the statement that a value stands in begins and ends."""
    partings = [*_PARTING.finditer(sentence)]
    start = max((m.end() for m in partings if m.end() <= value.start), default=0)
    end = min((m.start() for m in partings if m.start() >= value.end), default=len(sentence))
    return start, end


def shared(sentence: str, value: Value, asked: Set[str]) -> int:
    """How many of the words asked the value's own statement holds."""
    start, end = statement(sentence, value)
    return len({stem(word.text) for word in words(sentence[start:end])} & asked)


def is_before(sentence: str, value: Value, asked: Set[str]) -> bool:
    """Whether a value comes before all that is asked; initials, in the statement that they open."""
    first = next((w.start for w in words(sentence) if stem(w.text) in asked), len(sentence))
    opens = len(value.text) > INITIALS or shared(sentence, value, asked) > 0
    return value.end <= first and opens


def distance(sentence: str, value: Value, asked: Set[str]) -> tuple[int, int]:
    """How far a value stands from what is asked: first by its own statement, then in characters."""
    places = [w.start for w in words(sentence) if stem(w.text) in asked]
    near = min((abs(value.start - place) for place in places), default=0)
    return -shared(sentence, value, asked), near
