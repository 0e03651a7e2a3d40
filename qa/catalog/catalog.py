"""Documents and their passages: written whole, read back exactly."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from qa.catalog.database import Database
from qa.catalog.fulltext import FullText
from qa.catalog.vectors import VectorStore
from qa.errors import FilterError, UnknownDocument
from qa.ports import Vectors
from qa.types import Document, Filters, Passage, Sentence, SentenceKind

WITHOUT_TEXT = "id, collection, source, sha256, title, publisher, author, published, url, offset, added_at, '' AS text"
WITH_TEXT = WITHOUT_TEXT.replace("'' AS text", "text")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document ready to be written: its passages, and for each the keys of the vectors it is found by.

    ``context`` is what is indexed in front of a passage's own text.
    """

    document: Document
    passages: tuple[Passage, ...]
    vector_keys: tuple[tuple[str, ...], ...]

    def context(self, passage: Passage) -> str:
        """Title and heading."""
        return f"{self.document.title}\n{passage.heading}".strip()


class Catalog:
    """The catalog in one file. ``vectors`` and ``fulltext`` are its other two rooms."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        self.vectors = VectorStore(self._database)
        self.fulltext = FullText(self._database)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def put(self, entries: Iterable[Entry], vectors: Mapping[str, Vectors]) -> None:
        """Write documents, each replacing the one with its id, and queue what the vector index must learn: one transaction.

        ``vectors`` holds those of the entries' vector keys that ``self.vectors`` does not know yet.
        """
        with self._database.write() as transaction:
            self.vectors.keep(transaction, vectors)
            for entry in entries:
                replaced = self._remove(transaction, entry.document.id)
                self._insert(transaction, entry)
                self.vectors.drop_unused(transaction, replaced)
            self.vectors.next_generation(transaction)

    def remove(self, ids: Sequence[str]) -> None:
        """Remove documents. Raises UnknownDocument, before anything is removed, if one is not there."""
        for unknown in (id for id in ids if self.find(id) is None):
            raise UnknownDocument(f"There is no document {unknown}.", "`qa list` shows the ids.")
        with self._database.write() as transaction:
            for document_id in ids:
                self.vectors.drop_unused(transaction, self._remove(transaction, document_id))
            self.vectors.next_generation(transaction)

    def find(self, document_id: str) -> Document | None:
        """A document with its text, or None."""
        with self._database.read() as connection:
            row = connection.execute(f"SELECT {WITH_TEXT} FROM documents WHERE id = ?", [document_id]).fetchone()  # noqa: S608 - constant
        return None if row is None else _document(row)

    def get(self, document_id: str) -> Document:
        """A document with its text. Raises UnknownDocument."""
        document = self.find(document_id)
        if document is None:
            raise UnknownDocument(f"There is no document {document_id}.", "`qa list` shows the ids.")
        return document

    def documents(self, filters: Filters) -> list[Document]:
        """The documents a filter lets through, without their texts, newest first, undated last."""
        clause, values = where(filters)
        query = f"SELECT {WITHOUT_TEXT} FROM documents WHERE {clause} ORDER BY published DESC NULLS LAST, title, id"  # noqa: S608 - constants
        with self._database.read() as connection:
            return [_document(row) for row in connection.execute(query, values)]

    def checksum(self, document_id: str) -> str | None:
        """What a document was made of, to tell whether its file changed; None if it is not here."""
        with self._database.read() as connection:
            row = connection.execute("SELECT sha256 FROM documents WHERE id = ?", [document_id]).fetchone()
        return None if row is None else str(row["sha256"])

    def counts(self) -> tuple[int, int]:
        """How many documents, how many passages."""
        with self._database.read() as connection:
            query = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
            documents, passages = connection.execute(query).fetchone()
        return documents, passages

    def eligible(self, filters: Filters) -> set[int] | None:
        """Rows of the passages a filter lets through; None when it lets all through."""
        if filters == Filters():
            return None
        clause, values = where(filters)
        query = f"SELECT row FROM passages JOIN documents ON documents.id = document WHERE {clause}"  # noqa: S608 - constants
        with self._database.read() as connection:
            return {row for (row,) in connection.execute(query, values)}

    def passages(self, rows: Sequence[int]) -> dict[int, tuple[Passage, Document]]:
        """Passages by their rows, each with its document (without text), in the order asked for; rows no longer there are left out."""
        with self._database.read() as connection:
            found = {row: _passage(connection, row) for row in rows}
            passages = {row: passage for row, passage in found.items() if passage is not None}
            ids = {passage.document_id for passage in passages.values()}
            documents = {id: document for id in ids if (document := _header(connection, id)) is not None}
        return {row: (p, documents[p.document_id]) for row, p in passages.items() if p.document_id in documents}

    def passages_of(self, document_id: str) -> list[Passage]:
        """All passages of a document, in order."""
        with self._database.read() as connection:
            query = "SELECT row FROM passages WHERE document = ? ORDER BY number"
            rows = [row for (row,) in connection.execute(query, [document_id])]
        return [passage for passage, _ in self.passages(rows).values()]

    def _insert(self, transaction: sqlite3.Connection, entry: Entry) -> None:
        _insert_document(transaction, entry.document)
        for passage, keys in zip(entry.passages, entry.vector_keys, strict=True):
            values = [
                passage.id,
                passage.document_id,
                passage.number,
                passage.heading,
                entry.context(passage),
                passage.text,
            ]
            row = transaction.execute(
                "INSERT INTO passages (id, document, number, heading, context, text) VALUES (?, ?, ?, ?, ?, ?)", values
            ).lastrowid
            spans = [(row, number, s.start, s.end, s.kind) for number, s in enumerate(passage.sentences)]
            transaction.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?, ?)", spans)
            parts = [(f"{passage.id}.{number}", row, key) for number, key in enumerate(keys)]
            transaction.executemany("INSERT INTO parts VALUES (?, ?, ?)", parts)
            self.vectors.queue(transaction, [part for part, _, _ in parts], "upsert")

    def _remove(self, transaction: sqlite3.Connection, document_id: str) -> set[str]:
        """Remove a document if it is there; gives the keys of the vectors it used."""
        query = "SELECT parts.id, vector FROM parts JOIN passages ON row = passage WHERE document = ?"
        parts = transaction.execute(query, [document_id]).fetchall()
        self.vectors.queue(transaction, [part for part, _ in parts], "delete")
        transaction.execute("DELETE FROM documents WHERE id = ?", [document_id])
        return {key for _, key in parts}


def where(filters: Filters) -> tuple[str, list[str]]:
    """A condition on the table ``documents`` and the values for its question marks. Raises FilterError."""
    if filters.since and filters.until and filters.since > filters.until:
        raise FilterError(
            f"The filter begins on {filters.since} and ends before, on {filters.until}.", "Swap the dates."
        )
    conditions: list[tuple[str, str | None]] = [
        ("collection = ?", filters.collection),
        ("published >= ?", filters.since.isoformat() if filters.since else None),
        ("published <= ?", filters.until.isoformat() if filters.until else None),
        ("publisher = ? COLLATE NOCASE", filters.publisher),
    ]
    clauses = [clause for clause, value in conditions if value is not None]
    values = [value for _, value in conditions if value is not None]
    if filters.document_ids:
        clauses.append(f"documents.id IN ({', '.join('?' * len(filters.document_ids))})")
        values += filters.document_ids
    return " AND ".join(clauses) or "TRUE", values


def _insert_document(transaction: sqlite3.Connection, document: Document) -> None:
    published = document.published.isoformat() if document.published else None
    columns = "id, collection, source, sha256, title, publisher, author, published, url, offset, added_at, text"
    values = [
        document.id, document.collection, document.source, document.sha256, document.title, document.publisher,
        document.author, published, document.url, document.offset, document.added_at, document.text,
    ]  # fmt: skip
    transaction.execute(f"INSERT INTO documents ({columns}) VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608 - constants


def _document(row: sqlite3.Row) -> Document:
    fields = dict(row)
    published = fields.pop("published")
    return Document(published=date.fromisoformat(published) if published else None, **fields)


def _header(connection: sqlite3.Connection, document_id: str) -> Document | None:
    row = connection.execute(f"SELECT {WITHOUT_TEXT} FROM documents WHERE id = ?", [document_id]).fetchone()  # noqa: S608 - constant
    return None if row is None else _document(row)


def _passage(connection: sqlite3.Connection, row: int) -> Passage | None:
    found = connection.execute(
        "SELECT id, document, number, heading, text FROM passages WHERE row = ?", [row]
    ).fetchone()
    spans = connection.execute(
        'SELECT start, "end", kind FROM sentences WHERE passage = ? ORDER BY number', [row]
    ).fetchall()
    if found is None or not spans:
        return None
    passage = Passage(found["id"], found["document"], found["number"], found["heading"], (), found["text"])
    return replace(passage, sentences=tuple(_sentence(found["text"], spans[0]["start"], *span) for span in spans))


def _sentence(text: str, first: int, start: int, end: int, kind: SentenceKind) -> Sentence:
    return Sentence(start, end, text[start - first : end - first], kind)
