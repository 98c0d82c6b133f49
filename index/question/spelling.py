"""Misspelt words read as words that the papers hold.

A word is only ever corrected if no paper holds it, if it is not plain English ("cattle" is no
misspelling of "castle", whatever is held), and if just one held word is nearest to it, or is the
most frequent of the nearest. Distance is Damerau and Levenshtein's: one letter left out, put in,
changed, or swapped with the next counts one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from index.language import stem
from index.question.when import MONTHS

SHORTEST = 5  # letters; a shorter word has too many neighbours
LONG = 8  # letters, from which on two slips are allowed for
LONG_NAME = 10  # and of a name
MOST_SLIPS = 2
RARE = 3  # passages: a word that is no English and stands in no more may be the paper's own slip
USUAL = 10  # the usual spelling stands in so many times as many passages, or more
SHORTEST_NAME = (
    6  # letters of a word that is likened to names and jargon, of which any may be right
)
MOST_TRIED = 4  # words of one question: a pasted text is not gone through
_ENDINGS = ("", "e", "s", "es", "y", "ing", "ed", "er", "ion", "ation", "al", "ly", "ment")


class _Near(NamedTuple):
    """A word near the one asked, and in how many passages it stands."""

    distance: int
    word: str
    held: int = 0


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the papers spell: every stem they hold, and in how many passages each stands.

    ``vocabulary`` is asked for only when a word is held by no paper. It must give the same object
    until the papers change: what is made of it is kept, about 100 bytes a stem; the plain English
    words take about 10 MB, once.
    """

    vocabulary: Callable[[], frozenset[str]]
    frequency: Callable[[str], int]

    def is_held(self, word: str) -> bool:
        """Whether any paper holds a word, in any of its endings."""
        return self.frequency(stem(word)) > 0

    def read_as(self, word: str) -> str | None:
        """The word of the papers that is meant; None to leave it as it is.

        The word is in small letters, and known not to be held.
        """
        return _chosen(self._held_near(word)) if _may_be_misspelt(word) else None

    def place_meant(self, word: str) -> str | None:
        """The one word held that is no plain English and near to a name that no paper holds.

        A name may be right as it is: two slips are allowed for only where it is long.
        """
        if not _may_be_misspelt(word) or len(word) < SHORTEST_NAME:
            return None
        near = _near(stem(word), self.vocabulary())
        least = min((one.distance for one in near), default=0)
        full = [_in_full(one.word, word) for one in near if one.distance == least]
        is_near = least == 1 or len(word) >= LONG_NAME
        return full[0] if is_near and len(full) == 1 and not is_listed(full[0]) else None

    def name_meant(self, word: str, names: frozenset[str]) -> str | None:
        """The one of some names, in small letters, that is meant by a word that no paper holds."""
        return _chosen(_near(word, names)) if _may_be_misspelt(word) else None

    def also_spelt(self, word: str) -> str | None:
        """The usual spelling of a word that a paper or two hold misspelt, as the asker has it."""
        if not _may_be_misspelt(word) or not 0 < (held := self.frequency(stem(word))) <= RARE:
            return None
        usual = [one for one in self._held_near(word) if one.held >= USUAL * held]
        return _chosen(usual)

    def _held_near(self, word: str) -> list[_Near]:
        """The held words nearest to one; none if a word as near is held by no paper."""
        plain = _near(word, _english())
        plain = [one for one in plain if _doubling(one.word) == _doubling(word)] or plain
        least = min((one.distance for one in plain), default=MOST_SLIPS)
        near = [self._weighed(one) for one in plain if one.distance == least]
        if not plain and len(word) >= SHORTEST_NAME:
            roots = _near(stem(word), self.vocabulary())
            near = [self._weighed(one)._replace(word=_in_full(one.word, word)) for one in roots]
        return near if all(one.held for one in near) else []

    def _weighed(self, near: _Near) -> _Near:
        return near._replace(held=self.frequency(stem(near.word)))


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and not is_english(word)


def is_listed(word: str) -> bool:
    """Whether a word in small letters stands in the list of plain English, just as it is."""
    return word in _english()


def is_english(word: str) -> bool:
    """Whether a word in small letters is plain English, so that it means what it says.

    >>> is_english("cattle"), is_english("alotment")
    (True, False)
    """
    known = _english()
    if word in known or any(
        word[:n] in known and word[n:] in known for n in range(4, len(word) - 3)
    ):
        return True
    ending = _DERIVED.search(word)
    root = word[: ending.start()] if ending else word
    return any(one in known for one in (root, f"{root}e", _undoubled(root)))


def _undoubled(root: str) -> str:
    return root[:-1] if root[-1:] == root[-2:-1] else root


# "gritters": a dictionary has "grit".
_DERIVED = re.compile(r"(?:s|es|ers?|able|ish|less)$")


def rightly_spelt_months(text: str) -> Iterator[tuple[str, int, int]]:
    """Months that a text misspells: each as it should be, with its span.

    >>> list(rightly_spelt_months("in Decemeber 2011"))
    [('December', 3, 12)]
    """
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in _MONTHS_SET or is_english(word):
            continue
        near = [(d, m) for m in MONTHS if word[0] == m[0] and (d := _month_distance(word, m))]
        if near:
            yield min(near)[1].capitalize(), match.start(), match.end()


_WORD = re.compile(r"[^\W\d_]{5,12}")
_MONTHS_SET: Final = frozenset(MONTHS)


def _month_distance(word: str, month: str) -> int | None:
    """How far a word is from a month; the short months are near to too many other words."""
    if len(month) < 6 and sorted(word) != sorted(month):
        return None
    return distance(word, month, 2 if len(month) >= LONG else 1)


# --- What is near ---

# By length: words of one first letter, each with the letters in it as bits.
_Shapes = dict[int, list[tuple[int, str]]]


@cache
def _english() -> frozenset[str]:
    lines = (files(__package__) / "english.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=64)
def _shapes(words: frozenset[str], first: str) -> _Shapes:
    shapes: _Shapes = {}
    for word in words:
        if word[0] == first and word.isalpha():
            shapes.setdefault(len(word), []).append((_letters(word), word))
    return shapes


def _letters(word: str) -> int:
    return sum({1 << (ord(letter) % 32) for letter in word})


def _near(word: str, words: frozenset[str]) -> list[_Near]:
    """The words within a slip or two of one."""
    most = MOST_SLIPS if len(word) >= LONG else 1
    letters, shapes = _letters(word), _shapes(words, word[0])
    found: list[_Near] = []
    for length in range(max(len(word) - most, SHORTEST), len(word) + most + 1):
        for other_letters, other in shapes.get(length, ()):
            # One slip takes one letter at most from those that a word has, and adds one.
            if (letters & ~other_letters).bit_count() > most:
                continue
            if (other_letters & ~letters).bit_count() > most:
                continue
            if not _may_be_meant(word, other):
                continue
            apart = distance(word, other, most)
            if apart:
                found.append(_Near(apart, other))
    return found


def _doubling(word: str) -> str:
    """A word with each doubled letter once: to leave one out, or double it, is the likeliest slip.

    >>> _doubling("commitee") == _doubling("committee")
    True
    """
    return _DOUBLED.sub(r"\1", word)


_DOUBLED = re.compile(r"(.)\1+")


def _may_be_meant(word: str, other: str) -> bool:
    """A short word with another letter in place of one is likelier to be another word."""
    return len(word) > 6 or len(word) != len(other) or sorted(word) == sorted(other)


def _chosen(near: list[_Near]) -> str | None:
    """The nearest word; of several as near, the most frequent, unless two are that."""
    ranked = sorted(near, key=lambda one: (one.distance, -one.held, len(one.word), one.word))
    if not ranked:
        return None
    best = ranked[0]
    rivals = {stem(one.word) for one in ranked if one[::2] == best[::2]}
    return best.word if len(rivals) == 1 else None


def _in_full(root: str, asked: str) -> str:
    """A stem as a whole word, as like the asked word as its endings make it."""
    stems = (root, f"{root[:-1]}y") if root.endswith("i") else (root,)
    forms = [form for one in stems for end in _ENDINGS if stem(form := one + end) == root]
    return min(forms, key=lambda form: distance(form, asked, 9) or 0, default=root)


def distance(one: str, other: str, most: int) -> int | None:
    """How many slips make one word of another; None if more than ``most``.

    >>> distance("alotment", "allotment", 2), distance("recieve", "receive", 1)
    (1, 1)
    >>> distance("bins", "boats", 1)
    """
    start, end = _alike(one, other), _alike(one[::-1], other[::-1])
    if start + end > min(len(one), len(other)):
        end = min(len(one), len(other)) - start
    return _slips(one[start : len(one) - end], other[start : len(other) - end], most)


def _alike(one: str, other: str) -> int:
    """How many letters two words begin alike with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _slips(one: str, other: str, most: int) -> int | None:
    if abs(len(one) - len(other)) > most:
        return None
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        before, row = row, [i + 1]
        for j, facing in enumerate(other):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != facing))
            if i and j and letter == other[j - 1] and one[i - 1] == facing:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return None
        last = before
    return row[-1] if row[-1] <= most else None
