"""Lexical search: FTS5's BM25 over passages with their titles and headings."""

import sqlite3
from collections.abc import Container, Sequence

from qa.catalog.database import Database
from qa.words import porter_stem

LARGE = 20_000  # passages; below, every word of a question is searched in a few milliseconds
COMMON = 0.05  # share of a large library's passages; a word in more of them costs more than it tells
ENOUGH = 2  # words that are searched however common they are: the rarest


class FullText:
    """BM25 over stemmed words. FTS5 scores every row that holds any of them, so words that nearly all rows hold are costly."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, terms: Sequence[str], k: int, rows: Container[int] | None) -> list[tuple[int, float]]:
        """The k passages among ``rows`` (None: all) that these words and phrases fit best, as (row, score); higher is better."""
        if not terms:
            return []
        # bm25() is negative, best first; a word in the title or heading weighs half as much as one in the text.
        query = "SELECT rowid, -bm25(passages_fts, 0.5, 1.0) AS score FROM passages_fts WHERE passages_fts MATCH ? ORDER BY score DESC"
        with self._database.read() as connection:
            wanted = _telling(connection, terms)
            found = connection.execute(query, [" OR ".join(f'"{term}"' for term in wanted)])
            hits = ((int(row), float(score)) for row, score in found)
            eligible = (hit for hit in hits if rows is None or hit[0] in rows)
            return [hit for hit, _ in zip(eligible, range(k), strict=False)]

    def holds(self, terms: Sequence[str], rows: Container[int] | None) -> bool:
        """Whether any of these words and phrases stands in a passage among ``rows`` (None: in any), its title and heading included."""
        query = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?"
        with self._database.read() as connection:
            found = connection.execute(query, [" OR ".join(f'"{term}"' for term in terms)])
            return any(rows is None or row in rows for (row,) in found)


def _telling(connection: sqlite3.Connection, terms: Sequence[str]) -> Sequence[str]:
    """The terms without those that a large library holds everywhere; of too few others, those with the rarest of them."""
    (passages,) = connection.execute("SELECT coalesce(max(row), 0) FROM passages").fetchone()
    if passages <= LARGE:
        return terms
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab ('main', 'passages_fts', 'row')"
    )
    holders = {term: _holders(connection, term) for term in terms}
    rare = [term for term in terms if holders[term] <= COMMON * passages]
    return rare if len(rare) >= ENOUGH else sorted(terms, key=lambda term: holders[term])[:ENOUGH]


def _holders(connection: sqlite3.Connection, term: str) -> int:
    """In how many passages a word stands; a phrase counts by its rarest word."""
    query = "SELECT doc FROM temp.vocabulary WHERE term = ?"
    found = (connection.execute(query, [porter_stem(word)]).fetchone() for word in term.split())
    return min((0 if row is None else int(row[0]) for row in found), default=0)
