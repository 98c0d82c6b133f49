"""The papers of a day's meetings, read as far as their relations need."""

import json
from collections.abc import Collection
from datetime import date
from functools import lru_cache

from sqlite_utils import Database

from index.catalogue import lookups
from index.catalogue.rows import selected
from index.records import ReportFacts
from index.relating.items import Item, Paper, asked_in, resolved_in

MOST_IN_A_DAY = 200  # papers of one day that are compared
_KEPT = 400  # papers kept in memory while relations are worked out


class Days:
    """Papers by day, each read once while relations are worked out."""

    def __init__(self, db: Database) -> None:
        """Read from this catalogue, which does not change meanwhile but for its relations."""
        self._db = db
        self.paper = lru_cache(maxsize=_KEPT)(self._paper)
        self.held = lru_cache(maxsize=_KEPT)(self._held)
        self.asking = lru_cache(maxsize=_KEPT)(self._asking)
        self.deciding = lru_cache(maxsize=_KEPT)(self._deciding)
        self.asked = lru_cache(maxsize=_KEPT)(self._asked)
        self.resolved = lru_cache(maxsize=_KEPT)(self._resolved)

    def in_order(self, report_ids: Collection[str]) -> list[str]:
        """Those of the papers that are held, day by day, so that each day is read but once."""
        sql = """SELECT report_id FROM reports WHERE report_id IN (SELECT value FROM json_each(?))
            ORDER BY meeting_date, report_id"""
        return [row["report_id"] for row in selected(self._db, sql, [json.dumps(list(report_ids))])]

    def day(self, report_id: str) -> date | None:
        """The day of a paper's meeting, if it is known."""
        paper = self.paper(report_id)
        return paper.facts.front.meeting_date if paper else None

    def _paper(self, report_id: str) -> Paper | None:
        """A paper with its decisions, and its text where that is of several matters."""
        facts = lookups.facts(self._db, [report_id]).get(report_id)
        if facts is None:
            return None
        decisions = lookups.decisions_of(self._db, report_id)
        is_long = facts.kind in ("report", "decision") or not decisions
        text = "" if is_long else lookups.text(self._db, report_id)
        return Paper(facts, decisions, text)

    def _held(self, day: date) -> tuple[ReportFacts, ...]:
        """The papers of one day, minutes and decision records first."""
        sql = """SELECT report_id FROM reports WHERE meeting_date = ?
            ORDER BY kind NOT IN ('minutes', 'decision'), report_id LIMIT ?"""
        rows = selected(self._db, sql, [day.isoformat(), MOST_IN_A_DAY])
        ids = [row["report_id"] for row in rows]
        found = lookups.facts(self._db, ids)
        return tuple(found[report_id] for report_id in ids)

    def _asking(self, day: date) -> list[str]:
        """The papers of one day that recommend something."""
        return self._with_standing(day, "recommended")

    def _deciding(self, day: date) -> list[str]:
        """The papers of one day that record what was resolved; of copies, one."""
        resolved = self._with_standing(day, "resolved")
        sql = "SELECT report_id, cited_id, rank FROM same_as WHERE report_id = ?"
        ranked: dict[str, tuple[int, str]] = {}
        for report_id in resolved:
            row = next(selected(self._db, sql, [report_id]), None)
            paper, rank = (row["cited_id"], row["rank"]) if row else (report_id, 0)
            ranked[paper] = min(ranked.get(paper, (rank, report_id)), (rank, report_id))
        return [report_id for _, report_id in ranked.values()]

    def _asked(self, report_id: str) -> tuple[Item, ...]:
        """What a paper recommends, matter by matter."""
        paper = self.paper(report_id)
        return tuple(asked_in(paper)) if paper else ()

    def _resolved(self, report_id: str) -> tuple[Item, ...]:
        """What a paper records as resolved, matter by matter."""
        paper = self.paper(report_id)
        return tuple(resolved_in(paper)) if paper else ()

    def _with_standing(self, day: date, standing: str) -> list[str]:
        sql = """SELECT report_id FROM reports WHERE meeting_date = ? AND EXISTS
            (SELECT 1 FROM decisions WHERE decisions.report_id = reports.report_id
            AND standing = ?) ORDER BY report_id LIMIT ?"""
        rows = selected(self._db, sql, [day.isoformat(), standing, MOST_IN_A_DAY])
        return [row["report_id"] for row in rows]
