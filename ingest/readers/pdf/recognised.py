"""Recognised words as the words of a page, set as evenly as they were typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.readers.ocr.doubts import doubtful_figures
from ingest.readers.ocr.hocr import Seen, SeenLine
from ingest.readers.ocr.picture import Picture, share_read
from ingest.readers.ocr.specks import without_specks
from ingest.readers.pdf.word import Word

_TALL = 0.85  # of the type size: from the foot of a g to the head of an h
_ALIKE = 0.18  # of the usual size: letters meant to be of one size
_ALIGNED = 2.5  # points: words meant to stand under each other
_SPACE = 0.28  # of the type size
_APART = 0.8  # of the type size: a gap no space makes
_MOSTLY = 0.5  # of what looks like writing
_BULLETS = frozenset("e¢«°®©*·»•¥§")  # what a bullet is taken for


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was recognised on a page."""

    words: tuple[Word, ...]
    sure: int  # percent, as a mean over the letters
    sideways: bool  # most of it runs up or down the page
    doubts: tuple[tuple[str, int], ...]  # figures that may be misread, and how sure each is

    @property
    def letters(self) -> int:
        """How many there are."""
        return sum(len(word.text) for word in self.words)


def recognised(lines: Iterable[SeenLine], picture: Picture) -> Recognised:
    """The words of a page, in points from its lower left corner, in the order they are read."""
    lines = [replace(line, words=_bulleted(line.words)) for line in without_specks(lines)]
    seen = [(word, line.turned) for line in lines for word in line.words]
    letters = sum(len(word.text) for word, _ in seen)
    sure = sum(word.sure * len(word.text) for word, _ in seen)
    sideways = sum(len(word.text) for word, turned in seen if turned)
    words = [word for line in lines if not line.turned for word in _words(line, picture)]
    mean = round(sure / letters) if letters else 0
    share = share_read(picture, (word.box for word, _ in seen))
    if share < _MOSTLY:  # what is read is sure, but it is the least of what is written
        mean = min(mean, round(100 * share))
    doubts = (doubt for line in lines if not line.turned for doubt in doubtful_figures(line.words))
    return Recognised(tuple(_aligned(words)), mean, sideways * 2 > letters, tuple(doubts))


def evened(pages: Iterable[tuple[Word, ...]]) -> Iterator[tuple[Word, ...]]:
    """The pages with letters that are nearly of the usual size as if they were just of it."""
    pages = list(pages)
    sizes = sorted(word.size for words in pages for word in words for _ in word.text)
    usual = round(sizes[len(sizes) // 2], 1) if sizes else 0.0
    for words in pages:
        yield tuple(
            replace(word, size=usual if abs(word.size - usual) <= _ALIKE * usual else word.size)
            for word in words
        )


def _bulleted(words: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """The words of a line; a bullet at its start is one again."""
    if len(words) > 1 and words[0].text in _BULLETS:
        return replace(words[0], text="•"), *words[1:]
    return words


def _words(line: SeenLine, picture: Picture) -> Iterator[Word]:
    point = 72 / picture.dpi
    size = round(line.size * point / _TALL, 1)
    y = (picture.height - line.y) * point
    for seen, after in pairwise([*line.words, None]):
        assert seen is not None  # noqa: S101 - only the last is
        x0, x1 = seen.x0 * point, seen.x1 * point
        gap = (after.x0 - seen.x1) * point if after else 0.0
        # A space is taken to be drawn behind each word but the last before a wide gap.
        space = min(gap, _SPACE * size) if 0 < gap < _APART * size else 0.0
        yield Word(seen.text, x0, x1, x1 + space, y, size)


def _aligned(words: list[Word]) -> Iterator[Word]:
    """The words; those that begin a line or follow a gap are set just under each other.

    Letters do not fill the room that is theirs: a T begins further left than an L.
    """
    begun = [word for before, word in pairwise([None, *words]) if word and _begins(before, word)]
    places: dict[float, float] = {}
    group: list[float] = []
    for x in [*sorted({word.x0 for word in begun}), float("inf")]:
        if group and x - group[0] > _ALIGNED:
            places |= dict.fromkeys(group, median(group))
            group = []
        group.append(x)
    begins = set(map(id, begun))
    for word in words:
        yield replace(word, x0=places[word.x0]) if id(word) in begins else word


def _begins(before: Word | None, word: Word) -> bool:
    return before is None or before.y != word.y or before.end == before.x1
