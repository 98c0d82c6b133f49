"""What is said when nothing found answers: what was searched, and what to try instead."""

from collections.abc import Iterable

from index.answer.inquiry import Finding, Inquiry
from index.records import ReportFacts
from index.wording import file_name

TITLES_OFFERED = 2
MOST_NAMED = 8  # words named in a headline


def not_found(inquiry: Inquiry) -> Finding:
    """The headline when nothing near was found, naming the words no paper has."""
    if inquiry.unknown:
        unknown = _listed(inquiry.unknown)
        return Finding("no_answer", f"Not found: no paper held speaks of {unknown}.", ())
    if not inquiry.question.terms:
        return Finding("no_answer", "Not found: the question has no word to look for.", ())
    subject = _listed(term.asked for term in inquiry.question.subject)
    return Finding("no_answer", f"Not found: no passage held speaks of {subject} together.", ())


def _listed(words: Iterable[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    more = len(quoted) - MOST_NAMED
    return ", ".join(quoted[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def suggestions(inquiry: Inquiry) -> tuple[str, ...]:
    """Better questions: on the nearest papers held, and without the filters that were said."""
    offered = [_about(report) for report in inquiry.reports()[:TITLES_OFFERED]]
    asked = inquiry.question.filters
    if asked.since or asked.until or asked.body or asked.council:
        offered.append("The same question without its dates, body or council")
    return tuple(offered) or ("A question with fewer words, or other words for the same thing",)


def _about(report: ReportFacts) -> str:
    title = report.front.title or file_name(report.source)
    if report.kind in ("minutes", "decision"):
        return f"What was decided in {title}?"
    return f"What were the recommendations on {title}?"
