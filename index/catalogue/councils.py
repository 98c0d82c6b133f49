"""Whose papers a folder holds, as whoever ingested it said: remembered for the next time."""

from collections.abc import Collection, Mapping
from pathlib import PurePath

from sqlite_utils import Database


def said(db: Database) -> dict[str, str]:
    """The council of each folder or file for which one was said."""
    return {row["root"]: row["council"] for row in db.query("SELECT root, council FROM councils")}


def say(db: Database, roots: Collection[str], council: str) -> None:
    """Remember a council for these places and all below them; "" takes back what was said."""
    rows = said_anew(said(db), roots, council).items()
    db.execute("DELETE FROM councils")
    db.table("councils").insert_all({"root": root, "council": name} for root, name in rows)


def said_anew(before: Mapping[str, str], roots: Collection[str], council: str) -> dict[str, str]:
    """What was said, with a council for these places instead of all that was said of them.

    >>> said_anew({"/a/b": "Exham", "/c": "Exham"}, ["/a"], "Wyeford")
    {'/c': 'Exham', '/a': 'Wyeford'}
    """
    kept = {
        place: name
        for place, name in before.items()
        if not any(PurePath(place).is_relative_to(root) for root in roots)
    }
    return kept | (dict.fromkeys(sorted(roots), council) if council.strip() else {})
