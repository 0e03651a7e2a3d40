"""One made-up library searched in this process: ours, and Chroma with its own filter on the same rows."""

import json
import resource
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from bench.memory import FreeEmbedder, NoReranker
from bench.retrieval.made_up import FILTERS, passing, their_collection
from qa.adapters.chroma_index import ChromaIndex
from qa.catalog import Catalog
from qa.catalog.spans import Spans
from qa.dense import CANDIDATES, DenseSearch
from qa.exact import ExactSearch
from qa.library import Library
from qa.ports import Vectors

OURS, THEIRS = 100, 40  # questions timed; Chroma's filters are slow
WARM = 12  # the first few filtered questions of a process read vectors singly
NEAREST = 10  # recall is measured among so many
COMPARED = (1_000, 5_000, 20_000, 50_000, 100_000, 250_000, 500_000)  # vectors an exact search is timed with
BROUGHT = (75, 150, 750, 2_500, 7_500)  # vectors wanted of the index


class Known(FreeEmbedder):
    """Knows the vectors of the questions."""

    def __init__(self, home: Path) -> None:
        self.questions: list[str] = json.loads((home / "questions.json").read_text())
        self.asked: Vectors = np.load(home / "asked.npy")
        self._places = {question: place for place, question in enumerate(self.questions)}

    def embed_query(self, text: str) -> Vectors:
        """Shape (384,)."""
        vector: Vectors = self.asked[self._places[text]]
        return vector


def child(home: str) -> None:
    """Print a line when the first hit is there, and then what was measured, as JSON."""
    folder = Path(home)
    embedder = Known(folder)
    library = Library(folder, ChromaIndex(folder / "chroma"), embedder, NoReranker())
    assert library.search(embedder.questions[0], 10)
    print("found", flush=True)
    for question in embedder.questions[:OURS]:
        library.search(question, 10)
    peak = _peak()
    wholes = {share: _timed(partial(_whole, library, embedder, share), None, OURS) for share in FILTERS}
    filtered_peak = _peak()
    library.close()
    catalog = Catalog(folder / "library.db")
    dense = DenseSearch(catalog, ChromaIndex(folder / "chroma"))
    shares = {
        share: {"whole": wholes[share], **_measured(folder, catalog, dense, embedder, share)} for share in FILTERS
    }
    exact, begun = ExactSearch(catalog), time.perf_counter()
    exact.nearest(embedder.asked[0], None, CANDIDATES)
    coding = time.perf_counter() - begun
    costs = _costs(catalog, exact, ChromaIndex(folder / "chroma"), embedder)
    catalog.close()
    sizes = {"peak": peak, "filtered peak": filtered_peak, "coding": coding}
    print(json.dumps({**sizes, "shares": shares, "costs": costs}), flush=True)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _measured(home: Path, catalog: Catalog, dense: DenseSearch, embedder: Known, share: float) -> dict[str, Any]:
    """Milliseconds (p50, p95) and recall of the dense part and Chroma's, at one share."""
    filters, where = FILTERS[share]
    collection, best = their_collection(home), _nearest(home, embedder, share)

    def ours(place: int) -> list[int]:
        # What it costs to find out which rows pass belongs to it.
        found = dense.nearest(embedder.asked[place], catalog.eligible(filters))
        return [row - 1 for row, _ in found[:NEAREST]]

    def theirs(place: int) -> list[int]:
        found = collection.query(
            query_embeddings=[embedder.asked[place]], n_results=CANDIDATES, where=where, include=[]
        )
        ids: list[str] = found["ids"][0][:NEAREST]
        rows = catalog.vectors.rows_of(ids)
        return [rows[part] - 1 for part in ids]

    return {"dense": _timed(ours, best, OURS), "chroma": _timed(theirs, best, THEIRS)}


def _costs(catalog: Catalog, exact: ExactSearch, index: ChromaIndex, embedder: Known) -> dict[str, dict[int, float]]:
    """Median milliseconds of an exact search by how many rows pass, and of the index by how many rows are wanted of it."""
    total = catalog.vectors.count()
    asked = embedder.asked

    def compared(count: int, place: int) -> list[int]:
        return [row for row, _ in exact.nearest(asked[place], Spans(np.array([1]), np.array([count])), CANDIDATES)]

    def brought(count: int, place: int) -> list[int]:
        return list(catalog.vectors.rows_of([part for part, _ in index.query(asked[place], count)]).values())

    passing, wanted = [n for n in COMPARED if n <= total], [n for n in BROUGHT if n <= total]
    return {
        "compared": {n: _timed(partial(compared, n), None, THEIRS)["p50"] or 0.0 for n in passing},
        "brought": {n: _timed(partial(brought, n), None, THEIRS)["p50"] or 0.0 for n in wanted},
    }


def _whole(library: Library, embedder: Known, share: float, place: int) -> list[int]:
    return [hit.passage.number for hit in library.search(embedder.questions[place], 10, FILTERS[share][0])]


def _timed(search: Callable[[int], list[int]], best: Sequence[set[int]] | None, times: int) -> dict[str, float | None]:
    for place in range(WARM):
        search(place)
    milliseconds, recalls = [], []
    for place in range(times):
        begun = time.perf_counter()
        found = search(place)
        milliseconds.append((time.perf_counter() - begun) * 1e3)
        if best is not None:
            recalls.append(len(best[place].intersection(found)) / len(best[place]))
    p50, p95 = np.percentile(milliseconds, [50, 95])
    return {"p50": float(p50), "p95": float(p95), "recall": float(np.mean(recalls)) if recalls else None}


def _nearest(home: Path, embedder: Known, share: float) -> list[set[int]]:
    """For each question timed, the passages truly nearest among those that pass."""
    vectors: Vectors = np.load(home / "vectors.npy", mmap_mode="r")
    rows = np.flatnonzero(passing(len(vectors), share))
    cosines = embedder.asked[:OURS] @ vectors[rows].T
    return [{int(rows[place]) for place in np.argsort(-each)[:NEAREST]} for each in cosines]
