"""What may hide words on a PDF page, found without drawing it: what is laid over them later."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ingest.readers.pdf.drawn import everything
from ingest.readers.pdf.rules import Box, Matrix, bounds, placed, shade_of

_THIN = 3.0  # points: what is thinner covers no letters
_OPTIONAL = "OC\0".encode("utf-16-le")  # how layers that may be switched off are marked
_DARK = 100  # of 255: letters as dark as this cannot be read on black
_ABOVE_ALL = 1 << 60  # notes are drawn after all that is on the page
# Notes that people draw over words; a link or a field of a form hides nothing.
_NOTES = frozenset({
    pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_POLYGON,
    pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_REDACT,
})  # fmt: skip


class Cover(NamedTuple):
    """Something filled, at its place in the order of drawing."""

    order: int
    box: Box
    shade: int = 255
    picture: bool = False
    to_be_redacted: bool = False  # marked to be blacked out, which was never done


@dataclass(slots=True)
class Layers:
    """What is laid over what on a page."""

    covers: list[Cover] = field(default_factory=list)
    texts: dict[int, int] = field(default_factory=dict)  # the order of each, by its address
    invisible: set[int] = field(default_factory=set)  # addresses of texts drawn without ink

    def over(self, text: int, shade: int, x: float, y: float) -> list[Cover]:
        """What hides this point of a text, given by its address and how light it is.

        That was drawn after it; or before, where both are dark, as in a word processor's black
        highlight.
        """
        order = self.texts.get(text, -1)
        return [
            each
            for each in self.covers
            if each.box.holds(x, y) and (each.order > order or max(each.shade, shade) < _DARK)
        ]


def layers(page: ctypes.c_void_p) -> Layers:
    """The texts of an open page, and what is large enough to cover some."""
    found = Layers()
    for order, (thing, outer) in enumerate(everything(page)):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            at = address(thing)
            found.texts[at] = order
            if _is_without_ink(thing):
                found.invisible.add(at)
        elif kind != pdfium.FPDF_PAGEOBJ_FORM and (box := _covering(thing, kind, outer)):
            picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
            shade = shade_of(thing) if kind == pdfium.FPDF_PAGEOBJ_PATH else 255
            found.covers.append(Cover(order, box, shade, picture))
    found.covers += _notes(page)
    return found


def _is_without_ink(text: ctypes.c_void_p) -> bool:
    """Whether a text is drawn without ink, or on a layer that may be switched off."""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
    if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
        return True
    name, length = (ctypes.c_ushort * 4)(), ctypes.c_ulong()
    for n in range(max(pdfium.FPDFPageObj_CountMarks(text), 0)):
        mark = pdfium.FPDFPageObj_GetMark(text, n)
        pdfium.FPDFPageObjMark_GetName(mark, name, 8, length)
        if bytes(name)[:6] == _OPTIONAL:
            return True
    return False


def address(thing: ctypes.c_void_p) -> int:
    """What tells a thing on the page from others."""
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def _covering(thing: ctypes.c_void_p, kind: int, outer: Matrix) -> Box | None:
    if kind == pdfium.FPDF_PAGEOBJ_PATH and not _fills(thing):
        return None
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    corners = (left.value, bottom.value), (right.value, top.value)
    box = bounds([placed(outer, *corner) for corner in corners])
    return box if min(box.x1 - box.x0, box.y1 - box.y0) > _THIN else None


def _fills(path: ctypes.c_void_p) -> bool:
    """Whether a path paints an area, be it with a broad pen."""
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if stroke.value:
        pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    return bool(fill.value) or width.value > _THIN


def _notes(page: ctypes.c_void_p) -> Iterator[Cover]:
    rect = pdfium.FS_RECTF()
    for n in range(min(pdfium.FPDFPage_GetAnnotCount(page), 2_000)):
        note = pdfium.FPDFPage_GetAnnot(page, n)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind in _NOTES and pdfium.FPDFAnnot_GetRect(note, rect):
            box = Box(rect.left, rect.bottom, rect.right, rect.top)
            redact = kind == pdfium.FPDF_ANNOT_REDACT
            yield Cover(_ABOVE_ALL, box, to_be_redacted=redact)
        pdfium.FPDFPage_CloseAnnot(note)
