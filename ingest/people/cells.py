"""The people a table's cell or a label's value names, and the record made of each."""

import re
from collections.abc import Iterator

from index.records import Block, Lead
from ingest.people.person import Person, person_in
from ingest.people.posts import is_post_alone
from ingest.people.roll import attendees, is_roll

_SEVERAL = re.compile(r"\s*[/;&\n]\s*|\s+and\s+|,\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b)|,\s+")
_STRONG = re.compile(r"\s*[;\n]\s*|\s+/\s+|(?<=[\w)])/(?=[A-Z][a-z])")


def people_in(cell: str) -> Iterator[Person]:
    """The people a cell or a value names: one, or several that are all names or all posts.

    >>> [person.name for person in people_in("Ann Pike / Tom Ash")]
    ['Ann Pike', 'Tom Ash']
    >>> [person.post for person in people_in("Head of Legal; Chief Executive")]
    ['Head of Legal', 'Chief Executive']
    """
    if several := _each_whole(cell) or _all_names(cell) or _listed(cell):
        yield from several
    elif one := person_in(cell):
        yield one


def _each_whole(cell: str) -> list[Person]:
    """The parts between semicolons, lines or slashes, where each is a person or a post."""
    parts = [part for part in _STRONG.split(cell) if part.strip()]
    people = [person_in(part) for part in parts] if len(parts) > 1 else []
    whole = people and all(p and (p.name or is_post_alone(p.post or "")) for p in people)
    return [person for person in people if person] if whole else []


def _all_names(cell: str) -> list[Person]:
    parts = [part for part in _SEVERAL.split(cell) if part]
    several = [person_in(part) for part in parts] if len(parts) > 1 else []
    named = several and all(each and each.name and not each.post for each in several)
    return [each for each in several if each] if named else []


def _listed(cell: str) -> list[Person]:
    """A list in which posts stand in brackets: "A Pike (Clerk), B Ash (Treasurer)"."""
    if cell.count("(") < 2 or not is_roll(cell):
        return []
    people = [one.person for one in attendees(cell, civil=True)]
    return people if len(people) > 1 else []


def lead_of(person: Person, relation: str, area: str | None, block: Block) -> Lead:
    """A person as a lead, with the span of the row or line that names them."""
    return Lead(
        name=person.name,
        post=person.post,
        organisation=person.organisation,
        relation=relation,
        area=area,
        start=block.start,
        end=block.end,
        contact=person.contact,
    )
