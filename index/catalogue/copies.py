"""Which papers are copies of one, as the catalogue keeps it: `same_as`, with the one to cite."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sqlite_utils import Database

from index.catalogue import lookups
from index.catalogue.days import Days
from index.catalogue.rows import from_row, insert, selected
from index.records import ReportFacts
from index.relating.copies import are_alike, is_short, may_be_copies, points_to, rank


@dataclass(frozen=True, slots=True)
class Copy:
    """One of several copies of a paper; ``cited_id`` is the copy to cite, which has rank 0.

    ``superseded``: it is a draft of what is held as approved.
    """

    report_id: str
    cited_id: str
    rank: int
    superseded: bool


def copies(db: Database, report_ids: Iterable[str]) -> dict[str, Copy]:
    """Those of the reports that are copies, by their ids."""
    sql = """SELECT same_as.*, own.draft AND NOT cited.draft AS superseded FROM same_as
        JOIN reports AS own USING (report_id)
        JOIN reports AS cited ON cited.report_id = same_as.cited_id
        WHERE same_as.report_id IN (SELECT value FROM json_each(?))"""
    rows = selected(db, sql, [json.dumps(list(report_ids))])
    return {row["report_id"]: from_row(Copy, row) for row in rows}


def same_as(db: Database, report_id: str | None = None) -> dict[str, tuple[str, ...]]:
    """Of one report, or of every one, the other copies of it, the one to cite first."""
    where = "own.report_id = ?" if report_id else "1 OR ?"
    sql = f"""SELECT own.report_id, other.report_id AS other FROM same_as AS own
        JOIN same_as AS other USING (cited_id) WHERE other.report_id <> own.report_id
        AND ({where}) ORDER BY own.report_id, other.rank"""  # noqa: S608
    found: dict[str, tuple[str, ...]] = {}
    for row in selected(db, sql, [report_id]):
        found[row["report_id"]] = (*found.get(row["report_id"], ()), row["other"])
    return found


def settle(db: Database, days: Days, day: date, changed: frozenset[str]) -> None:
    """Find the copies among a day's papers, where one of two has changed; keep them in order."""
    held = (*days.held(day), *_without_a_day(db, day))
    groups = _known_groups(db, held)
    text_of = _Texts(db)
    for one, other in combinations(held, 2):
        if one.report_id not in changed and other.report_id not in changed:
            continue
        if groups[one.report_id] is groups[other.report_id] or not may_be_copies(one, other):
            continue
        if _are_copies(db, text_of, (one, other)):
            _join(groups, one.report_id, other.report_id)
    _keep(db, days, held, groups)


def _without_a_day(db: Database, day: date) -> tuple[ReportFacts, ...]:
    """Papers without a day that are kept as copies of a day's; they stay so."""
    sql = """SELECT DISTINCT other.report_id FROM reports AS dated
        JOIN same_as AS own USING (report_id) JOIN same_as AS other USING (cited_id)
        JOIN reports ON reports.report_id = other.report_id
        WHERE dated.meeting_date = ? AND reports.meeting_date IS NULL"""
    rows = selected(db, sql, [day.isoformat()])
    return tuple(lookups.facts(db, [row["report_id"] for row in rows]).values())


class _Texts:
    """Texts of a day's papers, read when they are needed."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._read: dict[str, str] = {}

    def __call__(self, report_id: str) -> str:
        if report_id not in self._read:
            self._read[report_id] = lookups.text(self._db, report_id)
        return self._read[report_id]


Groups = dict[str, set[str]]


def _known_groups(db: Database, held: Sequence[ReportFacts]) -> Groups:
    """Each paper with its copies as kept so far."""
    groups: Groups = {facts.report_id: {facts.report_id} for facts in held}
    for copy in copies(db, list(groups)).values():
        if copy.cited_id in groups:
            _join(groups, copy.cited_id, copy.report_id)
    return groups


def _join(groups: Groups, one: str, other: str) -> None:
    together = groups[one] | groups[other]
    for report_id in together:
        groups[report_id] = together


def _are_copies(
    db: Database, text_of: Callable[[str], str], pair: tuple[ReportFacts, ReportFacts]
) -> bool:
    one, other = pair
    texts = text_of(one.report_id), text_of(other.report_id)
    if are_alike(one, other, texts):
        return True
    short = [n for n in (0, 1) if is_short(texts[n])]
    pages = [(lookups.original(db, pair[n].report_id), pair[1 - n].source) for n in short]
    return any(points_to(page, source) for page, source in pages)


def _keep(db: Database, days: Days, held: Sequence[ReportFacts], groups: Groups) -> None:
    """Write every group of two or more, the one to cite first."""
    facts_of = {facts.report_id: facts for facts in held}
    each = {id(group): group for group in groups.values()}.values()
    keep(db, days, facts_of, each)


def keep(
    db: Database, days: Days, facts_of: Mapping[str, ReportFacts], groups: Iterable[Set[str]]
) -> None:
    """Write which of some papers are copies, in place of what was kept of them."""
    ids = json.dumps(list(facts_of))
    db.execute("DELETE FROM same_as WHERE report_id IN (SELECT value FROM json_each(?))", [ids])
    for group in groups:
        if len(group) < 2:
            continue
        ranked = sorted(group, key=lambda i: _rank(days, facts_of[i]))
        rows = [
            {"report_id": report_id, "cited_id": ranked[0], "rank": place}
            for place, report_id in enumerate(ranked)
        ]
        insert(db, "same_as", rows)


def _rank(days: Days, facts: ReportFacts) -> tuple[object, ...]:
    paper = days.paper(facts.report_id)
    return rank(facts, len(paper.decisions) if paper else 0)
