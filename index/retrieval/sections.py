"""Passages of the best papers whose sections give what is asked, though their words do not."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final, Protocol

from index.records import Standing
from index.retrieval.aims import aims_of, meets
from index.retrieval.evidence import Evidence, Weighed
from index.retrieval.papers import best_papers, paper_marks

PAPERS: Final = 3  # looked through
MOST: Final = 24  # passages taken


class Headed(Protocol):
    """A passage by its number, with the words it stands under, and its standing."""

    @property
    def passage_id(self) -> int: ...
    @property
    def heading(self) -> str: ...
    @property
    def standing(self) -> Standing: ...


def aimed_at(
    weighed: Weighed,
    evidence: Sequence[Evidence],
    headed: Callable[[Collection[str]], Iterable[Headed]],
) -> list[int]:
    """The numbers of passages, not among the evidence, that look to give what is asked."""
    question = weighed.question.text
    if not evidence or not aims_of(question):
        return []
    papers = best_papers(paper_marks(weighed, evidence), evidence, PAPERS)
    found = {one.passage.passage_id for one in evidence}
    likely = (
        one.passage_id for one in headed(papers) if meets(question, one.heading, "", one.standing)
    )
    return [number for number in likely if number not in found][:MOST]
