"""Lexical search: FTS5's BM25 over passages with their titles and headings."""

from collections.abc import Set as AbstractSet

from qa.catalog.database import Database
from qa.words import query_words


class FullText:
    """BM25 over stemmed words; stop words in a question are left out, because FTS5 scores every row that holds one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, question: str, k: int, rows: AbstractSet[int] | None) -> list[tuple[int, float]]:
        """The k best passages among ``rows`` (None: all) as (row, score), best first; a higher score is better."""
        words = query_words(question)
        if not words:
            return []
        # bm25() is negative, best first; a word in the title or heading weighs half as much as one in the text.
        query = "SELECT rowid, -bm25(passages_fts, 0.5, 1.0) AS score FROM passages_fts WHERE passages_fts MATCH ? ORDER BY score DESC"
        with self._database.read() as connection:
            found = connection.execute(query, [" OR ".join(f'"{word}"' for word in words)])
            hits = ((int(row), float(score)) for row, score in found)
            eligible = (hit for hit in hits if rows is None or hit[0] in rows)
            return [hit for hit, _ in zip(eligible, range(k), strict=False)]
