"""Where papers were found, and what became of each place the last time it was met."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from index.catalogue.rows import from_row, insert, to_row
from index.runs import Outcome, RunItem

KEPT = "The copy read earlier stays searchable."
UNSETTLED = 0  # no reader's version: the source is read again
TWIN_WITHHELD = "withheld_elsewhere"
TWIN_MESSAGE = (
    "The same paper is withheld at another source. If it may be published, remove it there, or "
    "its mark, and ingest again."
)
LEFT_SHUT = "withheld_before"
_LEFT_SHUT_MESSAGE = (
    "The same paper was withheld at a place that is read no more. Look at it; if it may be "
    "published, `townclerk release` it."
)


@dataclass(frozen=True, slots=True)
class MetSource:
    """A source as met on this run: a file or an address, and the folder or site it was found by.

    ``sha256`` is that of its bytes; ``size``, ``mtime``, ``etag`` and ``last_modified`` tell
    cheaply that they are the same again. ``listed_by`` is the source that led to it. ``told`` is
    what was said of the paper that it may not say itself: read again with other words, it may be
    understood otherwise.
    """

    source: str
    root: str
    sha256: str | None = None
    size: int | None = None
    mtime: float | None = None
    etag: str | None = None
    told: str | None = None
    last_modified: str | None = None
    listed_by: str | None = None


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source as the catalogue remembers it; ``report_id`` is what is searchable from it.

    A file that is a pack has no report of its own, but ``parts``; each of them is a source too,
    ``part_of`` the file.
    """

    met: MetSource
    outcome: Outcome
    code: str | None
    message: str | None
    reader_version: int
    report_id: str | None
    part_of: str | None = None
    parts: int = 0

    @property
    def is_searchable(self) -> bool:
        """Whether anything read from it is held."""
        return self.report_id is not None or self.parts > 0

    def told(self) -> RunItem:
        """What became of it, in a line; for a failure, whether an earlier copy is searchable."""
        kept = f"{self.message} {KEPT}" if self.is_searchable and self.message else self.message
        return RunItem(self.met.source, self.outcome, self.code, kept)

    def keeps_out(self, met: MetSource) -> bool:
        """Whether it is withheld, and what was met now is the same or cannot be told apart."""
        return self.outcome == "withheld" and met.sha256 in (None, self.met.sha256)


_WITH_PARTS = """SELECT *, (SELECT count(*) FROM sources AS parts
    WHERE parts.part_of = sources.source) AS parts FROM sources"""


def known(db: Database) -> dict[str, KnownSource]:
    """Every file or address remembered, by its name; the parts of a pack are none by themselves."""
    rows = db.query(f"{_WITH_PARTS} WHERE part_of IS NULL")
    return {row["source"]: _known_from(row) for row in rows}


def known_source(db: Database, source: str) -> KnownSource | None:
    """One source as remembered, be it a file or a part of one."""
    rows = db.query(f"{_WITH_PARTS} WHERE source = ?", [source])
    return next((_known_from(row) for row in rows), None)


def remember(db: Database, met: MetSource, **found: Any) -> None:
    """Keep what became of a source: outcome, reader_version and, where there are any, the rest."""
    nothing = dict.fromkeys(("code", "message", "url", "report_id", "part_of"))
    insert(db, "sources", [{**nothing, **to_row(met), **found}], replacing="source")


def touch(db: Database, met: MetSource) -> None:
    """Keep how a source that has not changed looks now, if it looks otherwise."""
    db.execute(
        """UPDATE sources SET root = :root, size = :size, mtime = :mtime, etag = :etag,
        last_modified = :last_modified, listed_by = :listed_by
        WHERE source = :source
        AND (root, size, mtime, etag, last_modified, listed_by)
        IS NOT (:root, :size, :mtime, :etag, :last_modified, :listed_by)""",
        to_row(met),
    )


def url_of(db: Database, source: str) -> str | None:
    """The address to link to for a source, if it is known."""
    rows = db.query("SELECT url FROM sources WHERE source = ?", [source])
    return next((row["url"] for row in rows), None)


def forget(db: Database, source: str) -> None:
    """Remember a source no longer."""
    db.execute("DELETE FROM sources WHERE source = ?", [source])


def withdraw(db: Database, known: KnownSource, why: str, when: str) -> None:
    """Remember that neither this source nor these bytes are to be read again."""
    row = {
        "source": known.met.source,
        "sha256": known.met.sha256,
        "why": why,
        "withdrawn": when,
    }
    insert(db, "withdrawals", [row], replacing="source")


def is_withdrawn(db: Database, met: MetSource) -> bool:
    """Whether this source, the file it is packed in, or these bytes anywhere, were withdrawn."""
    sql = """SELECT 1 FROM withdrawals WHERE source = :source OR sha256 = :sha256
        OR substr(:source, 1, length(source) + 1) = source || '#'"""
    return any(db.query(sql, {"source": met.source, "sha256": met.sha256}))


def packed_in(db: Database, source: str) -> list[KnownSource]:
    """The sources that are packed in a file, and the parts of none."""
    sql = f"""{_WITH_PARTS} WHERE part_of IS NULL
        AND substr(source, 1, length(:source) + 1) = :source || '#' ORDER BY source"""
    return [_known_from(row) for row in db.query(sql, {"source": source})]


def settle(db: Database, met: MetSource, reader_version: int) -> None:
    """Keep that a packed file need not be read again, unless it was withheld meanwhile."""
    sql = "UPDATE sources SET reader_version = ? WHERE source = ? AND outcome <> 'withheld'"
    db.execute(sql, [reader_version, met.source])


def withheld_elsewhere(db: Database, met: MetSource) -> bool:
    """Whether another source of the same bytes is withheld on its own account."""
    sql = """SELECT 1 FROM sources WHERE sha256 = ? AND source <> ?
        AND outcome = 'withheld' AND code <> ?"""
    return any(db.query(sql, [met.sha256, met.source, TWIN_WITHHELD]))


def why_shut(db: Database, met: MetSource) -> tuple[str, str] | None:
    """Why bytes are withheld that are marked at another source, or were: a code and a sentence."""
    sql = "SELECT 1 FROM sources WHERE source = ? AND sha256 = ? AND code = ?"
    if any(db.query(sql, [met.source, met.sha256, LEFT_SHUT])):
        return LEFT_SHUT, _LEFT_SHUT_MESSAGE
    return (TWIN_WITHHELD, TWIN_MESSAGE) if withheld_elsewhere(db, met) else None


def leave_shut(db: Database, met: MetSource) -> None:
    """Have the bytes of a marked source stay withheld elsewhere, though it is forgotten."""
    sql = "UPDATE sources SET code = ?, message = ? WHERE sha256 = ? AND code = ?"
    db.execute(sql, [LEFT_SHUT, _LEFT_SHUT_MESSAGE, met.sha256, TWIN_WITHHELD])


def withhold_twins(db: Database, met: MetSource) -> None:
    """Withhold every other source of the same bytes, and what was read of them anywhere."""
    db.execute(
        """UPDATE sources SET outcome = 'withheld', code = ?, message = ?, report_id = NULL
        WHERE sha256 = ? AND source <> ? AND outcome <> 'withheld'""",
        [TWIN_WITHHELD, TWIN_MESSAGE, met.sha256, met.source],
    )
    db.execute(
        """UPDATE sources SET report_id = NULL
        WHERE report_id = (SELECT report_id FROM reports WHERE sha256 = ?)""",
        [met.sha256],
    )


def release_twins(db: Database, met: MetSource) -> None:
    """Have the sources that were withheld because of this one read again."""
    sql = "UPDATE sources SET reader_version = 0 WHERE sha256 = ? AND code = ?"
    db.execute(sql, [met.sha256, TWIN_WITHHELD])


def warned(db: Database, start: str) -> frozenset[str]:
    """The files and addresses of the reports with a warning that begins so."""
    sql = """SELECT DISTINCT coalesce(sources.part_of, sources.source) AS name
        FROM reports JOIN sources USING (report_id), json_each(reports.warnings) AS warning
        WHERE reports.warnings <> '[]' AND substr(warning.value, 1, length(:start)) = :start"""
    return frozenset(row["name"] for row in db.query(sql, {"start": start}))


def failures(db: Database) -> list[RunItem]:
    """The sources that failed or were withheld when they were last met."""
    sql = f"{_WITH_PARTS} WHERE outcome IN ('failed', 'withheld') ORDER BY source"
    return [_known_from(row).told() for row in db.query(sql)]


def _known_from(row: Mapping[str, Any]) -> KnownSource:
    return from_row(KnownSource, {**row, "met": from_row(MetSource, row)})
