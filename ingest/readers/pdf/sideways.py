"""Words that run up or down a page whose other words run across, as in the head of a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ingest.readers.pdf.word import Word

_SPACE = 1.2  # of the type size: the widest space between two words of a line
_BELOW = 20_000.0  # points: no page is as high
_LINE = 2.0  # of the type size: the most that two lines of a text are apart


class Lean(NamedTuple):
    """How a word leans, and from where to where it goes up or down the page."""

    up: bool
    low: float
    high: float


def straightened(words: Iterable[Word], lean: Callable[[Word], Lean | None]) -> Iterator[Word]:
    """The words; lines of them that lean are laid across, where they begin, no wider than high."""
    text: list[list[Word]] = []
    for run in _runs(words, lean):
        line = [run] if isinstance(run, Word) else _across(run, text[-1] if text else [])
        if text and (not line[0].leant or line[0].y != text[-1][0].y):
            yield from _in_order(text)
            text = []
        if line[0].leant:
            text.append(line)
        else:
            yield from line
    yield from _in_order(text)


def _in_order(text: list[list[Word]]) -> Iterator[Word]:
    """The words of lines that stand beside each other; those that run down, from the right."""
    down = any(line[0].leant == "down" for line in text)
    for line in sorted(text, key=lambda line: line[0].x0, reverse=down):
        yield from line


def at_the_end(word: Word) -> Word:
    """A word that is in no table, below all else if it leant: it stands in a margin, or a chart."""
    return replace(word, y=word.y - _BELOW) if word.leant else word


def _runs(
    words: Iterable[Word], lean: Callable[[Word], Lean | None]
) -> Iterator[Word | list[tuple[Word, Lean]]]:
    """Words that run across, and lines of those that lean."""
    run: list[tuple[Word, Lean]] = []
    for word in words:
        leaning = lean(word)
        if run and not (leaning and _goes_on(*run[-1], word, leaning)):
            yield run
            run = []
        if leaning:
            run.append((word, leaning))
        else:
            yield word
    if run:
        yield run


def _goes_on(before: Word, was: Lean, word: Word, leaning: Lean) -> bool:
    gap = leaning.low - was.high if leaning.up else was.low - leaning.high
    beside = abs(word.x0 - before.x0) < word.size / 2
    return leaning.up == was.up and beside and abs(gap) < _SPACE * word.size


def _across(run: list[tuple[Word, Lean]], before: list[Word]) -> list[Word]:
    """A line laid across; as high as the one before it if it is that one's next."""
    word, (up, _, _) = run[0]
    low, high = min(lean.low for _, lean in run), max(lean.high for _, lean in run)
    left = word.x0 - (word.size if up else 0)  # letters stand to the left going up
    y = low if up else high - word.size
    last = before[-1] if before else word
    if abs(last.x0 - left) < _LINE * word.size and low <= last.y <= high:
        y = last.y
    places = [left + word.size * n / len(run) for n in range(len(run) + 1)]
    return [
        replace(each, x0=x0, x1=x1, end=x1, y=y, leant="up" if up else "down")
        for (each, _), (x0, x1) in zip(run, pairwise(places), strict=True)
    ]
