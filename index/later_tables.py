"""Tables added later, in the order of the steps in `index.migrations`."""

# What a source gave before: its facts, and its bytes in `blobs` while they are `kept`. Nothing
# stays here of what is withheld or withdrawn.
HISTORY = """
CREATE TABLE history (
    source TEXT NOT NULL,
    run INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    root TEXT NOT NULL,
    at TEXT NOT NULL,
    ended TEXT NOT NULL CHECK (ended IN ('changed', 'removed')),
    kept INTEGER NOT NULL DEFAULT 1,
    report_id TEXT,
    kind TEXT,
    title TEXT,
    meeting_date TEXT,
    PRIMARY KEY (source, run, sha256)
) WITHOUT ROWID;
CREATE INDEX history_by_sha256 ON history (sha256);
"""

# The folders, lists and sites that were named, by their lasting names: each ingest that names none
# reads them again, even where nothing was found in them yet. What was read from a file or address
# that was named is known by its source alone.
PLACES = """
CREATE TABLE places (root TEXT PRIMARY KEY) WITHOUT ROWID;
"""
