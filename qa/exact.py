"""Exact search: every vector that a filter lets through is compared.

The vectors are in SQLite. Whoever asks more than once keeps them coded in memory, at a quarter of their size, and reads whole only the
few that could be among the nearest; what changes later is coded alone. A library too large for that is read from end to end.
"""

import threading
from collections.abc import Iterable
from itertools import islice

import numpy as np

from qa.catalog import Catalog
from qa.catalog.spans import Spans
from qa.codes import Codes, coded
from qa.ports import Vectors

PAGE = 1_000  # rows read at a time: what is made of their vectors stays in a core's cache
MEMORY = 400 * 2**20  # bytes of codes: a million vectors of 384 dimensions, or 270,000 of 1,536
READ_SINGLY = 0.1  # of all vectors, which a process reads before it thinks coding all of them worth while


class ExactSearch:
    """The nearest passages, with nothing left out. Safe for many threads."""

    def __init__(self, catalog: Catalog) -> None:
        self._vectors = catalog.vectors
        self._lock = threading.Lock()
        self._codes = Codes()
        self._read = 0  # vectors, while there were no codes

    def nearest(self, query: Vectors, among: Spans | None, k: int) -> list[tuple[int, float]]:
        """The k passages nearest to the query as (row, cosine), best first; one embedded by parts counts once, by its best part."""
        if self._codes_wanted(query, among):
            rows = self._current().candidates(query, among, k)
            return best(self._cosines(query, rows), k)
        rows = self._vectors.listed()[0] if among is None else among.rows()
        found: list[tuple[int, float]] = []
        for first in range(0, len(rows), PAGE):
            found = best([*found, *self._cosines(query, rows[first : first + PAGE])], k)
        return found

    def _codes_wanted(self, query: Vectors, among: Spans | None) -> bool:
        total = self._vectors.count()
        if total * len(query) > MEMORY:
            return False
        self._read += total if among is None else len(among)
        return self._codes.generation >= 0 or self._read > READ_SINGLY * total

    def _cosines(self, query: Vectors, rows: np.ndarray) -> list[tuple[int, float]]:
        matrix = self._vectors.of_rows(rows.tolist())
        return (
            list(zip(matrix.rows.tolist(), (matrix.vectors @ query).tolist(), strict=True)) if len(matrix.rows) else []
        )

    def _current(self) -> Codes:
        """The codes of this generation; only what changed since the last is read."""
        generation, codes = self._vectors.generation(), self._codes
        if codes.generation != generation:
            with self._lock:  # two threads would each need the memory
                codes = self._codes
                if codes.generation != generation:
                    self._codes = codes = self._followed(codes, generation)
        return codes

    def _followed(self, old: Codes, generation: int) -> Codes:
        rows, keys = self._vectors.listed()
        order = np.argsort(rows, kind="stable")
        rows, keys = rows[order], keys[order]
        codes = np.zeros((len(rows), self._vectors.size() or 0), dtype=np.int8)
        scales, error = np.zeros(len(rows), dtype=np.float32), old.error
        known, places = _found(keys, old.keys)
        if known.any():
            codes[known], scales[known] = old.codes[places], old.scales[places]
        unknown = np.flatnonzero(~known)
        for first in range(0, len(unknown), PAGE):
            page = unknown[first : first + PAGE]
            matrix = self._vectors.of_rows(np.unique(rows[page]).tolist())
            more, their, off = coded(matrix.vectors)
            known, places = _found(keys[page], matrix.keys)  # what another process has removed meanwhile stays zero
            if known.any():
                codes[page[known]], scales[page[known]] = more[places], their[places]
            error = max(error, off)
        return Codes(generation, rows, keys, codes, scales, error)


def best(pairs: Iterable[tuple[int, float]], k: int) -> list[tuple[int, float]]:
    """The first k by cosine, each row once, by its best part."""
    found: dict[int, float] = {}
    for row, cosine in sorted(pairs, key=lambda pair: (-pair[1], pair[0])):
        found.setdefault(row, cosine)
    return list(islice(found.items(), k))


def _found(wanted: np.ndarray, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which of the wanted are among the keys, as a mask, and the places where those are."""
    if not len(keys):
        return np.zeros(len(wanted), dtype=bool), np.empty(0, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    places = order[np.minimum(np.searchsorted(keys, wanted, sorter=order), len(keys) - 1)]
    found = keys[places] == wanted
    return found, places[found]
