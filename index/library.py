"""The one door to what we know: ask a question, list decisions, see what is held."""

import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from index.afterwards import decisions_at, resolutions_on
from index.answer import answer
from index.answer.following import answer_in
from index.answer.inquiry import Inquiry
from index.answer.matters import MOST_LISTED, decisions_about
from index.answer.quotation import Span
from index.answer.subjects import plainly, surely_on
from index.catalogue import Catalogue, open_catalogue
from index.catalogue.coverage import bodies_counted, within
from index.context import Context, in_context
from index.gone import said_of_gone
from index.knowing import coverage, known
from index.passages import Passages, Within
from index.question import Known, Question, understand
from index.question.groups import other_ways
from index.question.spelling import Spelling
from index.records import (
    Answer,
    Decision,
    DecisionFound,
    DecisionQuery,
    Filters,
    Passage,
    ReportFacts,
    Searched,
)
from index.relating.minutes import MinutesGaps
from index.retrieval.distinct import of_distinct_papers
from index.retrieval.evidence import Evidence, Weighed, find, judged, weigh
from index.retrieval.matching import is_held
from index.retrieval.sections import aimed_at
from index.runs import Run, RunItem, Status
from index.shelf import passages_folder
from index.subjects import subjects_in
from index.whoosh_passages import WhooshPassages


@dataclass(frozen=True, slots=True)
class Library:
    """The papers held, to be asked from any number of threads."""

    catalogue: Catalogue
    engine: Passages

    def ask(
        self,
        question: str,
        filters: Filters = Filters(),  # noqa: B008 (frozen)
        *,
        limit: int = 5,
        today: date | None = None,
        conversation: Sequence[str] = (),
    ) -> Answer:
        """Answer in at most ``limit`` citations; given filters win over those in words.

        ``conversation`` has what the same asker asked before, the oldest first: a follow-up, such
        as "when was that?", takes its subject from there.
        """
        started = time.perf_counter()
        asking = _Asking(self, filters, limit, today or _today())
        found = answer_in(conversation, question, asking)
        gone = said_of_gone(self.catalogue, found, asking.today)
        found = replace(found, position=(*found.position, *gone))
        return replace(found, took_ms=round((time.perf_counter() - started) * 1000, 1))

    def decisions(self, query: DecisionQuery) -> tuple[DecisionFound, ...]:
        """Decisions and recommendations, newest meeting first, on a subject if one is given."""
        wanted = slice(query.offset, query.offset + query.limit)
        if query.about:
            understood = self._understand(query.about, query.filters, _today())
            inquiry = self._inquire(weigh(understood, self.engine), _today())
            return tuple(decisions_about(inquiry, query.filters)[wanted])
        found = self.catalogue.decisions(query.filters, limit=query.limit, offset=query.offset)
        return tuple(found)

    def new_decisions(self, after_run: int, until_run: int) -> tuple[DecisionFound, ...]:
        """Those of papers first held in the runs after one, up to another, newest meeting first."""
        arrived = self.catalogue.arrived(after_run, until_run)
        return tuple(self.catalogue.decisions(Filters(), arrived, limit=MOST_LISTED))

    def on_subject(self, found: Iterable[DecisionFound], subject: str) -> tuple[DecisionFound, ...]:
        """Those of some decisions that are surely on a subject, in the same order."""
        understood = plainly(self._understand(subject, Filters(), _today()), self._known())
        weighed = weigh(understood, self.engine)
        return tuple(surely_on(self._inquiry(weighed, (), _today()), found))

    def subjects(self, text: str) -> tuple[str, ...]:
        """What a text may be about, in words that papers held have too, the likeliest first."""
        understood = self._understand(text, Filters(), _today())
        return subjects_in(weigh(understood, self.engine), self.engine)

    def context(self, report_id: str, start: int, end: int) -> Context:
        """The paragraphs around a citation, verbatim; raises NotShown where it is gone."""
        return in_context(self.catalogue, report_id, Span(start, end))

    def decisions_at(self, report_id: str, start: int, end: int) -> tuple[Decision, ...]:
        """The decisions that a paper records at a place in it."""
        return tuple(decisions_at(self.catalogue, report_id, Span(start, end)))

    def resolutions_on(self, report_id: str, start: int, end: int) -> tuple[DecisionFound, ...]:
        """The resolutions held on what a paper recommends at a place in it, the soonest first."""
        return tuple(resolutions_on(self.catalogue, report_id, Span(start, end)))

    def status(self) -> Status:
        """What is held, how fresh it is, and how the last ingest went."""
        return self.catalogue.status()

    def minutes_gaps(self, today: date | None = None) -> tuple[MinutesGaps, ...]:
        """The bodies of whose minutes some may be missing, those that lack the most first."""
        return tuple(self.catalogue.minutes_gaps(today or _today()))

    def reports(self) -> tuple[ReportFacts, ...]:
        """Every report held, newest meeting first."""
        return tuple(self.catalogue.reports())

    def run(self, number: int) -> Run | None:
        """One ingest, by its number."""
        return self.catalogue.run(number)

    def latest_run(self) -> Run | None:
        """The newest ingest, finished or not."""
        return next(iter(self.catalogue.runs(1)), None)

    def run_items(self, number: int) -> tuple[RunItem, ...]:
        """What became of each source in one ingest."""
        return tuple(self.catalogue.run_items(number))

    def _understand(self, question: str, given: Filters, today: date) -> Question:
        return _limited(understand(question, self._known(), today), given)

    def _known(self) -> Known:
        """What the papers hold that helps to read a question."""
        spelling = Spelling(self.engine.vocabulary, self.engine.frequency)
        return known(self.catalogue, spelling, self.catalogue.generation())

    def _coverage(self) -> Status:
        return coverage(self.catalogue, self.catalogue.generation())

    def _inquire(self, weighed: Weighed, today: date, *, widened: bool = False) -> Inquiry:
        """Everything found for a question within its filters, or ``widened``, anywhere too."""
        evidence = self._find(weighed, widened=widened)
        return replace(self._inquiry(weighed, evidence, today), widened=widened)

    def _inquiry(self, weighed: Weighed, evidence: Iterable[Evidence], today: date) -> Inquiry:
        unknown = [t.asked for t in weighed.subject if not is_held(t, self.engine.frequency)]
        return Inquiry(
            weighed,
            tuple(evidence),
            self.catalogue,
            tuple(unknown),
            today,
            read=lambda text: self._understand(text, Filters(), today),
        )

    def _find(self, weighed: Weighed, *, widened: bool) -> list[Evidence]:
        places = list(self._places(weighed.question, widened=widened))
        found = find(weighed, self.engine, places, self._look)
        copies = self.catalogue.copies({one.report.report_id for one in found})
        distinct = of_distinct_papers(found, copies, drafts=weighed.question.draft)
        aimed = self._look(aimed_at(weighed, distinct, self.catalogue.headed))
        return [*distinct, *(judged(weighed, one, 0.0, places[0]) for one in aimed)]

    def _places(self, question: Question, *, widened: bool) -> Iterator[Within]:
        """Where to look: within the filters, among the papers of the days spoken of, anywhere."""
        filters, held = question.filters, self._coverage().by_body
        pairs = [(one.council, one.body) for one in held]
        yield within(filters, pairs)
        if question.days and filters.since is None and filters.until is None:
            first, last = question.days
            yield within(replace(filters, since=first, until=last), pairs)
        if widened:
            yield Within()

    def _look(self, passage_ids: list[int]) -> list[tuple[Passage, ReportFacts]]:
        passages = self.catalogue.passages(passage_ids)
        facts = self.catalogue.facts({passage.report_id for passage in passages})
        return [(p, facts[p.report_id]) for p in passages if p.report_id in facts]

    def _searched(self, understood: Question) -> Searched:
        status = self._coverage()
        return Searched(
            reports=status.reports,
            newest=status.newest_meeting,
            filters=understood.filters,
            words=tuple(term.asked for term in understood.terms),
            bodies=bodies_counted(status.by_body),
            corrected=understood.corrected,
        )


@dataclass(frozen=True, slots=True)
class _Asking:
    """A library asked within some filters, on one day, for so many citations."""

    library: Library
    filters: Filters
    limit: int
    today: date

    @property
    def catalogue(self) -> Catalogue:
        """The papers that answer."""
        return self.library.catalogue

    def known(self) -> Known:
        """What the papers hold that helps to read a question."""
        return self.library._known()

    def understand(self, text: str) -> Question:
        """A question as it is understood by itself."""
        return self.library._understand(text, self.filters, self.today)

    def limited(self, question: Question) -> Question:
        """A question within the filters given, which win over those in words."""
        return _limited(question, self.filters)

    def searched(self, question: Question) -> Searched:
        """What is looked through for a question."""
        return self.library._searched(question)

    def inquire(self, question: Question) -> Inquiry:
        """Everything found for a question within its filters."""
        return self.library._inquire(weigh(question, self.library.engine), self.today)

    def answer(self, question: Question) -> Answer:
        """The answer to a question that stands by itself."""
        searched = self.searched(question)
        inquiry = self.inquire(question)
        found = answer(inquiry, searched, self.limit)
        if found.status == "answered" or inquiry.is_last:
            return found
        wider = self.library._inquire(inquiry.weighed, self.today, widened=True)
        return answer(wider, searched, self.limit)


def _limited(understood: Question, given: Filters) -> Question:
    said = {name: getattr(understood.filters, name) for name in _FILTER_NAMES}
    chosen = {name: getattr(given, name) or said[name] for name in _FILTER_NAMES}
    return replace(understood, filters=Filters(**chosen))


def _today() -> date:
    return datetime.now(UTC).date()


_FILTER_NAMES = ("council", "body", "since", "until", "kind", "standing")


@contextmanager
def open_library(folder: Path) -> Iterator[Library]:
    """Open the data folder for asking.

    Raises NothingIngested before the first ingest, DataFolderUnusable if it cannot be read.
    """
    _make_ready()
    with open_catalogue(folder) as catalogue:
        engine = WhooshPassages(passages_folder(folder))
        try:
            yield Library(catalogue, engine)
        finally:
            engine.close()


@cache
def _make_ready() -> None:
    """Read what every answer needs before anyone waits for one, and spare the collector that."""
    other_ways()
    gc.freeze()  # all of it stays: going through it again now and then would hold up an answer
