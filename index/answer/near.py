"""The nearest passages, where none surely states what was asked."""

from collections.abc import Iterable
from typing import Final

from index.answer.deciders import speaks_of_deciding
from index.answer.inquiry import Finding, Inquiry
from index.answer.matters import resolved_on
from index.answer.quotation import Span
from index.answer.quotes import Quote, ranked
from index.answer.surroundings import around
from index.records import Citation

MOST = 5  # passages shown
FARTHEST_BELOW = 1500  # characters from a passage to what was decided on its item

RELATED: Final = (
    "The papers speak of this, but nothing found states the answer. The nearest passages:"
)


def related(inquiry: Inquiry, first: Iterable[Citation] = ()) -> Finding:
    """What was found ``first``, if anything, and the passages nearest to the question.

    They are quoted whole, with what adjoins them: what is asked for often stands beside the words
    that were found.
    """
    quotes = _not_too_old(inquiry)
    cited = list(first) or [one for quote in quotes[:1] for one in _decision_below(inquiry, quote)]
    for quote in quotes:
        if len(cited) >= MOST:
            break
        if not any(_stands_in(quote, citation) for citation in cited):
            passage = quote.evidence.passage
            span = around(inquiry.catalogue, passage)
            cited.append(inquiry.cite(quote.evidence.report, span, passage.standing))
    return Finding("related", RELATED, tuple(cited))


def _decision_below(inquiry: Inquiry, nearest: Quote) -> list[Citation]:
    """What was decided on the item of minutes that the nearest passage tells of, where asked.

    Minutes tell what an item was on, and below it what was resolved, often without its name.
    """
    passage, report = nearest.evidence.passage, nearest.evidence.report
    tells = passage.standing == "reported" and report.kind == "minutes"
    if not (tells and speaks_of_deciding(inquiry.question)):
        return []
    here = Span(passage.start, passage.end)
    resolved = resolved_on(inquiry, report, here, passage.heading)
    if resolved is None or resolved.span.start - here.start > FARTHEST_BELOW:
        return []
    return [inquiry.cite(report, resolved.span, "resolved")]


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
