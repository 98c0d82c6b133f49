"""A question with everything found for it: what the ways of answering work from."""

from dataclasses import dataclass

from index.catalogue import Catalogue
from index.matching import coverage, holds, stemmed
from index.question import Question, Term
from index.quotation import Span, block_at
from index.records import AnswerStatus, Block, Citation, Passage, ReportFacts, Standing
from index.retrieval import IN_TITLE, IN_WORDS, Evidence, Weighed

NEIGHBOUR = 0.5  # what a word counts for in the block beside the one quoted


@dataclass(frozen=True, slots=True)
class Finding:
    """What one way of answering came to: a status, a headline and its citations."""

    status: AnswerStatus
    headline: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question, its weighed words, the evidence, best first, and the words no paper has."""

    weighed: Weighed
    evidence: tuple[Evidence, ...]
    catalogue: Catalogue
    unknown: tuple[str, ...]

    @property
    def question(self) -> Question:
        """The question as understood."""
        return self.weighed.question

    def reports(self) -> list[ReportFacts]:
        """The reports that the evidence stands in, best first, each once."""
        return list({e.report.report_id: e.report for e in self.evidence}.values())

    def credit(self, term: Term, *texts: tuple[float, str | None]) -> float:
        """The best of the weights whose text holds the term, from 0 to 1."""
        return max(weight * holds(stemmed(text or ""), term) for weight, text in texts)

    def covered(self, *texts: tuple[float, str | None]) -> float:
        """The share of the subject's weight that weighted texts hold, from 0 to 1."""
        return coverage(
            self.question.subject, lambda term: self.credit(term, *texts), self.weighed.rarity
        )

    def holds_all(self, *texts: tuple[float, str | None]) -> bool:
        """Whether every word of the subject stands somewhere in the texts."""
        return all(self.credit(term, *texts) > 0 for term in self.question.subject)

    def setting(
        self, passage: Passage, report: ReportFacts
    ) -> tuple[tuple[float, str | None], ...]:
        """What a passage is read in the light of: its headings, columns, neighbours and report."""
        near = " ".join(other.text for other in self.catalogue.neighbours(passage, 1, 1))
        front = report.front
        return (
            (IN_WORDS, passage.heading),
            (IN_WORDS, " ".join(passage.columns)),
            (IN_TITLE, front.title),
            (IN_TITLE, f"{front.body or ''} {front.council or ''}"),
            (NEIGHBOUR, near),
        )

    def cite(self, report: ReportFacts, span: Span, standing: Standing) -> Citation:
        """A citation of a span, with the paragraph and page it stands in."""
        blocks = self.catalogue.blocks(report.report_id)
        first, last = block_at(blocks, span.start), block_at(blocks, span.end - 1)
        return Citation(
            excerpt=self.catalogue.excerpt(report.report_id, span.start, span.end),
            start=span.start,
            end=span.end,
            report=report,
            paragraph=_paragraph(first, last),
            page=first.page if first else None,
            heading=_heading(first),
            standing=standing,
        )


def _heading(block: Block | None) -> str | None:
    return block.heading if block else None


def _paragraph(first: Block | None, last: Block | None) -> str | None:
    """The label to cite: the block's own, or the numbered paragraph it stands under; or a range."""
    start, end = _label(first), _label(last)
    return start if start == end or not (start and end) else f"{start} to {end}"


def _label(block: Block | None) -> str | None:
    return (block.label or block.under) if block else None
