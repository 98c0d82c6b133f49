"""Every question of a set asked, and what became of each."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from time import process_time

from index.answer.answering import is_verbatim
from index.answer.quotation import Span
from index.evaluation.baseline import Baseline, Hit
from index.evaluation.places import Places
from index.evaluation.questions import SetQuestion
from index.library import Library
from index.records import Answer

LIMIT = 5  # citations, and passages of the baseline


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, and where in it the evidence stands, from 1; None if nowhere."""

    question: SetQuestion
    answer: Answer
    rank: int | None
    paper_rank: int | None  # where a citation of the right paper stands
    baseline_rank: int | None
    is_verbatim: bool  # every excerpt equals the stored text
    right_standing: bool | None  # of the citation of the evidence; None where none is asked for
    cpu_ms: float
    is_lost: bool  # the evidence is no longer in the papers: the set must be mended

    @property
    def is_answerable(self) -> bool:
        """Whether the papers answer it."""
        return bool(self.question.evidence)


def ask_all(library: Library, questions: Sequence[SetQuestion]) -> Iterator[Asked]:
    """Ask each question, and the plain search too."""
    places = Places(library.catalogue)
    with closing(Baseline(library.catalogue)) as baseline:
        for question in questions:
            true = [span for place in question.evidence for span in places.spans(place)]
            plain = baseline.search(question.question, LIMIT)
            yield _asked(library, question, true, plain)


def _asked(
    library: Library,
    question: SetQuestion,
    true: list[Hit],
    plain: list[Hit],
) -> Asked:
    started = process_time()
    answer = library.ask(question.question, limit=LIMIT, conversation=question.conversation)
    spent = (process_time() - started) * 1000
    cited = [(c.report.report_id, Span(c.start, c.end)) for c in answer.citations]
    rank = _rank(cited, true)
    return Asked(
        question=question,
        answer=answer,
        rank=rank,
        paper_rank=_first(report in {paper for paper, _ in true} for report, _ in cited),
        baseline_rank=_rank(plain, true),
        is_verbatim=all(is_verbatim(c, library.catalogue) for c in answer.citations),
        right_standing=_has_standing(answer, question, rank),
        cpu_ms=spent,
        is_lost=bool(question.evidence) and not true,
    )


def _rank(found: Sequence[Hit], true: Sequence[Hit]) -> int | None:
    return _first(any(_overlap(hit, place) for place in true) for hit in found)


def _first(right: Iterable[bool]) -> int | None:
    return next((n for n, is_right in enumerate(right, 1) if is_right), None)


def _overlap(hit: Hit, place: Hit) -> bool:
    (report, span), (paper, true) = hit, place
    return report == paper and span.start < true.end and true.start < span.end


def _has_standing(answer: Answer, question: SetQuestion, rank: int | None) -> bool | None:
    if question.standing is None or rank is None:
        return None
    return answer.citations[rank - 1].standing == question.standing
