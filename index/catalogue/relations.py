"""Keeping, beside the papers, how they bear on one another; `index.relating` says how they do.

Whatever changes a report is noted in `relating`. What follows for it, and for the papers it may
bear on, is worked out when papers are published, whichever of them came first.
"""

from sqlite_utils import Database

from index.catalogue import copies, links
from index.catalogue.connections import writing
from index.catalogue.days import Days


def note_all(db: Database) -> None:
    """Have every report's relations worked out anew."""
    db.execute("INSERT INTO relating SELECT report_id FROM reports")


def settle(db: Database) -> None:
    """Work out what is yet to be worked out, in one transaction."""
    rows = db.query("SELECT DISTINCT report_id FROM relating ORDER BY report_id")
    waiting = [row["report_id"] for row in rows]
    if not waiting:
        return
    with writing(db):
        days = Days(db)
        changed = [paper for i in waiting if (paper := days.paper(i)) is not None]
        for paper in changed:
            links.name_matters(db, paper)
        dates = sorted({day for paper in changed if (day := paper.facts.front.meeting_date)})
        for day in dates:
            copies.settle(db, days, day, frozenset(waiting))
        asking = {i for day in dates for i in days.asking(day)}
        asking |= {i for paper in changed for i in links.asking_before(db, paper)}
        for report_id in sorted(asking):
            links.link(db, days, report_id)
        db.execute("DELETE FROM relating")
