"""A question with everything found for it: what the ways of answering work from."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

from index.answer.quotation import Span
from index.answer.standings import Excerpt, Part, standing_of
from index.catalogue import Catalogue
from index.question import Question, Term
from index.question.spelling import is_english
from index.records import AnswerStatus, Block, Citation, Filters, Passage, ReportFacts, Standing
from index.retrieval.evidence import IN_TITLE, IN_WORDS, Evidence, Weighed, finders
from index.retrieval.matching import coverage, holds, stemmed
from index.retrieval.papers import PaperMarks, paper_marks

IN_REPORT = 0.4  # what a word counts for elsewhere in a report on one matter
FEWEST_KNOWN = 2  # words beside one that no paper has, for that one not to count
WELL_MET = 0.7  # share of their weight in one passage and its setting
LEANING = 0.25  # what a decision counts for beside what is told with it
NEIGHBOUR = 0.5  # what a word counts for in the block beside the one quoted
# A resolution outranks a recommendation that fits the question as well, and that a proposal.
RANK: Final[dict[Standing, int]] = {"resolved": 0, "recommended": 1, "proposed": 2, "reported": 3}

# A text, or None, with what a word found in it counts for.
Text = tuple[float, str | None]
Texts = tuple[Text, ...]
Credited = Mapping[str, float]  # how surely each term is held, by its stem
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one way of answering came to: a status, a headline and its citations."""

    status: AnswerStatus
    headline: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)  # without slots, to keep what every quotation asks for
class Inquiry:
    """A question, its weighed words, the evidence, best first, and the words no paper has."""

    weighed: Weighed
    evidence: tuple[Evidence, ...]
    catalogue: Catalogue
    unknown: tuple[str, ...]
    today: date
    read: Callable[[str], Question]  # as it would be asked without filters
    widened: bool = False  # nothing was found within the filters: the evidence is from outside

    @property
    def question(self) -> Question:
        """The question as understood."""
        return self.weighed.question

    @property
    def is_last(self) -> bool:
        """Whether nothing more is tried after it: it was looked for anywhere."""
        return self.widened or self.question.filters == Filters()

    @property
    def known_share(self) -> float:
        """The share of the subject's weight that stands in any paper at all.

        One plain word that none has, such as "operator", may be another way of saying what the
        papers call otherwise: it does not count where all else stands together in a paper.
        """
        subject, unknown = self.weighed.subject, frozenset(self.unknown)
        known = tuple(term for term in subject if term.asked not in unknown)
        if len(unknown) == 1 and len(known) >= FEWEST_KNOWN and all(map(_is_plain, unknown)):
            met = (coverage(known, e.credited, self.weighed.rarity) for e in self.evidence)
            if max(met, default=0.0) >= WELL_MET:
                return 1.0
        return coverage(subject, {term.stem: 1.0 for term in known}, self.weighed.rarity)

    def reports(self) -> list[ReportFacts]:
        """The reports that the evidence stands in, best first, each once."""
        return list({e.report.report_id: e.report for e in self.evidence}.values())

    def once(self, work: Callable[["Inquiry"], T]) -> T:
        """What some work on this inquiry comes to: several ways of answering may begin with it."""
        if work not in self._done:
            self._done[work] = work(self)
        done: T = self._done[work]
        return done

    @cached_property
    def _done(self) -> dict[Callable[["Inquiry"], Any], Any]:
        return {}

    def credit(self, term: Term, *texts: Text) -> float:
        """The best of the weights whose text holds the term, from 0 to 1."""
        return max(weight * holds(stemmed(text or ""), term) for weight, text in texts)

    def covered(self, *texts: Text) -> float:
        """The share of the subject's weight that weighted texts hold, from 0 to 1."""
        return self.share(self.credited(*texts))

    def credited(self, *texts: Text, beside: Credited | None = None) -> Credited:
        """How surely weighted texts hold each term, ``beside`` what was credited before."""
        return self.weighed.credits.best(texts, beside)

    def share(self, credited: Credited) -> float:
        """The share of the subject's weight that is credited, from 0 to 1."""
        return coverage(self.weighed.subject, credited, self.weighed.rarity)

    def asked_share(self, text: str) -> float:
        """The share of all that was asked that a text holds, soft words lightly among them."""
        weighed = self.weighed
        return coverage(self.question.terms, weighed.credits.of(text), weighed.rarity)

    def holds_all(self, *texts: Text) -> bool:
        """Whether every word of the subject stands somewhere in the texts."""
        return self.is_whole(self.credited(*texts))

    def is_whole(self, credited: Credited) -> bool:
        """Whether every word of the subject is credited."""
        return all(term.stem in credited for term in self.weighed.subject)

    def setting(self, passage: Passage, report: ReportFacts, beside: Sequence[str]) -> Texts:
        """What a passage is read in the light of: its headings, columns, report and neighbours.

        ``beside`` are the texts of its neighbours.
        """
        front = report.front
        return (
            (IN_WORDS, f"{passage.heading or ''} {self.weighed.labels(passage)}"),
            (IN_WORDS, " ".join(passage.columns)),
            (IN_TITLE, front.title),
            (IN_TITLE, f"{front.body or ''} {front.council or ''}"),
            *((NEIGHBOUR, text) for text in beside),
        )

    @cached_property
    def papers(self) -> dict[str, PaperMarks]:
        """What speaks for each paper among the evidence, by its report's id."""
        return paper_marks(self.weighed, self.evidence)

    def words_of(self, report: ReportFacts) -> str:
        """The words of a report's passages among the evidence."""
        return " ".join(self._words.get(report.report_id, ()))

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        """The words of the evidence, by the report they stand in."""
        words: dict[str, list[str]] = {}
        for one in self.evidence:
            words.setdefault(one.report.report_id, []).append(one.passage.text)
        return words

    def newness(self, report: ReportFacts) -> float:
        """Where a report's date stands among the evidence: 1 for the newest, 0 for undated."""
        day = report.front.meeting_date
        return (self._days.index(day) + 1) / len(self._days) if day else 0.0

    @cached_property
    def _days(self) -> list[date]:
        """The days of the evidence's meetings, each once, the oldest first."""
        days = {one.report.front.meeting_date for one in self.evidence}
        return sorted(day for day in days if day)

    def cite(
        self, report: ReportFacts, span: Span, standing: Standing, text: str | None = None
    ) -> Citation:
        """A citation of a span, with the paragraph and page it stands in, and its standing.

        ``standing`` is that of the passage or decision it was found by; a part of a passage may
        have another.
        ``text`` is what the answer was read from, where that was not the stored text itself: the
        last check compares the two.
        """
        blocks = self.catalogue.blocks(report.report_id, span)
        words = text or self.catalogue.excerpt(report.report_id, *span)
        decisions = self.catalogue.decisions_of(report.report_id)
        return Citation(
            excerpt=words,
            start=span.start,
            end=span.end,
            report=report,
            paragraph=paragraph_of(blocks),
            page=blocks[0].page if blocks else None,
            heading=blocks[0].heading if blocks else None,
            standing=standing_of(Excerpt(words, span, standing, blocks, decisions), self._nearness),
            ocr_confidence=least_sure(report, blocks, span),
        )

    def _nearness(self, part: Part) -> tuple[float, ...]:
        """How near a part of an excerpt comes to what was asked.

        Asked what a body decided or did, that comes before what was said of it; then a value of the
        kind that is asked for, such as a sum, and then the words of the question. What leads to a
        decision often repeats its names, so that it must hold a good deal more of them.
        """
        decided = float(part.standing != "reported")
        is_asked_for = self.question.kind in ("decided", "yes_no") or _asks_of_act(self.question)
        has_value = any(value for find in finders(self.question) for value in find(part.words))
        covered = self.covered((IN_WORDS, part.words)) + LEANING * decided
        return decided * is_asked_for, float(has_value), covered


def _is_plain(word: str) -> bool:
    """Whether a word is plain English and no name."""
    return word.islower() and is_english(_POSSESSIVE.sub("", word))


_POSSESSIVE = re.compile(r"['’]s?$")


def _asks_of_act(question: Question) -> bool:
    return _ACT.search(question.text) is not None


# "did we go for …", "on whose nomination", "who is to write", "what did it settle on"
_ACT = re.compile(
    r"\b(?:agree|approv|appoint|back|ch[oe]+s|decid|elect|endors|favour|(?:go|gone|went) for"
    r"|mov(?:e|ed|er)\b|nominat|opt(?:ed)?\b|pick|propos|refus|reject|resol|second|settle|support"
    r"|vote|(?:is|are|was|were) to\b)",
    re.IGNORECASE,
)


def least_sure(report: ReportFacts, blocks: Iterable[Block], span: Span) -> int | None:
    """How sure OCR was of the page, or the figure, that it read worst in a span of blocks."""
    found = (report.sure_of(block.page, span.start, span.end) for block in blocks)
    return min((sure for sure in found if sure is not None), default=None)


def paragraph_of(blocks: Sequence[Block]) -> str | None:
    """What to cite blocks by: their labels, or the numbered paragraph they stand under."""
    labels = [block.label for block in blocks if block.label]
    if not labels:
        return blocks[0].under if blocks else None
    return labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"
