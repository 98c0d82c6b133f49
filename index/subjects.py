"""What somebody's message may be about: the phrases of it that the papers held speak of too."""

from collections.abc import Iterator, Sequence
from typing import Final

from index.language import Word, stem, words
from index.passages import Passages
from index.retrieval.evidence import Weighed
from index.retrieval.matching import is_held

MOST = 8  # phrases worth looking for
LONGEST = 6  # words of a phrase
MOST_TOGETHER = 10  # words of a message that may all be about one thing
# What people say to each other, and papers seldom.
_CHAT: Final = frozenset(
    """afternoon asap bye cheers evening fyi hello hey hi hiya lol monday tuesday wednesday thursday
    friday morning ok okay please regards sorry thank thanks ta today tomorrow""".split()
)
_JOINS = frozenset(" -‐‑–\t\n")


def subjects_in(weighed: Weighed, engine: Passages) -> tuple[str, ...]:
    """The likeliest first: all the words together, then phrases, then parts of phrases."""
    held = {
        term.stem
        for term in weighed.subject
        if is_held(term, engine.frequency) and term.asked.casefold() not in _CHAT
    }
    text = weighed.question.text
    runs = list(_runs(text, held))
    alone = [word for run in runs for word in run]
    together = [alone] if 1 <= len({stem(word.text) for word in alone}) <= MOST_TOGETHER else []
    parts = [part for run in runs for part in _parts(run)]

    def tells(run: Sequence[Word]) -> float:
        return sum(weighed.rarity.get(stem(word.text), 0.0) for word in run)

    phrases = sorted((run for run in runs if len(run) > 1), key=tells, reverse=True)
    ordered = (*together, *phrases, *sorted(parts, key=tells, reverse=True))
    said = (" ".join(word.text for word in run) for run in ordered)
    return tuple(dict.fromkeys(said))[:MOST]


def _parts(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The shorter phrases within one, of two words or more."""
    for size in range(2, len(run)):
        yield from (run[start : start + size] for start in range(len(run) - size + 1))


def _runs(text: str, held: set[str]) -> Iterator[list[Word]]:
    """Words that are held, each run of them that stands side by side."""
    run: list[Word] = []
    for word in words(text):
        if stem(word.text) not in held:
            continue
        if run and (len(run) == LONGEST or not set(text[run[-1].end : word.start]) <= _JOINS):
            yield run
            run = []
        run.append(word)
    if run:
        yield run
