"""Reports and their parts, as the catalogue holds them."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from index.catalogue.coverage import bodies, within
from index.catalogue.rows import Row, facts_from, from_row, selected
from index.records import (
    Abbreviation,
    Block,
    Decision,
    DecisionFound,
    Filters,
    FrontPage,
    Lead,
    Passage,
    Report,
    ReportFacts,
)

# All but the text, which may be long.
_FACTS = """reports.report_id, reports.source, reports.url, kind, access, title, council, body,
    meeting_date, meeting_date_basis, meeting_date_rule, report_of, introduced_by, author, contact,
    reference, item_number, decision_number, part, wards, key_decision, call_in, draft, proposed,
    pages, chars, warnings, ocr, unsure"""

# With a +, so that decisions of few or many bodies are alike read newest first, and never sorted.
_IN_COUNCILS = "+council IN (SELECT value FROM json_each(:councils))"
_IN_BODIES = "+body IN (SELECT value FROM json_each(:bodies))"

_NEWEST_FIRST = "meeting_date DESC NULLS LAST, council, body, reports.source, reports.report_id"


@dataclass(frozen=True, slots=True)
class LeadFound:
    """A lead and the report that names it."""

    lead: Lead
    report_id: str


def passages(db: Database, ids: Sequence[int]) -> list[Passage]:
    """Those of the passages that stand in a public report, in the order asked."""
    sql = """SELECT passages.* FROM passages JOIN reports USING (report_id)
        WHERE access = 'public' AND passage_id IN (SELECT value FROM json_each(?))"""
    rows = selected(db, sql, [json.dumps(list(ids))])
    found = {row["passage_id"]: from_row(Passage, row) for row in rows}
    return [found[number] for number in ids if number in found]


def passages_of(db: Database, report_id: str) -> list[Passage]:
    """A report's passages, in reading order."""
    sql = "SELECT * FROM passages WHERE report_id = ? ORDER BY passage_id"
    return [from_row(Passage, row) for row in selected(db, sql, [report_id])]


def passage_ids(db: Database) -> frozenset[int]:
    """The numbers of all passages."""
    return frozenset(row["passage_id"] for row in selected(db, "SELECT passage_id FROM passages"))


def original(db: Database, report_id: str) -> bytes:
    """The bytes a report was read from, a pack's for each of its parts; none if not held."""
    sql = """SELECT coalesce(file.bytes, own.bytes) AS bytes FROM reports
        JOIN blobs AS own USING (sha256) LEFT JOIN blobs AS file ON file.sha256 = own.pack
        WHERE report_id = ?"""
    return next((bytes(row["bytes"]) for row in selected(db, sql, [report_id])), b"")


def place_of(db: Database, report_id: str) -> str | None:
    """Where in its file a report begins that is a part of a pack; None for any other."""
    sql = "SELECT place FROM blobs JOIN reports USING (sha256) WHERE report_id = ?"
    return next((row["place"] for row in selected(db, sql, [report_id])), None)


def above(db: Database, report_id: str) -> dict[int, str]:
    """The further headings over a report's passages."""
    sql = "SELECT passage_id, above FROM passages WHERE report_id = ? AND above IS NOT NULL"
    return {row["passage_id"]: row["above"] for row in selected(db, sql, [report_id])}


def neighbours(db: Database, passage: Passage, before: int, after: int) -> list[Passage]:
    """Up to so many passages before and after one in its report."""
    # Passages are numbered in reading order.
    previous = """SELECT * FROM passages WHERE report_id = ? AND passage_id < ?
        ORDER BY passage_id DESC LIMIT ?"""
    following = """SELECT * FROM passages WHERE report_id = ? AND passage_id > ?
        ORDER BY passage_id LIMIT ?"""
    here = (passage.report_id, passage.passage_id)
    rows = [*reversed(list(selected(db, previous, [*here, before])))]
    rows += selected(db, following, [*here, after])
    return [from_row(Passage, row) for row in rows]


def facts(db: Database, report_ids: Iterable[str]) -> dict[str, ReportFacts]:
    """The facts of those of the reports that are held."""
    where = "report_id IN (SELECT value FROM json_each(?))"
    sql = f"SELECT {_FACTS} FROM reports WHERE {where}"  # noqa: S608
    rows = selected(db, sql, [json.dumps(list(report_ids))])
    return {row["report_id"]: facts_from(row) for row in rows}


def reports(db: Database) -> list[ReportFacts]:
    """Every report, newest meeting first."""
    sql = f"SELECT {_FACTS} FROM reports ORDER BY {_NEWEST_FIRST}"  # noqa: S608
    return [facts_from(row) for row in selected(db, sql)]


def newest_of(db: Database, front: FrontPage) -> list[ReportFacts]:
    """The papers of the last day that any is held of, of the body of a front page."""
    sql = f"""SELECT {_FACTS} FROM reports WHERE body = :body AND council IS :council
        AND meeting_date = (SELECT max(meeting_date) FROM reports
        WHERE body = :body AND council IS :council)"""  # noqa: S608
    rows = selected(db, sql, {"body": front.body, "council": front.council})
    return [facts_from(row) for row in rows]


def report_ids(db: Database) -> list[str]:
    """The ids of all reports, in the order they were added."""
    return [
        row["report_id"] for row in selected(db, "SELECT report_id FROM reports ORDER BY rowid")
    ]


def find_source(db: Database, source: str) -> ReportFacts | None:
    """The report read from a path or address, or of this id."""
    sql = f"""SELECT {_FACTS} FROM reports WHERE report_id = :said OR report_id =
        (SELECT report_id FROM sources WHERE source = :said)"""  # noqa: S608
    rows = selected(db, sql, {"said": source})
    return next((facts_from(row) for row in rows), None)


def text(db: Database, report_id: str) -> str:
    """A report's text; "" if it is not held."""
    rows = selected(db, "SELECT text FROM reports WHERE report_id = ?", [report_id])
    return next((str(row["text"]) for row in rows), "")


def blocks(
    db: Database, report_id: str, touching: tuple[int, int] | None = None
) -> tuple[Block, ...]:
    """A report's blocks, or those that touch a span, their words taken from its text."""
    whole = text(db, report_id)
    start, end = touching or (-1, len(whole) + 1)
    sql = """SELECT * FROM blocks WHERE report_id = ? AND "end" > ? AND start < ?
        ORDER BY number"""
    return tuple(
        from_row(Block, {**row, "text": whole[row["start"] : row["end"]]})
        for row in selected(db, sql, [report_id, start, end])
    )


def decisions(
    db: Database,
    filters: Filters,
    report_ids: Collection[str] | None,
    page: tuple[int, int],
) -> list[DecisionFound]:
    """Decisions that pass the filters; ``page`` is how many, and how many to pass over.

    Where several files hold one paper, its decisions are given once.
    """
    where, values = _wanted(db, filters, report_ids)
    # CROSS has SQLite go through the reports first: they are kept in the order asked for.
    sql = f"""SELECT decisions.*, {_FACTS} FROM reports CROSS JOIN decisions USING (report_id)
        WHERE {where} AND NOT EXISTS ({_better_copy(filters)})
        ORDER BY {_NEWEST_FIRST}, decisions.start, decisions.number
        LIMIT :limit OFFSET :offset"""  # noqa: S608
    limits = {"limit": page[0], "offset": page[1]}
    return [
        DecisionFound(from_row(Decision, row), facts_from(row))
        for row in selected(db, sql, {**values, **limits})
    ]


def _better_copy(filters: Filters) -> str:
    """Asks for a copy rather to be cited, if it passes the filters and has such decisions too."""
    named = {_IN_COUNCILS: filters.council, _IN_BODIES: filters.body}
    passes = "".join(f" AND {sql}" for sql, said in named.items() if said is not None)
    return f"""SELECT 1 FROM same_as AS own JOIN same_as AS other USING (cited_id)
        JOIN reports AS better ON better.report_id = other.report_id
        WHERE own.report_id = decisions.report_id AND other.rank < own.rank{passes}
        AND EXISTS (SELECT 1 FROM decisions AS held WHERE held.report_id = better.report_id
        AND held.standing = decisions.standing)"""  # noqa: S608


def decisions_of(db: Database, report_id: str) -> tuple[Decision, ...]:
    """A report's decisions, in document order."""
    return tuple(from_row(Decision, row) for row in _parts(db, "decisions", report_id))


def leads(db: Database) -> list[LeadFound]:
    """The leads of all reports, newest meeting first."""
    sql = f"""SELECT leads.* FROM leads JOIN reports USING (report_id)
        ORDER BY {_NEWEST_FIRST}, number"""  # noqa: S608
    return [LeadFound(from_row(Lead, row), row["report_id"]) for row in selected(db, sql)]


def leads_called(db: Database, word: str) -> list[LeadFound]:
    """The leads of public reports whose post or relation has a word, newest meeting first."""
    sql = f"""SELECT leads.* FROM leads JOIN reports USING (report_id) WHERE access = 'public'
        AND (post LIKE :like OR relation LIKE :like) ORDER BY {_NEWEST_FIRST}, number"""  # noqa: S608
    rows = selected(db, sql, {"like": f"%{word}%"})
    return [LeadFound(from_row(Lead, row), row["report_id"]) for row in rows]


def leads_of(db: Database, report_id: str) -> tuple[Lead, ...]:
    """A report's leads, in document order."""
    return tuple(from_row(Lead, row) for row in _parts(db, "leads", report_id))


def leads_of_each(db: Database, report_ids: Collection[str]) -> dict[str, list[Lead]]:
    """The leads of each of some reports that has any, in document order."""
    sql = """SELECT * FROM leads WHERE report_id IN (SELECT value FROM json_each(?))
        ORDER BY report_id, number"""
    found: dict[str, list[Lead]] = {}
    for row in selected(db, sql, [json.dumps(list(report_ids))]):
        found.setdefault(row["report_id"], []).append(from_row(Lead, row))
    return found


def meanings(db: Database) -> list[tuple[str, str]]:
    """Every short form with each of its long forms, however many reports say so."""
    return list(db.execute("SELECT DISTINCT short, long FROM abbreviations"))


def whole_report(db: Database, report_id: str) -> Report:
    """A report as it was added."""
    sql = "SELECT * FROM reports WHERE report_id = ?"
    row = next(selected(db, sql, [report_id]))
    parts = {
        "front": from_row(FrontPage, row),
        "blocks": blocks(db, report_id),
        "decisions": decisions_of(db, report_id),
        "leads": leads_of(db, report_id),
        "abbreviations": tuple(
            from_row(Abbreviation, r) for r in _parts(db, "abbreviations", report_id)
        ),
    }
    return from_row(Report, {**row, **parts})


def _parts(db: Database, table: str, report_id: str) -> Iterator[Row]:
    sql = f"SELECT * FROM {table} WHERE report_id = ? ORDER BY number"  # noqa: S608
    return iter(selected(db, sql, [report_id]))


def _wanted(
    db: Database, filters: Filters, report_ids: Collection[str] | None
) -> tuple[str, Mapping[str, Any]]:
    exact = within(filters, bodies(db) if filters.council or filters.body else ())
    conditions = {
        "report_id IN (SELECT value FROM json_each(:ids))": ("ids", report_ids),
        _IN_COUNCILS: ("councils", exact.councils),
        _IN_BODIES: ("bodies", exact.committees),
        "meeting_date >= :since": ("since", exact.since),
        "meeting_date <= :until": ("until", exact.until),
        "kind = :kind": ("kind", exact.kind),
        "standing = :standing": ("standing", exact.standing),
    }
    used = {sql: name for sql, (name, value) in conditions.items() if value is not None}
    values = {name: _value(value) for name, value in conditions.values() if name in used.values()}
    return " AND ".join(used) or "1", values


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else json.dumps(list(value))
