"""What the search index has yet to be told, written together with what changed."""

from dataclasses import dataclass

from sqlite_utils import Database

from index.catalogue.rows import selected


@dataclass(frozen=True, slots=True)
class Untold:
    """The reports that changed or went since the last publication, and how far that reaches.

    ``purge`` asks that nothing of what was taken out be left on disk.
    """

    report_ids: tuple[str, ...]
    last: int
    purge: bool


def tell(db: Database, report_id: str, *, purge: bool = False) -> None:
    """Note that a report was written, cut anew or deleted."""
    db.execute("INSERT INTO outbox (report_id, purge) VALUES (?, ?)", [report_id, purge])


def untold(db: Database) -> Untold:
    """What has been noted and not yet published."""
    rows = list(selected(db, "SELECT seq, report_id, purge FROM outbox ORDER BY seq"))
    ids = tuple(dict.fromkeys(row["report_id"] for row in rows))
    return Untold(ids, rows[-1]["seq"] if rows else 0, any(row["purge"] for row in rows))


def published(db: Database, last: int, generation: int, *, purged: bool) -> None:
    """Note that everything up to ``last`` stands in the search index as ``generation``.

    What is to be purged is told again until it was.
    """
    db.execute("DELETE FROM outbox WHERE seq <= ? AND (? OR NOT purge)", [last, purged])
    db.execute("UPDATE publication SET generation = ?", [generation])


def generation(db: Database) -> int:
    """The generation last published; 0 before the first."""
    return int(next(selected(db, "SELECT generation FROM publication"))["generation"])
