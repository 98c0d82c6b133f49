"""How much is held, of whom and how fresh; and the names that filters may mean."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlite_utils import Database

from index.catalogue import ledger, outbox
from index.catalogue.rows import from_row, selected
from index.passages import Within
from index.question.names import is_name_of
from index.records import Filters
from index.runs import BodyCoverage, Status


def bodies(db: Database) -> list[tuple[str | None, str | None]]:
    """The pairs of council and body whose reports are held."""
    return [(c.council, c.body) for c in by_body(db)]


def by_body(db: Database) -> list[BodyCoverage]:
    """How many reports of each body are held, and its newest meeting."""
    sql = """SELECT council, body, count(*) AS reports, max(meeting_date) AS newest
        FROM reports GROUP BY council, body ORDER BY council NULLS LAST, body NULLS LAST"""
    return [from_row(BodyCoverage, row) for row in selected(db, sql)]


def bodies_counted(held: Iterable[BodyCoverage]) -> int:
    """How many bodies there are; papers that do not name their council may be of one that does."""
    named = {(one.council, one.body) for one in held if one.body}
    of_councils = {body for council, body in named if council}
    return sum(council is not None or body not in of_councils for council, body in named)


def within(filters: Filters, held: Collection[tuple[str | None, str | None]]) -> Within:
    """The filters with the names that are held in place of the words for them."""
    return Within(
        councils=_fitting(filters.council, (council for council, _ in held)),
        committees=_fitting(filters.body, (body for _, body in held)),
        since=filters.since,
        until=filters.until,
        kind=filters.kind,
        standing=filters.standing,
    )


def _fitting(said: str | None, names: Iterable[str | None]) -> frozenset[str] | None:
    """The names that hold all the words said, whatever their endings; None if nothing was said."""
    if said is None:
        return None
    return frozenset(name for name in names if name and is_name_of(said, name))


def status(db: Database) -> Status:
    """Coverage, freshness and the last run."""
    covered = by_body(db)
    return Status(
        reports=sum(c.reports for c in covered),
        passages=_count(db, "SELECT count(*) AS n FROM passages"),
        decisions=_count(db, "SELECT count(*) AS n FROM decisions"),
        withheld=_count(db, "SELECT count(*) AS n FROM sources WHERE outcome = 'withheld'"),
        failed=_count(db, "SELECT count(*) AS n FROM sources WHERE outcome = 'failed'"),
        newest_meeting=_newest(covered),
        generation=outbox.generation(db),
        last_run=next(iter(ledger.last_ingest(db)), None),
        by_body=tuple(covered),
    )


def faults(db: Database) -> list[str]:
    """What SQLite finds wrong with the file and with its references; nothing if it is whole."""
    checked = [row["integrity_check"] for row in selected(db, "PRAGMA integrity_check")]
    loose = [f"loose rows in {row['table']}" for row in selected(db, "PRAGMA foreign_key_check")]
    return [fault for fault in checked if fault != "ok"] + loose


def _newest(covered: Iterable[BodyCoverage]) -> date | None:
    return max((c.newest for c in covered if c.newest), default=None)


def _count(db: Database, sql: str) -> int:
    return int(next(selected(db, sql))["n"])
