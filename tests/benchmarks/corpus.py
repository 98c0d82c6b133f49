"""A made-up library of any size: twelve councils' meetings over twenty years, with their papers."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from index.cutting import cut
from index.records import Report
from tests.benchmarks import papers
from tests.benchmarks.papers import Item, Meeting
from tests.benchmarks.prose import writer
from tests.benchmarks.words import COMMON, places

_COUNCILS = ("{} Borough Council", "{} District Council", "{} County Council", "{} City Council")
_BODIES = (
    "Cabinet",
    "Council",
    "Planning Committee",
    "Licensing Committee",
    "Audit and Governance Committee",
    "Overview and Scrutiny Committee",
    "Housing Scrutiny Panel",
    "Environment Committee",
    "Children's Services Committee",
    "Health and Wellbeing Board",
    "Highways Committee",
    "Standards Committee",
    "Pensions Committee",
    "Cabinet Member for Finance",
)
_FIRST_DAY, _DAYS = date(2005, 1, 4), 7600
_CALLED = """review strategy policy charges budget contract programme scheme consultation grant
plan framework service team project fund monitoring partnership tender closure transfer
improvement designation register lease""".split()
_COPIED, _REVISED = 0.01, 0.04  # of the papers


@dataclass(frozen=True, slots=True)
class _Place:
    council: str
    town: str


def corpus(passages: int, seed: int = 1) -> Iterator[Report]:
    """Papers that are cut into at least so many passages, always the same for the same seed."""
    left = passages
    for report in _papers(random.Random(seed)):
        yield report
        left -= len(cut(report))
        if left <= 0:
            return


def _papers(chance: random.Random) -> Iterator[Report]:
    """Meeting after meeting, as folders are read: no order in time."""
    for number, meeting in enumerate(_meetings(chance)):
        for paper in _papers_of(meeting, number, chance):
            yield paper
            if chance.random() < _COPIED:
                yield _copy(paper)


def _papers_of(meeting: Meeting, number: int, chance: random.Random) -> Iterator[Report]:
    folder = f"{meeting.town.lower()}/{number:06}"
    items = [_item(meeting, chance) for _ in range(chance.randint(2, 7))]
    yield papers.agenda(meeting, items, f"{folder}/agenda.txt", chance)
    for place, item in enumerate(items, 1):
        report = papers.report(meeting, item, f"{folder}/{place}.txt", chance)
        yield report
        if chance.random() < _REVISED * 2:
            yield papers.revised(report, item, f"{folder}/{place}-revised.txt", chance)
        if chance.random() < 0.2:
            yield papers.notice(meeting, item, f"{folder}/{place}-decision.txt", chance)
    yield papers.minutes(meeting, items, f"{folder}/minutes.txt", chance)
    if chance.random() < 0.15:
        yield papers.note(meeting, items[0], f"{folder}/note.txt", chance)


def _meetings(chance: random.Random) -> Iterator[Meeting]:
    """Every body on every possible day, shuffled a year at a time; each at most once."""
    councils = _councils()
    days = [_FIRST_DAY + timedelta(days=n) for n in range(_DAYS)]
    meeting_days = [day for day in days if day.weekday() < 5]
    every = list(product(councils, _BODIES, meeting_days))
    for place, body, day in chance.sample(every, len(every) // 12):
        yield Meeting(place.council, place.town, body, day)


def _councils() -> list[_Place]:
    towns = places().words[:12]
    named = (_COUNCILS[n % len(_COUNCILS)].format(town) for n, town in enumerate(towns))
    return [_Place(name, town) for name, town in zip(named, towns, strict=True)]


def _item(meeting: Meeting, chance: random.Random) -> Item:
    subject = tuple(chance.sample(COMMON[20:], chance.randint(1, 2)))
    called = chance.choice(_CALLED)
    writing = writer(chance, subject, meeting.day)
    title = f"{' '.join(subject)} {called}".capitalize()
    if chance.random() < 0.6:
        title = f"{title}, {writing.place()}"
    elif chance.random() < 0.3:
        title = f"{title} {meeting.day.year}/{(meeting.day.year + 1) % 100:02}"
    return Item(title, writing, f"{chance.randint(10, 99)}/{chance.randint(10000, 99999)}")


def _copy(report: Report) -> Report:
    """The same text from another file: as a Word document beside its PDF."""
    mark = f"{int(report.sha256[:8], 16) ^ 1:08x}"
    return replace(report, source=f"{report.source}.copy.txt", sha256=mark + report.sha256[8:])
