"""The passages nearest to a question in meaning, among those a filter lets through."""

import math
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import numpy as np

from qa.catalog import Catalog
from qa.errors import StoreCorrupt
from qa.ports import VectorIndex, Vectors

CANDIDATES = 50  # passages each search brings
EXACT_LIMIT = 20_000  # up to so many eligible vectors an exact search is faster than opening the index
OVERFETCH = 1.5  # filtered results wanted from the index, over what the filter's share suggests


class DenseSearch:
    """Reads the catalog; asks the vector index only when an exact search would be slower."""

    def __init__(self, catalog: Catalog, index: VectorIndex, exact_limit: int) -> None:
        self._catalog = catalog
        self._index = index
        self._generation = catalog.vectors.generation()
        self._exact_limit = exact_limit

    def nearest(self, query: Vectors, rows: AbstractSet[int] | None) -> list[tuple[int, float]]:
        """The passages nearest to the query as (row, cosine), best first."""
        total = self._catalog.vectors.count()
        eligible = total if rows is None else len(rows)
        whole = rows is None or total <= self._exact_limit
        if eligible <= self._exact_limit:
            return self._exact(query, rows, whole=whole)[:CANDIDATES]
        found = self._indexed_or_none(query, rows, k=math.ceil(CANDIDATES * OVERFETCH * total / eligible))
        # A filter can follow the meaning; then the nearest are all on its wrong side and only an exact search is right.
        enough = len(found) >= min(CANDIDATES, eligible)
        return found[:CANDIDATES] if enough else self._exact(query, rows, whole=whole)[:CANDIDATES]

    def _indexed_or_none(self, query: Vectors, rows: AbstractSet[int] | None, k: int) -> list[tuple[int, float]]:
        """What the index finds; nothing when it is damaged. The next writer mends it, and meanwhile an answer is only slower."""
        try:
            return self._indexed(query, rows, k)
        except StoreCorrupt:
            return []

    def _exact(self, query: Vectors, rows: AbstractSet[int] | None, *, whole: bool) -> list[tuple[int, float]]:
        """Every eligible vector compared; ``whole``: by way of the matrix of all, which is read once a generation."""
        matrix = self._catalog.vectors.matrix() if whole else self._catalog.vectors.of_rows(sorted(rows or ()))
        if not len(matrix.rows):
            return []
        cosines = matrix.vectors @ query
        order = np.argsort(-cosines, kind="stable")
        pairs = ((int(matrix.rows[i]), float(cosines[i])) for i in order)
        return _first_of_each(pair for pair in pairs if rows is None or pair[0] in rows)

    def _indexed(self, query: Vectors, rows: AbstractSet[int] | None, k: int) -> list[tuple[int, float]]:
        generation = self._catalog.vectors.generation()
        if generation != self._generation:
            self._index.refresh()
            self._generation = generation
        nearest = self._index.query(query, k)
        row_of = self._catalog.vectors.rows_of([part for part, _ in nearest])
        pairs = ((row_of[part], cosine) for part, cosine in nearest if part in row_of)
        return _first_of_each(pair for pair in pairs if rows is None or pair[0] in rows)


def _first_of_each(pairs: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    """A passage embedded by parts counts once, by its best part."""
    best: dict[int, float] = {}
    for row, cosine in pairs:
        best.setdefault(row, cosine)
    return list(best.items())
