"""A PDF's pages as one flow of paragraphs and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.pages import Para, Table
from ingest.readers.clean import clean
from ingest.readers.pdf.asides import Changed, with_asides
from ingest.readers.pdf.beside import rows_beside
from ingest.readers.pdf.furniture import furniture, masked
from ingest.readers.pdf.headings import Type, type_of
from ingest.readers.pdf.hyphens import Hyphens, hyphens
from ingest.readers.pdf.lines import Line, Spacing, rows, spacing
from ingest.readers.pdf.measure import Measure, measure
from ingest.readers.pdf.order import Placed, in_order, placed
from ingest.readers.pdf.page import PageWords
from ingest.readers.pdf.paragraphs import Paragraph, paragraphs
from ingest.readers.pdf.rows import parted
from ingest.readers.pdf.tables import PageTable, Ruled, continued, mended
from ingest.readers.pdf.text import is_tabbed, text_of
from ingest.readers.pdf.word import SOFT, Word
from ingest.readers.tabbed import Typed


@dataclass(frozen=True, slots=True)
class Flow:
    """A document in reading order, and what its margins repeat."""

    parts: tuple[Typed | Table, ...]
    margins: tuple[str, ...]


def flow(pages: list[PageWords]) -> Flow:
    """Lay the pages end to end: what their margins repeat goes, what was cut is mended."""
    found = [_without_frames(page, above) for above, page in pairwise([None, *pages]) if page]
    broken = [row for page in found for row in page if isinstance(row, list)]
    space, whole = spacing(broken), _hyphens(broken)
    items = [
        [_placed(item, page.number, space, whole) for item in parts]
        for page, parts in zip(pages, found, strict=True)
    ]
    tabled = {n for n, page in enumerate(items, 1) if len(_lines(page)) < len(page)}
    dropped = furniture([_lines(page) for page in items], tabled)
    lines = [line for page in items for line in _lines(page)]
    changed: Changed = dict.fromkeys(dropped)
    changed |= with_asides([line for line in lines if id(line) not in dropped])
    margins = {masked(line.text): clean(line.text) for line in lines if id(line) in dropped}
    kept = [part.item for page in items for part in _read(_left(page, changed), whole)]
    setting = measure(
        [item for item in kept if isinstance(item, Line) and not item.leant],
        space.space,
        min(page.width for page in pages),
    )
    scanned = frozenset(page.number for page in pages if page.sure is not None)
    parts = _parts(kept, whole, replace(setting, scanned=scanned))
    return Flow(tuple(parts), tuple(margins.values()))


def _without_frames(page: PageWords, above: PageWords | None) -> list[list[Word] | Ruled]:
    """The rows and tables of a page; the words of a frame are rows like any others."""
    items: list[list[Word] | Ruled] = []
    for item in page.items:
        if isinstance(item, list) or continued(item, above.items if above else ()):
            items.append(item)
        else:
            items += rows(word for cell in item.words.values() for word in cell)
    return items


def _read(page: list[Placed], whole: Hyphens) -> list[Placed]:
    """A page's parts as they are read."""
    return in_order(rows_beside(page, whole))


def _placed(item: list[Word] | Ruled, page: int, space: Spacing, whole: Hyphens) -> Placed:
    if isinstance(item, list):
        return placed(space.line(item, page))
    return Placed(item.table(page, whole), item.grid.ys[0], item.grid.ys[-1])


def _lines(page: list[Placed]) -> list[Line]:
    return [part.item for part in page if isinstance(part.item, Line)]


def _left(page: list[Placed], changed: Changed) -> list[Placed]:
    """What is left of a page, as it has become."""
    left = ((part, changed.get(id(part.item), part.item)) for part in page)
    return [part._replace(item=item) for part, item in left if item is not None]


def _hyphens(rows: list[list[Word]]) -> Hyphens:
    """What the document's words say of those that are broken at the ends of its lines."""
    broken = [
        (row[-1].text, after[0].text)
        for row, after in pairwise(rows)
        if row[-1].text.endswith(SOFT)
    ]
    if not broken:
        return Hyphens(frozenset(), breaks_words=False)
    words = (word.text.strip(".,:;()").casefold() for row in rows for word in row)
    return hyphens(len(rows), broken, frozenset(words))


def _parts(
    items: list[Line | PageTable], whole: Hyphens, setting: Measure
) -> Iterator[Typed | Table]:
    kind = type_of(item for item in items if isinstance(item, Line))
    for part in mended(parted(paragraphs(items, setting)), setting.parts):
        if isinstance(part, Table):
            yield part
        else:
            yield from _typed(part, kind, whole)


def _typed(paragraph: Paragraph, kind: Type, whole: Hyphens) -> Iterator[Typed]:
    """A paragraph, and then the notes beside it."""
    text = text_of(paragraph.lines, whole)
    heading = kind.level(paragraph.lines, clean(text), tabbed=is_tabbed(text))
    page = paragraph.lines[0].page
    yield Typed(Para(text, page, heading=heading, gap=paragraph.gap), paragraph.blank)
    for line in paragraph.lines:
        if line.aside:
            yield Typed(Para(line.aside, line.page))
