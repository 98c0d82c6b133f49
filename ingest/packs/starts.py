"""Whether a page looks like the first of a paper: what its top says, and how surely."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.records import Block, ReportKind
from ingest.dates import find_dates
from ingest.frontpage.bodies import body_named, council_named
from ingest.frontpage.fields import Field
from ingest.frontpage.front import Front, front_of
from ingest.frontpage.kinds import kind_of
from ingest.frontpage.title import title_of
from ingest.frontpage.whose import body_of, council_of
from ingest.page_tops import closes, is_appendix, item_of
from ingest.pages import Format, Paper, Para, Properties, Table
from ingest.sections import section_of
from ingest.structure import structure

_TOP = 3  # blocks in which a front page has begun, and an appendix has said what it is
_LONGEST = 120  # characters of a line that may begin a front page
_FEW = 3  # words: no sentence is shorter
_MEMBERS = re.compile(r"(?:members\s+)?(?:present|in attendance|apolog(?:y|ies))\b", re.IGNORECASE)
_SECTIONS = frozenset({"purpose", "summary", "recommendations", "background", "reasons"})
_OF_RECORDS = frozenset({"decision", "reasons", "alternatives"})
_COUNTED = frozenset({"body", "date", "meeting_date", "report_of"})  # each by itself
# Facts that only a paper for a meeting, or a record of a decision, gives of itself.
_OF_MEETINGS = frozenset({"body", "meeting_date", "report_of", "key_decision", "call_in", "wards"})


@dataclass(frozen=True, slots=True)
class Top:
    """What the top of a page says. ``weight`` is how much speaks for a paper's first page.

    ``anchored`` is whether something does that only papers for meetings have: a form or an
    appendix may have a title, an author and a date as well.
    """

    kind: ReportKind
    weight: int
    anchored: bool
    item: str | None
    title: str | None
    body: str | None
    council: str | None
    day: date | None
    said: frozenset[str]  # the lines that speak for it
    lines: frozenset[str]  # all lines of the page
    heads: frozenset[str]  # the sections that begin on it
    appendix: bool
    closed: bool
    begins: bool  # whether the front page begins at the very top
    words: int


def top_of(parts: Sequence[Para | Table], form: Format) -> Top:
    """What a page's top says; ``parts`` are those of the page."""
    _, blocks = structure(Paper(form, tuple(parts)))
    front = front_of(blocks, Properties())
    first = [block.words.strip() for block in blocks[:_TOP]]
    item = next(filter(None, map(item_of, first)), None)
    kind = kind_of(blocks, {})
    heads = frozenset(filter(None, (section_of(b.words) for b in blocks if b.kind == "heading")))
    facts = {field.fact for field in _early(front)} - {"other"}
    told = _evidence(front)
    return Top(
        kind=kind,
        weight=_weight(front, facts, item, kind) + _body_weight(blocks, heads, kind),
        anchored=bool(item) or bool(facts & _OF_MEETINGS) or _opens(front) or kind == "decision",
        item=item,
        title=title_of(front),
        body=body_of(front, council_of(front)),
        council=council_of(front),
        day=_day(front),
        said=frozenset(_plain(blocks[n]) for n in told),
        lines=frozenset(map(_plain, blocks)),
        heads=heads,
        appendix=any(map(is_appendix, first)),
        closed=any(map(closes, first)),
        begins=_begins(blocks, told),
        words=sum(len(block.words.split()) for block in blocks),
    )


def _early(front: Front) -> list[Field]:
    return [field for field in front.fields if 0 <= field.block < len(front.blocks)]


def _opens(front: Front) -> bool:
    """Whether a line says whose meeting, whose minutes or whose report this is."""
    told = [o for o in front.opening("minutes", "meeting", "report_to") if o.body or o.date]
    return bool(told) or any(front.opening("report_of"))


def _weight(front: Front, facts: set[str], item: str | None, kind: ReportKind) -> int:
    minutes = any(o.body or o.date for o in front.opening("minutes"))
    reported = any(front.opening("report_of", "report_to")) or "report_of" in facts
    met = any(o.body for o in front.opening("meeting", "agenda")) or any(
        map(_names_body, front.blocks[:8])
    )
    dated = _day(front) is not None or any(f in facts for f in ("date", "meeting_date"))
    return (
        2 * bool(item)
        + 3 * minutes
        + 2 * reported
        + 2 * (kind == "decision")
        + (met or "body" in facts)
        + dated
        + (council_of(front) is not None)
        + min(len(facts - _COUNTED), 3)
    )


def _body_weight(blocks: Sequence[Block], heads: frozenset[str], kind: ReportKind) -> int:
    """What the rest of the page says: minutes tell who came, reports what they are for."""
    came = any(_MEMBERS.match(block.words) for block in blocks)
    if kind == "minutes":
        return 2 * came
    return int(bool(heads & (_OF_RECORDS if kind == "decision" else _SECTIONS)))


def _names_body(block: Block) -> bool:
    return block.kind != "row" and not block.label and body_named(block.words) is not None


def _day(front: Front) -> date | None:
    said = [f.value for f in front.all("meeting_date", "date")]
    days = [day.value for value in said for day in find_dates(value[:200])]
    opened = [o.date.value for o in front.openings if o.date]
    return next(filter(None, (*days, *opened)), None)


def _evidence(front: Front) -> set[int]:
    """The numbers of the blocks that speak for a front page."""
    named = {n for n, b in enumerate(front.blocks[:8]) if _names_body(b) or council_named(b.words)}
    corner = {n for n, b in enumerate(front.blocks[:_TOP]) if item_of(b.words)}
    return named | corner | {f.block for f in _early(front)} | {o.block for o in front.openings}


def _begins(blocks: Sequence[Block], told: set[int]) -> bool:
    """Whether the page's first lines are those of a front page, and no paragraph's end."""
    if not blocks or not told or min(told) >= _TOP:
        return False
    return all(
        number in told or _may_stand_above(block)
        for number, block in enumerate(blocks[: min(told)])
    )


def _may_stand_above(block: Block) -> bool:
    """A short line that is no sentence: a title, a logo's words, what the paper is marked."""
    text = block.words.strip()
    sentence = text.endswith((".", ";", ",")) and len(text.split()) > _FEW
    short = len(text) <= _LONGEST and text[:1].isupper() and not sentence
    return closes(text) or (short and block.label is None)


def _plain(block: Block) -> str:
    return " ".join(block.words.casefold().split())
