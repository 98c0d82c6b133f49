"""What is recorded at a place that is cited: its decisions, and what was resolved on them since."""

from index.answer.quotation import Span
from index.catalogue import Catalogue
from index.records import Decision, DecisionFound


def decisions_at(catalogue: Catalogue, report_id: str, place: Span) -> list[Decision]:
    """The decisions of a paper that stand, in whole or in part, at a place in it."""
    held = catalogue.decisions_of(report_id)
    return [one for one in held if one.start < place.end and place.start < one.end]


def resolutions_on(catalogue: Catalogue, report_id: str, place: Span) -> list[DecisionFound]:
    """The resolutions held on what a paper recommends at a place in it, the soonest first."""
    here = decisions_at(catalogue, report_id, place)
    own = {n for n, one in enumerate(catalogue.decisions_of(report_id)) if one in here}
    linked = [one for one in catalogue.decided_by(report_id) if one.number in own]
    public = [one for one in linked if one.report.access == "public"]
    return [DecisionFound(one.decision, one.report) for one in public]
