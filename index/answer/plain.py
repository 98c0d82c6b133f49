"""Answers that quote the sentence, figure, date, row or list which states what was asked."""

from datetime import date

from index.answer.inquiry import Finding, Inquiry
from index.answer.quotation import Span, list_around
from index.answer.quotes import Quote, ranked
from index.records import Citation
from index.retrieval.evidence import finders
from index.wording import say_report

SUPPORT = 0.6  # share of the best quotation's score that a supporting one must have
MOST_SUPPORTING = 3
MOST_IN_TIME = 5  # papers shown for the latest position

RELATED = "The papers speak of this, but nothing found states the answer. The nearest passages:"


def from_passages(inquiry: Inquiry) -> Finding | None:
    """The best quotation, and passages of other papers that support it."""
    quotes = ranked(inquiry)
    if not quotes:
        return None
    best = quotes[0]
    answered = best.complete and (best.value or not finders(inquiry.question))
    headline = _headline(best) if answered else RELATED
    return Finding(
        "answered" if answered else "related",
        headline,
        tuple(_cite(inquiry, quote) for quote in _of_distinct_places(quotes)),
    )


def from_lists(inquiry: Inquiry) -> Finding | None:
    """The whole list that answers, with the paragraph that leads into it."""
    for quote in ranked(inquiry):
        report = quote.evidence.report
        blocks = inquiry.catalogue.blocks(report.report_id)
        at = next((i for i, b in enumerate(blocks) if b.start <= quote.span.start < b.end), None)
        if at is None or not quote.complete:
            continue
        first, last = list_around(blocks, at)
        if last > first:
            span = Span(blocks[first].start, blocks[last].end)
            standing = quote.evidence.passage.standing
            return Finding("answered", _headline(quote), (inquiry.cite(report, span, standing),))
    return None


def from_newest(inquiry: Inquiry) -> Finding | None:
    """The newest paper that speaks of the subject, then what came before it."""
    quotes = [quote for quote in ranked(inquiry) if quote.complete]
    if not quotes:
        return None
    by_report = {q.evidence.report.report_id: q for q in reversed(quotes)}
    newest_first = sorted(by_report.values(), key=_day, reverse=True)
    newest = newest_first[0].evidence.report
    earlier = len(newest_first) - 1
    older = f" Earlier papers on it follow: {earlier}." if earlier else ""
    return Finding(
        "answered",
        f"The newest paper held that speaks of it: {say_report(newest)}.{older}",
        tuple(_cite(inquiry, quote) for quote in newest_first[:MOST_IN_TIME]),
    )


def _day(quote: Quote) -> date:
    return quote.evidence.report.front.meeting_date or date.min


def _headline(quote: Quote) -> str:
    report = say_report(quote.evidence.report)
    return f"{quote.value.text} – {report}." if quote.value else f"{report}:"


def _of_distinct_places(quotes: list[Quote]) -> list[Quote]:
    """The best quotation, and the best of each other passage that comes near it."""
    chosen: dict[int, Quote] = {}
    for quote in quotes:
        if quote.score >= SUPPORT * quotes[0].score:
            chosen.setdefault(quote.evidence.passage.passage_id, quote)
    return list(chosen.values())[:MOST_SUPPORTING]


def _cite(inquiry: Inquiry, quote: Quote) -> Citation:
    evidence = quote.evidence
    return inquiry.cite(evidence.report, quote.span, evidence.passage.standing, quote.text)
