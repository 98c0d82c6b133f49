"""Answers to "what was decided" and "what was recommended": whole resolutions, standing first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from index.inquiry import IN_REPORT, Finding, Inquiry, Texts
from index.quotation import Span
from index.records import Citation, Decision, ReportFacts, Standing
from index.retrieval import IN_HEADING, IN_TITLE, IN_WORDS
from index.wording import say_meeting

# A resolution outranks a recommendation that fits the question as well, and that a proposal.
_RANK: Final[dict[Standing, int]] = {"resolved": 0, "recommended": 1, "proposed": 2, "reported": 3}
NEAR_ENOUGH = 0.8  # of the best coverage: what still counts as being on the same matter
LONGEST_LIST = 3000  # characters; a longer list of decisions is cited item by item


@dataclass(frozen=True, slots=True)
class _Matter:
    """The decisions of one list: under one heading or minute, with one standing."""

    report: ReportFacts
    decisions: tuple[Decision, ...]
    covered: float
    complete: bool

    @property
    def standing(self) -> Standing:
        return self.decisions[0].standing

    @property
    def day(self) -> date:
        return self.report.front.meeting_date or date.min

    @property
    def span(self) -> Span:
        return Span(self.decisions[0].lead_start, self.decisions[-1].end)


def from_decisions(inquiry: Inquiry) -> Finding | None:
    """The resolutions, or failing them the recommendations, on what was asked."""
    matters = _on_subject(inquiry)
    if not matters:
        return None
    first = matters[0]
    citations = [*_cited(inquiry, first)]
    for other in matters[1:3]:
        citations += _cited(inquiry, other)[:1]
    return Finding("answered", _headline(first), tuple(citations))


def _on_subject(inquiry: Inquiry) -> list[_Matter]:
    """The matters asked about: resolved before recommended, then the newest."""
    found = [matter for report in inquiry.reports() for matter in _matters(inquiry, report)]
    wanted = _asked_standing(inquiry)
    fitting = [m for m in found if m.complete and wanted in (None, m.standing)] or [
        m for m in found if m.complete
    ]
    best = max((matter.covered for matter in fitting), default=0.0)
    near = [matter for matter in fitting if matter.covered >= NEAR_ENOUGH * best]
    return sorted(near, key=lambda m: (_RANK[m.standing], -m.day.toordinal(), -m.covered))


def _asked_standing(inquiry: Inquiry) -> Standing | None:
    asked = {term.stem for term in inquiry.question.terms}
    return "recommended" if "recommend" in asked else None


def _matters(inquiry: Inquiry, report: ReportFacts) -> Iterable[_Matter]:
    decisions = inquiry.catalogue.decisions_of(report.report_id)
    for _, group in groupby(decisions, key=lambda d: (d.heading, d.minute, d.standing)):
        together = tuple(group)
        held = _texts(inquiry, report, together)
        yield _Matter(report, together, inquiry.covered(*held), inquiry.holds_all(*held))


def _texts(inquiry: Inquiry, report: ReportFacts, decisions: tuple[Decision, ...]) -> Texts:
    """What a list of decisions is read in the light of.

    A report is on one matter, so that all its words bear on what it asks for; minutes are on many.
    """
    own = " ".join(decision.text for decision in decisions)
    on_one_matter = report.kind in ("report", "decision")
    return (
        (IN_WORDS, own),
        (IN_HEADING, decisions[0].heading),
        (IN_TITLE if on_one_matter else IN_REPORT, report.front.title),
        (IN_REPORT if on_one_matter else 0.0, inquiry.words_of(report)),
    )


def _cited(inquiry: Inquiry, matter: _Matter) -> list[Citation]:
    """The whole list as one excerpt, with its lead-in; item by item if it is very long."""
    whole = inquiry.cite(matter.report, matter.span, matter.standing)
    is_short = len(whole.excerpt) <= LONGEST_LIST
    if is_short and all(decision.text in whole.excerpt for decision in matter.decisions):
        return [whole]
    return [
        inquiry.cite(matter.report, Span(one.start, one.end), matter.standing, one.text)
        for one in matter.decisions
    ]


def _headline(matter: _Matter) -> str:
    """Who was asked or resolved, when, and whether more is known; in fixed words."""
    meeting = say_meeting(matter.report.front)
    outcome = matter.decisions[0].outcome
    if matter.standing == "resolved":
        return f"Decided: {meeting}{f' ({outcome})' if outcome else ''}."
    if matter.standing == "recommended":
        return f"Recommended to {meeting}. No minutes recording the decision are held."
    return f"Proposed: {meeting}. Nothing held shows that it was carried."
