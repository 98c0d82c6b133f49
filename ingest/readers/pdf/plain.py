"""Whether a page's letters are words, or only signs that its fonts do not explain."""

import re
from collections.abc import Iterable

from index.question.spelling import is_english

_WORD = re.compile(r"[A-Za-zÀ-ÿŵŷ]{2,}")
_ENOUGH = 40  # words: with fewer, names and figures may be all there is
_VOWELS = frozenset("aeiouàáâãäåæèéêëìíîïòóôõöøùúûü")
_SPOKEN = 0.26  # of the letters; in English it is some 0.38, in Welsh 0.31
_SHORT = frozenset(
    "a all an and any are as at be but by can for from had has have he her his if in is it its may "
    "no not of on or our she so the they to was we were who will with you "
    "a ac ag ar am bod bydd chi cyngor dim ei eu fel gan gyda hyn hynny i mae mewn na neu ni nid o "
    "oedd pan sydd tra un wedi wrth y ym yn yr".split()
)  # fmt: skip


def is_speech(text: Iterable[str]) -> bool:
    """Whether as many of a text's letters are vowels as in any language, and in names."""
    letters = [letter for piece in text for letter in piece.casefold() if letter.isalpha()]
    return sum(letter in _VOWELS for letter in letters) >= _SPOKEN * len(letters)


def share_of_words(text: Iterable[str]) -> float | None:
    """How many of a text's words are plain English or short and Welsh; None if it has too few."""
    words = [word.casefold() for piece in text for word in _WORD.findall(piece)]
    if len(words) < _ENOUGH:
        return None
    return sum(word in _SHORT or is_english(word) for word in words) / len(words)
