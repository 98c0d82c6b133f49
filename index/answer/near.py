"""The nearest passages, where none surely states what was asked."""

from collections.abc import Iterable
from typing import Final

from index.answer.inquiry import Finding, Inquiry
from index.answer.quotes import Quote, ranked
from index.answer.surroundings import around
from index.records import Citation

MOST = 5  # passages shown

RELATED: Final = (
    "The papers speak of this, but nothing found states the answer. The nearest passages:"
)


def related(inquiry: Inquiry, first: Iterable[Citation] = ()) -> Finding:
    """What was found ``first``, if anything, and the passages nearest to the question.

    They are quoted whole, with what adjoins them: what is asked for often stands beside the words
    that were found.
    """
    cited = list(first)
    for quote in _not_too_old(inquiry):
        if len(cited) >= MOST:
            break
        if not any(_stands_in(quote, citation) for citation in cited):
            passage = quote.evidence.passage
            span = around(inquiry.catalogue, passage)
            cited.append(inquiry.cite(quote.evidence.report, span, passage.standing))
    return Finding("related", RELATED, tuple(cited))


def _not_too_old(inquiry: Inquiry) -> list[Quote]:
    """The quotations of papers that may tell of the time since a day, where that was asked of.

    A later paper may tell of an earlier time, and one without a date of any. Failing all, any.
    """
    quotes, since = ranked(inquiry), inquiry.question.filters.since
    if since is None:
        return quotes
    days = ((quote, quote.evidence.report.front.meeting_date) for quote in quotes)
    return [quote for quote, day in days if day is None or day >= since] or quotes


def _stands_in(quote: Quote, citation: Citation) -> bool:
    same = quote.evidence.report.report_id == citation.report.report_id
    return same and citation.start <= quote.span.start < citation.end
