"""Files that hold several papers: each a report of its own, of bytes that are kept once."""

from dataclasses import dataclass

from sqlite_utils import Database

from index.catalogue import sources
from index.catalogue.rows import insert, selected
from index.catalogue.sources import MetSource
from index.records import Report
from index.wording import NOT_KEPT


@dataclass(frozen=True, slots=True)
class Pack:
    """The papers of one file, and its bytes.

    ``left_out`` counts its papers that are not public; ``said`` is the ledger's sentence about it.
    """

    reports: tuple[Report, ...]
    data: bytes
    said: str
    left_out: int = 0

    @property
    def is_kept(self) -> bool:
        """Whether its bytes may be kept: not where anything in them is not for the public."""
        return self.left_out == 0 and not any(NOT_KEPT in r.warnings for r in self.reports)


def parts_of(db: Database, source: str) -> dict[str, str]:
    """The report of each part of a file, by the part's name."""
    sql = "SELECT source, report_id FROM sources WHERE part_of = ?"
    return {row["source"]: row["report_id"] for row in db.query(sql, [source])}


def parts_of_bytes(db: Database, sha256: str) -> dict[str, str]:
    """The parts of every file of these bytes."""
    sql = "SELECT source FROM sources WHERE sha256 = ? AND part_of IS NULL"
    files = [row["source"] for row in db.query(sql, [sha256])]
    return {name: report for file in files for name, report in parts_of(db, file).items()}


def remember_part(db: Database, report: Report, met: MetSource, reader_version: int) -> None:
    """Keep that a file holds this report."""
    part = MetSource(report.source, met.root, report.sha256)
    sources.remember(
        db,
        part,
        outcome="added",
        reader_version=reader_version,
        url=report.url,
        report_id=report.report_id,
        part_of=met.source,
    )


def keep_blob(db: Database, sha256: str, data: bytes) -> None:
    """Keep bytes under their hash."""
    insert(db, "blobs", [{"sha256": sha256, "bytes": data}], replacing="sha256")


def keep_bytes(db: Database, met: MetSource, data: bytes) -> None:
    """Keep a pack's bytes, once for all its parts."""
    sql = "SELECT 1 FROM blobs WHERE sha256 = ? AND length(bytes) > 0"
    if not any(db.query(sql, [met.sha256])):
        keep_blob(db, met.sha256 or "", data)


def say_where(db: Database, report: Report, met: MetSource, *, kept: bool) -> None:
    """Say of which bytes a part is, if they are kept, and where in them."""
    place = report.source.removeprefix(f"{met.source}#")
    sql = "UPDATE blobs SET pack = ?, place = ? WHERE sha256 = ?"
    db.execute(sql, [met.sha256 if kept else None, place, report.sha256])


def forget_bytes(db: Database, met: MetSource) -> None:
    """Keep a pack's bytes no longer, though parts of it stay."""
    db.execute("UPDATE blobs SET pack = NULL WHERE pack = ?", [met.sha256])
    db.execute("UPDATE blobs SET bytes = x'' WHERE sha256 = ?", [met.sha256])
    forget_unused(db, met.sha256)


def forget_blob(db: Database, sha256: str) -> None:
    """Forget the bytes of a report; those of a pack when its last part goes."""
    sql = "SELECT pack FROM blobs WHERE sha256 = ?"
    pack = next((row["pack"] for row in db.query(sql, [sha256])), None)
    forget_unused(db, sha256)
    forget_unused(db, pack)


_UNUSED = """NOT EXISTS (SELECT 1 FROM reports WHERE reports.sha256 = blobs.sha256)
    AND NOT EXISTS (SELECT 1 FROM blobs AS part WHERE part.pack = blobs.sha256)
    AND NOT EXISTS (SELECT 1 FROM history WHERE history.sha256 = blobs.sha256 AND kept)"""


def forget_unused(db: Database, sha256: str | None) -> None:
    """Delete bytes that no report, part of a pack or earlier version is of."""
    db.execute(f"DELETE FROM blobs WHERE sha256 = ? AND {_UNUSED}", [sha256])  # noqa: S608


def unused(db: Database) -> list[str]:
    """The hashes of bytes that are of nothing; there should be none."""
    sql = f"SELECT sha256 FROM blobs WHERE {_UNUSED}"  # noqa: S608
    return [row["sha256"] for row in selected(db, sql)]


def count(db: Database) -> int:
    """How many files are kept."""
    sql = "SELECT count(*) AS n FROM blobs WHERE length(bytes) > 0"
    return int(next(selected(db, sql))["n"])
