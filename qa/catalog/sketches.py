"""Recognising copies: bottom-k sketches of word sequences (Broder, "On the resemblance and containment of documents", 1997)."""

import re
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import numpy as np

SEQUENCE = 5  # words
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed (Knuth's golden ratio)
KEPT = 64  # hashes a document
RESEMBLANCE = 0.6  # of the word sequences; syndicated copies with another headline and ending lie above .7


def sketch(text: str) -> list[int]:
    """The smallest hashes of a text's word sequences, in order; fewer for a short text, none for an empty one."""
    words = re.findall(r"\w+", text.casefold())
    if not words:
        return []
    known = {word: _hash(word) for word in set(words)}
    hashes = np.array([known[word] for word in words], dtype=np.uint64)
    length = min(SEQUENCE, len(words))
    starts = len(words) - length + 1
    sequences = np.zeros(starts, dtype=np.uint64)
    for place in range(length):  # a polynomial in the words' hashes, modulo 2^64
        sequences = sequences * MULTIPLIER + hashes[place : place + starts]
    mixed = (sequences ^ (sequences >> np.uint64(29))).view(np.int64)
    return [int(value) for value in np.unique(mixed)[:KEPT]]


def resemblance(one: Iterable[int], other: Iterable[int]) -> float:
    """Estimated share of word sequences that two texts have in common (Jaccard), from their sketches."""
    a, b = set(one), set(other)
    smallest = sorted(a | b)[:KEPT]
    return len(a & b & set(smallest)) / len(smallest) if smallest else 0.0


def original_of(connection: sqlite3.Connection, collection: str, document_id: str, hashes: list[int]) -> str | None:
    """The document of the collection that this one copies: the first added of those that resemble it."""
    marks = ", ".join("?" * len(hashes))
    query = (
        "SELECT document, coalesce(copy_of, document) FROM sketches JOIN documents ON documents.id = document"  # noqa: S608 - question marks
        f" WHERE hash IN ({marks}) AND collection = ? AND document != ? GROUP BY document"
        " HAVING count(*) >= ? ORDER BY added_at, documents.rowid"
    )
    shared = len(hashes) * RESEMBLANCE / 2  # no document that shares fewer can resemble this one enough
    for candidate, original in connection.execute(query, [*hashes, collection, document_id, shared]).fetchall():
        theirs = [row for (row,) in connection.execute("SELECT hash FROM sketches WHERE document = ?", [candidate])]
        if original != document_id and resemblance(hashes, theirs) >= RESEMBLANCE:
            return str(original)
    return None


def write(connection: sqlite3.Connection, document_id: str, hashes: list[int]) -> None:
    """Keep a document's sketch; it goes with the document."""
    connection.executemany("INSERT INTO sketches VALUES (?, ?)", [(value, document_id) for value in hashes])


def inherit(connection: sqlite3.Connection, gone: str) -> None:
    """The first of a removed document's copies takes its place."""
    query = "SELECT id FROM documents WHERE copy_of = ? ORDER BY added_at, rowid LIMIT 1"
    heir = connection.execute(query, [gone]).fetchone()
    if heir is not None:
        update = "UPDATE documents SET copy_of = CASE WHEN id = ?1 THEN NULL ELSE ?1 END WHERE copy_of = ?2"
        connection.execute(update, [heir[0], gone])


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
