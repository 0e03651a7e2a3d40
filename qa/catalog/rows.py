"""Rows to values and back: documents, passages, sentences."""

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple, fields, replace
from datetime import date
from typing import Any, NamedTuple

from qa.errors import FilterError
from qa.types import Document, Filters, Passage, Sentence

COLUMNS = tuple(field.name for field in fields(Document))
WITH_TEXT = ", ".join(COLUMNS)
WITHOUT_TEXT = ", ".join("'' AS text" if name == "text" else name for name in COLUMNS)


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


class Provenances(NamedTuple):
    """The publishers of all documents, and the date of the newest."""

    publishers: tuple[str, ...]
    newest: date | None


def provenances(connection: sqlite3.Connection) -> Provenances:
    """Over all documents."""
    found = connection.execute("SELECT publisher, max(published) FROM documents GROUP BY publisher").fetchall()
    days = [date.fromisoformat(day) for _, day in found if day]
    return Provenances(tuple(publisher for publisher, _ in found if publisher), max(days, default=None))


def insert_document(transaction: sqlite3.Connection, document: Document) -> None:
    """Write a document's row."""
    values = [value.isoformat() if isinstance(value, date) else value for value in astuple(document)]
    transaction.execute(f"INSERT INTO documents ({WITH_TEXT}) VALUES ({_marks(values)})", values)  # noqa: S608 - constants


def document_of(row: sqlite3.Row) -> Document:
    """The document in a row of WITH_TEXT or WITHOUT_TEXT."""
    values: dict[str, Any] = dict(row)
    published = values.pop("published")
    estimated = bool(values.pop("published_estimated"))
    return Document(
        published=date.fromisoformat(published) if published else None, published_estimated=estimated, **values
    )


def header(connection: sqlite3.Connection, document_id: str) -> Document | None:
    """A document without its text."""
    row = connection.execute(f"SELECT {WITHOUT_TEXT} FROM documents WHERE id = ?", [document_id]).fetchone()  # noqa: S608 - constant
    return None if row is None else document_of(row)


def context(document: Document, heading: str) -> str:
    """What is indexed in front of a passage's own text: title, heading, publisher and day."""
    return "\n".join(filter(None, [document.title, heading, document.publisher, document.day]))


def insert_passage(transaction: sqlite3.Connection, passage: Passage, context: str) -> int:
    """Write a passage with its sentences; gives its row."""
    values = [passage.id, passage.document_id, passage.number, passage.heading, context, passage.text]
    row = transaction.execute(
        "INSERT INTO passages (id, document, number, heading, context, text) VALUES (?, ?, ?, ?, ?, ?)", values
    ).lastrowid
    assert row is not None
    sentences = [(row, number, s.start, s.end, s.kind, s.page) for number, s in enumerate(passage.sentences)]
    transaction.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)", sentences)
    return row


def passage_of(connection: sqlite3.Connection, row: int) -> Passage | None:
    """The passage in a row, None when it is no longer there."""
    query = "SELECT id, document, number, heading, text FROM passages WHERE row = ?"
    found = connection.execute(query, [row]).fetchone()
    query = 'SELECT start, "end", kind, page FROM sentences WHERE passage = ? ORDER BY number'
    spans = connection.execute(query, [row]).fetchall()
    if found is None or not spans:
        return None
    text, first = found["text"], spans[0]["start"]
    sentences = (
        Sentence(start, end, text[start - first : end - first], kind, page) for start, end, kind, page in spans
    )
    passage = Passage(found["id"], found["document"], found["number"], found["heading"], (), text)
    return replace(passage, sentences=tuple(sentences))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
