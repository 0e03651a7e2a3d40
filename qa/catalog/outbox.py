"""The outbox, through which the vector index follows the catalog: what it has still to be told, and how far it has come."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Literal

from qa.catalog.database import Database
from qa.catalog.vectors import VectorStore, pages

WRITTEN = (
    "index_written"  # the fact that counts the rows written to the index since it was begun; none: there is no index
)
PLACE = "index"  # the fact that names the index
FOLDER = "folder"

Operation = Literal["upsert", "delete"]


class Outbox:
    """Orders for the vector index, written in the transactions that make them necessary."""

    def __init__(self, database: Database, vectors: VectorStore) -> None:
        self._database = database
        self._vectors = vectors

    def queue(self, transaction: sqlite3.Connection, parts: Sequence[str], operation: Operation) -> None:
        """Note what the vector index must do, if there is one; of two orders for one part the later counts."""
        if self.written() is not None:
            rows = [(part, operation) for part in parts]
            transaction.executemany("INSERT OR REPLACE INTO outbox VALUES (?, ?)", rows)

    def has_pending(self) -> bool:
        """Whether the outbox holds anything."""
        with self._database.read() as connection:
            return connection.execute("SELECT 1 FROM outbox LIMIT 1").fetchone() is not None

    def pending(self, operation: Operation) -> Iterator[list[str]]:
        """The outbox's orders of one kind, by the page."""
        query = "SELECT part FROM outbox WHERE part > ? AND operation = ? ORDER BY part LIMIT ?"
        return pages(self._database, query, operation)

    def pending_count(self, operation: Operation) -> int:
        """How many orders of one kind the outbox holds."""
        with self._database.read() as connection:
            query = "SELECT count(*) FROM outbox WHERE operation = ?"
            return int(connection.execute(query, [operation]).fetchone()[0])

    def written(self) -> int | None:
        """How many rows were written to the vector index since it was begun; None when there is none."""
        written = self._vectors.meta(WRITTEN)
        return None if written is None else int(written)

    def forget(self) -> None:
        """There is no vector index any more, and nothing to tell it."""
        with self._database.write() as transaction:
            transaction.execute("DELETE FROM meta WHERE key = ?", [WRITTEN])
            transaction.execute("DELETE FROM outbox")

    def place(self) -> str:
        """Which vector index was told so far; without a note of it, the one in the library's folder."""
        return self._vectors.meta(PLACE) or FOLDER

    def caught_up(self, place: str, written: int) -> None:
        """This vector index has all that the outbox named, and so many rows were written to it since it was begun."""
        with self._database.write() as transaction:
            facts = [(WRITTEN, str(written)), (PLACE, place)]
            transaction.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", facts)
            transaction.execute("DELETE FROM outbox")
            self._vectors.next_generation(transaction)
