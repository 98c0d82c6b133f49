"""Putting a report into the catalogue, and taking it out."""

import hashlib
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
from sqlite_utils import Database

from index.catalogue import arrivals, history, outbox, packs, sources
from index.catalogue.packs import Pack
from index.catalogue.rows import Row, insert, to_row
from index.catalogue.sources import KnownSource, MetSource
from index.cutting import cut
from index.records import Report
from index.runs import Outcome, RunItem
from index.wording import NOT_KEPT

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def put(db: Database, report: Report, met: MetSource, data: bytes, reader_version: int) -> Outcome:
    """Hold a report as what its source now says; what the source said before is let go.

    The same bytes at two sources are one report.
    """
    before = sources.known_source(db, met.source)
    written = _hold(db, report, data)
    arrivals.note(db, report.report_id, _held_at(db, before))
    outcome = _became(before, report.report_id, written=written)
    if before and before.report_id != report.report_id:
        history.end(db, before, met)
    sources.remember(
        db,
        met,
        outcome=before.outcome if before and outcome == "unchanged" else outcome,
        reader_version=reader_version,
        url=report.url,
        report_id=report.report_id,
    )
    if before and before.outcome == "withheld":
        sources.release_twins(db, before.met)
    if before and before.report_id and before.report_id != report.report_id:
        let_go(db, before.report_id)
    _drop(db, packs.parts_of(db, met.source))
    return outcome


def _became(before: KnownSource | None, report_id: str, *, written: bool) -> Outcome:
    """What became of a source that gives this report now."""
    if before is None or not before.is_searchable:
        return "added"
    if written or before.report_id != report_id or before.outcome == "failed":
        return "changed"
    return "unchanged"


def put_pack(db: Database, pack: Pack, met: MetSource, reader_version: int) -> RunItem:
    """Hold each paper of a pack; what the file gave before and gives no more is let go.

    Where papers were left out for what they are marked, the file's bytes are not kept either, and
    no trace is left of what is let go.
    """
    before = sources.known_source(db, met.source)
    held = packs.parts_of(db, met.source)
    if not pack.is_kept:
        history.forget(db, met)
        packs.forget_bytes(db, met)
    else:
        history.end(db, before, met)
    written = [_hold_part(db, part, pack, met) for part in pack.reports]
    for part in pack.reports:
        arrivals.note(db, part.report_id, _held_at(db, before), part=True)
    now = {report.source: report.report_id for report in pack.reports}
    outcome = _outcome_of_pack(before, any(written) or held != now)
    line = RunItem(met.source, outcome, message=None if outcome == "unchanged" else pack.said)
    kept = before.outcome if before and outcome == "unchanged" else outcome
    sources.remember(db, met, outcome=kept, reader_version=reader_version)
    for report in pack.reports:
        packs.remember_part(db, report, met, reader_version)
    _drop(db, {s: i for s, i in held.items() if now.get(s) != i}, now, purge=pack.left_out > 0)
    if before and before.outcome == "withheld":
        sources.release_twins(db, before.met)
    if before and before.report_id:
        let_go(db, before.report_id, purge=pack.left_out > 0)
    return line


def put_packed(db: Database, met: MetSource, said: str) -> RunItem:
    """Note a file in which others are packed; a paper that it was before is let go."""
    before = sources.known_source(db, met.source)
    if before is None or before.outcome in ("failed", "withheld"):
        outcome: Outcome = "added"
    else:
        outcome = "unchanged" if before.met.sha256 == met.sha256 else "changed"
    if before and before.report_id:
        history.end(db, before, met)
    kept = before.outcome if before and outcome == "unchanged" else outcome
    sources.remember(db, met, outcome=kept, reader_version=sources.UNSETTLED)
    if before and before.outcome == "withheld":
        sources.release_twins(db, before.met)
    if before and before.report_id:
        let_go(db, before.report_id)
    _drop(db, packs.parts_of(db, met.source))
    return RunItem(met.source, outcome, message=None if outcome == "unchanged" else said)


def _held_at(db: Database, before: KnownSource | None) -> list[str]:
    """The reports that a source gave before."""
    if before is None:
        return []
    own = [before.report_id] if before.report_id else []
    return [*own, *packs.parts_of(db, before.met.source).values()]


def _outcome_of_pack(before: KnownSource | None, changed: bool) -> Outcome:
    if before is None or not before.is_searchable:
        return "added"
    return "changed" if changed or before.outcome == "failed" else "unchanged"


def _hold_part(db: Database, report: Report, pack: Pack, met: MetSource) -> bool:
    if pack.is_kept:
        packs.keep_bytes(db, met, pack.data)
    written = _hold(db, report, b"")
    packs.say_where(db, report, met, kept=pack.is_kept)
    return written


def _drop(
    db: Database, parts: Mapping[str, str], kept: Container[str] = (), *, purge: bool = False
) -> None:
    """Forget parts of a pack, by source, unless their names are kept; let their reports go."""
    for source in parts:
        if source not in kept:
            sources.forget(db, source)
    for report_id in parts.values():
        let_go(db, report_id, purge=purge)


def fail(db: Database, line: RunItem, met: MetSource, reader_version: int) -> RunItem:
    """Keep why a source could not be read, and what was read of it before; gives what to tell."""
    before = sources.known_source(db, met.source)
    if before and before.outcome == "withheld":
        sources.release_twins(db, before.met)
    sources.remember(
        db,
        met,
        outcome="failed",
        code=line.code,
        message=line.message,
        reader_version=reader_version,
        url=sources.url_of(db, met.source),
        report_id=before.report_id if before else None,
    )
    now = sources.known_source(db, met.source)
    return now.told() if now else line


def withhold(db: Database, line: RunItem, met: MetSource, reader_version: int) -> None:
    """Keep a paper out: nothing of it stays, nor of what was public at its source before.

    The same bytes at other sources are withheld with it: marks that contradict each other
    withhold a paper until someone has looked.
    """
    before = sources.known_source(db, met.source)
    sources.remember(
        db,
        met,
        outcome="withheld",
        code=line.code,
        message=line.message,
        reader_version=reader_version,
    )
    history.forget(db, met)
    _drop(db, packs.parts_of(db, met.source), purge=True)
    if before and before.report_id:
        let_go(db, before.report_id, purge=True)
    if met.sha256:
        sources.withhold_twins(db, met)
        _drop(db, packs.parts_of_bytes(db, met.sha256), purge=True)
        delete(db, met.sha256, purge=True)


def remove(db: Database, source: str) -> bool:
    """Take out a source that is gone, and its report unless another source has it."""
    before = sources.known_source(db, source)
    if before is None:
        return False
    history.end(db, before, None)
    sources.forget(db, source)
    if before.outcome == "withheld":
        sources.release_twins(db, before.met)
    if before.report_id:
        let_go(db, before.report_id)
    _drop(db, packs.parts_of(db, source))
    return True


def let_go(db: Database, report_id: str, *, purge: bool = False) -> None:
    """Delete a report that no source has any more; otherwise cite it from a source that has."""
    sql = "SELECT source, url FROM sources WHERE report_id = ? ORDER BY rowid LIMIT 1"
    others = list(db.query(sql, [report_id]))
    if others:
        keep = "UPDATE reports SET source = ?, url = ? WHERE report_id = ?"
        db.execute(keep, [others[0]["source"], others[0]["url"], report_id])
        return
    for row in list(db.query("SELECT sha256 FROM reports WHERE report_id = ?", [report_id])):
        delete(db, row["sha256"], purge=purge)


def delete(db: Database, sha256: str, *, purge: bool = False) -> None:
    """Delete a report by its bytes, and the bytes; ``purge`` leaves no stem of it either."""
    for row in list(db.query("SELECT report_id FROM reports WHERE sha256 = ?", [sha256])):
        db.execute("DELETE FROM reports WHERE sha256 = ?", [sha256])
        packs.forget_blob(db, sha256)
        if purge:
            arrivals.forget_meeting(db, row["report_id"])
        outbox.tell(db, row["report_id"], purge=purge)


def recut(db: Database, report: Report) -> None:
    """Cut a report's passages anew; cut as they were, they keep their numbers and stay findable."""
    sql = "SELECT * FROM passages WHERE report_id = ? ORDER BY passage_id"
    held = list(db.query(sql, [report.report_id]))
    for row in held:
        del row["passage_id"]
    passages = _passage_rows(report)
    if passages != held:
        db.execute("DELETE FROM passages WHERE report_id = ?", [report.report_id])
        insert(db, "passages", passages)
        outbox.tell(db, report.report_id)


def _hold(db: Database, report: Report, data: bytes) -> bool:
    """Write the report unless it is held just so already; says whether it wrote."""
    digest = _digest(report)
    held = list(db.query("SELECT digest FROM reports WHERE report_id = ?", [report.report_id]))
    if held and held[0]["digest"] == digest:
        return False
    packs.keep_blob(db, report.sha256, b"" if NOT_KEPT in report.warnings else data)
    insert(db, "reports", [_report_row(report, digest)], replacing="report_id")
    if held:  # not before: what depended on its prints is noted as the row is replaced
        _clear_parts(db, report.report_id)
    _insert_parts(db, report)
    outbox.tell(db, report.report_id)
    return True


def _digest(report: Report) -> str:
    """Tells whether a report was understood otherwise than before, wherever it was found."""
    understood = replace(report, source="", url=None)
    return hashlib.sha256(msgspec.json.encode(understood)).hexdigest()


def _report_row(report: Report, digest: str) -> Row:
    whole = {k: v for k, v in to_row(report).items() if k not in _PARTS}
    front = to_row(report.front)
    more = {"report_id": report.report_id, "chars": len(report.text), "digest": digest}
    return {**whole, **front, **more}


_PARTS = ("front", "blocks", "decisions", "leads", "abbreviations")


def _clear_parts(db: Database, report_id: str) -> None:
    for table in ("blocks", "passages", "decisions", "leads", "abbreviations", "prints"):
        db.execute(f"DELETE FROM {table} WHERE report_id = ?", [report_id])  # noqa: S608


def _insert_parts(db: Database, report: Report) -> None:
    rows = _numbered(report.report_id, report.blocks)
    for row in rows:
        del row["text"]  # it is the report's own, from start to end
    insert(db, "blocks", rows)
    insert(db, "passages", _passage_rows(report))
    for table in ("decisions", "leads", "abbreviations"):
        insert(db, table, _numbered(report.report_id, getattr(report, table)))


def _passage_rows(report: Report) -> list[Row]:
    return [
        {
            **to_row(draft),
            "report_id": report.report_id,
            "text": report.text[draft.start : draft.end],
        }
        for draft in cut(report)
    ]


def _numbered(report_id: str, parts: Sequence["DataclassInstance"]) -> list[Row]:
    return [{"report_id": report_id, "number": n, **to_row(p)} for n, p in enumerate(parts)]
