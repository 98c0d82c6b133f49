"""One paper's bytes in, one Report out: each step in order; nothing is stored here."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from index.records import Access, Block, FrontPage, Report, ReportKind
from index.wording import NOT_KEPT
from ingest.abbreviations import abbreviations
from ingest.access import access_of
from ingest.access_ocr import refuse_doubtful_marks
from ingest.decisions import decisions, doubts, holds_resolutions, proposes
from ingest.frontpage import marks_draft, read_front_page
from ingest.frontpage.kinds import kind_of
from ingest.pages import Paper
from ingest.people import all_leads
from ingest.readers import left_out
from ingest.reading import read_paper
from ingest.structure import structure
from ingest.unsure import unsure_figures


def read_report(data: bytes, source: str, *, council: str | None = None) -> Report:
    """A file as one paper understood; ``council`` is the operator's word on whose paper it is.

    Raises Unreadable for what no reader can make out, and Withheld, before anything is taken from
    it, for what is not public.
    """
    paper = read_paper(data, source)
    return understand(paper, source, sha256(data).hexdigest(), council=council)


def understand(
    paper: Paper, source: str, digest: str, *, council: str | None = None, released: bool = False
) -> Report:
    """A paper as read, understood; ``digest`` is the SHA-256 it is to be known by.

    Raises Withheld, before anything is taken from it, for what is not public, unless it was
    ``released`` by a person who has looked at it.
    """
    text, blocks = structure(paper)
    kind = paper.properties.told_kind or kind_of(blocks, paper.properties.front_matter)
    access = "public" if released else _judged(paper, source, blocks, kind)
    # Only now: marks in what is called minutes are read less strictly.
    kind = _kind_held(paper, blocks, kind)
    front, warnings = _front_page(blocks, paper, source, council)
    front = _with_stage(front, paper, blocks, kind)
    found = decisions(text, blocks, kind, front)
    return Report(
        source=source, sha256=digest, kind=kind, text=text, blocks=blocks,
        front=front, decisions=found,
        leads=all_leads(blocks, kind, paper.properties.told_people),
        abbreviations=abbreviations(text),
        access=access,
        pages=paper.pages,
        warnings=(*_warnings(paper), *warnings, *doubts(blocks, found, front)),
        ocr=tuple((page, sure) for page, sure in paper.ocr if page in {b.page for b in blocks}),
        unsure=unsure_figures(paper.doubts, blocks),
    )  # fmt: skip


def _judged(paper: Paper, source: str, blocks: Sequence[Block], kind: ReportKind) -> Access:
    """Who may see a paper; raises Withheld where its marks are in doubt."""
    margins = margins_of(paper)
    access = access_of(source, blocks, margins, kind)
    refuse_doubtful_marks(paper, source, blocks, margins, kind)
    return access


def _warnings(paper: Paper) -> tuple[str, ...]:
    """What the reader warned of; a file with words in it that nobody is to see is not kept."""
    unseen = not left_out.UNSEEN.isdisjoint(paper.warnings)
    return (*paper.warnings, NOT_KEPT) if unseen else paper.warnings


def _kind_held(paper: Paper, blocks: Sequence[Block], kind: ReportKind) -> ReportKind:
    """What a paper is by what it holds, where nothing says what it is."""
    unsaid = kind == "other" and not paper.properties.told_kind
    return "minutes" if unsaid and holds_resolutions(blocks) else kind


def _with_stage(
    front: FrontPage, paper: Paper, blocks: Sequence[Block], kind: ReportKind
) -> FrontPage:
    """A front page, with whether the paper is a draft, and whether it only proposes."""
    front = replace(front, draft=front.draft or any(map(marks_draft, paper.margins)))
    return replace(front, proposed=kind == "decision" and proposes(blocks, front))


def _front_page(
    blocks: Sequence[Block], paper: Paper, source: str, council: str | None
) -> tuple[FrontPage, tuple[str, ...]]:
    """A paper's front page as its source tells it, else as it is read; and what is doubtful."""
    told = paper.properties.told
    if told is None:
        return read_front_page(blocks, paper.properties, source, council, paper.margins)
    other = council and told.council and council.casefold() != told.council.casefold()
    doubts = ("The paper names another council than it was ingested for.",) if other else ()
    return replace(told, council=council or told.council), doubts


def margins_of(paper: Paper) -> Sequence[str]:
    """What stands around a paper's text: running headers, footers, title, notes, front matter."""
    stated = paper.properties.front_matter
    title = [paper.properties.title] if paper.properties.title else []
    notes = paper.properties.notes
    labelled = (f"{name}: {value}" for name, value in stated.items())
    return [*paper.margins, *title, *notes, *stated.values(), *labelled]
