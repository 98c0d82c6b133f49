"""What administrators did: when, who, what, and what came of it. Lines are added, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from index.catalogue.rows import from_row, insert, selected


@dataclass(frozen=True, slots=True)
class Doing:
    """What an administrator does: ``who`` is a Slack user's id, or the command line."""

    act: str
    arguments: str = ""
    who: str = "command line"


@dataclass(frozen=True, slots=True)
class Act:
    """What an administrator did; ``outcome`` is None where its ``run`` tells it."""

    at: str  # ISO 8601, UTC
    who: str
    act: str
    arguments: str
    outcome: str | None
    run: int | None = None


def begin(db: Database, doing: Doing, run: int, now: datetime) -> None:
    """Note an act whose outcome is that of a run."""
    _note(db, doing, now, run=run, outcome=None)


def note(db: Database, doing: Doing, outcome: str, now: datetime) -> None:
    """Note an act that is over."""
    _note(db, doing, now, run=None, outcome=outcome)


def last(db: Database, limit: int, run: int | None = None) -> list[Act]:
    """The last acts, newest first; or those that one run carried out."""
    sql = "SELECT * FROM acts WHERE ?1 IS NULL OR run = ?1 ORDER BY number DESC LIMIT ?2"
    return [from_row(Act, row) for row in selected(db, sql, [run, limit])]


def _note(
    db: Database, doing: Doing, now: datetime, *, run: int | None, outcome: str | None
) -> None:
    row = {
        "at": now.isoformat(timespec="seconds"),
        "who": doing.who,
        "act": doing.act,
        "arguments": doing.arguments,
        "outcome": outcome,
        "run": run,
    }
    insert(db, "acts", [row])
