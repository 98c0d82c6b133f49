"""A PDF's pages as one flow of paragraphs and tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.pages import Para, Table
from ingest.readers.clean import clean
from ingest.readers.pdf_furniture import furniture
from ingest.readers.pdf_headings import Type, type_of
from ingest.readers.pdf_hyphens import Hyphens, hyphens
from ingest.readers.pdf_lines import Line, spacing
from ingest.readers.pdf_page import PageWords
from ingest.readers.pdf_paragraphs import Paragraph, measure, paragraphs
from ingest.readers.pdf_rows import parted
from ingest.readers.pdf_tables import one_table
from ingest.readers.pdf_text import text_of
from ingest.readers.pdf_words import SOFT, Word
from ingest.readers.tabbed import Typed

Items = list[Line | Table]


@dataclass(frozen=True, slots=True)
class Flow:
    """A document in reading order, and what its margins repeat."""

    parts: tuple[Typed | Table, ...]
    margins: tuple[str, ...]


def flow(pages: list[PageWords]) -> Flow:
    """Lay the pages end to end: what their margins repeat goes, what was cut is mended."""
    broken = [row for page in pages for row in page.items if isinstance(row, list)]
    space, whole = spacing(broken), _hyphens(broken)
    items: list[Items] = [
        [
            space.line(item, page.number) if isinstance(item, list)
            else item.table(page.number, whole)
            for item in page.items
        ]
        for page in pages
    ]  # fmt: skip
    dropped = furniture([_lines(page) for page in items])
    margins = (clean(line.text) for page in items for line in _lines(page) if id(line) in dropped)
    kept = [item for page in items for item in page if id(item) not in dropped]
    return Flow(tuple(_parts(kept, whole, space.space)), tuple(dict.fromkeys(margins)))


def _lines(items: Items) -> list[Line]:
    return [item for item in items if isinstance(item, Line)]


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


def _parts(items: Items, whole: Hyphens, space: float) -> Iterator[Typed | Table]:
    lines = _lines(items)
    kind = type_of(lines)
    for part in _mended(parted(paragraphs(items, measure(lines, space)))):
        if isinstance(part, Table):
            yield part
        else:
            yield _typed(part, kind, whole)


def _mended(found: Iterable[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """Tables that go on from the page before, with nothing between, joined to what they go on."""
    table, page = None, 0
    for part in found:
        if isinstance(part, Table) and table is not None and part.page == page + 1:
            joined = one_table(table, part)
            if joined is not None:
                table, page = joined, page + 1
                continue
        if table is not None:
            yield table
        table = part if isinstance(part, Table) else None
        page = (part.page or 0) if isinstance(part, Table) else 0
        if table is None:
            yield part
    if table is not None:
        yield table


def _typed(paragraph: Paragraph, kind: Type, whole: Hyphens) -> Typed:
    text = text_of(paragraph.lines, whole)
    heading = kind.level(paragraph.lines, clean(text))
    page = paragraph.lines[0].page
    return Typed(Para(text, page, heading=heading, gap=paragraph.gap), paragraph.blank)
