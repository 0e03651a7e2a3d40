"""Which passages a filter lets through, as runs of rows: a document's passages are written together, in consecutive rows."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.catalog.database import Database

GENERATION = "SELECT coalesce((SELECT value FROM meta WHERE key = 'generation'), '0')"
ROW = "row) FROM passages WHERE document = documents.id"


class Spans:
    """Passage rows by the first and last of each run, runs in any order: 100,000 rows of 1,000 documents are 1,000 pairs."""

    def __init__(self, first: np.ndarray, last: np.ndarray) -> None:
        order = np.argsort(first)
        self._first, self._end = first[order], last[order] + 1
        self._firsts, self._ends = self._first.tolist(), self._end.tolist()

    def __len__(self) -> int:
        return int((self._end - self._first).sum())

    def __contains__(self, row: object) -> bool:
        if not isinstance(row, int):
            return False
        place = bisect_right(self._firsts, row) - 1
        return place >= 0 and row < self._ends[place]

    def rows(self) -> np.ndarray:
        """Every row, in order."""
        return _joined(self._first, self._end)

    def places(self, rows: np.ndarray) -> np.ndarray:
        """Where in an ascending array of rows, which may repeat, ours are."""
        return _joined(np.searchsorted(rows, self._first), np.searchsorted(rows, self._end))


@dataclass(frozen=True, slots=True)
class _Extents:
    """Of one generation: the documents' rows, ascending, and each one's first and last passage."""

    generation: str
    documents: np.ndarray
    first: np.ndarray
    last: np.ndarray


class DocumentSpans:
    """Where each document's passages lie, read once a generation; finding it out for every question would cost more than the search."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._extents: _Extents | None = None

    def of(self, clause: str, values: Sequence[str]) -> Spans:
        """The passages of the documents that a condition on their table lets through."""
        # One statement, so that it sees one generation.
        query = f"{GENERATION} UNION ALL SELECT rowid FROM documents WHERE {clause}"  # noqa: S608 - constants
        with self._database.read() as connection:
            cursor = connection.cursor()
            cursor.row_factory = None
            while True:
                extents = self._extents or self._read()
                cursor.execute(query, values)
                (generation,) = cursor.fetchone()
                if generation == extents.generation:
                    break
                self._extents = None
            documents = np.fromiter((row for (row,) in cursor), dtype=np.int64)
        places = np.searchsorted(extents.documents, documents)
        first, last = extents.first[places], extents.last[places]
        return Spans(first[first > 0], last[first > 0])

    def _read(self) -> _Extents:
        query = f"{GENERATION}, 0, 0 UNION ALL SELECT rowid, (SELECT min({ROW}), (SELECT max({ROW}) FROM documents"  # noqa: S608 - constants
        with self._database.read() as connection:
            cursor = connection.cursor()
            cursor.row_factory = None
            (generation, _, _) = cursor.execute(query).fetchone()
            found = ((document, first or 0, last or 0) for document, first, last in cursor)
            read = np.sort(np.fromiter(found, dtype=[("document", "i8"), ("first", "i8"), ("last", "i8")]))
        self._extents = _Extents(generation, read["document"], read["first"], read["last"])
        return self._extents


def _joined(starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """All whole numbers of all half-open ranges, one range after the other."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(lengths.sum())
