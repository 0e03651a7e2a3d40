"""Documents and their passages: written whole, read back exactly."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from qa.abbreviations import Abbreviation
from qa.catalog import names, rows, sketches
from qa.catalog.database import Database
from qa.catalog.fulltext import FullText
from qa.catalog.generations import Kept
from qa.catalog.outbox import Outbox
from qa.catalog.rows import Provenances
from qa.catalog.spans import DocumentSpans, Spans
from qa.catalog.vectors import VectorStore
from qa.catalog.versions import CATALOG
from qa.errors import UnknownDocument
from qa.ports import Vectors
from qa.types import EVERYTHING, Document, Filters, Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """A document ready to be written: its passages, and for each the keys of the vectors it is found by."""

    document: Document
    passages: tuple[Passage, ...]
    vector_keys: tuple[tuple[str, ...], ...]
    sketch: tuple[int, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


class Catalog:
    """The catalog in one file. ``vectors``, ``fulltext`` and ``outbox`` are its other rooms."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, CATALOG)
        self.vectors = VectorStore(self._database)
        self.fulltext = FullText(self._database)
        self.outbox = Outbox(self._database, self.vectors)
        self._spans = DocumentSpans(self._database)
        self._names = Kept(self.vectors.generation, lambda: names.other_names(self._database))
        self._provenances = Kept(self.vectors.generation, self._read_provenances)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    # -- writing -----------------------------------------------------------------------------------------------------

    def put(self, entries: Iterable[Entry], vectors: Mapping[str, Vectors], gone: Sequence[str] = ()) -> None:
        """Write documents, each replacing the one with its id, remove those ``gone``: one transaction.

        What the vector index must learn of it is queued in the same transaction. ``vectors`` holds those of the entries'
        vector keys that ``self.vectors`` does not know yet.
        """
        with self._database.write() as transaction:
            self.vectors.keep(transaction, vectors)
            unused = {key for document_id in gone for key in self._remove(transaction, document_id)}
            for entry in entries:
                unused |= self._remove(transaction, entry.document.id)
                self._insert(transaction, entry)
            self.vectors.drop_unused(transaction, unused)
            self.vectors.next_generation(transaction)

    def remove(self, ids: Sequence[str]) -> None:
        """Remove documents and what was said of them. Raises UnknownDocument, before anything is removed, if one is not there."""
        for document_id in ids:
            self.get(document_id)
        with self._database.write() as transaction:
            for document_id in ids:
                self.vectors.drop_unused(transaction, self._remove(transaction, document_id))
                transaction.execute("DELETE FROM edits WHERE document = ?", [document_id])
            self.vectors.next_generation(transaction)

    def edit(self, document_id: str, edits: Mapping[str, str | None]) -> None:
        """Note what a person says of a document; who writes its next version asks for it."""
        rows_ = [(document_id, field, value) for field, value in edits.items()]
        with self._database.write() as transaction:
            transaction.executemany("INSERT OR REPLACE INTO edits VALUES (?, ?, ?)", rows_)

    # -- reading -----------------------------------------------------------------------------------------------------

    def snapshot(self) -> AbstractContextManager[None]:
        """All that this thread reads meanwhile is of one state of the library, whatever is written to it."""
        return self._database.snapshot()

    def edits(self, document_id: str) -> dict[str, str | None]:
        """What a person said of a document, by field."""
        with self._database.read() as connection:
            found = connection.execute("SELECT field, value FROM edits WHERE document = ?", [document_id])
            return dict(found.fetchall())

    def get(self, document_id: str) -> Document:
        """A document with its text. Raises UnknownDocument."""
        query = f"SELECT {rows.WITH_TEXT} FROM documents WHERE id = ?"  # noqa: S608 - constant
        with self._database.read() as connection:
            row = connection.execute(query, [document_id]).fetchone()
        if row is None:
            raise UnknownDocument(f"There is no document {document_id}.", "`qa list` shows the ids.")
        return rows.document_of(row)

    def documents(self, filters: Filters = EVERYTHING) -> list[Document]:
        """The documents a filter lets through, without their texts, newest first, undated last."""
        clause, values = rows.where(filters)
        order = "published DESC NULLS LAST, title, id"
        query = f"SELECT {rows.WITHOUT_TEXT} FROM documents WHERE {clause} ORDER BY {order}"  # noqa: S608 - constants
        with self._database.read() as connection:
            return [rows.document_of(row) for row in connection.execute(query, values)]

    def of_source(self, collection: str, source: str) -> dict[str, str]:
        """The documents of a file: their ids, each with the checksum of the file they were made from."""
        query = "SELECT id, sha256 FROM documents WHERE collection = ? AND source = ?"
        with self._database.read() as connection:
            return dict(connection.execute(query, [collection, source]).fetchall())

    def sources(self, collection: str) -> set[str]:
        """The files that a collection's documents came from."""
        with self._database.read() as connection:
            query = "SELECT DISTINCT source FROM documents WHERE collection = ?"
            return {source for (source,) in connection.execute(query, [collection])}

    def has_content(self, collection: str, checksum: str) -> bool:
        """Whether a file with this checksum is in the collection, under whatever name."""
        query = "SELECT 1 FROM documents WHERE collection = ? AND sha256 = ? LIMIT 1"
        with self._database.read() as connection:
            return connection.execute(query, [collection, checksum]).fetchone() is not None

    def counts(self) -> tuple[int, int]:
        """How many documents, how many passages."""
        with self._database.read() as connection:
            query = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
            documents, passages = connection.execute(query).fetchone()
        return documents, passages

    def eligible(self, filters: Filters) -> Spans | None:
        """Rows of the passages a filter lets through; None when it lets all through."""
        if filters == EVERYTHING:
            return None
        return self._spans.of(*rows.where(filters))

    def passages(self, wanted: Sequence[int]) -> dict[int, tuple[Passage, Document]]:
        """Passages by their rows, each with its document (without text), in the order asked for; those gone are left out."""
        with self._database.read() as connection:
            found = {row: rows.passage_of(connection, row) for row in wanted}
            passages = {row: passage for row, passage in found.items() if passage is not None}
            ids = {passage.document_id for passage in passages.values()}
            documents = {id: document for id in ids if (document := rows.header(connection, id)) is not None}
        return {row: (p, documents[p.document_id]) for row, p in passages.items() if p.document_id in documents}

    def beside(self, passage: Passage, step: int) -> Passage | None:
        """The passage so many places after this one in its document (before it where negative), None where there is none."""
        # A document's passages are written in one go, so that their rows follow one another.
        query = (
            "SELECT beside.row FROM passages JOIN passages AS beside ON beside.row = passages.row + ?"
            " WHERE passages.id = ? AND beside.document = passages.document AND beside.number = ?"
        )
        with self._database.read() as connection:
            found = connection.execute(query, [step, passage.id, passage.number + step]).fetchone()
            return None if found is None else rows.passage_of(connection, found["row"])

    def provenances(self) -> Provenances:
        """Who published the documents, and when the newest was."""
        return self._provenances()

    def other_names(self) -> Mapping[str, Sequence[str]]:
        """By a name in small letters, the other names of the same thing, as the documents explain them."""
        return self._names()

    def passages_of(self, document_id: str) -> list[Passage]:
        """All passages of a document, in order."""
        with self._database.read() as connection:
            query = "SELECT row FROM passages WHERE document = ? ORDER BY number"
            found = [row for (row,) in connection.execute(query, [document_id])]
        return [passage for passage, _ in self.passages(found).values()]

    def _read_provenances(self) -> Provenances:
        with self._database.read() as connection:
            return rows.provenances(connection)

    # -- inside a transaction ----------------------------------------------------------------------------------------

    def _insert(self, transaction: sqlite3.Connection, entry: Entry) -> None:
        document, hashes = entry.document, list(entry.sketch)
        original = sketches.original_of(transaction, document.collection, document.id, hashes)
        rows.insert_document(transaction, replace(document, copy_of=original))
        sketches.write(transaction, document.id, hashes)
        names.write(transaction, document.id, entry.abbreviations)
        parts: list[tuple[str, int, str]] = []
        for passage, keys in zip(entry.passages, entry.vector_keys, strict=True):
            row = rows.insert_passage(transaction, passage, rows.context(entry.document, passage.heading))
            parts += [(f"{passage.id}.{number}", row, key) for number, key in enumerate(keys)]
        transaction.executemany("INSERT INTO parts VALUES (?, ?, ?)", parts)
        self.outbox.queue(transaction, [part for part, _, _ in parts], "upsert")

    def _remove(self, transaction: sqlite3.Connection, document_id: str) -> set[str]:
        """Remove a document if it is there; gives the keys of the vectors it used."""
        query = "SELECT parts.id, vector FROM parts JOIN passages ON row = passage WHERE document = ?"
        parts = transaction.execute(query, [document_id]).fetchall()
        self.outbox.queue(transaction, [part for part, _ in parts], "delete")
        transaction.execute("DELETE FROM documents WHERE id = ?", [document_id])
        sketches.inherit(transaction, document_id)
        return {key for _, key in parts}
