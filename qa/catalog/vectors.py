"""Vectors as blobs, keyed by what was embedded."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from qa.catalog.database import Database
from qa.ports import Vectors

CHUNK = 900  # SQLite takes at least 999 question marks
PAGE = 5_000  # parts read at a time

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Matrix:
    """``vectors[i]`` belongs to a part of the passage in row ``rows[i]``; ``keys[i]`` is a number that stands for what was embedded."""

    rows: np.ndarray
    keys: np.ndarray
    vectors: Vectors


class VectorStore:
    """The vectors of record."""

    def __init__(self, database: Database) -> None:
        self._database = database
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

    def listed(self) -> tuple[np.ndarray, np.ndarray]:
        """The passage row of every part, and the number that stands for what was embedded; in no order."""
        with self._database.read() as connection:
            parts = _tuples(connection).execute("SELECT passage, vector FROM parts")
            found = ((row, hash(key)) for row, key in parts)
            listed = np.fromiter(found, dtype=[("row", np.int64), ("key", np.int64)])
        return listed["row"], listed["key"]

    def of_rows(self, rows: Iterable[int]) -> Matrix:
        """The vectors of some passages; the number for what was embedded holds in this process only."""
        query = "SELECT passage, key, vectors.vector FROM parts JOIN vectors ON key = parts.vector WHERE passage IN"
        found: list[tuple[int, str, bytes]] = []
        with self._database.read() as connection:
            for chunk in _chunks(list(rows)):
                found += _tuples(connection).execute(f"{query} ({_marks(chunk)})", chunk)
        return Matrix(
            np.array([row for row, _, _ in found], dtype=np.int64),
            np.array([hash(key) for _, key, _ in found], dtype=np.int64),
            _stack([blob for _, _, blob in found]),
        )

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
        return pages(self._database, "SELECT id FROM parts WHERE id > ? ORDER BY id LIMIT ?")

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


def pages(database: Database, query: str, *conditions: str) -> Iterator[list[str]]:
    """The ids that a query gives after an id, page after page."""
    last = ""
    while True:
        with database.read() as connection:
            page = [part for (part,) in connection.execute(query, [last, *conditions, PAGE])]
        if not page:
            return
        yield page
        last = page[-1]


def _stack(blobs: Sequence[bytes]) -> Vectors:
    if not blobs:
        return np.empty((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(blobs), dtype="<f4").reshape(len(blobs), -1)


def _select(
    connection: sqlite3.Connection, columns: str, table: str, key: str, values: Sequence[str]
) -> sqlite3.Cursor:
    query = f"SELECT {columns} FROM {table} WHERE {key} IN ({_marks(values)})"  # noqa: S608 - constants
    return _tuples(connection).execute(query, list(values))


def _tuples(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """Gives plain tuples: rows are very many here, and these take half the time."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor


def _chunks(values: Sequence[T]) -> Iterable[list[T]]:
    return (list(values[first : first + CHUNK]) for first in range(0, len(values), CHUNK))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
