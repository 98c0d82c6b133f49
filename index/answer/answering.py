"""Evidence as an answer with citations, each checked against the stored text; never a guess."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from index.answer.attendance import asks_mover, from_attendance, from_movers
from index.answer.decided import from_decisions
from index.answer.deciders import is_of_decider, speaks_of_deciding
from index.answer.inquiry import Finding, Inquiry
from index.answer.latest import from_newest
from index.answer.meetings import from_meetings
from index.answer.near import RELATED, related
from index.answer.plain import from_lists, from_passages
from index.answer.position import position
from index.answer.refusal import not_found
from index.answer.suggesting import suggestions
from index.answer.sure import is_sure
from index.answer.who import from_leads
from index.catalogue import Catalogue
from index.records import Answer, Citation, QuestionKind, Searched
from index.wording import say_filters

logger = logging.getLogger(__name__)

NEAR = 0.2  # share of the subject's weight the best evidence must hold to be called related
A_MONTH = timedelta(days=31)
KNOWN = 0.5  # and share of it that stands in any paper at all: the rest may be the very thing asked

Way = Callable[[Inquiry], Finding | None]

# The ways of answering each kind of question, in the order they are tried. The first that answers
# is taken; failing that, the first that at least finds something near.
WAYS: Final[Mapping[QuestionKind, tuple[Way, ...]]] = {
    "who": (from_leads, from_passages),
    "decided": (from_decisions, from_passages),
    "list": (from_lists, from_passages),
    "latest": (from_newest, from_passages),
    "yes_no": (from_passages,),
    "when": (from_passages,),
    "how_much": (from_passages,),
    "other": (from_passages,),
}

# Those that quote what fits best: it may fit well and yet not state what was asked.
_QUOTING: Final[tuple[Way, ...]] = (from_lists, from_newest, from_passages)


def answer(inquiry: Inquiry, searched: Searched, limit: int) -> Answer:
    """The answer to an inquiry, with at most ``limit`` citations."""
    finding = _checked(_within(_best_finding(inquiry), inquiry), inquiry.catalogue)
    answered = finding.status == "answered"
    is_latest = answered and inquiry.question.kind == "latest" and inquiry.question.names_subject
    return Answer(
        question=inquiry.question.text,
        status=finding.status,
        kind=inquiry.question.kind,
        headline=finding.headline,
        standing=finding.citations[0].standing if finding.citations else None,
        citations=finding.citations[:limit],
        searched=searched,
        suggestions=suggestions(inquiry) if not answered and inquiry.is_last else (),
        position=position(inquiry, finding.citations) if is_latest else (),
    )


def _best_finding(inquiry: Inquiry) -> Finding:
    near: tuple[Citation, ...] = ()
    for way in _ways(inquiry):
        finding = way(inquiry)
        if finding is None:
            continue
        if _answers(way, finding, inquiry):
            return finding
        if way not in _QUOTING:
            near = near or finding.citations
    nearest = max((e.covered for e in inquiry.evidence), default=0.0)
    found = related(inquiry, near) if nearest >= NEAR and inquiry.known_share >= KNOWN else None
    return found if found and found.citations else not_found(inquiry)


def _answers(way: Way, finding: Finding, inquiry: Inquiry) -> bool:
    first = finding.citations[0] if finding.citations else None
    if finding.status != "answered" or first is None or not is_of_then(first, inquiry):
        return False
    if speaks_of_deciding(inquiry.question) and not is_of_decider(inquiry.question.text, first):
        return False
    return way not in _QUOTING or is_sure(inquiry, finding)


def is_of_then(citation: Citation, inquiry: Inquiry) -> bool:
    """Whether a citation is of the month or days that were asked about, or speaks of that year.

    A question that names no such time is met at any.
    """
    first, last = inquiry.question.days or (None, None)
    if first is None or last is None or last - first > A_MONTH:
        return True
    day = citation.report.front.meeting_date
    return (day is not None and first <= day <= last) or str(first.year) in citation.excerpt


def _within(finding: Finding, inquiry: Inquiry) -> Finding:
    """The finding, told as merely near where it lies outside the limits that were asked for."""
    if not inquiry.widened or (finding.citations and _is_fitting(finding.citations[0], inquiry)):
        return finding
    limits = say_filters(inquiry.question.filters)
    if not finding.citations and inquiry.unknown and inquiry.question.names_subject:
        return finding
    is_moot = inquiry.question.filters.body and not inquiry.question.names_subject
    if not finding.citations or is_moot:  # what another body decided on anything is of no use
        return Finding("no_answer", f"Nothing found in papers {limits}.", ())
    fitting = [one for one in finding.citations if _is_fitting(one, inquiry)]
    elsewhere = [one for one in finding.citations if one not in fitting]
    headline = RELATED if fitting else f"Nothing found in papers {limits}. The nearest elsewhere:"
    return Finding("related", headline, (*fitting, *elsewhere))


def _is_fitting(citation: Citation, inquiry: Inquiry) -> bool:
    """Whether a citation is from a paper within all the limits that were said."""
    report_id = citation.report.report_id
    return any(e.report.report_id == report_id and e.fits == 1.0 for e in inquiry.evidence)


def _ways(inquiry: Inquiry) -> tuple[Way, ...]:
    """The ways for the question's kind, what is narrowly of people first."""
    question = inquiry.question
    if asks_mover(question):
        return (from_movers, from_passages)
    if question.kind in ("who", "list"):
        return (from_movers, from_attendance, *_decided_first(inquiry))
    return _decided_first(inquiry)


def _decided_first(inquiry: Inquiry) -> tuple[Way, ...]:
    """The ways for the question's kind; decisions first where it speaks of deciding."""
    question = inquiry.question
    ways = WAYS[question.kind]
    if not speaks_of_deciding(question):
        return ways
    if not question.names_subject and question.kind in ("decided", "list", "latest", "other"):
        return (from_meetings, *ways)
    if question.kind in ("list", "yes_no", "who"):
        return (from_decisions, *ways)
    return ways


def _checked(finding: Finding, catalogue: Catalogue) -> Finding:
    """The finding without any excerpt that differs from the stored text at its span."""
    kept = tuple(citation for citation in finding.citations if is_verbatim(citation, catalogue))
    if len(kept) == len(finding.citations):
        return finding
    logger.error("withheld %d excerpts that failed the check", len(finding.citations) - len(kept))
    if kept and kept[0] == finding.citations[0]:
        return replace(finding, citations=kept)
    # The headline may quote what failed, so that it goes too.
    return Finding("related" if kept else "no_answer", RELATED if kept else WITHHELD, kept)


WITHHELD: Final = (
    "An excerpt was found, but it no longer matches the stored paper, so it is withheld. "
    "Ask an administrator to run `townclerk check`."
)


def is_verbatim(citation: Citation, catalogue: Catalogue) -> bool:
    """Whether an excerpt equals the stored text of its report at its span."""
    stored = catalogue.text(citation.report.report_id)
    return bool(citation.excerpt) and stored[citation.start : citation.end] == citation.excerpt
