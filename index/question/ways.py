"""The other ways of saying each word of a question, alone or as part of a longer phrase."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from index.language import Word, stem, words
from index.question.groups import Phrase, is_grammar
from index.question.known import Known
from index.question.vocabulary import same_as, soft_stems

LONGEST_PHRASE = 6  # words; long forms of abbreviations are seldom longer

Ways = frozenset[Phrase]
NONE: Final[Ways] = frozenset()


class _Match(NamedTuple):
    """Words of a question, by where they start, that have other ways of being said."""

    starts: tuple[int, ...]
    ways: Ways


def ways_of(text: str, found: Sequence[Word], known: Known) -> list[Ways]:
    """For each of the words found in a text, the phrases that may stand for it.

    Grammar counts where it makes the phrase: "in charge" is no fee, and "turned down" is refused.
    """
    starts = {word.start for word in found}
    spoken = [word for word in words(text) if word.start in starts or is_grammar(word.text)]
    general = _longest([*_matches(spoken, _general(found)), *_matches(found, _general(found))])
    defined = _matches(found, lambda phrase: known.abbreviations.get(phrase, NONE))
    ways = {start: general.get(start, NONE) for start in starts}
    for match in defined:
        ways.update((start, ways[start] | match.ways) for start in match.starts)
    return [ways[word.start] for word in found]


def _general(found: Sequence[Word]) -> Callable[[Phrase], Ways]:
    """What looks a phrase up; a soft word alone only where nothing else is asked about."""
    roots = {stem(word.text) for word in found}
    soft = soft_stems() if roots - soft_stems() else frozenset[str]()
    return lambda phrase: NONE if len(phrase) == 1 and phrase[0] in soft else same_as(phrase)


def _matches(said: Sequence[Word], look_up: Callable[[Phrase], Ways]) -> Iterator[_Match]:
    roots = tuple(stem(word.text) for word in said)
    for size in range(1, min(LONGEST_PHRASE, len(said)) + 1):
        for at in range(len(said) - size + 1):
            if ways := look_up(roots[at : at + size]):
                yield _Match(tuple(word.start for word in said[at : at + size]), ways)


def _longest(matches: Iterable[_Match]) -> dict[int, Ways]:
    """What stands for each word as part of the longest phrase that it is in."""
    ways: dict[int, Ways] = {}
    sizes: dict[int, int] = {}
    for match in sorted(matches, key=lambda match: -len(match.starts)):
        size = len(match.starts)
        for start in match.starts:
            if sizes.setdefault(start, size) == size:
                ways[start] = ways.get(start, NONE) | match.ways
    return ways
