"""Which decisions fit what somebody follows."""

from collections.abc import Iterable

from bot.following.follows import Subject
from index.concerned import concerned, person, post
from index.library import Library
from index.question.names import is_name_of
from index.records import DecisionFound, Filters


def fitting(
    library: Library, subject: Subject, found: Iterable[DecisionFound]
) -> tuple[DecisionFound, ...]:
    """Those of some decisions that surely fit a subject, in the same order."""
    here = [one for one in found if _is_within(subject.filters, one)]
    if not here:
        return ()
    if subject.kind == "topic":
        return library.on_subject(here, subject.text)
    if subject.kind == "body":
        return tuple(one for one in here if _is_of_body(subject.text, one))
    whom = person(subject.text) if subject.kind == "person" else post(subject.text)
    return tuple(concerned(library.catalogue, here, whom))


def _is_of_body(said: str, found: DecisionFound) -> bool:
    """Whether a body of this name met; or one of the council of this name, said in full."""
    front = found.report.front
    council = (front.council or "").casefold()
    return is_name_of(said, front.body or "") or said.casefold() == council


def _is_within(filters: Filters, found: DecisionFound) -> bool:
    front = found.report.front
    said = ((filters.body, front.body), (filters.council, front.council))
    return all(is_name_of(name, held or "") for name, held in said if name)
