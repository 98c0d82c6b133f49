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
    for quote in ranked(inquiry):
        if len(cited) >= MOST:
            break
        if not any(_stands_in(quote, citation) for citation in cited):
            passage = quote.evidence.passage
            span = around(inquiry.catalogue, passage)
            cited.append(inquiry.cite(quote.evidence.report, span, passage.standing))
    return Finding("related", RELATED, tuple(cited))


def _stands_in(quote: Quote, citation: Citation) -> bool:
    same = quote.evidence.report.report_id == citation.report.report_id
    return same and citation.start <= quote.span.start < citation.end
