"""The words this project uses, as frozen records.

Every span (``start``, ``end``) is of the report's stored text: half-open, in code points.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ReportKind = Literal["report", "minutes", "decision", "agenda", "other"]
BlockKind = Literal["heading", "paragraph", "item", "row"]
Standing = Literal["resolved", "recommended", "proposed", "reported"]
DateBasis = Literal["stated", "inferred", "source"]
Access = Literal["public", "exempt", "confidential", "unknown"]
QuestionKind = Literal["who", "decided", "when", "how_much", "list", "yes_no", "latest", "other"]
AnswerStatus = Literal["answered", "related", "no_answer"]
# The pages of a paper that OCR read from pictures, each with how sure it was, in percent.
Recognised = tuple[tuple[int, int], ...]
# Figures that OCR may have misread: where each begins and ends, and how sure it was, in percent.
Unsure = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table row, in reading order.

    ``text`` is the report's text from ``start`` to ``end``, printed label included; the words
    themselves begin ``mark`` characters in. A row's cells are separated by one tab each.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    mark: int = 0
    label: str | None = None  # the path as cited: "16", "(ii).b"; None for bullets and plain text
    label_inferred: bool = False  # the file itself had lost the number
    under: str | None = None  # the label of the numbered block this one stands under
    heading: str | None = None  # the nearest heading above
    page: int | None = None  # from 1; None where the format has no pages
    columns: tuple[str, ...] = ()  # a row's column headings, one for each cell; () if it has none

    @property
    def words(self) -> str:
        """The text without its printed label."""
        return self.text[self.mark :]

    @property
    def cells(self) -> tuple[str, ...]:
        """A row's cells, empty ones included; one cell for any other kind of block."""
        return tuple(self.text.split("\t")) if self.kind == "row" else (self.text,)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What a paper says of itself; what it does not say stays None."""

    title: str | None = None
    council: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    meeting_date_basis: DateBasis | None = None
    meeting_date_rule: str | None = None  # for an inferred date, the rule that gave it, in words
    report_of: str | None = None
    introduced_by: str | None = None
    author: str | None = None
    contact: str | None = None
    reference: str | None = None
    item_number: str | None = None  # on the agenda it was considered under
    decision_number: str | None = None  # of a decision record, where it has one besides a reference
    part: int | None = None  # 1: open to the public; 2: closed
    wards: str | None = None
    key_decision: bool | None = None
    call_in: bool | None = None
    draft: bool = False
    proposed: bool = False  # a decision record of what is yet to be decided


@dataclass(frozen=True, slots=True)
class Decision:
    """What a body was asked or resolved to do, in its own words; a list's items share a lead-in."""

    text: str
    standing: Standing
    start: int
    end: int
    lead_start: int  # of the words that lead into its list; without them, its own start
    outcome: str | None = None  # "approved", "noted", "deferred" …, where the paper says so
    label: str | None = None
    minute: str | None = None
    heading: str | None = None
    page: int | None = None
    mover: str | None = None
    seconder: str | None = None
    votes: str | None = None  # "7 for, 2 against", as recorded
    reasons: str | None = None  # where the paper heads them as such, in its words
    alternatives: str | None = None  # considered and rejected, likewise


@dataclass(frozen=True, slots=True)
class Lead:
    """A person or post and what they answer for; the span is that of the row or sentence."""

    name: str | None
    post: str | None
    organisation: str | None
    relation: str  # "Review Lead Officer", "Contact Officer", "Chair"
    area: str | None  # the service or topic: "Procurement"
    start: int
    end: int
    contact: str | None = None  # telephone and e-mail: kept apart, never indexed


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what the paper itself says it stands for."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Report:
    """Any council paper, as understood. ``blocks`` in order make up ``text``, white space apart."""

    source: str  # the path or address as ingested
    sha256: str  # of the paper's bytes, lower-case hex
    kind: ReportKind
    text: str
    blocks: tuple[Block, ...]
    front: FrontPage
    decisions: tuple[Decision, ...] = ()
    leads: tuple[Lead, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    access: Access = "public"
    pages: int = 0  # 0 where the format has no pages
    warnings: tuple[str, ...] = ()
    url: str | None = None
    ocr: Recognised = ()
    unsure: Unsure = ()

    @property
    def report_id(self) -> str:
        """Sixteen hex digits that name this content, wherever it was found."""
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A catalogued report without its text: what is shown beside an excerpt."""

    report_id: str
    source: str
    kind: ReportKind
    front: FrontPage
    access: Access
    pages: int
    chars: int
    warnings: tuple[str, ...] = ()
    url: str | None = None
    ocr: Recognised = ()
    unsure: Unsure = ()

    def ocr_confidence(self, page: int | None) -> int | None:
        """How sure it is, in percent, what a page says that OCR read; None for any other page."""
        return dict(self.ocr).get(page or 0)

    def sure_of(self, page: int | None, start: int, end: int) -> int | None:
        """How sure it is what stands in a span of such a page: no surer than its figures are."""
        sure = self.ocr_confidence(page)
        within = [least for at, to, least in self.unsure if at < end and start < to]
        return sure if sure is None else min([sure, *within])


@dataclass(frozen=True, slots=True)
class Passage:
    """What is searched: adjoining blocks under one heading, or one table row."""

    passage_id: int
    report_id: str
    text: str
    start: int
    end: int
    heading: str | None
    label: str | None
    page: int | None
    standing: Standing
    row: bool
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """Which reports to look in. Names match any body or council whose name contains their words."""

    council: str | None = None
    body: str | None = None
    since: date | None = None  # inclusive
    until: date | None = None  # inclusive
    kind: ReportKind | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """An excerpt, verbatim, with where it stands and what standing it has."""

    excerpt: str
    start: int
    end: int
    report: ReportFacts
    paragraph: str | None
    page: int | None
    heading: str | None
    standing: Standing
    ocr_confidence: int | None = None  # percent, of its least sure page or figure that OCR read


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer was looked for in: shown when nothing was found, and kept when it was."""

    reports: int
    newest: date | None
    filters: Filters
    words: tuple[str, ...] = ()
    bodies: int = 0  # whose papers are held
    corrected: tuple[tuple[str, str], ...] = ()  # misspelt words, and what they were read as
    from_conversation: tuple[str, ...] = ()  # words that an earlier question of the asker said


@dataclass(frozen=True, slots=True)
class Answer:
    """A headline, its citations, and what was searched."""

    question: str
    status: AnswerStatus
    kind: QuestionKind
    headline: str
    standing: Standing | None
    citations: tuple[Citation, ...]
    searched: Searched
    suggestions: tuple[str, ...] = ()
    position: tuple[str, ...] = ()  # of the latest: what it follows upon, and the gap since
    took_ms: float = 0.0
    read_as: str | None = None  # a follow-up with its subject filled in


@dataclass(frozen=True, slots=True)
class DecisionQuery:
    """Which decisions to list, newest meeting first."""

    about: str | None = None
    filters: Filters = field(default_factory=Filters)
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True, slots=True)
class DecisionFound:
    """A decision together with the report it stands in."""

    decision: Decision
    report: ReportFacts
