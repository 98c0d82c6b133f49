"""The catalogue's tables, one step at a time; a step that has been released is never edited."""

from contextlib import closing
from functools import cache

from sqlite_utils import Database, Migrations

from index.first_tables import LEDGER, PAPERS, PARTS
from index.later_tables import HISTORY, PLACES

catalogue = Migrations("catalogue")


@cache
def step_names() -> frozenset[str]:
    """Every step there is: a catalogue that has others was made by a later version."""
    with closing(Database(memory=True)) as empty:
        return frozenset(step.name for step in catalogue.pending(empty))


@catalogue()
def m001_papers(db: Database) -> None:
    """The papers as read, and where each was found."""
    db.executescript(PAPERS)


@catalogue()
def m002_parts(db: Database) -> None:
    """What was found in each paper; it goes when the paper goes."""
    db.executescript(PARTS)


@catalogue()
def m003_ledger(db: Database) -> None:
    """Every ingest with a line for each source, and what the search index has yet to be told."""
    db.executescript(LEDGER)


_MORE_FACTS = """
ALTER TABLE reports ADD COLUMN item_number TEXT;
ALTER TABLE reports ADD COLUMN decision_number TEXT;
ALTER TABLE reports ADD COLUMN part INTEGER;
ALTER TABLE reports ADD COLUMN proposed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN votes TEXT;
ALTER TABLE decisions ADD COLUMN reasons TEXT;
ALTER TABLE decisions ADD COLUMN alternatives TEXT;
"""


@catalogue()
def m004_more_facts(db: Database) -> None:
    """Item and decision numbers, the part of the agenda, votes, reasons and alternatives."""
    db.executescript(_MORE_FACTS)


# A part of a pack has a row of its own in blobs, which holds no bytes but says of which bytes it
# is, and where in them; nothing if they are not kept.
_PACKS = """
ALTER TABLE blobs ADD COLUMN pack TEXT REFERENCES blobs (sha256);
ALTER TABLE blobs ADD COLUMN place TEXT;
CREATE INDEX blobs_by_pack ON blobs (pack) WHERE pack IS NOT NULL;
ALTER TABLE sources ADD COLUMN part_of TEXT;
ALTER TABLE sources ADD COLUMN told TEXT;
CREATE INDEX sources_by_file ON sources (part_of) WHERE part_of IS NOT NULL;
CREATE TABLE councils (root TEXT PRIMARY KEY, council TEXT NOT NULL);
"""


@catalogue()
def m005_packs(db: Database) -> None:
    """Papers that are parts of one file; and whose papers a folder was said to hold."""
    db.executescript(_PACKS)


# `relating` tells which reports' links and copies have yet to be worked out: at first, all. It is
# told by triggers, so that no way of changing a report can forget to.
_RELATIONS = """
CREATE TABLE links (
    asked_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    asked INTEGER NOT NULL,
    decided_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    decided INTEGER NOT NULL,
    whole_item INTEGER NOT NULL,
    PRIMARY KEY (asked_id, asked, decided_id, decided)
) WITHOUT ROWID;
CREATE INDEX links_by_decided ON links (decided_id, decided);

CREATE TABLE matters (
    report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    meeting_date TEXT NOT NULL,
    PRIMARY KEY (report_id, name, resolved)
) WITHOUT ROWID;
CREATE INDEX matters_by_name ON matters (name, resolved, meeting_date);

CREATE TABLE same_as (
    report_id TEXT PRIMARY KEY REFERENCES reports (report_id) ON DELETE CASCADE,
    cited_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    rank INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX same_as_by_cited ON same_as (cited_id, rank);

CREATE TABLE relating (report_id TEXT NOT NULL);
INSERT INTO relating SELECT report_id FROM reports;

CREATE TRIGGER report_added AFTER INSERT ON reports BEGIN
    INSERT INTO relating VALUES (new.report_id);
END;

CREATE TRIGGER report_changed AFTER UPDATE ON reports BEGIN
    INSERT INTO relating VALUES (new.report_id);
    INSERT INTO relating SELECT asked_id FROM links WHERE decided_id = old.report_id;
    DELETE FROM links WHERE asked_id = old.report_id OR decided_id = old.report_id;
    INSERT INTO relating SELECT report_id FROM reports
        WHERE meeting_date = old.meeting_date AND meeting_date IS NOT new.meeting_date;
    INSERT INTO relating SELECT report_id FROM same_as WHERE cited_id =
        (SELECT cited_id FROM same_as WHERE report_id = old.report_id);
    DELETE FROM same_as WHERE cited_id =
        (SELECT cited_id FROM same_as WHERE report_id = old.report_id);
END;

CREATE TRIGGER report_leaving BEFORE DELETE ON reports BEGIN
    INSERT INTO relating SELECT asked_id FROM links WHERE decided_id = old.report_id;
    INSERT INTO relating SELECT report_id FROM reports WHERE meeting_date = old.meeting_date;
    INSERT INTO relating SELECT report_id FROM same_as WHERE cited_id =
        (SELECT cited_id FROM same_as WHERE report_id = old.report_id);
    DELETE FROM same_as WHERE cited_id =
        (SELECT cited_id FROM same_as WHERE report_id = old.report_id);
END;
"""


@catalogue()
def m006_links(db: Database) -> None:
    """Which resolution answers which recommendation, and which papers are copies of one."""
    db.executescript(_RELATIONS)


# Recent decisions walk the first; it has all that narrows them down without a report being read.
# The second tells who is held and of what day. Bytes that go are looked for by the third.
_SPEED = """
DROP INDEX reports_by_meeting;
CREATE INDEX reports_by_meeting ON reports
    (meeting_date DESC, council, body, source, report_id, kind);
CREATE INDEX reports_by_body ON reports (council, body, meeting_date);
CREATE INDEX reports_by_sha256 ON reports (sha256);
CREATE INDEX sources_by_outcome ON sources (outcome);
CREATE INDEX decisions_by_standing ON decisions (standing);
"""


@catalogue()
def m007_speed(db: Database) -> None:
    """Indexes for what would otherwise read a whole table."""
    db.executescript(_SPEED)


# Papers of which either has no day are found by prints, if they are nearly the same. `dated` comes
# before `runs`, so that a dated paper does not meet the many dated ones made from one form.
# What is known of papers without a day depends on each dated paper that is like them.
_PRINTS = """
CREATE TABLE prints (
    print INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    runs INTEGER NOT NULL,
    report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    PRIMARY KEY (print, dated, runs, report_id)
) WITHOUT ROWID;
CREATE INDEX prints_by_report ON prints (report_id);

CREATE TRIGGER dated_changed AFTER UPDATE ON reports WHEN old.meeting_date IS NOT NULL BEGIN
    INSERT INTO relating SELECT DISTINCT other.report_id FROM prints AS own
        JOIN prints AS other ON other.print = own.print AND other.dated = 0
        WHERE own.report_id = old.report_id;
END;

CREATE TRIGGER dated_leaving BEFORE DELETE ON reports WHEN old.meeting_date IS NOT NULL BEGIN
    INSERT INTO relating SELECT DISTINCT other.report_id FROM prints AS own
        JOIN prints AS other ON other.print = own.print AND other.dated = 0
        WHERE own.report_id = old.report_id;
END;

INSERT INTO relating SELECT report_id FROM reports;
"""


@catalogue()
def m008_prints(db: Database) -> None:
    """Copies of papers without a day: every report's relations are worked out anew."""
    db.executescript(_PRINTS)


# What an act came to is told of an ingest by its run, which is written even if its process dies.
_ACTS = """
CREATE TABLE acts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    arguments TEXT NOT NULL,
    outcome TEXT,
    run INTEGER REFERENCES runs (run)
);
ALTER TABLE runs ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0;
"""


@catalogue()
def m009_acts(db: Database) -> None:
    """What administrators did, and whether an ingest was told to leave off."""
    db.executescript(_ACTS)


# What was held before is new to nobody. `meeting` is that of minutes, as index.catalogue.arrivals
# has it.
_ARRIVALS = """
CREATE TABLE arrivals (
    report_id TEXT PRIMARY KEY,
    run INTEGER NOT NULL,
    meeting TEXT
) WITHOUT ROWID;
INSERT INTO arrivals SELECT report_id, 0, CASE WHEN kind = 'minutes' THEN
    lower(coalesce(council, '') || '|' || body || '|' || meeting_date) END FROM reports;
CREATE INDEX arrivals_by_run ON arrivals (run);
CREATE INDEX arrivals_by_meeting ON arrivals (meeting, run) WHERE meeting IS NOT NULL;
"""


@catalogue()
def m010_arrivals(db: Database) -> None:
    """In which run each paper was first held."""
    db.executescript(_ARRIVALS)


@catalogue()
def m011_ocr(db: Database) -> None:
    """Which pages OCR read from pictures, and how sure it was."""
    db.executescript("ALTER TABLE reports ADD COLUMN ocr TEXT NOT NULL DEFAULT '[]';")


_FROM_THE_WEB = """
ALTER TABLE sources ADD COLUMN last_modified TEXT;
ALTER TABLE sources ADD COLUMN listed_by TEXT;
"""


@catalogue()
def m012_from_the_web(db: Database) -> None:
    """What a website says of a paper's age, and which source led to it."""
    db.executescript(_FROM_THE_WEB)


# `words` is a hash: nothing can be read off it.
_LOOKED_AT = """
CREATE TABLE releases (
    sha256 TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    code TEXT,
    why TEXT NOT NULL,
    released TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE withdrawn_words (words TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
"""


@catalogue()
def m013_looked_at(db: Database) -> None:
    """Papers let in after a person looked at them, and what the withdrawn ones said."""
    db.executescript(_LOOKED_AT)


@catalogue()
def m014_history(db: Database) -> None:
    """What sources gave before."""
    db.executescript(HISTORY)


@catalogue()
def m015_unsure(db: Database) -> None:
    """Which figures OCR may have misread."""
    db.executescript("ALTER TABLE reports ADD COLUMN unsure TEXT NOT NULL DEFAULT '[]';")


@catalogue()
def m016_judged(db: Database) -> None:
    """Which reader judged each earlier version: at first none, so that all are judged anew."""
    db.executescript("ALTER TABLE history ADD COLUMN reader_version INTEGER NOT NULL DEFAULT 0;")


@catalogue()
def m017_places(db: Database) -> None:
    """Which places were named, to be read again though nothing was found there."""
    db.executescript(PLACES)
