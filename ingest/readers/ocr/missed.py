"""What a first look at a page misses: a label or a figure that stands alone in white space."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.readers.labels import is_label
from ingest.readers.ocr import tesseract
from ingest.readers.ocr.hocr import Seen, SeenLine, seen_lines
from ingest.readers.ocr.picture import Picture, Strokes, has_ink, painted_over

_SURE = 70  # percent
_SURER = 90  # percent, where a word stands beside nothing
_LETTERS = 3  # of such a word
_LEVEL = 0.6  # of the type size
_MARGIN = 3  # pixels round a word that are its own
_BESIDE = 0.4  # of the type size: what stands nearer to a word is a piece of its letters
_WIDE, _HIGH = 1.3, 1.5  # of the type size: no letter is wider, or higher


def with_missed(
    lines: list[SeenLine], picture: Picture, ruled: Strokes
) -> tuple[list[SeenLine], list[str]]:
    """The lines of a page with those that are found once these are painted over.

    All that is found so stands apart as well: most of it is too unsure to be a line.
    """
    boxes = [
        (word.x0 - _MARGIN, word.top - _MARGIN, word.x1 + _MARGIN, word.bottom + _MARGIN)
        for line in lines
        for word in line.words
    ]
    rest = painted_over(picture, boxes, ruled)
    upright = [line for line in lines if not line.turned]
    if len(upright) * 2 <= len(lines) or not has_ink(rest):
        return lines, []
    found = seen_lines(tesseract.hocr(rest, scattered=True))
    return [*lines, *_alone(found, upright)], [line.text for line in found]


def _alone(found: Iterable[SeenLine], lines: list[SeenLine]) -> Iterator[SeenLine]:
    """Words that were missed, each as a line of a block of its own."""
    block = max(line.block for line in lines) + 1
    for line in found:
        for word in line.words:
            beside = [other for other in lines if _is_level(word, other)]
            if _is_certain(word, beside):
                size = beside[0].size if beside else line.size
                y = beside[0].y if beside else line.y
                yield replace(line, words=(word,), block=block, size=size, y=y)
                block += 1


def _is_certain(word: Seen, beside: list[SeenLine]) -> bool:
    worded = sum(map(str.isalnum, word.text)) >= _LETTERS
    if not beside:
        return word.sure >= _SURER and worded
    size = beside[0].size
    if word.high > _HIGH * size or word.x1 - word.x0 > _WIDE * size * len(word.text):
        return False
    if not all(_stands_apart(word, other, size) for line in beside for other in line.words):
        return False
    return word.sure >= _SURE and (worded or is_label(word.text) or word.text.isdecimal())


def _stands_apart(word: Seen, other: Seen, size: float) -> bool:
    return max(other.x0 - word.x1, word.x0 - other.x1) > _BESIDE * size


def _is_level(word: Seen, line: SeenLine) -> bool:
    return abs((word.top + word.bottom) / 2 - (line.y - line.size * 0.3)) < _LEVEL * line.size / 2
