"""What sort of paper a paper is, by the words on its front page and by its shape."""

import re
from collections.abc import Mapping, Sequence

from index.records import Block, ReportKind
from ingest.frontpage.field_names import fact_of
from ingest.frontpage.fields import Field, fields_in
from ingest.frontpage.front import front_blocks, listed
from ingest.frontpage.openings import openings
from ingest.sections import section_of

_STATED: dict[str, ReportKind] = {
    "minutes": "minutes",
    "minute": "minutes",
    "report": "report",
    "decision": "decision",
    "decision notice": "decision",
    "decision record": "decision",
    "agenda": "agenda",
}
# "Record of Executive Decision", "NOTICE OF A DECISION TAKEN BY …", "Officer Decision Notice".
_DECISION = re.compile(
    r"(?:(?:statement|record|notice|publication|schedule|summary)\s+of\s+(?:an?\s+|the\s+)?"
    r"(?:[\w-]+\s+){0,3}decisions?\b.*"
    r"|(?:[\w’'&-]+\s+){0,5}decisions?\s+(?:notice|record|statement|sheet|list|form|summary)\b.*"
    r"|decisions?\s+(?:of|taken|made)\s+(?:by|at|the|under)\b.*"
    r"|(?:[\w’'&-]+\s+){0,4}(?:delegated|officers?[’']?)\s+decisions?"
    r"|notice\s+of\s+(?:the\s+|an?\s+)?(?:intention|intent)\s+to\s+(?:make|take)\b.*\bdecisions?\b.*"
    r"|decision\s+to\s+be\s+(?:taken|made)\b.*"
    r"|(?:[\w’'&-]+\s+){0,3}forward\s+plan\s+(?:entry|item)\b.*"
    r"|(?:[\w’'&-]+\s+){0,4}(?:(?:cabinet|executive|lead)\s+member|portfolio\s+holder)[’']?s?[’']?\s+"
    r"decisions?"
    r"|(?:proposed|draft|forthcoming|intended)\s+(?:[\w-]+\s+){0,4}decisions?\b.*)",
    re.IGNORECASE,
)
# Below "DECISIONS": "The following decisions were taken by the Cabinet on 4 May".
_TOLD_BELOW = re.compile(
    r"(?:the\s+following|these)\s+(?:executive\s+|key\s+)?decisions?\s+(?:were|was|have\s+been|has\s+been)"
    r"\s+(?:taken|made)\s+(?:by|at|on|under)\b",
    re.IGNORECASE,
)
_SOON = 3  # blocks below the front page within which a list of decisions says that it is one
_NOTICE_OF_MEETING = re.compile(
    r"(?:notice\s+of\s+(?:a\s+|the\s+)?(?:\w+\s+)?meeting|summons|agenda|.{0,60}\bagenda)\b"
    r"(?!\s+(?:item|no\b|number)).{0,40}",
    re.IGNORECASE,
)
_WHO_CAME = 25  # blocks within which minutes have said who was there
_MAKER = re.compile(r"decision[ -](?:maker|taker)|decision (?:made|taken) by", re.IGNORECASE)


def kind_of(blocks: Sequence[Block], stated: Mapping[str, str]) -> ReportKind:
    """The kind of a paper; ``stated`` is the file's own front matter, which is believed.

    What heads a paper decides: a report about a decision notice is a report. Where nothing heads
    it, its shape does: who was present and who sent apologies are minutes; recommendations, a
    purpose or an author make a report.
    """
    of_itself = _STATED.get(" ".join(stated.get("type", "").casefold().split()))
    return of_itself or _by_heading(blocks) or _by_shape(blocks)


def _by_heading(blocks: Sequence[Block]) -> ReportKind | None:
    """The kind that the first lines name, the first to name one deciding."""
    front = front_blocks(blocks)
    opened = {opening.block: opening.kind for opening in openings(front)}
    for number, block in enumerate(front):
        if block.kind == "row":
            named = any(map(_MAKER.match, block.cells)) and not listed(front)
            kind = _of_maker(blocks) if named else None
        else:
            kind = _of_line(blocks, block.words[:200].strip(" *_"), opened.get(number))
        if kind:
            return kind
    below = blocks[len(front) : len(front) + _SOON]
    return "decision" if any(_TOLD_BELOW.match(block.words) for block in below) else None


def _of_line(blocks: Sequence[Block], words: str, opening: str | None) -> ReportKind | None:
    """The kind that one line of the front page names."""
    if opening == "minutes":
        return "minutes"
    if opening in ("report_of", "report_to"):
        return "report"
    if _DECISION.fullmatch(words):
        return "decision"
    if _MAKER.match(words):
        return _of_maker(blocks)
    return "agenda" if opening == "agenda" or _NOTICE_OF_MEETING.fullmatch(words) else None


def _of_maker(blocks: Sequence[Block]) -> ReportKind:
    """What names its decision maker is the decision, unless it is a report that asks for one."""
    labels = (found.label.casefold() for found in fields_in(front_blocks(blocks)))
    reports = any(label.startswith("report ") for label in labels)
    sections = {section_of(b.words) for b in blocks if b.kind == "heading"}
    asks = "recommendations" in sections and "decision" not in sections
    return "report" if reports and asks else "decision"


def _by_shape(blocks: Sequence[Block]) -> ReportKind:
    sections = {section_of(b.words) for b in blocks if b.kind == "heading"}
    if _tells_who_came(blocks):
        return "minutes"
    front = front_blocks(blocks)
    if (
        any(map(_is_of_report, fields_in(front)))
        or sections & {"recommendations", "purpose"}
        or _has_author_table(blocks)
    ):
        return "report"
    return "agenda" if any(map(_heads_agenda, blocks[:_WHO_CAME])) else "other"


def _heads_agenda(block: Block) -> bool:
    """Whether a block heads the business of a meeting; a numbered one is a rule about it."""
    heads = block.kind == "heading" and block.label is None
    return heads and section_of(block.words) == "agenda"


def _is_of_report(found: Field) -> bool:
    """Whether a fact is one that reports give: who wrote it, or "Report for", "Report title"."""
    named = found.label.casefold().startswith("report ")
    return named or found.fact in ("report_of", "author", "contact")


def _tells_who_came(blocks: Sequence[Block]) -> bool:
    """Whether a paper lists who was present and who was not, as minutes do."""
    first = blocks[:_WHO_CAME]
    words = [re.split(r"[:\t]", b.words.strip(" *_").casefold())[0].strip() for b in first]
    present = any(w in ("present", "members present", "attendance", "in attendance") for w in words)
    return present and any(word.startswith("apolog") for word in words)


def _has_author_table(blocks: Sequence[Block]) -> bool:
    names = (name for b in blocks if b.kind == "row" for name in b.columns)
    return any(fact_of(name) == "author" for name in names)
