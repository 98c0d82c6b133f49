"""A question with its misspelt words read as words of the papers, and what was read as what."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from index.language import Word, stem, words
from index.question.known import Known
from index.question.references import references_in
from index.question.spelling import MOST_TRIED, Spelling, is_english, rightly_spelt_months
from index.question.terms import searched
from index.question.vocabulary import same_as, soft_stems

Corrected = tuple[tuple[str, str], ...]


def corrected(text: str, known: Known) -> tuple[str, Corrected]:
    """A question as it is read, and each word that was read as another."""
    changes = [*rightly_spelt_months(text)]
    if known.spelling:
        changes += _of_papers(text, known, known.spelling)
    read, pairs = text, []
    for other, start, end in sorted(changes, key=lambda one: -one[1]):
        pairs.append((text[start:end], other))
        read = read[:start] + other + read[end:]
    return read, tuple(reversed(pairs))


def _of_papers(text: str, known: Known, spelling: Spelling) -> Iterator[tuple[str, int, int]]:
    """Words that no paper holds, as words that papers do."""
    months = [(start, end) for _, start, end in rightly_spelt_months(text)]
    taken = (*months, *((one.start, one.end) for one in references_in(text)))
    unheld = (word for word in searched(text, taken) if _is_strange(word, known, spelling))
    for word in islice(unheld, MOST_TRIED):
        small, names = word.text.lower(), _name_words(known.councils + known.bodies)
        other = spelling.name_meant(small, names) or _held_near(text, word, spelling)
        if other:
            yield _as_written(other, word.text), word.start, word.end


def _held_near(text: str, word: Word, spelling: Spelling) -> str | None:
    """The word that is meant; what is written as a name is rather left as it is."""
    small = word.text.lower()
    if word.text[0].isupper() and _TITLE.search(text[: word.start]):
        return None
    if word.text[0].islower() or _opens(text, word):
        return spelling.read_as(small) or spelling.place_meant(small)
    road = _ROAD_NEXT.match(text, word.end)
    of_road = spelling.read_as(small) if road and is_english(road[1].lower()) else None
    return of_road or spelling.place_meant(small)


# A person's name may be spelt in any way.
_TITLE = re.compile(
    r"\b(?:cllrs?|councillors?|mrs?|ms|miss|dr|rev|lord|lady|sir|dame)\.? (?:\w\.? )*$", re.I
)
# "Galows Lane": the name of a place is often a plain word, beside another.
_ROAD_NEXT = re.compile(r"\s+([A-Z][a-z]+)\b")


def _is_strange(word: Word, known: Known, spelling: Spelling) -> bool:
    """Whether a word may be misspelt: no capitals, not held, and not known in any other way."""
    root = stem(word.text)
    is_known = root in soft_stems() or same_as((root,)) or (root,) in known.abbreviations
    return not (word.text[1:].lower() != word.text[1:] or is_known or spelling.is_held(word.text))


# Where a capital is grammar, and no sign of a name.
_OPENING = re.compile(r"(?:^|[.?!:;–—]|\s-)\W*$")


def _opens(text: str, word: Word) -> bool:
    return bool(_OPENING.search(text[: word.start]))


@lru_cache(maxsize=8)
def _name_words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.text.lower() for name in names for word in words(name))


def _as_written(other: str, asked: str) -> str:
    return other.capitalize() if asked[0].isupper() else other
