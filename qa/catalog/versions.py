"""The catalog's schema, and how libraries of earlier versions come to it when they are opened."""

import sqlite3

from qa.abbreviations import explained
from qa.catalog import names
from qa.catalog.schema import ABBREVIATIONS, TABLES, Schema, statements


def _to_3(transaction: sqlite3.Connection) -> None:
    for statement in statements(ABBREVIATIONS):
        transaction.execute(statement)
    for document, text in transaction.execute("SELECT id, text FROM documents").fetchall():
        names.write(transaction, document, explained(text))
    transaction.execute("UPDATE meta SET value = '3' WHERE key = 'schema'")


CATALOG = Schema(TABLES + ABBREVIATIONS, "3", "move the folder away and add the documents again", {"2": _to_3})
