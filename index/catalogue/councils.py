"""Whose papers a folder holds, as whoever ingested it said: remembered for the next time."""

from collections.abc import Collection
from pathlib import PurePath

from sqlite_utils import Database


def said(db: Database) -> dict[str, str]:
    """The council of each folder or file for which one was said."""
    return {row["root"]: row["council"] for row in db.query("SELECT root, council FROM councils")}


def say(db: Database, roots: Collection[str], council: str) -> None:
    """Remember a council for these places and all below them; "" takes back what was said."""
    for place in said(db):
        if any(PurePath(place).is_relative_to(root) for root in roots):
            db.execute("DELETE FROM councils WHERE root = ?", [place])
    if council:
        rows = [{"root": root, "council": council} for root in roots]
        db.table("councils").upsert_all(rows, pk="root")
