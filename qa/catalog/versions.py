"""The catalog's schema, and how libraries of earlier versions come to it when they are opened."""

import sqlite3

from qa.abbreviations import explained
from qa.catalog import names, rows
from qa.catalog.schema import ABBREVIATIONS, TABLES, Schema, statements


def _to_3(transaction: sqlite3.Connection) -> None:
    for statement in statements(ABBREVIATIONS):
        transaction.execute(statement)
    for document, text in transaction.execute("SELECT id, text FROM documents").fetchall():
        names.write(transaction, document, explained(text))
    transaction.execute("UPDATE meta SET value = '3' WHERE key = 'schema'")


def _to_4(transaction: sqlite3.Connection) -> None:
    """Publisher and day are indexed with each passage."""
    query = f"SELECT {rows.WITHOUT_TEXT} FROM documents"  # noqa: S608 - constant
    for document in [rows.document_of(row) for row in transaction.execute(query)]:
        found = transaction.execute("SELECT row, heading FROM passages WHERE document = ?", [document.id]).fetchall()
        contexts = [(rows.context(document, heading), row) for row, heading in found]
        transaction.executemany("UPDATE passages SET context = ? WHERE row = ?", contexts)
    transaction.execute("INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')")
    transaction.execute("UPDATE meta SET value = '4' WHERE key = 'schema'")


ANEW = "move the folder away and add the documents again"
CATALOG = Schema(TABLES + ABBREVIATIONS, "4", ANEW, {"2": _to_3, "3": _to_4})
