"""Answers that quote the sentence, figure, date, row or list which states what was asked."""

from index.answer.decided import asked_standing
from index.answer.inquiry import Finding, Inquiry
from index.answer.matters import Matter, resolved_on
from index.answer.quotation import Span, list_around
from index.answer.quotes import Quote, ranked
from index.records import Citation
from index.retrieval.evidence import IN_WORDS, finders
from index.wording import STANDING_IN_WORDS, say_report

SUPPORT = 0.6  # share of the best quotation's score that a supporting one must have
NEAR_FIRST = 0.8  # and one that states a value, before a better one that states none
ENOUGH_SAID = 0.5  # share of the subject's weight in the words of such a one
MOST_SUPPORTING = 3


def from_passages(inquiry: Inquiry) -> Finding | None:
    """The best quotation that states the answer, and passages of other papers that support it."""
    quotes = ranked(inquiry)
    best = next((quote for quote in quotes if _states(inquiry, quote, quotes[0])), None)
    if best is None:
        return None
    best = _resolved_instead(inquiry, best)
    in_order = [best, *(quote for quote in quotes if quote is not best)]
    cited = tuple(cite(inquiry, quote) for quote in _of_distinct_places(in_order))
    return Finding("answered", _headline(inquiry, best), cited)


def _resolved_instead(inquiry: Inquiry, best: Quote) -> Quote:
    """What was resolved in place of what was recommended, where that too states what was asked."""
    evidence = best.evidence
    if evidence.passage.standing != "recommended" or asked_standing(inquiry):
        return best
    resolved = resolved_on(inquiry, evidence.report, best.span, evidence.passage.heading)
    for quote in ranked(inquiry) if resolved else ():
        if (
            resolved
            and _is_of(quote, resolved)
            and quote.value
            and quote.score >= SUPPORT * best.score
        ):
            return quote
    return best


def _is_of(quote: Quote, matter: Matter) -> bool:
    same = quote.evidence.report.report_id == matter.report.report_id
    return same and matter.span.start <= quote.span.start < matter.span.end


def _states(inquiry: Inquiry, quote: Quote, first: Quote) -> bool:
    """Whether a quotation states the answer; one that is not the first must come near it."""
    if not finders(inquiry.question):
        return quote is first and quote.complete
    is_near = quote is first or (
        quote.score >= NEAR_FIRST * first.score
        and inquiry.covered((IN_WORDS, quote.text)) >= ENOUGH_SAID
    )
    return bool(is_near and quote.complete and quote.value)


def from_lists(inquiry: Inquiry) -> Finding | None:
    """The whole list that answers, with the paragraph that leads into it."""
    for quote in ranked(inquiry):
        span = _list_of(inquiry, quote) if quote.complete else None
        if span:
            evidence = quote.evidence
            cited = inquiry.cite(evidence.report, span, evidence.passage.standing)
            return Finding("answered", _headline(inquiry, quote), (cited,))
    return None


def _list_of(inquiry: Inquiry, quote: Quote) -> Span | None:
    """The list that a quotation leads into or stands in; None if it stands alone."""
    blocks = inquiry.catalogue.blocks(quote.evidence.report.report_id)
    at = next((i for i, b in enumerate(blocks) if b.start <= quote.span.start < b.end), None)
    if at is None:
        return None
    first, last = list_around(blocks, at)
    return Span(blocks[first].start, blocks[last].end) if last > first else None


def _headline(inquiry: Inquiry, quote: Quote) -> str:
    """The value and its paper, and that it is no decision where it might be taken for one."""
    place = f"{say_report(quote.evidence.report)}{_say_not_decided(inquiry, quote)}"
    return f"{quote.value.text} – {place}." if quote.value else f"{place}:"


def _say_not_decided(inquiry: Inquiry, quote: Quote) -> str:
    standing = quote.evidence.passage.standing
    if standing not in ("recommended", "proposed"):
        return ""
    decisions = inquiry.catalogue.decisions_of(quote.evidence.report.report_id)
    quoted = (d for d in decisions if d.start < quote.span.end and quote.span.start < d.end)
    outcome = next((decision.outcome for decision in quoted if decision.outcome), None)
    if standing == "proposed" and outcome:
        return f" (proposed, and {outcome})"
    return f" ({STANDING_IN_WORDS[standing].lower()})"


def _of_distinct_places(quotes: list[Quote]) -> list[Quote]:
    """The best quotation, and the best of each other passage that comes near it."""
    chosen: dict[int, Quote] = {}
    for quote in quotes:
        if quote.score >= SUPPORT * quotes[0].score:
            chosen.setdefault(quote.evidence.passage.passage_id, quote)
    return list(chosen.values())[:MOST_SUPPORTING]


def cite(inquiry: Inquiry, quote: Quote) -> Citation:
    """A citation of the quotation; of the whole list, where it only leads into one."""
    evidence = quote.evidence
    leads_on = quote.text.rstrip(" -–").endswith(":")
    span = _list_of(inquiry, quote) if leads_on else None
    if span:
        return inquiry.cite(evidence.report, span, evidence.passage.standing)
    return inquiry.cite(evidence.report, quote.span, evidence.passage.standing, quote.text)
