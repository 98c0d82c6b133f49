"""PDF: paragraphs, headings and tables from where things lie on its pages."""

import re
from collections.abc import Iterator
from datetime import date

import pypdfium2 as pdfium
from pypdfium2 import raw

from index.errors import Unreadable
from ingest.limits import MAX_PAGES
from ingest.pages import Paper, Properties
from ingest.readers.clean import clean
from ingest.readers.left_out import HIDDEN
from ingest.readers.pdf.flow import flow
from ingest.readers.pdf.page import PageWords, page_words
from ingest.readers.tabbed import joined_parts

_GARBLED = 0.3  # of the letters that are unknown: beyond this, nothing can be quoted
_LOCKED = "The PDF is marked as not to be changed or copied from; it opens without a password."
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(data: bytes) -> Paper:
    """The paragraphs and tables of a PDF, page by page, without running headers and footers.

    Raises Unreadable: "encrypted", "corrupt", "too_many_pages", "needs_ocr" for pictures of pages,
    and "no_text" where the fonts do not say what their letters are.
    """
    pdf = _opened(data)
    try:
        pages = [_page(pdf, n) for n in range(len(pdf))]
        properties = _properties(pdf)
        locked = raw.FPDF_GetSecurityHandlerRevision(pdf.raw) != -1
    finally:
        pdf.close()
    read = [page for page in pages if page is not None]
    _refuse_unread(read)
    laid = flow(read)
    return Paper(
        "pdf", tuple(joined_parts(laid.parts)), len(pages), properties,
        warnings=(*_warnings(pages), *([_LOCKED] if locked else [])), margins=laid.margins,
        redacted=any(page.redacted for page in pages if page),
    )  # fmt: skip


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Unreadable(
                "encrypted", "The PDF has a password. Save a copy without one and ingest that."
            ) from error
        raise _damaged() from error
    if pdf.get_formtype() != raw.FORMTYPE_NONE:
        pdf.init_forms()
    if len(pdf) > MAX_PAGES:
        pdf.close()
        raise Unreadable(
            "too_many_pages",
            f"The PDF has more than {MAX_PAGES:,} pages. Split it and ingest the parts.",
        )
    return pdf


def _page(pdf: pdfium.PdfDocument, n: int) -> PageWords | None:
    """A page's words and drawing; None for a page that is damaged."""
    try:
        if pdf.formenv:
            # What is filled into a form is no part of the page's text until it is laid flat.
            pdf[n].flatten()
        page = pdf[n]
    except pdfium.PdfiumError:
        return None
    try:
        size = page.get_size()
        sideways = page.get_rotation() % 180 == 90
        return page_words(page.raw, size[::-1] if sideways else size, n + 1, form=bool(pdf.formenv))
    finally:
        page.close()


def _refuse_unread(pages: list[PageWords]) -> None:
    letters, unknown = sum(p.letters for p in pages), sum(p.unknown for p in pages)
    if not pages:
        raise _damaged()
    if not letters and any(page.pictured for page in pages):
        raise Unreadable(
            "needs_ocr",
            "The PDF holds pictures of pages and no text. Make it searchable with a text "
            "recognition (OCR) program, and ingest that.",
        )
    if unknown > _GARBLED * (letters + unknown):
        raise Unreadable(
            "no_text",
            "The PDF's fonts do not say what their letters are. Ask for the Word document, or make "
            "the PDF searchable with a text recognition (OCR) program, and ingest that.",
        )


def _warnings(pages: list[PageWords | None]) -> Iterator[str]:
    damaged = [n for n, page in enumerate(pages, 1) if page is None]
    if damaged:
        yield f"Damaged and not read: {_listed(damaged)}."
    pictured = [page.number for page in pages if page and page.pictured]
    if pictured:
        yield f"Pictures of text, not read: {_listed(pictured)}."
    if any(page.hidden for page in pages if page):
        yield HIDDEN


def _listed(numbers: list[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _damaged() -> Unreadable:
    return Unreadable(
        "corrupt", "The PDF is damaged or was cut short. Fetch it again, or print it to a new PDF."
    )


def _properties(pdf: pdfium.PdfDocument) -> Properties:
    said = pdf.get_metadata_dict(skip_empty=True)
    made = _DATE.match(said.get("CreationDate", ""))
    return Properties(
        clean(said.get("Title", "")) or None,
        clean(said.get("Author", "")) or None,
        _day(made) if made else None,
        notes=tuple(clean(said[name]) for name in ("Subject", "Keywords") if name in said),
    )


def _day(made: re.Match[str]) -> date | None:
    try:
        return date(int(made[1]), int(made[2]), int(made[3]))
    except ValueError:
        return None
