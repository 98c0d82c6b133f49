"""What is said when nothing near was found: the words no paper has, and the nearest titles."""

from collections.abc import Iterable

from index.answer.inquiry import Finding, Inquiry
from index.wording import say_report

TITLES_TOLD = 2  # of the nearest papers
MOST_NAMED = 8  # words named in a headline


def not_found(inquiry: Inquiry) -> Finding:
    """The headline when nothing near was found, naming the words no paper has."""
    if inquiry.unknown:
        unknown = _listed(inquiry.unknown)
        said = f"Not found: no paper held speaks of {unknown}.{_nearest(inquiry)}"
        return Finding("no_answer", said, ())
    if not inquiry.question.terms:
        return Finding("no_answer", "Not found: the question has no word to look for.", ())
    subject = _listed(term.asked for term in inquiry.question.subject)
    said = f"Not found: no passage held speaks of {subject} together.{_nearest(inquiry)}"
    return Finding("no_answer", said, ())


def _listed(words: Iterable[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    more = len(quoted) - MOST_NAMED
    return ", ".join(quoted[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _nearest(inquiry: Inquiry) -> str:
    """The papers nearest to the subject, by their titles, where any has a word of it."""
    near = {one.report.report_id: one.report for one in inquiry.evidence if one.covered}
    titles = "; ".join(say_report(report) for report in list(near.values())[:TITLES_TOLD])
    return f" The nearest papers held: {titles}." if titles else ""
