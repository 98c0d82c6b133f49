"""Pages of a PDF that are pictures of text, as they are recognised (OCR)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import pypdfium2 as pdfium

from index.errors import Unreadable
from ingest.patience import ask_for_time
from ingest.readers.ocr import tesseract
from ingest.readers.ocr.hocr import seen_lines
from ingest.readers.ocr.missed import with_missed
from ingest.readers.ocr.picture import Picture, cleared, lines, skew
from ingest.readers.ocr.rows import in_rows
from ingest.readers.ocr.stamps import SLANTS, stamped
from ingest.readers.pdf.page import PageWords, items_of
from ingest.readers.pdf.pictures import taken
from ingest.readers.pdf.plain import share_of_words
from ingest.readers.pdf.recognised import Recognised, evened, recognised
from ingest.readers.pdf.rules import Rule, Rules
from ingest.readers.pdf.tables import Ruled
from ingest.readers.pdf.word import Word

MOST_PAGES = 300
SURE = 75  # percent: with less, three letters in a hundred are wrong, and a word in four
_DPI = 200
_ROUGHLY = 75  # pixels an inch: enough to see how far a page is askew
_LARGE = 100  # pixels an inch: enough for the large letters of a stamp
_FEW = 50  # letters: what is unsure, and so little, is dirt on a picture
_LEVEL = 0.3  # of the type size: words of a cell that stand as high as each other
_APART = 1.5  # of the type size: words of a cell stand closer
_BETTER = 0.2  # the share of plain words by which OCR must be ahead of a page's own text


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was recognised on a page, the lines ruled on it, and how wide it is as it is read."""

    found: Recognised
    drawn: Rules
    width: float
    aside: tuple[str, ...]  # what runs up or down it, or was found and is not sure


def with_scans_read(pdf: pdfium.PdfDocument, pages: list[PageWords]) -> list[PageWords]:
    """The pages, with those that are pictures, or whose letters are garbled, as recognised.

    They stay as they are where tesseract is not installed, and a page does where nothing better
    is found on it. Raises Unreadable: "too_many_pages".
    """
    wanted = [page for page in pages if page.pictured or page.doubtful]
    if not wanted or not tesseract.is_installed():
        return pages
    if len(wanted) > MOST_PAGES:
        raise Unreadable(
            "too_many_pages",
            f"The PDF holds more than {MOST_PAGES} scanned pages. Split it and ingest the parts.",
        )
    ask_for_time(len(wanted))
    looked = {page.number: _looked_at(pdf, page) for page in wanted}
    seen = {number: found for number, found in looked.items() if isinstance(found, _Seen)}
    left = {number: page for number, page in looked.items() if isinstance(page, PageWords)}
    words = dict(zip(seen, evened(one.found.words for one in seen.values()), strict=True))
    return [
        _better(page, seen[page.number], words[page.number])
        if page.number in seen
        else left.get(page.number, page)
        for page in pages
    ]


def _looked_at(pdf: pdfium.PdfDocument, page: PageWords) -> _Seen | PageWords:
    """What can be recognised on a page; the page as it is left, where nothing can."""
    try:
        return _seen(pdf, page.number)
    except tesseract.TooSlow:
        return replace(page, slow=True)
    except (tesseract.NotRead, pdfium.PdfiumError):
        return page


def _seen(pdf: pdfium.PdfDocument, number: int) -> _Seen:
    """What is recognised on a page, turned if it reads better so; raises NotRead."""
    found, wide = _recognised(pdf, number, 0)
    if found.found.sideways or found.found.sure < SURE:
        quarters = tesseract.quarters(wide)
        turned = _recognised(pdf, number, quarters)[0] if quarters else found
        found = max(found, turned, key=lambda one: one.found.sure * (not one.found.sideways))
    return found


def _recognised(pdf: pdfium.PdfDocument, number: int, quarters: int) -> tuple[_Seen, Picture]:
    """A page turned by so many quarters, straightened and recognised; and its picture."""
    askew = skew(cleared(taken(pdf, number, _ROUGHLY, quarters, 0)))
    straight = cleared(taken(pdf, number, _DPI, quarters, askew))
    drawn = lines(straight)
    seen, unsure = with_missed(seen_lines(tesseract.hocr(straight)), straight, drawn)
    found = recognised(in_rows(seen), straight)
    width = straight.width * 72 / straight.dpi
    ruled = Rules([Rule(*line) for line in drawn.across], [Rule(*line) for line in drawn.down])
    slanted = (cleared(taken(pdf, number, _LARGE, quarters, askew + by)) for by in SLANTS)
    aside = (*unsure, *stamped(slanted), *(line.text for line in seen if line.turned))
    return _Seen(found, ruled, width, aside), straight


def _better(page: PageWords, seen: _Seen, words: tuple[Word, ...]) -> PageWords:
    """A page with what was recognised on it, if that is sure and better than its own text."""
    page = replace(page, aside=seen.aside)
    letters, sure = seen.found.letters, seen.found.sure
    if page.doubtful and not (sure >= SURE and _is_plainer(page, words)):
        return page
    if sure < SURE:
        return page if letters < _FEW else replace(page, unsure=tuple(_said(words)))
    if page.pictured and page.letters >= _FEW and letters < 2 * page.letters:
        return replace(page, pictured=False)
    return replace(
        page,
        width=seen.width,
        items=_laid(words, seen.drawn),
        letters=letters,
        unknown=0,
        pictured=False,
        garbled=False,
        doubtful=False,
        sure=seen.found.sure,
        doubts=seen.found.doubts,
    )


def _laid(words: tuple[Word, ...], drawn: Rules) -> list[list[Word] | Ruled]:
    """The rows and ruled tables of a page; rows alone where its rules were not all seen.

    That shows in a cell in which figures stand apart: those of two cells.
    """
    items = items_of(words, drawn)
    torn = any(isinstance(item, Ruled) and _is_torn(item) for item in items)
    return items_of(words, Rules([], [])) if torn else items


def _is_torn(table: Ruled) -> bool:
    return any(
        abs(one.y - other.y) < _LEVEL * one.size and other.x0 - one.x1 > _APART * one.size
        for cell in table.words.values()
        for one, other in pairwise(sorted(cell, key=lambda word: (round(-word.y), word.x0)))
    )


def _is_plainer(page: PageWords, words: Iterable[Word]) -> bool:
    """Whether recognised words are plain ones far more often than a page's own."""
    own = share_of_words(word.text for word in page.words()) or 0.0
    return (share_of_words(word.text for word in words) or 0.0) > own + _BETTER


def _said(words: Iterable[Word]) -> Iterable[str]:
    return (" ".join(word.text for word in line) for _, line in groupby(words, lambda w: w.y))
