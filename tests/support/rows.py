"""Everything a catalogue holds, to be compared with another's: rows without what differs by run."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

# When and in which run something was done, and numbers given in order of arrival.
PASSING = {
    "reports": {"arrival"},
    "sources": {"mtime", "etag"},
    "passages": {"passage_id"},
    "arrivals": {"run"},
    "withdrawals": {"withdrawn"},
    "history": {"run", "at"},
}
LEDGER = {"runs", "run_items", "acts", "publication", "sqlite_sequence", "_sqlite_migrations"}


def rows_of(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table but the ledger's, sorted."""
    with closing(sqlite3.connect(data / "catalogue.db")) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {name: _rows(db, name) for name in sorted({*names} - LEDGER)}


def _rows(db: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    every = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    lasting = [f'"{name}"' for name in every if name not in PASSING.get(table, ())]
    return sorted(db.execute(f"SELECT {', '.join(lasting)} FROM {table}"), key=repr)
