"""Answers to what the latest is on a subject: the newest paper first."""

from datetime import date

from index.answer.inquiry import RANK, Finding, Inquiry
from index.answer.plain import cite
from index.answer.quotes import Quote, ranked
from index.wording import say_report

MOST_IN_TIME = 5  # papers shown


def from_newest(inquiry: Inquiry) -> Finding | None:
    """The newest paper that speaks of the subject, then what came before it."""
    quotes = [quote for quote in ranked(inquiry) if quote.complete]
    if not quotes:
        return None
    by_report = {q.evidence.report.report_id: q for q in reversed(quotes)}
    newest_first = sorted(by_report.values(), key=_latest_first)
    newest = newest_first[0].evidence.report
    earlier = len(newest_first) - 1
    older = f" Earlier papers on it follow: {earlier}." if earlier else ""
    return Finding(
        "answered",
        f"The newest paper held that speaks of it: {say_report(newest)}.{older}",
        tuple(cite(inquiry, quote) for quote in newest_first[:MOST_IN_TIME]),
    )


def _latest_first(quote: Quote) -> tuple[int, int]:
    """The order of the latest position: by day, and of one day what was decided before the rest."""
    day = quote.evidence.report.front.meeting_date or date.min
    return -day.toordinal(), RANK[quote.evidence.passage.standing]
