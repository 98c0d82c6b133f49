"""Keeping, beside the papers, how they bear on one another; `index.relating` says how they do.

Whatever changes a report is noted in `relating`. What follows for it, and for the papers it may
bear on, is worked out when papers are published, whichever of them came first.
"""

from sqlite_utils import Database

from index.catalogue import copies, links, undated
from index.catalogue.connections import writing
from index.catalogue.days import Days


def note_all(db: Database) -> None:
    """Have every report's relations worked out anew, from its text on."""
    db.execute("DELETE FROM prints")
    db.execute("INSERT INTO relating SELECT report_id FROM reports")


def settle(db: Database) -> None:
    """Work out what is yet to be worked out, in one transaction."""
    rows = db.query("SELECT DISTINCT report_id FROM relating")
    waiting = frozenset(row["report_id"] for row in rows)
    if not waiting:
        return
    with writing(db):
        days = Days(db)
        changed = days.in_order(waiting)
        for report_id in changed:
            links.name_matters(db, days, report_id)
        dates = sorted({day for i in changed if (day := days.day(i))})
        for day in dates:
            copies.settle(db, days, day, waiting)
        undated.settle(db, days, changed)
        asking = {i for day in dates for i in days.asking(day)}
        asking |= {i for report_id in changed for i in links.asking_before(db, days, report_id)}
        for report_id in days.in_order(asking):
            links.link(db, days, report_id)
        db.execute("DELETE FROM relating")
