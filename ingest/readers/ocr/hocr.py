"""Tesseract's account of a page (hOCR): lines of words, with how sure it is of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.readers.clean import visible
from ingest.readers.ocr.picture import Box

_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_STROKES = " \n|_¦~{}"  # what the lines of a table are taken for
_SHORT = 2  # letters: words as short may be taller than wide
_NUMBERS = re.compile(r"(\w+) ((?:-?[\d.]+ ?)+)")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as it was recognised; pixels from the upper left corner."""

    text: str
    x0: float
    x1: float
    sure: int  # percent
    top: float
    bottom: float

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.x0, self.top, self.x1, self.bottom

    @property
    def high(self) -> float:
        """How high its letters are."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class SeenLine:
    """Words on one line: how high it stands, how far it rises, and how tall its letters are."""

    words: tuple[Seen, ...]
    y: float
    size: float
    turned: bool  # it runs up or down the page
    block: int = 0  # which of the page's blocks it is in

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(word.text for word in self.words)


def seen_lines(data: bytes) -> list[SeenLine]:
    """The lines of a page in the order tesseract reads them."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    return [] if root is None else list(_lines(root))


def _lines(root: etree._Element) -> Iterator[SeenLine]:
    blocks = [block for block in root.iter("{*}div") if block.get("class") == "ocr_carea"]
    for number, block in enumerate(blocks):
        for line in block.iter("{*}span"):
            if line.get("class") in _LINES and (seen := _line(line, number)) is not None:
                yield seen


def _line(line: etree._Element, block: int) -> SeenLine | None:
    said, words = _numbers(line), tuple(_words(line))
    if not words or len(said.get("bbox", ())) != 4:
        return None
    _, top, _, bottom = said["bbox"]
    _, offset = said.get("baseline", (0.0, 0.0))
    size = said.get("x_size", (bottom - top,))[0]
    return SeenLine(words, bottom + offset, size, _is_turned(words), block)


def _is_turned(words: tuple[Seen, ...]) -> bool:
    """Whether words are taller than wide: tesseract does not always say how a line runs."""
    long = [word for word in words if len(word.text) > _SHORT]
    return sum(word.bottom - word.top for word in long) > sum(word.x1 - word.x0 for word in long)


def _words(line: etree._Element) -> Iterator[Seen]:
    for word in line.iter("{*}span"):
        said = _numbers(word)
        text = visible("".join(map(str, word.itertext()))).strip(_STROKES)
        if word.get("class") == "ocrx_word" and text and len(said.get("bbox", ())) == 4:
            sure = int(said.get("x_wconf", (0.0,))[0])
            x0, top, x1, bottom = said["bbox"]
            yield Seen(text, x0, x1, sure, top, bottom)


def _numbers(element: etree._Element) -> dict[str, tuple[float, ...]]:
    """What an element's title says: "bbox 1 2 3 4; x_wconf 96"."""
    found = _NUMBERS.findall(element.get("title", ""))
    return {name: tuple(map(float, values.split())) for name, values in found}
