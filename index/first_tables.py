"""The catalogue's tables as they first were; what has changed since is in `index.migrations`."""

PAPERS = """
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
PARTS = """
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

LEDGER = """
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
