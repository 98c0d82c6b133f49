"""Copies among papers of which no day is known, found by their prints; kept in `same_as`."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlite_utils import Database

from index.catalogue import copies, lookups
from index.catalogue.days import Days
from index.catalogue.rows import insert, selected
from index.records import ReportFacts
from index.relating.copies import ENOUGH, SHARE_OF_FORMS
from index.relating.nearly import are_nearly_one, may_be_one
from index.relating.prints import prints_of

LEAST_SHARED = 3  # prints of eight; papers that are nearly the same share more
MOST_ALIKE = 20  # papers that share prints with one, and are compared with it
_TEXTS = 64  # kept in memory meanwhile


def settle(db: Database, days: Days, changed: Sequence[str]) -> None:
    """Find the copies without a day of papers that changed; those of each day are kept already.

    What is known of other papers is left as it is: a paper that changed has left its copies.
    """
    for report_id in _without_prints(db, changed):
        _take_prints(db, report_id)
    around = _Around(db)
    done: set[str] = set()
    for report_id in changed:
        is_dated = days.day(report_id) is not None
        for start in around.copies_of(report_id) if is_dated else (report_id,):
            if start not in done:
                done |= _settle_around(db, days, around, start)


class _Around:
    """What papers are copies of one, where either has no day."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._text = lru_cache(maxsize=_TEXTS)(lambda report_id: lookups.text(db, report_id))

    def facts(self, report_id: str) -> ReportFacts:
        return lookups.facts(self._db, [report_id])[report_id]

    def copies_of(self, report_id: str, known: Iterable[str] = ()) -> list[str]:
        """The papers that are nearly the same as one, but for those known to be."""
        near = [other for other in _near(self._db, report_id) if other not in known]
        if not near:
            return []
        own, facts = self.facts(report_id), lookups.facts(self._db, near)
        return [other for other in near if self._are_one(own, facts[other])]

    def _are_one(self, one: ReportFacts, other: ReportFacts) -> bool:
        if not may_be_one(one, other):
            return False
        return are_nearly_one(one, other, (self._text(one.report_id), self._text(other.report_id)))


def _without_prints(db: Database, report_ids: Sequence[str]) -> list[str]:
    """Those of the papers whose prints are yet to be taken: they go when a text is written anew."""
    sql = """SELECT value FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM prints WHERE report_id = value)"""
    return [row["value"] for row in selected(db, sql, [json.dumps(list(report_ids))])]


def _take_prints(db: Database, report_id: str) -> None:
    """Keep the prints of a paper, and of how many runs of words they are."""
    runs, prints = prints_of(lookups.text(db, report_id))
    sql = "SELECT meeting_date IS NOT NULL AS dated FROM reports WHERE report_id = ?"
    dated = next(selected(db, sql, [report_id]))["dated"]
    kept = {"dated": dated, "runs": runs, "report_id": report_id}
    insert(db, "prints", ({"print": one, **kept} for one in set(prints) if runs >= ENOUGH))


def _near(db: Database, report_id: str) -> list[str]:
    """Papers of like length that share prints with one, where either has no day."""
    sql = """SELECT other.report_id FROM prints AS own
        JOIN prints AS other ON other.print = own.print AND other.dated IN (0, 1 - own.dated)
        AND other.runs BETWEEN own.runs * :share AND own.runs / :share
        WHERE own.report_id = :own AND other.report_id <> :own
        GROUP BY other.report_id HAVING count(*) >= :least
        ORDER BY count(*) DESC, other.report_id LIMIT :most"""
    values = {
        "own": report_id,
        "share": SHARE_OF_FORMS,
        "least": LEAST_SHARED,
        "most": MOST_ALIKE,
    }
    return [row["report_id"] for row in selected(db, sql, values)]


def _settle_around(db: Database, days: Days, around: _Around, start: str) -> set[str]:
    """Keep the copies of an undated paper, and theirs; gives those without a day."""
    undated, dated = _walk(db, around, start)
    before = {i: _group(db, i) for i in (*undated, *dated)}
    others = {frozenset(group - undated) for group in before.values()}
    others |= {frozenset({i}) for i in dated if not before[i]}
    groups = [set(group) for group in others]
    theirs = [group for group in groups if group & dated]
    if len(theirs) == 1:
        theirs[0] |= undated
    else:
        # A paper that is like those of several days is a copy of none of them.
        groups.append(undated)
    facts = lookups.facts(db, set().union(*groups))
    copies.keep(db, days, facts, groups)
    return undated


def _walk(db: Database, around: _Around, start: str) -> tuple[set[str], set[str]]:
    """The papers without a day that are copies of one or of its copies; and those with a day."""
    found, dated, waiting = {start}, set[str](), [start]
    while waiting:
        report_id = waiting.pop()
        known = _group(db, report_id)
        others = known | set(around.copies_of(report_id, known | found | dated))
        for other in others - found - dated:
            if around.facts(other).front.meeting_date is None:
                found.add(other)
                waiting.append(other)
            else:
                dated.add(other)
    return found, dated


def _group(db: Database, report_id: str) -> set[str]:
    """A paper and its copies as kept so far; none if it has no copy."""
    sql = """SELECT other.report_id FROM same_as AS own JOIN same_as AS other USING (cited_id)
        WHERE own.report_id = ?"""
    return {row["report_id"] for row in selected(db, sql, [report_id])}
