"""Which papers a decision bears on: what asked for it, and what was decided of that before."""

from collections.abc import Iterable, Iterator
from datetime import date

from index.catalogue import Catalogue
from index.records import DecisionFound, ReportFacts


def touched(catalogue: Catalogue, found: Iterable[DecisionFound]) -> dict[str, DecisionFound]:
    """The papers that some new decisions bear on, by id, each with the first that does.

    Only what was resolved bears on a paper.
    """
    resolved = [one for one in found if one.decision.standing == "resolved"]
    new = {one.report.report_id for one in resolved}
    papers: dict[str, DecisionFound] = {}
    for one in resolved:
        for paper in _papers(catalogue, one):
            if paper not in new:
                papers.setdefault(paper, one)
    return papers


def _papers(catalogue: Catalogue, one: DecisionFound) -> Iterator[str]:
    """The papers that asked for a decision, earlier ones that decided it, and their copies."""
    report_id = one.report.report_id
    decisions = catalogue.decisions_of(report_id)
    for linked in catalogue.decides(report_id):
        if decisions[linked.number] != one.decision:
            continue
        asked = linked.report.report_id
        earlier = (other.report for other in catalogue.decided_by(asked))
        before = [other.report_id for other in earlier if _day(other) < _day(one.report)]
        for paper in (asked, *before):
            yield from (paper, *catalogue.same_as(paper).get(paper, ()))


def _day(paper: ReportFacts) -> date:
    return paper.front.meeting_date or date.min
