"""The meetings a paper goes to, where it names more than one: first Cabinet, then Council."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ingest.dates import FoundDate, find_dates
from ingest.frontpage.bodies import bodies_named, body_named
from ingest.frontpage.front import Front

_NEAR = 2  # blocks from one opening line to the next, a date or a place between them
_LONGEST = 300  # characters of a value that may name meetings


@dataclass(frozen=True, slots=True)
class Meeting:
    """A body that a paper goes to, and the day it meets, where given."""

    body: str
    day: FoundDate | None = None

    def __str__(self) -> str:
        value = self.day.value if self.day else None
        return f"{self.body}, {value.day} {value:%B %Y}" if value else self.body


def meetings_of(front: Front) -> tuple[Meeting, ...]:
    """Every meeting that a paper's labels or opening lines say it goes to, in their order.

    Minutes and agendas are of one meeting, whatever others they speak of.
    """
    if any(front.opening("minutes", "agenda")):
        return ()
    found = [*_labelled(front)] or [*_announced(front)]
    return tuple({meeting.body.casefold(): meeting for meeting in reversed(found)}.values())[::-1]


def _announced(front: Front) -> Iterator[Meeting]:
    """The meetings of opening lines that follow each other; a timetable further on is not one."""
    lines = sorted(front.opening("meeting", "report_to"), key=lambda line: line.block)
    for place, line in enumerate(lines):
        if line.block - lines[0].block > _NEAR * place:
            return
        if line.body:
            yield Meeting(line.body, line.date)


def _labelled(front: Front) -> Iterator[Meeting]:
    """The bodies that are labelled, each with its own date or the date that stands across."""
    values = [f.value for f in front.all("body") if not f.filed and len(f.value) <= _LONGEST]
    own = [meeting for value in values for meeting in _dated(value)]
    if own:
        yield from own
        return
    bodies = [body for value in values for body in bodies_named(value)]
    labelled = front.all("meeting_date") or front.all("date")
    days = [day for f in labelled if not f.filed for day in find_dates(f.value[:_LONGEST])]
    across = days if len(days) == len(bodies) else []
    for body, day in zip_longest(bodies, across):
        yield Meeting(body, day)


def _dated(value: str) -> Iterator[Meeting]:
    """The meetings of "Cabinet – 3 March 2020; Council – 10 March 2020"."""
    after = 0
    for day in find_dates(value):
        between = re.sub(r"^[\s;,&/)–-]*(?:(?:and|then)\s+)*", "", value[after : day.start])
        if body := body_named(between.strip(" –-:,(")):
            yield Meeting(body, day)
        after = day.end
