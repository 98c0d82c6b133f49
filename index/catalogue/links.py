"""What was decided of what was recommended, as the catalogue keeps it: `links`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from index.catalogue import lookups
from index.catalogue.copies import same_as
from index.catalogue.days import Days
from index.catalogue.rows import from_row, insert, selected
from index.records import Decision, FrontPage, ReportFacts
from index.relating.fitting import A_YEAR, best, is_rather_of
from index.relating.items import Item
from index.relating.names import is_one_meeting, key_of
from index.relating.pairing import pairs

MOST_OF_A_NAME = 20  # papers on one name in a year that are looked at


@dataclass(frozen=True, slots=True)
class Linked:
    """A decision of another paper: what answers a recommendation, or what was answered.

    ``number`` is the place in its own paper of the decision it is linked to. ``whole_item``: the
    resolution decides the item; which of its recommendations it answers is not said.
    """

    number: int
    decision: Decision
    report: ReportFacts
    whole_item: bool


def decided_by(db: Database, report_id: str) -> list[Linked]:
    """The resolutions that answer a report's recommendations, the soonest first."""
    return _linked(db, report_id, ("asked", "decided"))


def decides(db: Database, report_id: str) -> list[Linked]:
    """The recommendations that a paper's resolutions answer."""
    return _linked(db, report_id, ("decided", "asked"))


def _linked(db: Database, report_id: str, ends: tuple[str, str]) -> list[Linked]:
    own, other = ends
    sql = f"""SELECT decisions.*, links.{own} AS here, whole_item FROM links
        JOIN decisions ON decisions.report_id = links.{other}_id
        AND decisions.number = links.{other}
        JOIN reports ON reports.report_id = links.{other}_id
        WHERE links.{own}_id = ? ORDER BY here, meeting_date, reports.source, links.{other}"""  # noqa: S608
    rows = list(selected(db, sql, [report_id]))
    facts = lookups.facts(db, {row["report_id"] for row in rows})
    return [
        Linked(
            row["here"],
            from_row(Decision, row),
            facts[row["report_id"]],
            bool(row["whole_item"]),
        )
        for row in rows
    ]


def has_minutes_of(db: Database, front: FrontPage) -> bool:
    """Whether a paper records what the body resolved at the meeting of a front page."""
    if front.meeting_date is None:
        return False
    days = Days(db)
    papers = (days.paper(report_id) for report_id in days.deciding(front.meeting_date))
    return any(paper and is_one_meeting(front, paper.facts.front) for paper in papers)


def name_matters(db: Database, days: Days, report_id: str) -> None:
    """Keep under which names a dated paper asks or resolves, for papers of other days to find."""
    db.execute("DELETE FROM matters WHERE report_id = ?", [report_id])
    day = days.day(report_id)
    if day is None:
        return
    items = [(item, False) for item in days.asked(report_id)]
    items += [(item, True) for item in days.resolved(report_id)]
    names = {(key_of(item.name), resolved) for item, resolved in items if item.name}
    rows = (
        {
            "report_id": report_id,
            "name": name,
            "resolved": resolved,
            "meeting_date": day.isoformat(),
        }
        for name, resolved in sorted(names)
    )
    insert(db, "matters", rows)


def asking_before(db: Database, days: Days, report_id: str) -> list[str]:
    """The papers of the year before that ask about a matter of a name this paper has."""
    day = days.day(report_id)
    if day is None:
        return []
    items = (*days.asked(report_id), *days.resolved(report_id))
    names = sorted({key_of(item.name) for item in items if item.name})
    sql = """SELECT report_id FROM matters WHERE name = ? AND NOT resolved
        AND meeting_date BETWEEN ? AND ? ORDER BY meeting_date DESC LIMIT ?"""
    span = [(day - A_YEAR).isoformat(), day.isoformat(), MOST_OF_A_NAME]
    return [row["report_id"] for name in names for row in selected(db, sql, [name, *span])]


def link(db: Database, days: Days, report_id: str) -> None:
    """Find the resolutions on what a paper asked, and keep them in place of those kept before."""
    db.execute("DELETE FROM links WHERE asked_id = ?", [report_id])
    rows = [
        (report_id, pair.asked, answer.report.report_id, pair.decided, pair.whole_item)
        for item in days.asked(report_id)
        for answer in _answers(db, days, item)
        for pair in pairs(item, answer)
    ]
    db.conn.executemany("INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?, ?)", rows)


def _answers(db: Database, days: Days, asked: Item) -> list[Item]:
    """The items that answer one, of minutes and of decision records each on their own."""
    if asked.report.front.meeting_date is None:
        return []
    deciding = [*days.deciding(asked.day), *_later(db, days, asked)]
    found = [item for report_id in deciding for item in days.resolved(report_id)]
    kinds = ("minutes", "decision")
    chosen = [best(asked, [item for item in found if item.report.kind == kind]) for kind in kinds]
    return [item for item in chosen if item and _is_its_own(db, days, asked, item)]


def _later(db: Database, days: Days, asked: Item) -> list[str]:
    """Papers of the year after that resolve on a matter of this name; of copies, one."""
    sql = """SELECT report_id, meeting_date FROM matters WHERE name = ? AND resolved
        AND meeting_date > ? AND meeting_date <= ? ORDER BY meeting_date LIMIT ?"""
    span = [asked.day.isoformat(), (asked.day + A_YEAR).isoformat(), MOST_OF_A_NAME]
    rows = list(selected(db, sql, [key_of(asked.name), *span])) if asked.name else []
    return [
        row["report_id"]
        for row in rows
        if row["report_id"] in days.deciding(date.fromisoformat(row["meeting_date"]))
    ]


def _is_its_own(db: Database, days: Days, asked: Item, resolved: Item) -> bool:
    """Whether no other paper's recommendations are rather what was resolved."""
    if resolved.day > asked.day and _asked_again(db, asked, resolved):
        return False
    return not is_rather_of(_rivals(db, days, asked), asked, resolved)


def _rivals(db: Database, days: Days, asked: Item) -> Iterator[Item]:
    """What other papers of the day asked; none that is a copy."""
    own = asked.report.report_id
    same = {own, *same_as(db, own).get(own, ())}
    for other in days.asking(asked.day):
        if other not in same:
            yield from days.asked(other)


def _asked_again(db: Database, asked: Item, resolved: Item) -> bool:
    """Whether a nearer paper of the same name asked before the resolution."""
    sql = """SELECT 1 FROM matters WHERE name = ? AND NOT resolved AND meeting_date > ?
        AND meeting_date <= ? AND report_id <> ? LIMIT 1"""
    span = [asked.day.isoformat(), resolved.day.isoformat(), resolved.report.report_id]
    return any(selected(db, sql, [key_of(asked.name), *span]))
