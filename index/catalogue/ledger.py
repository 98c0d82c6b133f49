"""Every ingest, with a line for every source it met."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlite_utils import Database

from index.catalogue.rows import from_row, insert, to_row
from index.runs import Run, RunItem


def start(db: Database, arguments: str, pid: int, now: datetime) -> int:
    """Begin a run; gives its number."""
    sql = "INSERT INTO runs (state, started, arguments, pid) VALUES ('running', ?, ?, ?)"
    return int(db.execute(sql, [_moment(now), arguments, pid]).lastrowid or 0)


def abort_unfinished(db: Database, now: datetime) -> None:
    """Mark the runs whose process died; whoever holds the lock knows that none is running."""
    sql = "UPDATE runs SET state = 'aborted', finished = ? WHERE state = 'running'"
    db.execute(sql, [_moment(now)])


def expect(db: Database, run: int, total: int) -> None:
    """Say how many sources the run will meet."""
    db.execute("UPDATE runs SET total = ? WHERE run = ?", [total, run])


def write(db: Database, run: int, lines: Iterable[RunItem]) -> None:
    """Write what became of sources; of two lines for one source the later stands."""
    rows = [{"run": run, **to_row(line)} for line in lines]
    insert(db, "run_items", rows, replacing="run, source")


def cancel(db: Database, run: int) -> None:
    """Say that a run was told to leave off."""
    db.execute("UPDATE runs SET cancelled = 1 WHERE run = ?", [run])


def finish(db: Database, run: int, state: Literal["finished", "aborted"], now: datetime) -> None:
    """End a run."""
    sql = "UPDATE runs SET state = ?, finished = ? WHERE run = ?"
    db.execute(sql, [state, _moment(now), run])


def runs(db: Database, limit: int) -> list[Run]:
    """The last runs, newest first."""
    rows = list(db.query("SELECT * FROM runs ORDER BY run DESC LIMIT ?", [limit]))
    return [_run_from(db, row) for row in rows]


def last_ingest(db: Database) -> list[Run]:
    """The last run that read papers; none if there was none.

    Taking a paper out, and building the index anew, are runs too.
    """
    sql = """SELECT * FROM runs WHERE NOT EXISTS
        (SELECT 1 FROM acts WHERE acts.run = runs.run AND acts.act != 'ingest')
        ORDER BY run DESC LIMIT 1"""
    return [_run_from(db, row) for row in db.query(sql)]


def run(db: Database, number: int) -> Run | None:
    """One run by its number."""
    rows = list(db.query("SELECT * FROM runs WHERE run = ?", [number]))
    return _run_from(db, rows[0]) if rows else None


def died(run: Run) -> Run:
    """A run as it is told if nobody is running it; how long it ran is not known."""
    return replace(run, state="aborted", seconds=0.0) if run.state == "running" else run


def items(db: Database, number: int) -> list[RunItem]:
    """A run's lines, by source."""
    sql = "SELECT * FROM run_items WHERE run = ? ORDER BY source"
    return [from_row(RunItem, row) for row in db.query(sql, [number])]


def _run_from(db: Database, row: Mapping[str, Any]) -> Run:
    sql = "SELECT outcome, count(*) AS number FROM run_items WHERE run = ? GROUP BY outcome"
    counts = Counter({r["outcome"]: r["number"] for r in db.query(sql, [row["run"]])})
    return from_row(Run, {**row, **counts, "seconds": _seconds(row)})


def _seconds(row: Mapping[str, Any]) -> float:
    end = datetime.fromisoformat(row["finished"]) if row["finished"] else datetime.now(UTC)
    return round((end - datetime.fromisoformat(row["started"])).total_seconds(), 3)


def _moment(now: datetime) -> str:
    return now.isoformat(timespec="milliseconds")
