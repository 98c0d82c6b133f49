"""Answers to what the latest is on a subject: the newest paper first."""

from datetime import date

from index.answer.inquiry import RANK, Finding, Inquiry
from index.answer.matters import aftermath, matters_of
from index.answer.plain import cite
from index.answer.quotes import Quote, ranked
from index.records import Citation
from index.wording import say_report

MOST_IN_TIME = 5  # papers shown


def from_newest(inquiry: Inquiry) -> Finding | None:
    """The newest paper that speaks of the subject, then what came before it."""
    quotes = [quote for quote in ranked(inquiry) if quote.complete]
    if not quotes:
        return None
    by_report = {q.evidence.report.report_id: q for q in reversed(quotes)}
    newest_first = sorted(by_report.values(), key=_latest_first)
    cited = [cite(inquiry, quote) for quote in newest_first[:MOST_IN_TIME]]
    cited = [*_decision_on(inquiry, cited[0]), *cited]
    earlier = len(newest_first) - 1
    older = f" Earlier papers that speak of it: {earlier}." if earlier else ""
    return Finding(
        "answered",
        f"The newest paper held that speaks of it: {say_report(cited[0].report)}.{older}",
        tuple(cited[:MOST_IN_TIME]),
    )


def _latest_first(quote: Quote) -> tuple[int, int]:
    """The order of the latest position: by day, and of one day what was decided before the rest."""
    day = quote.evidence.report.front.meeting_date or date.min
    return -day.toordinal(), RANK[quote.evidence.passage.standing]


def _decision_on(inquiry: Inquiry, newest: Citation) -> list[Citation]:
    """The resolution on what the newest paper recommends, where one is linked to it.

    It need not repeat the words of the subject to be found.
    """
    if newest.standing != "recommended":
        return []
    for matter in matters_of(inquiry, newest.report):
        if matter.span.start < newest.end and newest.start < matter.span.end:
            resolved = aftermath(inquiry, matter).resolved
            return [inquiry.cite(resolved.report, resolved.span, "resolved")] if resolved else []
    return []
