"""Vectors as blobs, keyed by what was embedded; and the outbox through which the vector index follows the catalog."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

import numpy as np

from qa.catalog.database import Database
from qa.ports import Vectors

CHUNK = 900  # SQLite takes at least 999 question marks
PAGE = 5_000  # parts read at a time
WRITTEN = (
    "index_written"  # the fact that counts the rows written to the index since it was begun; none: there is no index
)
PLACE = "index"  # the fact that names the index
FOLDER = "folder"

Operation = Literal["upsert", "delete"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Matrix:
    """All vectors of one generation: ``vectors[i]`` belongs to the passage in row ``rows[i]``."""

    generation: int
    rows: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    vectors: Vectors = field(default_factory=lambda: np.empty((0, 0), dtype=np.float32))


class VectorStore:
    """The vectors of record."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._matrix: Matrix | None = None
        self._counted: tuple[int, int] | None = None  # the generation, and how many parts it has

    def known(self, keys: Iterable[str]) -> set[str]:
        """Which of these texts are embedded already."""
        wanted = list(dict.fromkeys(keys))
        with self._database.read() as connection:
            return {key for chunk in _chunks(wanted) for (key,) in _select(connection, "key", "vectors", "key", chunk)}

    def size(self) -> int | None:
        """How many numbers a vector has; None while there is none."""
        with self._database.read() as connection:
            row = connection.execute("SELECT length(vector) AS bytes FROM vectors LIMIT 1").fetchone()
        return None if row is None else int(row["bytes"]) // 4

    def keep(self, transaction: sqlite3.Connection, vectors: Mapping[str, Vectors]) -> None:
        """Write vectors by the keys of what was embedded."""
        rows = [(key, vector.astype("<f4").tobytes()) for key, vector in vectors.items()]
        transaction.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def drop_unused(self, transaction: sqlite3.Connection, keys: Iterable[str]) -> None:
        """Forget those of these vectors that no passage uses any more."""
        unused = "DELETE FROM vectors WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM parts WHERE vector = ?1)"
        transaction.executemany(unused, [(key,) for key in keys])

    def count(self) -> int:
        """How many parts have a vector; counted once a generation."""
        generation, counted = self.generation(), self._counted
        if counted is None or counted[0] != generation:
            with self._database.read() as connection:
                (count,) = connection.execute("SELECT count(*) FROM parts").fetchone()
            self._counted = counted = (generation, int(count))
        return counted[1]

    def matrix(self) -> Matrix:
        """Every vector, read once a generation."""
        generation = self.generation()
        if self._matrix is None or self._matrix.generation != generation:
            self._matrix = self._read(generation, None)
        return self._matrix

    def of_rows(self, rows: Iterable[int]) -> Matrix:
        """The vectors of some passages."""
        return self._read(self.generation(), list(rows))

    def of_parts(self, parts: Sequence[str]) -> tuple[list[str], Vectors]:
        """The vectors of some parts: the parts still there, and an array with a row for each."""
        query = "SELECT parts.id, vectors.vector FROM parts JOIN vectors ON key = parts.vector WHERE parts.id IN"
        found: list[tuple[str, bytes]] = []
        with self._database.read() as connection:
            for chunk in _chunks(parts):
                found += map(tuple, connection.execute(f"{query} ({_marks(chunk)})", chunk).fetchall())
        return [part for part, _ in found], _stack([blob for _, blob in found])

    def rows_of(self, parts: Sequence[str]) -> dict[str, int]:
        """The passage row of each part that is still there."""
        with self._database.read() as connection:
            return {
                part: row
                for chunk in _chunks(parts)
                for part, row in _select(connection, "id, passage", "parts", "id", chunk)
            }

    def parts(self) -> Iterator[list[str]]:
        """All parts, by the page: what the vector index should hold."""
        return self._pages("SELECT id FROM parts WHERE id > ? ORDER BY id LIMIT ?")

    def generation(self) -> int:
        """Grows with every change, so that readers in other processes see that they are stale."""
        return int(self.meta("generation") or 0)

    def next_generation(self, transaction: sqlite3.Connection) -> None:
        """Tell readers that something changed."""
        value = str(self.generation() + 1)
        transaction.execute("INSERT OR REPLACE INTO meta VALUES ('generation', ?)", [value])

    def meta(self, key: str) -> str | None:
        """A fact about the whole library."""
        with self._database.read() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row["value"])

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the whole library."""
        with self._database.write() as transaction:
            transaction.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [key, value])

    def queue(self, transaction: sqlite3.Connection, parts: Sequence[str], operation: Operation) -> None:
        """Note what the vector index must do, if there is one; of two orders for one part the later counts."""
        if self.index_written() is not None:
            rows = [(part, operation) for part in parts]
            transaction.executemany("INSERT OR REPLACE INTO outbox VALUES (?, ?)", rows)

    def has_pending(self) -> bool:
        """Whether the outbox holds anything."""
        with self._database.read() as connection:
            return connection.execute("SELECT 1 FROM outbox LIMIT 1").fetchone() is not None

    def pending(self, operation: Operation) -> Iterator[list[str]]:
        """The outbox's orders of one kind, by the page."""
        query = "SELECT part FROM outbox WHERE part > ? AND operation = ? ORDER BY part LIMIT ?"
        return self._pages(query, operation)

    def pending_count(self, operation: Operation) -> int:
        """How many orders of one kind the outbox holds."""
        with self._database.read() as connection:
            query = "SELECT count(*) FROM outbox WHERE operation = ?"
            return int(connection.execute(query, [operation]).fetchone()[0])

    def index_written(self) -> int | None:
        """How many rows were written to the vector index since it was begun; None when there is none."""
        written = self.meta(WRITTEN)
        return None if written is None else int(written)

    def forget_index(self) -> None:
        """There is no vector index any more, and nothing to tell it."""
        with self._database.write() as transaction:
            transaction.execute("DELETE FROM meta WHERE key = ?", [WRITTEN])
            transaction.execute("DELETE FROM outbox")

    def index_place(self) -> str:
        """Which vector index was told so far; without a note of it, the one in the library's folder."""
        return self.meta(PLACE) or FOLDER

    def index_caught_up(self, place: str, written: int) -> None:
        """This vector index has all that the outbox named, and so many rows were written to it since it was begun."""
        with self._database.write() as transaction:
            facts = [(WRITTEN, str(written)), (PLACE, place)]
            transaction.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", facts)
            transaction.execute("DELETE FROM outbox")
            self.next_generation(transaction)

    def _pages(self, query: str, *conditions: str) -> Iterator[list[str]]:
        """The ids that a query gives after an id, page after page."""
        last = ""
        while True:
            with self._database.read() as connection:
                page = [part for (part,) in connection.execute(query, [last, *conditions, PAGE])]
            if not page:
                return
            yield page
            last = page[-1]

    def _read(self, generation: int, rows: list[int] | None) -> Matrix:
        query = "SELECT passage, vectors.vector FROM parts JOIN vectors ON key = parts.vector"
        found: list[tuple[int, bytes]] = []
        with self._database.read() as connection:
            if rows is None:
                found += map(tuple, connection.execute(query).fetchall())
            for chunk in _chunks(rows or []):
                found += map(tuple, connection.execute(f"{query} WHERE passage IN ({_marks(chunk)})", chunk).fetchall())
        return Matrix(
            generation, np.array([row for row, _ in found], dtype=np.int64), _stack([blob for _, blob in found])
        )


def _stack(blobs: Sequence[bytes]) -> Vectors:
    if not blobs:
        return np.empty((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype="<f4").reshape(len(blobs), -1)


def _select(
    connection: sqlite3.Connection, columns: str, table: str, key: str, values: Sequence[str]
) -> sqlite3.Cursor:
    return connection.execute(f"SELECT {columns} FROM {table} WHERE {key} IN ({_marks(values)})", list(values))  # noqa: S608 - constants


def _chunks(values: Sequence[T]) -> Iterable[list[T]]:
    return (list(values[first : first + CHUNK]) for first in range(0, len(values), CHUNK))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
