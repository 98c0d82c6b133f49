"""The catalogue's tables, one step at a time; a step that has been released is never edited."""

from sqlite_utils import Database, Migrations

catalogue = Migrations("catalogue")

_PAPERS = """
CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL);

CREATE TABLE reports (
    report_id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES blobs (sha256),
    source TEXT NOT NULL,
    url TEXT,
    kind TEXT NOT NULL,
    access TEXT NOT NULL CHECK (access = 'public'),
    title TEXT,
    council TEXT,
    body TEXT,
    meeting_date TEXT,
    meeting_date_basis TEXT,
    meeting_date_rule TEXT,
    report_of TEXT,
    introduced_by TEXT,
    author TEXT,
    contact TEXT,
    reference TEXT,
    wards TEXT,
    key_decision INTEGER,
    call_in INTEGER,
    draft INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    chars INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX reports_by_meeting ON reports (meeting_date);

CREATE TABLE sources (
    source TEXT PRIMARY KEY,
    root TEXT NOT NULL,
    sha256 TEXT,
    size INTEGER,
    mtime REAL,
    etag TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('added', 'changed', 'failed', 'withheld')),
    code TEXT,
    message TEXT,
    reader_version INTEGER NOT NULL,
    url TEXT,
    report_id TEXT REFERENCES reports (report_id)
);
CREATE INDEX sources_by_report ON sources (report_id);
CREATE INDEX sources_by_sha256 ON sources (sha256);

CREATE TABLE withdrawals (
    source TEXT PRIMARY KEY,
    sha256 TEXT,
    why TEXT NOT NULL,
    withdrawn TEXT NOT NULL
);
"""

# AUTOINCREMENT: a passage's number is never given to another, so that a hit from an index that
# lags behind can find nothing, but never other words.
_PARTS = """
CREATE TABLE blocks (
    report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    label TEXT,
    label_inferred INTEGER NOT NULL,
    under TEXT,
    heading TEXT,
    page INTEGER,
    columns TEXT NOT NULL,
    PRIMARY KEY (report_id, number)
) WITHOUT ROWID;

CREATE TABLE passages (
    passage_id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    heading TEXT,
    above TEXT,
    label TEXT,
    page INTEGER,
    standing TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    columns TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX passages_by_report ON passages (report_id);

CREATE TABLE decisions (
    report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    standing TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    lead_start INTEGER NOT NULL,
    outcome TEXT,
    label TEXT,
    minute TEXT,
    heading TEXT,
    page INTEGER,
    mover TEXT,
    seconder TEXT,
    PRIMARY KEY (report_id, number)
) WITHOUT ROWID;

CREATE TABLE leads (
    report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    name TEXT,
    post TEXT,
    organisation TEXT,
    relation TEXT NOT NULL,
    area TEXT,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    contact TEXT,
    PRIMARY KEY (report_id, number)
) WITHOUT ROWID;

CREATE TABLE abbreviations (
    report_id TEXT NOT NULL REFERENCES reports (report_id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    short TEXT NOT NULL,
    long TEXT NOT NULL,
    PRIMARY KEY (report_id, number)
) WITHOUT ROWID;
"""

_LEDGER = """
CREATE TABLE runs (
    run INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'aborted')),
    started TEXT NOT NULL,
    finished TEXT,
    total INTEGER,
    arguments TEXT NOT NULL,
    pid INTEGER NOT NULL
);

CREATE TABLE run_items (
    run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
    source TEXT NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT,
    message TEXT,
    PRIMARY KEY (run, source)
) WITHOUT ROWID;

CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id TEXT NOT NULL,
    purge INTEGER NOT NULL
);

CREATE TABLE publication (generation INTEGER NOT NULL);
INSERT INTO publication VALUES (0);
"""


@catalogue()
def m001_papers(db: Database) -> None:
    """The papers as read, and where each was found."""
    db.executescript(_PAPERS)


@catalogue()
def m002_parts(db: Database) -> None:
    """What was found in each paper; it goes when the paper goes."""
    db.executescript(_PARTS)


@catalogue()
def m003_ledger(db: Database) -> None:
    """Every ingest with a line for each source, and what the search index has yet to be told."""
    db.executescript(_LEDGER)


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
