"""Dirt on a scanned page that was read as a letter, a figure or a mark."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from statistics import median

from ingest.readers.ocr.hocr import Seen, SeenLine

_SURE = 60  # percent: marks that are no letters, and less sure, are dirt
_SURER = 85  # percent, of what stands alone on its line
_SHORT = 2  # letters
_TINY = 0.35  # of the type size: a letter is higher
_LOW = 0.4  # of the usual type size: what stands alone is higher


def without_specks(lines: Iterable[SeenLine]) -> list[SeenLine]:
    """The lines of a page without specks, be they within a line or between two."""
    cleaned = [line for each in lines for line in _cleaned(each)]
    usual = median([line.size for line in cleaned for _ in line.words] or [0.0])
    return [line for line in cleaned if not _is_speck(line, usual)]


def _cleaned(line: SeenLine) -> Iterator[SeenLine]:
    words = tuple(word for word in line.words if not _is_dirt(word, line.size))
    if words:
        yield replace(line, words=words)


def _is_dirt(word: Seen, size: float) -> bool:
    if not any(map(str.isalnum, word.text)):
        return word.sure < _SURE
    return len(word.text) <= _SHORT and word.high < _TINY * size


def _is_speck(line: SeenLine, usual: float) -> bool:
    """Whether a line is but a mark or two: unsure, or lower than any letter."""
    if line.turned or len(line.words) > 1 or len(line.words[0].text) > _SHORT:
        return False
    return line.words[0].sure < _SURER or line.words[0].high < _LOW * usual
