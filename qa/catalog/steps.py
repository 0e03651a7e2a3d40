"""Libraries of earlier versions are brought up to date when they are opened: a step for each version, inside one transaction."""

import sqlite3
from collections.abc import Callable, Mapping

from qa.abbreviations import explained
from qa.catalog import names
from qa.catalog.schema import ABBREVIATIONS, statements


def _to_3(transaction: sqlite3.Connection) -> None:
    for statement in statements(ABBREVIATIONS):
        transaction.execute(statement)
    for document, text in transaction.execute("SELECT id, text FROM documents").fetchall():
        names.write(transaction, document, explained(text))
    transaction.execute("UPDATE meta SET value = '3' WHERE key = 'schema'")


STEPS: Mapping[str, Callable[[sqlite3.Connection], None]] = {"2": _to_3}
