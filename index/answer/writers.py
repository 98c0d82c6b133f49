"""Answers to who wrote a report: whom the front page of the paper plainly meant gives for it."""

import re
from datetime import date
from typing import Final, NamedTuple

from index.answer.inquiry import Finding, Inquiry
from index.answer.quotation import Span
from index.language import stem
from index.question import Question, Term
from index.question.when import is_of_time
from index.records import ReportFacts
from index.retrieval.evidence import IN_TITLE
from index.retrieval.matching import coverage
from index.wording import say_report

ENOUGH_NAMED = 0.5  # share of what the paper is asked to be on that its title must hold
CLEARLY = 0.75  # what the next title may hold of that, beside the best
LONGEST = 120  # characters of whoever wrote it: more is no name

_PAPER = r"(?:reports?|papers?|briefings?|updates?)\b"
_WROTE = (
    r"(?:wrote|written|writing|author(?:ed|s)?|prepared|drafted|compiled|produced|penned"
    r"|put together)"
)
_ASKED: Final = re.compile(
    rf"\b(?:who|which|what|whose|name)\b.*(?:\b{_WROTE}\b.*\b{_PAPER}|\b{_PAPER}.*\b{_WROTE}\b"
    rf"|\bwhose {_PAPER})",
    re.IGNORECASE,
)
_OF_WRITING: Final = frozenset(
    stem(word)
    for word in """wrote written write writing author authored authors prepared drafted compiled
    produced penned put together report reports paper papers briefing update officer officers name
    named person""".split()
)


class _Writer(NamedTuple):
    """Who a front page gives a report by, as what, and where."""

    name: str
    label: str
    span: Span


def asks_writer(question: Question) -> bool:
    """Whether a question is who wrote a report."""
    return question.kind == "who" and _ASKED.search(question.text) is not None


def tells_writer(sentence: str) -> bool:
    """Whether a sentence says by whom a paper was written, as a page does of itself."""
    return _TELLS.search(sentence) is not None


# Not "the rowing club wrote that the report was wrong".
_TELLS: Final = re.compile(rf"\bauthors?\b|\b(?:{_WROTE}|report|paper) (?:up )?(?:by|of)\b", re.I)


def from_writers(inquiry: Inquiry) -> Finding | None:
    """Who wrote the report that is asked about, where one is plainly meant and says so."""
    report = _meant(inquiry) if asks_writer(inquiry.question) else None
    writer = _writer(inquiry, report) if report else None
    if report is None or writer is None:
        return None
    headline = f"{writer.label}: {writer.name} – {say_report(report)}."
    return Finding("answered", headline, (inquiry.cite(report, writer.span, "reported"),))


def _meant(inquiry: Inquiry) -> ReportFacts | None:
    """The one report whose title holds most of what was said of it; None where two are as near."""
    said = [t for t in inquiry.question.subject if not (_is_of_writing(t) or t.place)]
    near = [
        (share, report)
        for report in inquiry.reports()
        if report.kind in ("report", "decision", "other") and _is_of_then(inquiry, report)
        if (share := _share_named(inquiry, said, report)) >= ENOUGH_NAMED
    ]
    near.sort(key=lambda one: -one[0])
    if not near or (len(near) > 1 and near[1][0] > CLEARLY * near[0][0]):
        return None
    return near[0][1]


def _is_of_writing(term: Term) -> bool:
    return term.stem in _OF_WRITING or is_of_time(term.asked)


def _share_named(inquiry: Inquiry, said: list[Term], report: ReportFacts) -> float:
    """The share of some terms' weight that a title holds."""
    credited = inquiry.credited((IN_TITLE, report.front.title))
    held = {t.stem: 1.0 for t in said if t.stem in credited}
    return coverage(tuple(said), held, inquiry.weighed.rarity) if said else 0.0


def _is_of_then(inquiry: Inquiry, report: ReportFacts) -> bool:
    days = inquiry.question.days
    day = report.front.meeting_date
    if not days or not day:
        return True
    return (days.first or date.min) <= day <= (days.last or date.max)


def _writer(inquiry: Inquiry, report: ReportFacts) -> _Writer | None:
    """Whoever the front page gives as author; failing that, whose report it says it is."""
    front = report.front
    for name, label in ((front.author, "Author"), (front.report_of, "Report of")):
        span = _stated(inquiry, report, name) if name and _is_name(name) else None
        if name and span:
            return _Writer(name, label, span)
    return None


def _is_name(said: str) -> bool:
    return len(said) <= LONGEST and "@" not in said and ":" not in said


def _stated(inquiry: Inquiry, report: ReportFacts, name: str) -> Span | None:
    """The block or blocks of a paper that first give a name, on however many lines."""
    pattern = r"\s+".join(map(re.escape, name.split()))
    match = re.search(pattern, inquiry.catalogue.text(report.report_id), re.IGNORECASE)
    blocks = inquiry.catalogue.blocks(report.report_id, match.span()) if match else ()
    return Span(blocks[0].start, blocks[-1].end) if blocks else None
