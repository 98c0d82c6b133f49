"""Which papers of a pack may be kept: doubt about any of them shuts the whole file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.errors import Withheld
from index.records import Block
from ingest.access import access_of
from ingest.access_later import heads_closed_page
from ingest.access_signs import ROUND
from ingest.frontpage.kinds import kind_of
from ingest.packs.appendices import open_part
from ingest.packs.splitting import Piece
from ingest.page_tops import closes, item_of
from ingest.pages import Paper, Para, Table
from ingest.pipeline import margins_of
from ingest.structure import structure

_TOP = 3  # lines of a page
_TITLE = 10  # letters: what is shorter may be the title of many a paper
_SHEET = 40  # words: a page with fewer is a sheet between papers
# "PART B – ITEMS TO BE CONSIDERED IN PRIVATE", "Exempt items", over the last items of an agenda.
_SHUT = re.compile(
    r"(?:agenda\s+)?part\s*(?:2|ii|b|two)\b.{0,80}"
    r"|(?:exempt|confidential|private|closed)\s+(?:items?|business|matters|session|reports?)\b.{0,80}"
    r"|(?:items?|business|matters|reports?)\s+(?:to\s+be\s+)?(?:considered|taken|dealt\s+with)\s+in"
    r"\s+private\b.{0,80}",
    re.IGNORECASE,
)
# "To resolve that the press and public be excluded for the following item": what comes is closed.
_EXCLUDES = re.compile(
    r"\bexclu\w+\b.{0,300}?\b(?:following|remaining|next)\s+(?:\w+\s+)?(?:items?|business|reports?"
    r"|matters?)\b(?!.{0,60}\bappend)",
    re.IGNORECASE,
)
_LONGEST = 2000  # characters of a paragraph that are looked through
_DOUBTFUL = (
    "One of the papers in this file is marked as closed to the public, and nothing tells for sure "
    "where it ends, so nothing of the file was kept. Split it and ingest the open papers."
)


@dataclass(frozen=True, slots=True)
class _Shut:
    """What an agenda lists under its private part, and not before: items by number and title."""

    items: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """The papers of a file that are public, and how many it holds in all."""

    kept: list[Piece]
    papers: int


def open_pieces(pieces: Sequence[Piece], source: str) -> Judged:
    """Those of a pack's papers that are public.

    A paper that its own first page closes is left out, and so is all that follows, up to a paper
    that is marked as of a later item of the agenda: what is bound in behind a closed paper may be
    part of it. A closed appendix is cut off where it surely begins. Raises Withheld for the whole
    file where a paper is closed in any other way, or the first one is.
    """
    margins = margins_of(pieces[0].paper)
    access_of(source, (), margins)
    shut = _listed_as_private(pieces[0])
    kept: list[Piece] = []
    cut = 0
    closed: Piece | None = None
    for piece in pieces:
        if _closes_itself(piece, source) or _is_listed(piece, shut):
            closed = piece
        elif closed is None or _is_later(piece, closed):
            part = open_part(piece.paper)
            shown = replace(piece, paper=part) if part else piece
            _refuse_marks_inside(shown, source)
            kept.append(shown)
            closed = piece if part else None
            cut += part is not None
    bound_in = (block for piece in kept[1:] for block in structure(piece.paper)[1])
    told = any(_letters(block.words) in shut.titles for block in bound_in)
    if told or not kept or kept[0].place != pieces[0].place:
        raise Withheld("exempt", _DOUBTFUL)
    return Judged(kept, len(pieces) + cut)


def _closes_itself(piece: Piece, source: str) -> bool:
    """Whether a paper's first page closes it; raises Withheld where that says both yes and no.

    Without pages nothing tells for sure where a closed paper begins: one closes the file.
    """
    if not piece.paper.pages:
        return False
    parts = tuple(part for part in piece.paper.parts if part.page == piece.paper.parts[0].page)
    blocks = structure(replace(piece.paper, parts=parts))[1]
    try:
        access_of(source, blocks, (), kind_of(blocks, {}))
    except Withheld as refused:
        if refused.reason == "unclear":
            raise
        return True
    return piece.top.closed and piece.top.kind != "agenda"


def _refuse_marks_inside(piece: Piece, source: str) -> None:
    """Raise Withheld if anything behind the first page of an open paper is closed."""
    blocks = structure(piece.paper)[1]
    access_of(source, blocks, (), kind_of(blocks, {}))
    if any(map(_is_closed_page, _later_pages(piece.paper))):
        raise Withheld("exempt", _DOUBTFUL)


def _later_pages(paper: Paper) -> Iterator[Sequence[str]]:
    """The lines of each page but the first."""
    grouped = [list(parts) for _, parts in groupby(paper.parts, key=lambda part: part.page)]
    for parts in grouped[1:]:
        yield [line for part in parts for line in _lines(part)]


def _lines(part: Para | Table) -> list[str]:
    return [part.text] if isinstance(part, Para) else [" ".join(row) for row in part.rows]


def _is_closed_page(lines: Sequence[str]) -> bool:
    """Whether a page is headed as closed, or is a sheet that says that what follows is."""
    if sum(len(line.split()) for line in lines) < _SHEET:
        return any(closes(line) or _SHUT.fullmatch(line.strip()) for line in lines)
    return any(heads_closed_page(line.strip(ROUND)) for line in lines[:_TOP])


def _listed_as_private(agenda: Piece) -> _Shut:
    """What the agenda in front of a pack lists under a heading that says it is private."""
    if agenda.top.kind != "agenda":
        return _Shut()
    blocks = structure(agenda.paper)[1]
    heads = (n for n, block in enumerate(blocks) if _shuts(block))
    head = next(heads, len(blocks))
    items = {item for block in blocks[head:] if (item := _item_listed(block))}
    before = {item for block in blocks[:head] if (item := _item_listed(block))}
    titles = {_letters(block.words) for block in blocks[head + 1 :]}
    open_titles = {_letters(block.words) for block in blocks[:head]}
    told = frozenset(title for title in titles - open_titles if len(title) >= _TITLE)
    return _Shut(frozenset(items - before), told)


def _shuts(block: Block) -> bool:
    """Whether a line of an agenda says that the items below it are private."""
    words = block.words[:_LONGEST].strip()
    return bool(_SHUT.fullmatch(words) or _EXCLUDES.search(words))


def _item_listed(block: Block) -> str | None:
    return (block.label or item_of(block.words.split("\t")[0]) or "").casefold().strip("()") or None


def _is_listed(piece: Piece, shut: _Shut) -> bool:
    if piece.top.item:
        return piece.top.item in shut.items
    return _letters(piece.top.title or "") in shut.titles


def _is_later(piece: Piece, closed: Piece) -> bool:
    """Whether two papers bear item numbers, and this one's is the greater."""
    numbers = [re.match(r"\d+", each.top.item or "") for each in (closed, piece)]
    return all(numbers) and int(numbers[0][0]) < int(numbers[1][0])  # type: ignore[index]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
