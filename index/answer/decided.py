"""Answers to "what was decided" and "what was recommended": whole resolutions, standing first."""

from index.answer.inquiry import RANK, Finding, Inquiry
from index.answer.matters import (
    Aftermath,
    Matter,
    aftermath,
    each_once,
    matters_of,
    names_of,
    own_texts,
    resolved_on,
    texts,
)
from index.answer.quotation import Span
from index.answer.quotes import ranked
from index.records import Citation, Standing
from index.wording import say_meeting

NEAR_ENOUGH = 0.8  # of the best coverage: what still counts as being on the same matter
ENOUGH_NAMED = 0.4  # share of the subject's weight in a matter's own words, heading and title
ENOUGH_TITLED = 0.6  # and in its heading and title alone, to be all that is asked about
LONGEST_LIST = 3000  # characters; a longer list of decisions is cited item by item


def from_decisions(inquiry: Inquiry) -> Finding | None:
    """The resolutions, or failing them the recommendations, on what was asked."""
    matters = _on_subject(inquiry)
    if not matters:
        return _near(inquiry)
    first = matters[0]
    after = aftermath(inquiry, first) if first.standing == "recommended" else None
    if after and after.resolved:
        resolved = after.resolved
        matters = [m for m in matters if m != resolved]
        asks_what_was_recommended = asked_standing(inquiry) == "recommended"
        matters.insert(1 if asks_what_was_recommended else 0, resolved)
    citations = _cited(inquiry, matters[0])
    for other in matters[1:3]:
        citations += _cited(inquiry, other)[:1]
    return Finding("answered", _headline(inquiry, matters[0], after), tuple(citations))


def _near(inquiry: Inquiry) -> Finding | None:
    """What was decided on the matter of the nearest quotation, which may say it in other words."""
    nearest = next(iter(ranked(inquiry)), None)
    if nearest is None or asked_standing(inquiry):
        return None
    passage, report = nearest.evidence.passage, nearest.evidence.report
    if passage.standing == "resolved":
        return None
    resolved = resolved_on(inquiry, report, nearest.span, passage.heading)
    if resolved is None:
        return None
    return Finding("related", "", tuple(_cited(inquiry, resolved)[:1]))


def _on_subject(inquiry: Inquiry) -> list[Matter]:
    """The matters asked about: resolved before recommended, then the newest."""
    found = [
        (inquiry.covered(*held), matter)
        for report in inquiry.reports()
        for matter in matters_of(inquiry, report)
        if inquiry.holds_all(*(held := texts(inquiry, matter))) and _names(inquiry, matter)
    ]
    wanted = asked_standing(inquiry)
    fitting = [one for one in found if wanted in (None, one[1].standing)] or found
    best = max((covered for covered, _ in fitting), default=0.0)
    near = [one for one in fitting if one[0] >= NEAR_ENOUGH * best]
    near.sort(key=lambda one: (RANK[one[1].standing], -one[1].day.toordinal(), -one[0]))
    return list(each_once(matter for _, matter in near))


def _names(inquiry: Inquiry, matter: Matter) -> bool:
    """Whether the matter itself is on the subject, and not only the rest of its report."""
    return inquiry.covered(*own_texts(matter)) >= ENOUGH_NAMED


def asked_standing(inquiry: Inquiry) -> Standing | None:
    """The standing that the question itself asks for, if it does."""
    asked = {term.stem for term in inquiry.question.terms}
    return "recommended" if "recommend" in asked else None


def _cited(inquiry: Inquiry, matter: Matter) -> list[Citation]:
    """The whole list as one excerpt, with its lead-in; item by item if it is very long."""
    whole = inquiry.cite(matter.report, matter.span, matter.standing)
    is_short = len(whole.excerpt) <= LONGEST_LIST
    if is_short and all(decision.text in whole.excerpt for decision in matter.decisions):
        return [whole]
    return [
        inquiry.cite(matter.report, Span(one.start, one.end), matter.standing, one.text)
        for one in matter.decisions
    ]


def _headline(inquiry: Inquiry, matter: Matter, after: Aftermath | None) -> str:
    """Who was asked or resolved, when, and what more is known; in fixed words."""
    meeting = say_meeting(matter.report.front)
    outcome = f" ({matter.outcome})" if matter.outcome and _is_its(inquiry, matter) else ""
    if matter.standing == "resolved":
        return f"Decided: {meeting}{outcome}."
    if matter.standing == "recommended":
        return f"Recommended to {meeting}. {_say_aftermath(after)}"
    if matter.outcome:
        return f"Proposed, and {matter.outcome}: {meeting}."
    return f"Proposed: {meeting}. Nothing held shows that it was carried."


def _is_its(inquiry: Inquiry, matter: Matter) -> bool:
    """Whether the outcome of a matter is that of what was asked.

    "Was … approved?" must not be met by "approved", which may be said of something else in it: the
    matter must be named by what was asked, or be put off or refused as a whole.
    """
    if inquiry.question.kind != "yes_no":
        return True
    if len(matter.decisions) > 1:
        return False
    return inquiry.covered(*names_of(matter)) >= ENOUGH_TITLED


def _say_aftermath(after: Aftermath | None) -> str:
    if after and after.resolved:
        return "What was decided follows it."
    if after and after.has_minutes:
        return "Minutes of that meeting are held, but no resolution on this was found in them."
    return "No minutes recording the decision are held."
