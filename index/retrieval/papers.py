"""What speaks for each paper that evidence stands in: its every passage is read in its light."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby
from typing import Final

from index.question import Question, Term
from index.retrieval.evidence import Evidence, Weighed
from index.retrieval.matching import coverage

_TOGETHER: Final = 3  # passages of a paper that together speak for it
_NAMED, _UNITED = 1.5, 1.0  # what these count, beside the score of a paper's best passage


@dataclass(frozen=True, slots=True)
class PaperMarks:
    """What speaks for a paper, each from 0 to 1."""

    best: float  # the engine's score of its best passage, beside the best of any
    together: float  # and of its best few
    united: float  # the share of the subject's weight that is found somewhere in it
    named: float  # and of the weight of the names that were asked about


def paper_marks(weighed: Weighed, evidence: Sequence[Evidence]) -> dict[str, PaperMarks]:
    """What speaks for each paper among the evidence, by its report's id."""
    names = names_in(weighed.question)
    return {
        report: _marks(weighed, names, list(found))
        for report, found in groupby(sorted(evidence, key=_report), _report)
    }


def best_papers(
    marks: Mapping[str, PaperMarks], evidence: Sequence[Evidence], most: int
) -> list[str]:
    """The reports that the whole of the evidence speaks for most."""
    best: dict[str, float] = {}
    for one in evidence:
        best[_report(one)] = max(one.score, best.get(_report(one), 0.0))
    scores = {r: score + _NAMED * marks[r].named + _UNITED * marks[r].united
              for r, score in best.items()}  # fmt: skip
    return nlargest(most, scores, key=scores.__getitem__)


def _report(one: Evidence) -> str:
    return one.report.report_id


def _marks(weighed: Weighed, names: Iterable[Term], found: Sequence[Evidence]) -> PaperMarks:
    engine = nlargest(_TOGETHER, (one.engine for one in found))
    held = {stem: 1.0 for one in found for stem in one.credited}
    named = {**held, **_perhaps(names, found[0], held)}
    return PaperMarks(
        best=engine[0],
        together=sum(engine) / _TOGETHER,
        united=coverage(weighed.subject, held, weighed.rarity),
        named=coverage(names, named, weighed.rarity),
    )


def _perhaps(names: Iterable[Term], one: Evidence, held: Mapping[str, float]) -> dict[str, float]:
    """The places that a paper which does not say whose it is may well be of."""
    if one.report.front.council:
        return {}
    return {term.stem: 0.5 for term in names if term.place and term.stem not in held}


def names_in(question: Question) -> tuple[Term, ...]:
    """The terms that are written as names or initials are, and the reference numbers.

    A capital that only begins the question tells nothing, nor do capitals throughout.
    """
    if question.text.isupper():
        return ()
    return tuple(t for t in question.terms if t.reference or _is_name(t.asked, question.text))


def _is_name(word: str, text: str) -> bool:
    if len(word) > 1 and word.isupper():
        return True
    return bool(
        word[:1].isupper() and re.search(rf"[^\s.?!]\s+(?:\w+[-/])?{re.escape(word)}\b", text)
    )
