"""A paragraph together with the people whom the answer says that it shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.records import Lead
from ingest.pages import Para, Table


@dataclass(frozen=True, slots=True)
class Shown:
    """A part, and a lead without span for each thing that it tells of someone."""

    part: Para | Table
    people: tuple[Lead, ...] = ()


def people_in(shown: Iterable[Shown]) -> tuple[tuple[str, Lead], ...]:
    """Each lead with the text of the paragraph that shows it."""
    return tuple(
        (each.part.text, lead)
        for each in shown
        if isinstance(each.part, Para)
        for lead in each.people
    )
