"""A SQLite file with its tables, opened once a thread; SQLite's errors become ours here."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.catalog.schema import Schema, statements
from qa.errors import StoreCorrupt, StoreError, StoreLocked, StoreUnavailable


class Database:
    """Connections to one file, made with these tables if it is new. Raises StoreUnavailable, StoreCorrupt or StoreLocked."""

    def __init__(self, path: Path, schema: Schema) -> None:
        self.path = path
        self._schema = schema
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        with translated(path, schema.anew):
            path.parent.mkdir(parents=True, exist_ok=True)
        with self.read() as connection:
            self._prepare(connection)

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection; one statement sees one state of the file."""
        with translated(self.path, self._schema.anew):
            yield self._connection()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that this thread reads meanwhile is one state of the file, whatever others write; this thread writes nothing."""
        with self.read() as connection:
            connection.execute("BEGIN")
            try:
                yield
            finally:
                connection.execute("COMMIT")  # a rollback would take temporary tables with it

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is committed at the end, or none."""
        with translated(self.path, self._schema.anew):
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def close(self) -> None:
        """Close every thread's connection."""
        for connection in self._opened:
            connection.close()
        self._opened.clear()
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # Used by its own thread only; another may close it at the end.
            connection = sqlite3.connect(self.path, timeout=10, isolation_level=None, check_same_thread=False)
            connection.row_factory = sqlite3.Row
            self._opened.append(connection)
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -32000"):
                connection.execute(f"PRAGMA {pragma}")
            self._local.connection = connection
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if not self._has_schema(connection):
            with self.write() as fresh:
                if not self._has_schema(fresh):  # another process may have been first
                    for statement in statements(self._schema.tables):
                        fresh.execute(statement)
                    fresh.execute("INSERT INTO meta VALUES ('schema', ?)", [self._schema.version])
        if _version(connection) in self._schema.steps:
            with self.write() as transaction:  # another process may have been first
                while (step := self._schema.steps.get(_version(transaction))) is not None:
                    step(transaction)
        found = _version(connection)
        if found != self._schema.version:
            raise StoreError(
                f"The library's file {self.path} was written by another version of Footnote (its schema is {found}, ours is"
                f" {self._schema.version}).",
                f"Use that version, or {self._schema.anew}.",
            )

    @staticmethod
    def _has_schema(connection: sqlite3.Connection) -> bool:
        found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
        return found is not None


def _version(connection: sqlite3.Connection) -> str:
    (found,) = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    return str(found)


@contextmanager
def translated(path: Path, anew: str = "") -> Iterator[None]:
    """Turn what SQLite and the file system raise into our errors; ``anew`` as in a Schema."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _ours(error, path, anew) from error
    except OSError as error:
        raise StoreUnavailable(
            f"The library's folder {path.parent} cannot be used ({error.strerror}).",
            "Let QA_HOME name a folder you may write to.",
        ) from error


def _ours(error: sqlite3.DatabaseError, path: Path, anew: str) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest its detail
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked("Another process is writing to the library.", "Try again when it has finished.")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreCorrupt(
            f"The library's file {path} is damaged ({error}).",
            f"Restore it from a copy, or {anew}." if anew else "Restore it from a copy.",
        )
    if code in (
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    ):
        return StoreUnavailable(
            f"The library's folder {path.parent} cannot be written to ({error}).",
            "Let QA_HOME name a folder you may write to, with room on its disk.",
        )
    return StoreError(f"The library's file {path} cannot be read ({error}).", "Run `qa doctor`.")
