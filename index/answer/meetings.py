"""Answers to what a body decided, or was decided in some time, where no subject is named."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from index.answer.decided import asked_standing
from index.answer.inquiry import Finding, Inquiry
from index.answer.matters import Matter, each_once, matters_in
from index.records import Citation, Standing
from index.wording import say_filters

MOST_COUNTED = 200  # decisions read for one answer; more are not counted
MOST_CITED = 20

_CALLED: Final[dict[Standing, str]] = {
    "resolved": "Resolutions found",
    "recommended": "No resolution found; recommendations, which are not decisions",
    "proposed": "No resolution found; proposals, which are not decisions",
}


def from_meetings(inquiry: Inquiry) -> Finding | None:
    """The newest resolutions within the filters, or failing them recommendations or proposals."""
    if inquiry.widened:
        return None
    asked = asked_standing(inquiry)
    wanted: tuple[Standing, ...] = (asked,) if asked else ("resolved", "recommended", "proposed")
    for standing in wanted:
        if found := _of_standing(inquiry, standing):
            citations = [_cite(inquiry, matter) for matter in found[:MOST_CITED]]
            return Finding("answered", _headline(inquiry, standing, found), tuple(citations))
    return None


def _of_standing(inquiry: Inquiry, standing: Standing) -> list[Matter]:
    filters = replace(inquiry.question.filters, standing=standing)
    found = inquiry.catalogue.decisions(filters, limit=MOST_COUNTED)
    return list(each_once(matters_in(found)))


def _cite(inquiry: Inquiry, matter: Matter) -> Citation:
    """A matter as one excerpt, with its lead-in."""
    return inquiry.cite(matter.report, matter.span, matter.standing)


def _headline(inquiry: Inquiry, standing: Standing, found: Sequence[Matter]) -> str:
    called = _CALLED[standing]
    if standing == asked_standing(inquiry):
        called = "Recommendations found, which are not decisions"
    number = sum(len(matter.decisions) for matter in found)
    count = f"{number}" if number < MOST_COUNTED else f"{number} or more"
    limits = say_filters(inquiry.question.filters)
    return f"{called}: {count}, newest first{f', {limits}' if limits else ''}."
