"""Groups of phrases that mean the same, read from `vocabulary.txt`, as stems to look up."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from index.language import STOP_WORDS, stem, texts_of_words

Phrase = tuple[str, ...]  # stems, in order


class Group(NamedTuple):
    """A line of the vocabulary: its number, from 1, and its phrases as they are written."""

    line: int
    phrases: tuple[str, ...]


def is_grammar(word: str) -> bool:
    """Whether a word is never searched for. "IT" and "US" in capitals are names, not grammar."""
    in_capitals = len(word) > 1 and word.isupper() and word not in _SHOUTED
    return not in_capitals and word.casefold() in STOP_WORDS


_SHOUTED = frozenset({"AND", "THE", "NOT"})


def spoken(phrase: str) -> Phrase:
    """A phrase as it is asked with: the stems of all its words.

    >>> spoken("turned down"), spoken("change of use")
    (('turn', 'down'), ('chang', 'of', 'use'))
    """
    return tuple(map(stem, texts_of_words(phrase)))


def searched(phrase: str) -> Phrase:
    """A phrase as it is looked for in papers; empty if without its grammar it says too little.

    >>> searched("turned down"), searched("change of use"), searched("IT")
    ((), ('chang', 'use'), ('it',))
    """
    every = texts_of_words(phrase)
    kept = tuple(stem(word) for word in every if not is_grammar(word))
    return kept if len(kept) == len(every) or len(kept) > 1 else ()


def groups_in(text: str) -> Iterator[Group]:
    """The groups of a vocabulary: a line each, comments and empty lines left out."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield Group(number, tuple(phrase.strip() for phrase in line.split("|")))


def vocabulary() -> str:
    """The vocabulary as it is written."""
    return (files(__package__) / "vocabulary.txt").read_text(encoding="utf-8")


@cache
def other_ways() -> Mapping[Phrase, frozenset[Phrase]]:
    """By each phrase, as spoken and as searched, the other phrases of every group it stands in."""
    found: dict[Phrase, frozenset[Phrase]] = {}
    for group in groups_in(vocabulary()):
        _add(found, group.phrases)
    return found


def _add(found: dict[Phrase, frozenset[Phrase]], phrases: Iterable[str]) -> None:
    ways = {spoken(phrase): searched(phrase) for phrase in phrases}
    every = frozenset(ways.values()) - {()}
    for said, own in ways.items():
        for key in {said, own} - {()}:
            found[key] = found.get(key, frozenset()) | (every - {own})
