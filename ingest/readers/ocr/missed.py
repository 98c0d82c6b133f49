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


def with_missed(lines: list[SeenLine], picture: Picture, ruled: Strokes) -> list[SeenLine]:
    """The lines of a page, and those that are found once these are painted over."""
    boxes = [
        (word.x0 - _MARGIN, word.top - _MARGIN, word.x1 + _MARGIN, word.bottom + _MARGIN)
        for line in lines
        for word in line.words
    ]
    rest = painted_over(picture, boxes, ruled)
    if not lines or any(line.turned for line in lines) or not has_ink(rest):
        return lines
    found = seen_lines(tesseract.hocr(rest, scattered=True))
    return [*lines, *_alone(found, lines)]


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
    return word.sure >= _SURE and (worded or is_label(word.text) or word.text.isdecimal())


def _is_level(word: Seen, line: SeenLine) -> bool:
    return abs((word.top + word.bottom) / 2 - (line.y - line.size * 0.3)) < _LEVEL * line.size / 2
