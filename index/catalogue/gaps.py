"""Minutes that may be missing, body by body."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlite_utils import Database

from index.catalogue.rows import Row, selected
from index.records import FrontPage
from index.relating.minutes import LEAST_HELD, Body, Held, MinutesGaps, gaps_of, named_in
from index.relating.names import same_body, same_council


@dataclass
class _Found:
    """What is held of one body, while it is being read."""

    minutes: set[date] = field(default_factory=set)
    papers: Counter[date] = field(default_factory=Counter)
    named: set[tuple[date, date]] = field(default_factory=set)


def minutes_gaps(db: Database, today: date) -> list[MinutesGaps]:
    """The bodies of whose minutes some may be missing, those that lack the most first."""
    bodies = _bodies(db)
    for row in _speaking_of_minutes(db):
        of, day = _of(row), _day(row)
        bodies[of].named.update((day, named) for named in named_in(row["text"], of, day))
    found = [
        gaps
        for of, one in bodies.items()
        if len(one.minutes) >= LEAST_HELD
        and (gaps := gaps_of(_held(of, one), _elsewhere(bodies, of), today))
    ]
    return sorted(found, key=lambda gaps: (-len(gaps.missing) - len(gaps.silences), str(gaps.body)))


def _bodies(db: Database) -> dict[Body, _Found]:
    """The days of each body's minutes, and of the papers put before its meetings."""
    sql = """SELECT council, body, kind, meeting_date FROM reports INDEXED BY reports_by_meeting
        WHERE kind IN ('minutes', 'report', 'agenda') AND meeting_date IS NOT NULL
        AND (kind = 'minutes' OR meeting_date_basis <> 'inferred')"""
    found: dict[Body, _Found] = defaultdict(_Found)
    for row in selected(db, sql):
        one, day = found[_of(row)], _day(row)
        if row["kind"] == "minutes":
            one.minutes.add(day)
        else:
            one.papers[day] += 1
    return found


def _speaking_of_minutes(db: Database) -> Iterator[Row]:
    """The passages of dated minutes that speak of minutes."""
    # CROSS has SQLite go through the reports first, by an index that tells which are minutes.
    sql = """SELECT council, body, meeting_date, passages.text
        FROM reports INDEXED BY reports_by_meeting CROSS JOIN passages USING (report_id)
        WHERE kind = 'minutes' AND meeting_date IS NOT NULL
        AND passages.text LIKE '%minutes %'"""
    return selected(db, sql)


def _elsewhere(bodies: dict[Body, _Found], of: Body) -> set[date]:
    """The days of minutes that may be this body's, because they leave out whose they are."""
    own = FrontPage(council=of[0], body=of[1])
    found: set[date] = set()
    for (council, body), one in bodies.items():
        other = FrontPage(council=council, body=body)
        if other != own and same_council(own, other) and same_body(own, other):
            found |= one.minutes
    return found


def _held(of: Body, one: _Found) -> Held:
    return Held(of, frozenset(one.minutes), one.papers, frozenset(one.named))


def _of(row: Row) -> Body:
    return row["council"], row["body"]


def _day(row: Row) -> date:
    return date.fromisoformat(row["meeting_date"])
