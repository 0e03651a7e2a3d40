"""Search by meaning: the exact search or the vector index, whichever costs less."""

import math
from dataclasses import dataclass

from qa.catalog import Catalog
from qa.catalog.spans import Spans
from qa.errors import StoreCorrupt
from qa.exact import ExactSearch, best
from qa.ports import VectorIndex, Vectors

CANDIDATES = 50  # passages each search brings
EXACT_LIMIT = 20_000  # up to so many vectors no index is kept: comparing all takes less time than opening one
OVERFETCH = 1.5  # filtered results wanted from the index, over what the filter's share suggests


@dataclass(frozen=True, slots=True)
class Costs:
    """Microseconds on a quiet machine, by `python -m bench.retrieval latency`; what counts is how they stand to each other."""

    compared: float = 0.12  # for each vector of an exact search
    asked: float = 3_000  # for the index to answer at all
    brought: float = 10.0  # for each vector it brings, and its row

    def prefer_exact(self, eligible: int, wanted: int) -> bool:
        """Whether comparing all costs less than asking the index twice: what it brings may be too little, and all compared after all."""
        return eligible * self.compared <= 2 * (self.asked + wanted * self.brought)


class DenseSearch:
    """Finds passages by their vectors. Asks the vector index only when an exact search would be slower."""

    def __init__(
        self, catalog: Catalog, index: VectorIndex, exact_limit: int = EXACT_LIMIT, costs: Costs = Costs()
    ) -> None:
        self._vectors = catalog.vectors
        self._exact = ExactSearch(catalog)
        self._index = index
        self._generation = catalog.vectors.generation()
        self._exact_limit = exact_limit
        self._costs = costs

    def nearest(self, query: Vectors, among: Spans | None) -> list[tuple[int, float]]:
        """The passages nearest to the query as (row, cosine), best first."""
        total = self._vectors.count()
        eligible = total if among is None else len(among)
        wanted = math.ceil(CANDIDATES * OVERFETCH * total / max(1, eligible))
        if total > self._exact_limit and (among is None or not self._costs.prefer_exact(eligible, wanted)):
            found = self._indexed_or_none(query, among, wanted)
            # A filter can follow the meaning; then the nearest are all on its wrong side and only an exact search is right.
            if len(found) >= min(CANDIDATES, eligible):
                return found
        return self._exact.nearest(query, among, CANDIDATES)

    def _indexed_or_none(self, query: Vectors, among: Spans | None, k: int) -> list[tuple[int, float]]:
        """What the index finds; nothing when it is damaged. The next writer mends it, and meanwhile an answer is only slower."""
        try:
            return self._indexed(query, among, k)
        except StoreCorrupt:
            return []

    def _indexed(self, query: Vectors, among: Spans | None, k: int) -> list[tuple[int, float]]:
        generation = self._vectors.generation()
        if generation != self._generation:
            self._index.refresh()
            self._generation = generation
        nearest = self._index.query(query, k)
        row_of = self._vectors.rows_of([part for part, _ in nearest])
        pairs = ((row_of[part], cosine) for part, cosine in nearest if part in row_of)
        return best((pair for pair in pairs if among is None or pair[0] in among), CANDIDATES)
