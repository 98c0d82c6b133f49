"""Who was to come to a meeting, who came and who sent apologies, as lists under headings."""

import re
from collections.abc import Iterable, Iterator

from index.records import Lead
from ingest.pages import Para
from ingest.readers.moderngov.node import Node
from ingest.readers.moderngov.shown import Shown
from ingest.readers.moderngov.values import words

_LEVEL = 2
_GROUPS = (  # how an attendance begins, and the heading that minutes give such people
    ("present", "Present"),
    ("in attendance", "In attendance"),
    ("apolog", "Apologies"),
    ("absent", "Absent"),
    ("expected", "Expected to attend"),
)
_PLAIN_ROLES = re.compile(
    r"(?:(?:committee|ordinary|board|panel)\s+)?member|officer", re.IGNORECASE
)
_CAME = ("Present", "In attendance")


def attendee_parts(attendees: Iterable[Node], levels: int) -> Iterator[Shown]:
    """A heading for each sort of attendance, with who it is true of below it."""
    people = list(attendees)
    for heading in dict.fromkeys([name for _, name in _GROUPS] + [_group(p) for p in people]):
        here = [p for p in people if _group(p) == heading and p.said("name")]
        if heading and here:
            yield Shown(Para(heading, heading=_LEVEL))
            yield from (_shown(person, heading, levels) for person in here)


def _group(person: Node) -> str:
    """The heading someone stands under; any other attendance as ModernGov puts it."""
    stated = words(person.said("attendance"))
    folded = stated.casefold()
    return next((name for start, name in _GROUPS if folded.startswith(start)), stated)


def _shown(person: Node, heading: str, levels: int) -> Shown:
    """A name with role and posts, and each thing it tells: who is there, and who is in the chair.

    Of a chair who did not come, minutes do not say "(Chair)": someone else took it.
    """
    name, role, posts = (
        words(person.said(*fields), levels)
        for fields in (("name",), ("roledescription",), ("keyposts", "representing"))
    )
    own = "" if _PLAIN_ROLES.fullmatch(role) or heading not in _CAME else role
    inside = "; ".join(dict.fromkeys(filter(None, (own, posts))))
    para = Para(f"{name} ({inside})" if inside else name, bullet=True, gap=False)
    relations = dict.fromkeys(filter(None, (heading, own)))
    return Shown(para, tuple(Lead(name, posts or None, None, r, None, 0, 0) for r in relations))
