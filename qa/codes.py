"""Vectors in a quarter of their size, to find in memory those that are worth reading whole.

A vector is kept as whole numbers from -127 to 127 and what they are to be multiplied by. How far one lies at most from what it stands
for is known (about .01 at 384 dimensions), and so how far its cosine can be off: what is rounded away points anywhere, so that its
product with a query has a standard deviation of that length by the root of the dimensions. Whatever could be among the nearest, six
of these off, is among the candidates.
"""

from dataclasses import dataclass, field

import numpy as np

from qa.catalog.spans import Spans
from qa.ports import Vectors

LEVELS = 127
BLOCK = 512  # vectors multiplied at a time: as floats they fit a core's own cache
DEVIATIONS = 6
AT_MOST = 20  # candidates for each row wanted; more are only there where hardly anything tells vectors apart


@dataclass(frozen=True, slots=True)
class Codes:
    """All vectors of one generation: ``codes[i] * scales[i]`` is nearly the vector of a part of the passage in row ``rows[i]``.

    ``rows`` ascend. ``keys[i]``: a number that stands for what was embedded. ``error``: the longest difference to a vector.
    """

    generation: int = -1
    rows: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    keys: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    codes: np.ndarray = field(default_factory=lambda: np.empty((0, 0), dtype=np.int8))
    scales: Vectors = field(default_factory=lambda: np.empty(0, dtype=np.float32))
    error: float = 0.0

    def candidates(self, query: Vectors, among: Spans | None, k: int) -> np.ndarray:
        """Rows of passages, the k nearest to the query surely among them (but see AT_MOST), in no order."""
        places = None if among is None else among.places(self.rows)
        rows = self.rows if places is None else self.rows[places]
        if not len(rows):
            return rows
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        rows, best = rows[starts], np.maximum.reduceat(self._cosines(query, places), starts)
        if len(rows) <= k:
            return rows
        off = self.error * min(1.0, DEVIATIONS / len(query) ** 0.5) * float(np.linalg.norm(query))
        near = np.flatnonzero(best >= np.partition(best, -k)[-k] - 2 * off)
        if len(near) > AT_MOST * k:
            near = near[np.argpartition(-best[near], AT_MOST * k)[: AT_MOST * k]]
        return rows[near]

    def _cosines(self, query: Vectors, places: np.ndarray | None) -> Vectors:
        """Of the codes in these places (None: all), nearly."""
        count = len(self.rows) if places is None else len(places)
        cosines, floats = np.empty(count, dtype=np.float32), np.empty((BLOCK, len(query)), dtype=np.float32)
        for first in range(0, count, BLOCK):
            block = slice(first, min(first + BLOCK, count))
            codes = self.codes[block if places is None else places[block]]
            floats[: len(codes)] = codes
            np.vecdot(floats[: len(codes)], query, out=cosines[block])  # no threads, which would wait for each other
        cosines *= self.scales if places is None else self.scales[places]
        return cosines


def coded(vectors: Vectors) -> tuple[np.ndarray, Vectors, float]:
    """The codes and scales of some vectors, and the longest difference."""
    scales: Vectors = (np.abs(vectors).max(axis=1, initial=0.0) / LEVELS).astype(np.float32)
    codes = np.rint(vectors / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
    differences = vectors - codes * scales[:, None]
    return codes, scales, float(np.linalg.norm(differences, axis=1).max(initial=0.0))
