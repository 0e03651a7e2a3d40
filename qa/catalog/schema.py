"""The tables. Vectors are keyed by what was embedded, so that no text is ever embedded twice."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of a file, one of them ``meta`` with keys and values, where the version is kept.

    ``anew``: how to go on without what a file holds, behind "or" (a remedy for one that is damaged or of another version).
    ``steps``: for each earlier version what brings a file of it to a later one, inside one transaction.
    """

    tables: str
    version: str
    anew: str
    steps: Mapping[str, Callable[[sqlite3.Connection], None]] = field(default_factory=dict)


TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
    id TEXT PRIMARY KEY, collection TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL,
    publisher TEXT, author TEXT, published TEXT, published_estimated INTEGER NOT NULL, language TEXT, url TEXT,
    part TEXT NOT NULL, offset INTEGER NOT NULL, copy_of TEXT, added_at TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (collection, source, part)
);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_content ON documents (collection, sha256);

-- What a person said of a document afterwards; it outlives the file's next version.
CREATE TABLE edits (document TEXT NOT NULL, field TEXT NOT NULL, value TEXT, PRIMARY KEY (document, field)) WITHOUT ROWID;

-- The smallest hashes of a document's word sequences, by which copies are recognised.
CREATE TABLE sketches (
    hash INTEGER NOT NULL, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, PRIMARY KEY (hash, document)
) WITHOUT ROWID;
CREATE INDEX sketches_document ON sketches (document);

CREATE TABLE passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL, heading TEXT NOT NULL, context TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX passages_document ON passages (document);

CREATE TABLE sentences (
    passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE,
    number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, page INTEGER,
    PRIMARY KEY (passage, number)
) WITHOUT ROWID;

CREATE TABLE vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL);

-- What is embedded of a passage: the whole, or parts of one too long for the model.
CREATE TABLE parts (
    id TEXT PRIMARY KEY, passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE, vector TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX parts_passage ON parts (passage);
CREATE INDEX parts_vector ON parts (vector);

-- What the vector index has still to be told; written in the same transaction as the rows it speaks of.
CREATE TABLE outbox (part TEXT PRIMARY KEY, operation TEXT NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE passages_fts USING fts5 (
    context, text, content = 'passages', content_rowid = 'row', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER passages_inserted AFTER INSERT ON passages BEGIN
    INSERT INTO passages_fts (rowid, context, text) VALUES (new.row, new.context, new.text);
END;
CREATE TRIGGER passages_deleted AFTER DELETE ON passages BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, context, text) VALUES ('delete', old.row, old.context, old.text);
END;
"""

ABBREVIATIONS = """
-- What a document says that its abbreviations stand for.
CREATE TABLE abbreviations (
    short TEXT NOT NULL, long TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    PRIMARY KEY (short, long, document)
) WITHOUT ROWID;
CREATE INDEX abbreviations_document ON abbreviations (document);
"""


def statements(script: str) -> Iterator[str]:
    """The script's statements one by one: executescript would commit the transaction it runs in."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
