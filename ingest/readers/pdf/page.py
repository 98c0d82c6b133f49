"""One PDF page: the words that can be seen on it, its ruled tables, and whether it is a picture."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ingest.readers.pdf.blackening import with_signs
from ingest.readers.pdf.grid import grids
from ingest.readers.pdf.lines import rows
from ingest.readers.pdf.plain import is_speech, share_of_words
from ingest.readers.pdf.rules import Rules, rules
from ingest.readers.pdf.tables import Ruled, ruled
from ingest.readers.pdf.unseen import unseen
from ingest.readers.pdf.word import Word
from ingest.readers.pdf.words import TextPage

_FEW = 50  # letters: with fewer, a page with a picture on it is a scan
_SHARE = 0.25  # of the page that a picture covers on a scan
_WHOLE = 0.6  # of the page: pictures that leave room for little else
_LITTLE = 250  # letters: a scan may have as many printed over it, such as whose agenda it is from
_GARBLED = 0.3  # of the letters that are unknown: beyond this, nothing can be quoted
_WORDS = 0.1  # of the words that are plain ones: with fewer, letters may not be what they seem
_HARDLY = 0.08  # of the words that are plain ones: with fewer, they are not, in any language
_LEVEL = 4.0  # points: words that stand as high as each other


@dataclass(frozen=True, slots=True)
class PageWords:
    """What is on a page."""

    number: int  # from 1
    width: float  # points, as the page is read
    items: list[list[Word] | Ruled]  # rows of words, and ruled tables, in the file's order
    letters: int
    unknown: int  # letters whose font does not say what they are
    pictured: bool  # a picture of text, most likely
    hidden: bool  # words that cannot be seen were left out
    redacted: bool  # and they were meant to be hidden: a sign stands for them
    garbled: bool = False  # its fonts do not say what its letters are
    doubtful: bool = False  # nor may they here: the words are strange
    slow: bool = False  # recognising it took longer than it may
    sure: int | None = None  # percent, where it was recognised from a picture
    unsure: tuple[str, ...] = ()  # lines that were recognised too badly to be kept
    # What was recognised up or down its edge, or badly, beside what is kept.
    aside: tuple[str, ...] = ()
    doubts: tuple[tuple[str, int], ...] = ()  # figures that may be misread: how sure each is

    def words(self) -> Iterator[Word]:
        """All its words, those in tables too."""
        for item in self.items:
            cells = [item] if isinstance(item, list) else item.words.values()
            yield from (word for cell in cells for word in cell)


def page_words(
    page: ctypes.c_void_p, size: tuple[float, float], number: int, *, form: bool
) -> PageWords:
    """Read an open page of this width and height, before it is turned.

    In a form, what was filled in comes after all else; it is put back beside what it answers.
    """
    width, height = size
    text = TextPage(page, width, height)
    try:
        drawn, found = rules(page, text.turn), text.words()
        hidden = unseen(page, text, found)
    finally:
        text.close()
    seen = [word for word in found if word.text and word.at not in hidden.at]
    letters, shown = sum(len(word.text) for word in seen), with_signs(found, hidden)
    if form:
        shown.sort(key=lambda word: (-round(word.y / _LEVEL), word.x0))
    across = height if text.turn.quarters % 2 else width
    return PageWords(
        number, across, items_of(shown, drawn), letters, text.unknown,
        _is_pictured(letters, drawn, width * height), bool(hidden.at), bool(hidden.blacked_out),
        *_doubts(seen, letters, text.unknown),
    )  # fmt: skip


def _is_pictured(letters: int, drawn: Rules, size: float) -> bool:
    """Whether a page shows a picture of text, as far as can be told from how little else it has."""
    covers = sum((p.x1 - p.x0) * (p.y1 - p.y0) for p in drawn.pictures) / (size or 1)
    return letters < (_LITTLE if covers > _WHOLE else _FEW) and covers > _SHARE


def _doubts(seen: list[Word], letters: int, unknown: int) -> tuple[bool, bool]:
    """Whether fonts do not say what their letters are, and whether they may not."""
    if unknown > _GARBLED * (letters + unknown):
        return True, True
    share = _share(seen)
    return share < _HARDLY and not is_speech(word.text for word in seen), share < _WORDS


def _share(words: list[Word]) -> float:
    """How many words of a page are plain ones; all of them where there are too few to tell."""
    share = share_of_words(word.text for word in words)
    return 1.0 if share is None else share


def items_of(words: Iterable[Word], drawn: Rules) -> list[list[Word] | Ruled]:
    """The words of a page in rows, those in the cells of ruled tables as tables."""
    return _items(ruled(grids(drawn), list(words)))


def _items(found: Iterable[Word | Ruled]) -> list[list[Word] | Ruled]:
    """Words in rows; what is no word stands between."""
    items: list[list[Word] | Ruled] = []
    for in_table, group in groupby(found, lambda item: isinstance(item, Ruled)):
        if in_table:
            items += [item for item in group if isinstance(item, Ruled)]
        else:
            items += rows(item for item in group if isinstance(item, Word))
    return items
