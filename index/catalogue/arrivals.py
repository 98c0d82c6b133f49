"""In which run each paper was first held: what tells new decisions from those held before.

A paper that takes the place of another at its source is as new as that one was, unless it is of a
later meeting. What is known here of a paper stays when the paper goes: back again, it is not new.
"""

import json
from collections.abc import Collection

from sqlite_utils import Database

from index.catalogue.rows import selected

# Minutes of one meeting that are there again, approved or at another address, are not new.
_MEETING = """CASE WHEN kind = 'minutes' THEN
    lower(coalesce(council, '') || '|' || body || '|' || meeting_date) END"""


def note(db: Database, report_id: str, replaced: Collection[str], *, part: bool = False) -> None:
    """Keep that a report is held now, in place of those its source gave before, if any.

    They must still be held. A ``part`` of a file takes the place of the part with its title.
    """
    sql = f"""INSERT OR IGNORE INTO arrivals SELECT report_id, coalesce(
        (SELECT min(run) FROM reports AS old JOIN arrivals USING (report_id)
            WHERE old.report_id IN (SELECT value FROM json_each(:replaced))
            AND (NOT :part OR old.title IS reports.title)
            AND NOT coalesce(old.meeting_date < reports.meeting_date, 0)),
        (SELECT max(run) FROM runs), 0), {_MEETING}
        FROM reports WHERE report_id = :report_id"""  # noqa: S608
    db.execute(sql, {"report_id": report_id, "replaced": json.dumps(list(replaced)), "part": part})


def forget_meeting(db: Database, report_id: str) -> None:
    """Keep nothing of what a paper said, only that it was held."""
    db.execute("UPDATE arrivals SET meeting = NULL WHERE report_id = ?", [report_id])


def arrived(db: Database, after: int, until: int) -> list[str]:
    """The reports first held in the runs after one, up to another, and held still.

    None that is a copy of a paper held before, or that came when minutes of its meeting went.
    """
    sql = """SELECT report_id FROM arrivals AS new JOIN reports USING (report_id)
        WHERE run > :after AND run <= :until
        AND NOT EXISTS (SELECT 1 FROM same_as AS own JOIN same_as AS other USING (cited_id)
            JOIN arrivals AS earlier ON earlier.report_id = other.report_id
            WHERE own.report_id = new.report_id AND earlier.run <= :after)
        AND NOT EXISTS (SELECT 1 FROM arrivals AS gone
            WHERE gone.meeting = new.meeting AND gone.run <= :after
            AND NOT EXISTS (SELECT 1 FROM reports WHERE reports.report_id = gone.report_id))"""
    return [row["report_id"] for row in selected(db, sql, {"after": after, "until": until})]
