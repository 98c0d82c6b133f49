"""Words that a PDF's text holds and its pages do not show: none is kept, and some shut the paper.

A word is unseen if the page looks the same without it. Under a box, a picture or a note it was
meant to be hidden and is not; on a scan, its picture may be blacked out and its text left.
"""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import pypdfium2.raw as pdfium

from ingest.readers.pdf.covers import Cover, Layers, layers
from ingest.readers.pdf.drawn import Drawn, drawn
from ingest.readers.pdf.rules import Box
from ingest.readers.pdf.word import Word
from ingest.readers.pdf.words import TextPage

_TINY = 2.0  # points: nobody reads type as small
_FAINT = 239  # of 255: letters as light as this may not be seen on white
_SHOWN = 0.35  # of a word's ink: with less, it cannot be read
_SCAN = 0.5  # of the page: pictures that cover more are a scan
_LIGHT = 225  # of 255
_ALIKE, _SOLID = 24, 0.97  # of 255, and of the pixels that are as near to the middle one
_FEW = 2  # letters and digits: with fewer, nothing is told
_SOME = 6  # letters that a scan's text has and its picture has not: fewer may be specks
_MOST_BLANK = 1 / 3  # of a scan's words: with more, its text does not lie on its picture
_NEAR = 2.0  # of the type size: how far apart words of one line are at most

Fate = Literal["seen", "covered", "blank", "bare", "unread"]


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A word that may be unseen: where it lies on the page, and what lies over it."""

    word: Word
    box: Box
    over: Sequence[Cover]
    without_ink: bool
    outside: bool  # of the page


@dataclass(frozen=True, slots=True)
class Unseen:
    """Where the words begin that nobody can see; and those of them that were meant to be hidden."""

    at: frozenset[int] = frozenset()
    blacked_out: frozenset[int] = frozenset()


def unseen(page: ctypes.c_void_p, text: TextPage, words: Sequence[Word]) -> Unseen:
    """The words of an open page that are not to be kept."""
    laid = layers(page)
    suspects = _suspects(page, text, [word for word in words if word.text], laid)
    if not suspects:
        return Unseen()
    look, scan = drawn(page), _is_scan(page, laid)
    fates: list[tuple[Word, Fate]] = [
        (each.word, _fate(each, look, scan=scan)) for each in suspects
    ]
    if sum(fate == "blank" for _, fate in fates) > _MOST_BLANK * len(fates):
        fates = [(word, "seen" if fate == "blank" else fate) for word, fate in fates]
    gone = frozenset(word.at for word, fate in fates if fate != "seen")
    seen = [word for word in words if word.text and word.at not in gone]
    return Unseen(gone, _blacked_out(fates, seen))


def _blacked_out(fates: Sequence[tuple[Word, Fate]], seen: Sequence[Word]) -> frozenset[int]:
    """Where words begin that are hidden in a way that people choose; none where those are few."""
    covered = [word for word, fate in fates if fate == "covered" and not _is_double(word, seen)]
    in_line = [word for word, fate in fates if fate == "bare" and _stands_beside(word, seen)]
    blanks = [word for word, fate in fates if fate == "blank"]
    enough = _letters(covered) >= _FEW or _letters(in_line) > _FEW or _letters(blanks) >= _SOME
    return frozenset(word.at for word in (*covered, *in_line, *blanks) if enough)


def _suspects(
    page: ctypes.c_void_p, text: TextPage, words: Iterable[Word], laid: Layers
) -> list[_Suspect]:
    """Words that are faint, tiny or off the page, drawn without ink, or under something."""
    whole = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, whole)
    on_page = Box(whole.left, whole.bottom, whole.right, whole.top)
    found = []
    for word in words:
        middle = text.middle(word.at, len(word.text))
        at = text.thing(word.at) if laid.covers or laid.invisible else 0
        shade = text.shade(word.at)
        over, without_ink = laid.over(at, shade, *middle), at in laid.invisible
        outside = not on_page.holds(*middle)
        if over or without_ink or shade > _FAINT or outside or word.size < _TINY:
            box = Box(*text.box(word.at, len(word.text)))
            found.append(_Suspect(word, box, over, without_ink, outside))
    return found


def _is_scan(page: ctypes.c_void_p, laid: Layers) -> bool:
    area = sum(
        (each.box.x1 - each.box.x0) * (each.box.y1 - each.box.y0)
        for each in laid.covers
        if each.picture
    )
    size = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    return bool(area > _SCAN * size)


def _fate(each: _Suspect, look: Drawn, *, scan: bool) -> Fate:
    """What becomes of a word, judged by how the page looks with it and without it.

    Where it leaves no ink and its picture does, as on a searchable scan, it is shown by that.
    """
    if any(cover.to_be_redacted for cover in each.over):
        return "covered"
    if each.outside or (each.word.size < _TINY and each.box.y1 - each.box.y0 < _TINY):
        return "unread"
    if look.ink(each.box) > _SHOWN * look.print(each.box):
        return "seen"
    solid = _solid(look.beneath(_heart(each.box)))
    if solid is None:
        return "seen" if scan or each.without_ink else "covered" if each.over else "bare"
    painted = any(not cover.picture for cover in each.over)
    if scan:
        return "covered" if painted or solid < _LIGHT else "blank"
    return "covered" if each.over else "bare"


def _heart(box: Box) -> Box:
    """The middle of a word, where its letters have ink and no neighbour has."""
    inset = (box.y1 - box.y0) / 4
    return Box(box.x0, box.y0 + inset, box.x1, box.y1 - inset)


def _solid(pixels: bytes) -> int | None:
    """The shade of an area that is all of one; None for one with something drawn in it."""
    if not pixels:
        return 255
    shade = sorted(pixels)[len(pixels) // 2]
    near = sum(abs(pixel - shade) <= _ALIKE for pixel in pixels)
    return shade if near >= _SOLID * len(pixels) else None


def _is_double(word: Word, seen: Iterable[Word]) -> bool:
    """Whether a word is drawn anew, and seen, where it was covered."""
    return any(
        each.text == word.text and abs(each.x0 - word.x0) < _TINY and abs(each.y - word.y) < _TINY
        for each in seen
    )


def _stands_beside(word: Word, seen: Iterable[Word]) -> bool:
    """Whether words that are seen go on in the same line, as where a name was painted white."""
    near = _NEAR * word.size
    return any(
        abs(each.y - word.y) < _TINY and each.x0 - near < word.x1 and word.x0 < each.x1 + near
        for each in seen
    )


def _letters(words: Iterable[Word]) -> int:
    return sum(letter.isalnum() for word in words for letter in word.text)
