"""What sources gave before: replaced by new bytes, or gone with the source; kept, and not shown.

Nothing is kept of a paper that is withheld or withdrawn, nor of its earlier versions.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlite_utils import Database

from index.catalogue import packs
from index.catalogue.rows import from_row, selected
from index.catalogue.sources import KnownSource, MetSource, known_source
from index.errors import NoSuchSource

_MOST_LOOKED_AT = 20
_MOST_KEPT = 5  # versions of one source whose bytes are kept; the rows all stay


@dataclass(frozen=True, slots=True)
class Version:
    """What a source gave until a run found it ``ended``; of a pack, ``report_id`` is None.

    ``kept`` says whether its bytes are held still.
    """

    source: str
    sha256: str
    ended: Literal["changed", "removed"]
    at: str  # ISO 8601, UTC
    run: int
    kept: bool
    report_id: str | None
    kind: str | None
    title: str | None
    meeting_date: date | None


# A failure is noted in the source's own row: of which bytes a report is, it says itself. A pack's
# own are those that its parts are of.
_END = """INSERT OR REPLACE INTO history
    (source, run, sha256, root, at, ended, report_id, kind, title, meeting_date, reader_version)
    SELECT :source, runs.run, given.sha256, :root, runs.started, :ended,
        given.report_id, given.kind, given.title, given.meeting_date, :reader_version
    FROM (SELECT sha256, report_id, kind, title, meeting_date FROM reports
            WHERE report_id = :report_id
        UNION SELECT blobs.pack, NULL, NULL, NULL, NULL FROM sources AS part
            JOIN reports USING (report_id) JOIN blobs ON blobs.sha256 = reports.sha256
            WHERE part.part_of = :source AND blobs.pack IS NOT NULL) AS given,
        (SELECT run, started FROM runs ORDER BY run DESC LIMIT 1) AS runs
    WHERE given.sha256 IS NOT :now"""

_SHOWN = """SELECT source, sha256, ended, at, run, report_id, kind, title, meeting_date, kept AND
    EXISTS (SELECT 1 FROM blobs WHERE blobs.sha256 = history.sha256 AND length(bytes) > 0) AS kept
    FROM history"""

_REMOVED_SINCE = f"""SELECT * FROM ({_SHOWN} WHERE ended = 'removed' AND at >= ?
        AND source NOT IN (SELECT source FROM sources)
        AND (SELECT count(*) FROM json_each(?) WHERE instr(lower(title), value)) >= ?
        ORDER BY run DESC, source LIMIT ?) AS gone
    WHERE NOT EXISTS (SELECT 1 FROM reports WHERE reports.title = gone.title)"""  # noqa: S608

_TRIM = """UPDATE history SET kept = 0 WHERE source = ?1 AND run <= coalesce((SELECT run
    FROM history WHERE source = ?1 ORDER BY run DESC LIMIT 1 OFFSET ?2), 0)"""


def end(db: Database, before: KnownSource | None, now: MetSource | None) -> None:
    """Keep what a source gave before its reports are let go; ``now`` is None where it is gone.

    The same bytes understood otherwise are no other version.
    """
    if before is None or not before.is_searchable:
        return
    values = {
        "source": before.met.source,
        "root": before.met.root,
        "ended": "changed" if now else "removed",
        "report_id": before.report_id,
        "now": now.sha256 if now else None,
        # Of what failed, it is that of the reader that failed, and not of who judged what is held.
        "reader_version": 0 if before.outcome == "failed" else before.reader_version,
    }
    db.execute(_END, values)
    db.execute(_TRIM, [before.met.source, _MOST_KEPT])
    sql = "SELECT sha256 FROM history WHERE source = ? AND NOT kept"
    for row in list(db.query(sql, [before.met.source])):
        packs.forget_unused(db, row["sha256"])


def forget(db: Database, met: MetSource) -> None:
    """Keep nothing of what a source gave before, nor of these bytes at any other."""
    here, values = "WHERE source = ? OR sha256 = ?", [met.source, met.sha256]
    found = list(db.query(f"SELECT DISTINCT sha256 FROM history {here}", values))  # noqa: S608
    db.execute(f"DELETE FROM history {here}", values)  # noqa: S608
    for row in found:
        packs.forget_unused(db, row["sha256"])


def unjudged(db: Database, reader_version: int) -> list[Version]:
    """The versions kept that readers earlier than this one judged, each of its bytes once."""
    sql = f"""{_SHOWN} WHERE kept AND reader_version < ? GROUP BY sha256, source
        ORDER BY source, run"""
    found = (from_row(Version, row) for row in selected(db, sql, [reader_version]))
    return [version for version in found if version.kept]


def judged(db: Database, version: Version, reader_version: int) -> None:
    """Note that a version was found to be open by this reader."""
    sql = "UPDATE history SET reader_version = ? WHERE source = ? AND sha256 = ?"
    db.execute(sql, [reader_version, version.source, version.sha256])


def forget_bytes(db: Database, sha256: str) -> None:
    """Keep nothing of these bytes as a version of any source."""
    db.execute("DELETE FROM history WHERE sha256 = ?", [sha256])
    packs.forget_unused(db, sha256)


def of(db: Database, source: str) -> list[Version]:
    """What a source gave before, the newest first."""
    sql = f"{_SHOWN} WHERE source = ? ORDER BY run DESC, sha256"
    return [from_row(Version, row) for row in selected(db, sql, [source])]


def kept(db: Database) -> list[Version]:
    """Every version whose bytes are kept."""
    versions = [from_row(Version, row) for row in selected(db, f"{_SHOWN} WHERE kept")]
    return [version for version in versions if version.kept]


def removed(db: Database) -> list[Version]:
    """What was last held of the sources that are gone, those that went last first."""
    sql = f"""{_SHOWN} WHERE ended = 'removed' AND source NOT IN (SELECT source FROM sources)
        AND run = (SELECT max(run) FROM history AS other WHERE other.source = history.source)
        ORDER BY run DESC, source"""  # noqa: S608
    return [from_row(Version, row) for row in selected(db, sql)]


def replaced(db: Database, sources: Iterable[str], since: date) -> list[Version]:
    """What some sources gave before they were changed, from a day on."""
    sql = f"""{_SHOWN} WHERE source IN (SELECT value FROM json_each(?)) AND ended = 'changed'
        AND at >= ?"""  # noqa: S608
    rows = selected(db, sql, [json.dumps(list(sources)), since.isoformat()])
    return [from_row(Version, row) for row in rows]


def removed_since(db: Database, since: date, parts: Iterable[str], least: int) -> list[Version]:
    """What was removed from a day on, the last first, if nothing held has its title.

    Only of titles in which at least so many of the parts of words stand, and of the newest few.
    """
    values = [since.isoformat(), json.dumps(list(parts)), least, _MOST_LOOKED_AT]
    return [from_row(Version, row) for row in selected(db, _REMOVED_SINCE, values)]


def last_known(db: Database, source: str) -> KnownSource | None:
    """A source that is gone, as it was last met; None if there was none such."""
    sql = "SELECT source, root, sha256 FROM history WHERE source = ? ORDER BY run DESC LIMIT 1"
    for row in selected(db, sql, [source]):
        return KnownSource(from_row(MetSource, row), "removed", None, None, 0, None)
    return None


def whole_source(db: Database, source: str) -> KnownSource:
    """The file that a source is or is a part of, even if it is gone.

    Raises NoSuchSource if the place is not known.
    """
    known = known_source(db, source)
    if known and known.part_of:
        known = known_source(db, known.part_of)
    known = known or last_known(db, source)
    if known is None:
        raise never_met(source)
    return known


def never_met(source: str) -> NoSuchSource:
    """What to say of a place from which nothing came."""
    return NoSuchSource(
        f"No paper was ingested from {source}. `townclerk reports` lists those that were."
    )


def original(db: Database, sha256: str) -> bytes:
    """The bytes that are kept under a hash; none if none are."""
    rows = selected(db, "SELECT bytes FROM blobs WHERE sha256 = ?", [sha256])
    return next((bytes(row["bytes"]) for row in rows), b"")
