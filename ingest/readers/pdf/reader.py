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
from ingest.readers.ocr.tesseract import is_installed
from ingest.readers.pdf.flow import flow
from ingest.readers.pdf.page import PageWords, page_words
from ingest.readers.pdf.scans import with_scans_read
from ingest.readers.pdf.warnings import warnings
from ingest.readers.tabbed import joined_parts

_UNSURE = 0.5  # of the scanned pages: with more that cannot be read surely, none is kept
_LOCKED = "The PDF is marked as not to be changed or copied from; it opens without a password."
_ATTACHED = "Files attached to the PDF were not read. Ingest them apart if they are papers."
_GARBLED = 0.3  # of the letters: with more that are garbled, nothing can be quoted
_TOO_UNSURE = (
    "The PDF is scanned so badly that what it says cannot be told for sure. Ask for the Word "
    "document, or scan it again, straight and at 300 dots an inch."
)
_NO_WORDS = "The PDF holds pictures, and no words were found on them. Check it is the right file."
_TOO_SLOW = (
    "Recognising the PDF's scanned pages took longer than it may. Ingest it again when the machine "
    "is less busy, ask for the Word document, or scan it again, clean and straight."
)
_STRANGE_FONTS = (
    "The PDF's fonts do not say what their letters are. Ask for the Word document, or make "
    "the PDF searchable with a text recognition (OCR) program, and ingest that."
)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(data: bytes) -> Paper:
    """The paragraphs and tables of a PDF, page by page, without running headers and footers.

    Pages that are pictures are recognised where tesseract is installed. Raises Unreadable:
    "encrypted", "corrupt", "too_many_pages"; "needs_ocr" for pictures where it is not installed;
    "ocr_low_confidence" where it is not sure of what it reads, "timeout" where it takes too long;
    and "no_text" where there is none, or the fonts do not say what their letters are.
    """
    pdf = _opened(data)
    try:
        pages = [_page(pdf, n) for n in range(len(pdf))]
        kept = with_scans_read(pdf, [page for page in pages if page is not None])
        properties, of_file = _properties(pdf), tuple(_of_file(pdf))
    finally:
        pdf.close()
    _refuse_unread(kept)
    laid = flow(kept)
    return Paper(
        "pdf", tuple(joined_parts(laid.parts)), len(pages), properties,
        (*warnings(kept, [n for n, page in enumerate(pages, 1) if page is None]), *of_file),
        margins=laid.margins,
        redacted=any(page.redacted for page in kept),
        ocr=tuple((page.number, page.sure) for page in kept if page.sure is not None),
        doubted=tuple(line for page in kept for line in (*page.unsure, *page.aside)),
        doubts=tuple((page.number, *doubt) for page in kept for doubt in page.doubts),
    )  # fmt: skip


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        # Of a file without pages PDFium says why the one before it could not be opened.
        secret = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        if secret and b"/Encrypt" in data:
            raise Unreadable(
                "encrypted", "The PDF has a password. Save a copy without one and ingest that."
            ) from error
        raise damaged() from error
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
    letters, unsure = sum(p.letters for p in pages), [p for p in pages if p.unsure]
    if not pages:
        raise damaged()
    scanned = len(unsure) + sum(page.sure is not None for page in pages)
    if unsure and (len(unsure) > _UNSURE * scanned or unsure[0] is pages[0]):
        raise Unreadable("ocr_low_confidence", _TOO_UNSURE)
    if not letters and any(page.slow for page in pages):
        raise Unreadable("timeout", _TOO_SLOW)
    if not letters and any(page.pictured for page in pages):
        raise Unreadable("no_text", _NO_WORDS) if is_installed() else _needs_ocr()
    garbled = sum(page.letters + page.unknown for page in pages if page.garbled)
    if garbled > _GARBLED * sum(page.letters + page.unknown for page in pages):
        raise Unreadable("no_text", _STRANGE_FONTS)


def _of_file(pdf: pdfium.PdfDocument) -> Iterator[str]:
    """Warnings about a file as a whole."""
    if raw.FPDF_GetSecurityHandlerRevision(pdf.raw) != -1:
        yield _LOCKED
    if raw.FPDFDoc_GetAttachmentCount(pdf.raw) > 0:
        yield _ATTACHED


def _needs_ocr() -> Unreadable:
    return Unreadable(
        "needs_ocr",
        "The PDF holds pictures of pages and no text. Install tesseract and ingest it again, or "
        "make it searchable with a text recognition (OCR) program.",
    )


def damaged() -> Unreadable:
    """The refusal of a PDF that cannot be opened."""
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
