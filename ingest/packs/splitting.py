"""A file's parts cut where a new paper begins; where that is not sure, they are left together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.frontpage.bodies import council_named
from ingest.packs.starts import Top, top_of
from ingest.page_tops import is_appendix, opens_a_page
from ingest.pages import Paper, Para, Table

_SURE = 4  # of the weight of a first page
_SURER = 5  # where it is of another meeting than the file's first paper
_SHEET = 15  # words: a page with fewer is a sheet in front of what it names
_UNMISTAKABLE = 6  # where the format has no pages
_FRONT = 25  # parts of a file among which a front page is looked for, where there are no pages
_LONGEST_HEAD = 200  # characters
_OF_STARTS = frozenset({"purpose", "summary", "recommendations"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One paper of a file: its parts, where in the file it begins, and what its top says."""

    paper: Paper
    place: str  # "page=7"; "part=2" where the format has no pages
    top: Top


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    parts: tuple[Para | Table, ...]
    top: Top


def pieces_of(paper: Paper) -> list[Piece]:
    """The papers that a file holds; none for a file that is a single paper."""
    pages = _pages(paper) if paper.pages else _stretches(paper)
    if len(pages) < 2 or paper.properties.told or not _may_be_first(pages[0].top):
        return []
    runs = _runs(pages)
    if len(runs) < 2:
        return []
    if not paper.pages:
        return [_piece(paper, run, f"part={n}") for n, run in enumerate(runs, 1)]
    ends = [run[0].number - 1 for run in runs[1:]] + [paper.pages]
    return [
        _piece(paper, run, f"page={run[0].number}", end - run[0].number + 1)
        for run, end in zip(runs, ends, strict=True)
    ]


def whole_of(paper: Paper) -> Piece:
    """A file that is a single paper, as one piece."""
    first = [part for part in paper.parts if part.page == paper.parts[0].page]
    return Piece(paper, "page=1", top_of(first, paper.format))


def _pages(paper: Paper) -> list[_Page]:
    found: dict[int, list[Para | Table]] = {}
    for part in paper.parts:
        found.setdefault(part.page or 1, []).append(part)
    return [_Page(n, tuple(parts), top_of(parts, paper.format)) for n, parts in found.items()]


def _stretches(paper: Paper) -> list[_Page]:
    """A file without pages, cut wherever an unmistakable front page may begin."""
    heads = [n for n, part in enumerate(paper.parts) if n == 0 or _may_head(part)]
    stretches: list[_Page] = []
    begin = 0
    for head, top in [(n, top_of(paper.parts[n : n + _FRONT], paper.format)) for n in heads]:
        if head == 0 or (_is_unmistakable(top) and not _append(paper.parts[begin:head])):
            if stretches:
                stretches[-1] = replace(stretches[-1], parts=paper.parts[begin:head])
            begin = head
            stretches.append(_Page(len(stretches) + 1, paper.parts[head:], top))
    return stretches


def _may_head(part: Para | Table) -> bool:
    """Whether a front page may begin with this: an item's number, a letterhead, "Minutes of"."""
    if isinstance(part, Table) or len(part.text) > _LONGEST_HEAD:
        return False
    return opens_a_page(part.text) or council_named(part.text) is not None


def _append(parts: Iterable[Para | Table]) -> bool:
    """Whether an appendix has begun: what follows may be bound in behind it."""
    return any(isinstance(part, Para) and is_appendix(part.text) for part in parts)


def _is_unmistakable(top: Top) -> bool:
    """Whether a whole front page stands here: where nothing shows pages, less tells nothing."""
    headed = top.item or top.council or top.kind == "minutes"
    return bool(headed and top.body and top.day and top.title) and top.weight >= _UNMISTAKABLE


def _may_be_first(top: Top) -> bool:
    """Whether a file opens as papers do; where it does not, nothing tells what follows apart."""
    return top.weight >= 2 and not top.appendix


def _runs(pages: Sequence[_Page]) -> list[list[_Page]]:
    runs = [[pages[0]]]
    for page in pages[1:]:
        if _begins_paper(page.top, runs):
            runs.append([page])
        else:
            runs[-1].append(page)
    return runs


def _begins_paper(top: Top, runs: Sequence[Sequence[_Page]]) -> bool:
    current, first = runs[-1], runs[0][0].top
    start = current[0].top
    item = top.item if top.item != start.item else None
    if top.appendix or not top.begins:
        return False
    if item and top.closed:
        return True
    weight = top.weight - (2 if top.item and not item else 0)
    if weight < _SURE or not top.anchored or _same(top.title, start.title):
        return False
    if item:
        return True
    if not (top.body or top.day or top.heads & _OF_STARTS):
        return False
    return _fits(top, first, current) and not _repeats(top, current)


def _fits(top: Top, first: Top, current: Sequence[_Page]) -> bool:
    """Whether a page without an item's number may begin a paper where it stands."""
    appended = any(page.top.appendix for page in current)
    if appended and current[-1].top.appendix and current[-1].top.words < _SHEET:
        return False
    same_meeting = _same_meeting(top, first)
    if top.kind in ("agenda", "other"):
        return top.kind == "agenda" and top.weight >= _SURER and not same_meeting and not appended
    if appended:
        return same_meeting and top.day is not None and top.kind != "minutes"
    if top.kind == "minutes":
        return first.kind in ("agenda", "minutes")
    alike = top.kind == first.kind == "decision"
    return alike or same_meeting or top.weight >= _SURER


def _same_meeting(top: Top, first: Top) -> bool:
    """Whether nothing a page says is of another meeting than the file's first paper."""
    other_day = top.day is not None and first.day is not None and top.day != first.day
    other_body = bool(top.body and first.body) and not _same(top.body, first.body)
    return not other_day and not other_body


def _repeats(top: Top, current: Sequence[_Page]) -> bool:
    """Whether a page's top only says again what the page before says, as running headers do."""
    if not top.said <= current[-1].top.lines:
        return False
    told = frozenset().union(*(page.top.heads for page in current))
    return not (top.heads & told & _OF_STARTS)


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _piece(paper: Paper, run: Sequence[_Page], place: str, pages: int = 0) -> Piece:
    parts = tuple(part for page in run for part in page.parts)
    own = replace(paper, parts=parts, pages=pages)
    return Piece(own, place, run[0].top)
