"""Made-up council papers of each kind: what is usual in them, in its usual order."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.records import Abbreviation, FrontPage, Report
from tests.benchmarks.prose import BOILERPLATE, Writer, money, said_day
from tests.benchmarks.sheet import Sheet

_POSTS = ("Head of Service", "Director of Place", "Service Manager", "Chief Finance Officer")
_TABLES = (
    ("Scheme", "Budget", "Spent", "Due"),
    ("Site", "Homes", "Cost", "Completion"),
    ("Service area", "Lead Officer", "Target", "Due"),
)
_HEADINGS = ("Background", "Current position", "Proposals", "Options", "Consultation", "Next steps")
_IMPLICATIONS = ("Financial implications", "Legal implications", "Risks", "Equality", "Climate")
_OUTCOMES = ("approved", "agreed", "noted", "deferred")
_ASKED = (
    "the {topic} at {place} be approved at a cost of £{money}",
    "the {topic} be adopted from {day}",
    "authority be delegated to the {post} to let the {topic}",
    "the contents of the report on the {topic} be noted",
    "{person} be appointed to oversee the {topic} until {day}",
    "a further report on the {word} be brought to the next meeting",
)
_ROMAN = ("(i)", "(ii)", "(iii)", "(iv)", "(v)")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who met, and when."""

    council: str
    town: str
    body: str
    day: date


@dataclass(frozen=True, slots=True)
class Item:
    """What a meeting dealt with; ``writing`` has its words."""

    title: str
    writing: Writer
    reference: str


def report(meeting: Meeting, item: Item, source: str, chance: random.Random) -> Report:
    """An officer's report: recommendations, numbered paragraphs, tables, implications."""
    sheet, write = Sheet(), item.writing
    sheet.heading(item.title)
    lead = write.person()
    post = chance.choice(_POSTS)
    named = sheet.row(("Lead Officer", f"{lead}, {post}"), ("", ""))
    sheet.lead(named, "Lead Officer", " ".join(write.topic), lead, post)
    _recommendations(sheet, item, chance)
    for heading in chance.sample(_HEADINGS, chance.randint(2, 4)):
        sheet.heading(heading)
        _body(sheet, item, chance)
    if chance.random() < 0.4:
        _table(sheet, item, chance)
    for heading in chance.sample(_IMPLICATIONS, chance.randint(1, 3)):
        sheet.heading(heading)
        sheet.numbered(chance.choice(BOILERPLATE))
    front = replace(
        _front(meeting, item.title), author=lead, report_of=post, reference=item.reference
    )
    return sheet.report(source, "report", front)


def minutes(meeting: Meeting, items: Sequence[Item], source: str, chance: random.Random) -> Report:
    """Minutes: who was there, then each item as it was spoken to and resolved."""
    sheet = Sheet()
    title = f"Minutes of {meeting.body}, {said_day(meeting.day)}"
    sheet.heading(title)
    present = [items[0].writing.person() for _ in range(chance.randint(5, 12))]
    sheet.plain(f"Present: Councillors {', '.join(present)} (Chair).")
    first = chance.randint(1, 90)
    for number, item in enumerate(items, first):
        minute = f"{number}/{meeting.day.year}"
        sheet.heading(f"{minute} {item.title}")
        for _ in range(chance.randint(1, 3)):
            sheet.plain(item.writing.paragraph(2, 4))
        led = sheet.plain("RESOLVED: That")
        mover, seconder = chance.sample(present, 2)
        for label in _ROMAN[: chance.randint(1, 3)]:
            sheet.decision(
                sheet.item(label, f"{_asked(item, chance)}."),
                "resolved",
                led,
                outcome=chance.choice(_OUTCOMES),
                minute=minute,
                mover=mover,
                seconder=seconder,
            )
    return sheet.report(source, "minutes", _front(meeting, title))


def notice(meeting: Meeting, item: Item, source: str, chance: random.Random) -> Report:
    """A decision notice: what was decided, why, and what else was thought of."""
    sheet = Sheet()
    sheet.heading(f"Decision notice: {item.title}")
    sheet.row(("Decision maker", meeting.body), ("", ""))
    sheet.row(("Date of decision", said_day(meeting.day)), ("", ""))
    sheet.heading("Decision")
    made = sheet.plain(f"That {_asked(item, chance)}.")
    sheet.heading("Reasons for the decision")
    reasons = sheet.plain(item.writing.paragraph(2, 4))
    sheet.heading("Alternatives considered")
    others = sheet.plain(item.writing.paragraph(1, 3))
    sheet.decision(
        made, "resolved", made, outcome="approved", reasons=reasons.text, alternatives=others.text
    )
    front = replace(_front(meeting, item.title), reference=item.reference, key_decision=True)
    return sheet.report(source, "decision", front)


def agenda(meeting: Meeting, items: Sequence[Item], source: str, chance: random.Random) -> Report:
    """An agenda: what the meeting will deal with, and who asks it to."""
    sheet = Sheet()
    title = f"Agenda for {meeting.body}, {said_day(meeting.day)}"
    sheet.heading(title)
    sheet.plain(f"To be held in the {items[0].writing.place()} Room at {chance.randint(2, 7)}pm.")
    for usual in ("Apologies for absence", "Declarations of interest", "Minutes of last meeting"):
        sheet.numbered(usual)
    for item in items:
        sheet.numbered(f"{item.title}: report of the {chance.choice(_POSTS)}")
    return sheet.report(source, "agenda", _front(meeting, title))


def note(meeting: Meeting, item: Item, source: str, chance: random.Random) -> Report:
    """A note of no set form."""
    sheet = Sheet()
    sheet.heading(item.title)
    for _ in range(chance.randint(4, 12)):
        sheet.plain(item.writing.paragraph(3, 7))
    return sheet.report(source, "other", _front(meeting, item.title))


def revised(report: Report, item: Item, source: str, chance: random.Random) -> Report:
    """Nearly the same report again, with a paragraph or two more."""
    sheet = Sheet(abbreviations=list(report.abbreviations))
    sheet.heading(report.front.title or "")
    for block in report.blocks[1:]:
        if block.kind == "heading":
            sheet.heading(block.words)
        elif block.kind == "row":
            sheet.row(block.cells, block.columns)
        elif chance.random() < 0.05:
            sheet.numbered(item.writing.paragraph(3, 6))
        else:
            sheet.numbered(block.words)
    return sheet.report(source, "report", report.front)


def _front(meeting: Meeting, title: str) -> FrontPage:
    return FrontPage(title, meeting.council, meeting.body, meeting.day, "stated")


def _recommendations(sheet: Sheet, item: Item, chance: random.Random) -> None:
    sheet.heading("Recommendations")
    led = sheet.plain("It is recommended that:")
    for label in _ROMAN[: chance.randint(1, 4)]:
        sheet.decision(sheet.item(label, f"{_asked(item, chance)};"), "recommended", led)


def _body(sheet: Sheet, item: Item, chance: random.Random) -> None:
    for _ in range(chance.randint(2, 6)):
        sheet.numbered(item.writing.paragraph(3, 8))
    if chance.random() < 0.15:
        words = [word.capitalize() for word in item.writing.words(3)]
        long, short = " ".join([*words, "Board"]), "".join(w[0] for w in words) + "B"
        sheet.numbered(f"The {long} ({short}) {item.writing.paragraph(1, 3)}")
        sheet.abbreviations.append(Abbreviation(short, long))
    if chance.random() < 0.3:
        for _ in range(chance.randint(2, 5)):
            sheet.item("•", item.writing.sentence())


def _table(sheet: Sheet, item: Item, chance: random.Random) -> None:
    columns = chance.choice(_TABLES)
    sheet.heading(f"{' '.join(item.writing.topic)} by {columns[0]}".capitalize())
    for _ in range(chance.randint(3, 10)):
        write = item.writing
        name = write.person()
        middle = name if "Officer" in columns[1] else str(chance.randint(1, 900))
        first = f"{write.place()} {write.words(1)[0]}"
        cells = (first, middle, f"£{money(chance)}", said_day(write.some_day()))
        row = sheet.row(cells, columns)
        if "Officer" in columns[1]:
            sheet.lead(row, columns[1], first, name, chance.choice(_POSTS))


def _asked(item: Item, chance: random.Random) -> str:
    write = item.writing
    return chance.choice(_ASKED).format(
        topic=" ".join(write.topic),
        place=write.place(),
        money=money(chance),
        day=said_day(write.some_day()),
        post=chance.choice(_POSTS),
        person=write.person(),
        word=" ".join(write.words(2)),
    )
