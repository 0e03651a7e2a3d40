"""The tables of the jobs."""

VERSION = "1"
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, created_at TEXT NOT NULL,
    finished_at TEXT, files INTEGER NOT NULL, files_done INTEGER NOT NULL DEFAULT 0, passages INTEGER NOT NULL DEFAULT 0,
    current TEXT, report TEXT NOT NULL, problem TEXT, provenance TEXT NOT NULL
);
CREATE INDEX jobs_unfinished ON jobs (number) WHERE finished_at IS NULL;

CREATE TABLE files (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (job, number)
) WITHOUT ROWID;
"""
