"""Lines of a PDF page from its words, with the tabs that once stood between them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.readers.pdf.word import SOFT, Word

_WIDE = 0.9  # of the type size: a gap no space makes
_SPREAD = 2.5  # of the type size: how far a line's words are pushed apart to fill it
_NARROW = 0.08  # of the type size: the least gap that a tab leaves
_SYMBOL_BULLET = "∑"  # what PDFium makes of the Symbol font's bullet
_STEPS = (  # points: how far apart programs set tab stops, wide before narrow
    72, 70.87, 56.7, 54, 48, 42.52, 36, 35.45, 35.43, 28.35, 24, 18, 14.17,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line with no tab in it."""

    text: str
    x0: float
    x1: float
    first: float  # the width of its first word
    tabs: int = 0  # how many stand before it


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it lies on its page."""

    cells: tuple[Cell, ...]
    page: int
    y: float  # of its letters; of its last line, if it is a table's row of several
    size: float
    bold: bool
    tabs_at: "Tabs"
    top: float  # of its letters; of its first line
    lead: int = 0  # tabs it begins with
    aside: str = ""  # a note beside it, in a column of its own
    room: float | None = None  # where that note begins, so that the text had to end before
    leant: bool = False  # it ran up or down the page

    @property
    def x0(self) -> float:
        """Where it begins, in points from the left."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.cells[-1].x1

    @property
    def text(self) -> str:
        """Its text; tabs stand between cells, and none before the first."""
        pieces = (("\t" * cell.tabs if n else "") + cell.text for n, cell in enumerate(self.cells))
        return "".join(pieces)


def asides(lines: Iterable[Line]) -> str:
    """The notes beside some lines, in order."""
    return " ".join(line.aside for line in lines if line.aside)


@dataclass(frozen=True, slots=True)
class Tabs:
    """Where a document's tab stops are: every ``step`` points from the left margin."""

    margin: float = 0.0
    step: float | None = None  # None where no such pattern is found

    def between(self, end: float, start: float) -> int:
        """How many tabs lead from the end of one word to the start of the next; at least one."""
        if self.step is None:
            return 1
        before = int((end - self.margin + 0.1) // self.step)
        return max(1, round((start - self.margin) / self.step) - before)

    def before(self, start: float) -> int:
        """How many tabs a line begins with that starts at a place."""
        return self.between(self.margin, start) if self.fits(start) else 0

    def fits(self, x: float) -> bool:
        """Whether a stop is at this place."""
        if self.step is None:
            return False
        steps = (x - self.margin) / self.step
        return steps > 0.5 and abs(steps - round(steps)) * self.step <= 0.5

    def next(self, x: float) -> float:
        """The first stop beyond a place; the place itself where no stops are known."""
        if self.step is None:
            return x
        return self.margin + self.step * ((x - self.margin + 0.1) // self.step + 1)


def rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that follow one another on one line."""
    row: list[Word] = []
    for word in words:
        if row and not _follows(row[-1], word):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _follows(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    if abs(before.y - word.y) > 0.3 * size:
        raised = abs(before.y - word.y) < 0.6 * size and word.size != before.size
        if not raised or abs(word.x0 - before.x1) > size:
            return False
    return word.x0 > before.x1 - 0.5 * size


@dataclass(frozen=True, slots=True)
class Spacing:
    """How a document parts its words: what tells a tab from a space."""

    drawn: bool  # spaces are drawn, so that a bare gap is something else
    space: float  # how wide a space is, as a share of the type size
    tabs: Tabs

    def line(self, row: list[Word], page: int) -> Line:
        """The line that a row of words makes."""
        if row[0].text == _SYMBOL_BULLET:
            row = [replace(row[0], text="•"), *row[1:]]
        usual = usual_gap(row)
        cells: list[Cell] = []
        cut = [n for n in range(1, len(row)) if self._is_tab(row[n - 1], row[n], usual)]
        for start, end in pairwise([0, *cut, len(row)]):
            words = row[start:end]
            tabs = self.tabs.between(row[start - 1].end, words[0].x0) if start else 0
            cells.append(_cell(words, tabs))
        size = max(word.size for word in row)
        bold = all(word.bold for word in row if any(map(str.isalnum, word.text)))
        y, lead = row[0].y, self.tabs.before(row[0].x0)
        return Line(
            tuple(cells), page, y, size, bold, self.tabs, y, lead, leant=bool(row[0].leant)
        )  # fmt: skip

    def _is_tab(self, before: Word, word: Word, usual: float) -> bool:
        gap = word.x0 - before.end
        if gap > usual + _WIDE * word.size and gap > 1.8 * usual:
            return True
        bare = self.drawn and before.end == before.x1
        return bare and gap > _NARROW * word.size and self.tabs.fits(word.x0)


def usual_gap(row: list[Word]) -> float:
    """The gap that is left between the words of a line beyond the space drawn between them.

    In a line that is spread to both margins it is the same throughout; figures that are as far
    apart are in columns, and so are words with gaps of many widths.
    """
    gaps = sorted(word.x0 - before.end for before, word in pairwise(row))
    figures = sum(not any(map(str.isalpha, word.text)) for word in row)
    if len(gaps) < 3 or figures * 2 > len(row):
        return 0.0
    usual = gaps[len(gaps) // 2]
    alike = sum(abs(gap - usual) <= 0.15 * row[0].size for gap in gaps)
    spread = 0 < usual < _SPREAD * row[0].size and alike * 10 >= 6 * len(gaps)
    return usual if spread else 0.0


def said(words: list[Word]) -> str:
    """Words of one line as text; only the last can be broken."""
    return " ".join([word.text.replace(SOFT, "-") for word in words[:-1]] + [words[-1].text])


def _cell(words: list[Word], tabs: int) -> Cell:
    return Cell(said(words), words[0].x0, words[-1].x1, words[0].x1 - words[0].x0, tabs)


def spacing(lines: list[list[Word]]) -> Spacing:
    """How a document parts its words, judged by all its rows of words."""
    gaps = [(before, word) for row in lines for before, word in pairwise(row)]
    wide = [(before.end - before.x1) / before.size for before, _ in gaps if before.end > before.x1]
    margin = _margin(lines)
    starts = [
        word.x0 for row in lines for before, word in pairwise(row)
        if word.x0 - before.end > _WIDE * word.size
    ]  # fmt: skip
    tabs = Tabs(margin, _step(starts, margin))
    narrow = sum(word.x0 - before.x1 < _WIDE * word.size for before, word in gaps)
    return Spacing(len(wide) * 2 > narrow, median(wide or [0.25]), tabs)


def _margin(lines: list[list[Word]]) -> float:
    """Where most lines begin."""
    starts = Counter(round(row[0].x0, 1) for row in lines)
    return starts.most_common(1)[0][0] if starts else 0.0


def _step(starts: list[float], margin: float) -> float | None:
    """The distance of tab stops that explains where text goes on after wide gaps.

    Nearly all must fit, at three stops or more: that does not happen by chance.
    """
    for step in _STEPS:
        tabs = Tabs(margin, step)
        fitting = [x for x in starts if tabs.fits(x)]
        stops = {round((x - margin) / step) for x in fitting}
        if len(stops) >= 3 and len(fitting) >= 0.9 * len(starts):
            return step
    return None
