"""One made-up library searched in this process: ours, and Chroma with its own filter on the same rows."""

import json
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.memory import FreeEmbedder, NoReranker
from bench.retrieval.made_up import FILTERS, passing, their_collection
from qa.adapters.chroma_index import ChromaIndex
from qa.catalog import Catalog
from qa.dense import CANDIDATES
from qa.library import Library
from qa.ports import Vectors
from qa.retrieval import Retriever
from qa.types import Filters

OURS, THEIRS = 100, 40  # questions timed; Chroma's filters are slow
WARM = 5
NEAREST = 10  # recall is measured among so many


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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shares = {share: _measured(folder, library, embedder, share) for share in FILTERS}
    library.close()
    print(json.dumps({"peak": peak, "shares": shares}), flush=True)


def _measured(home: Path, library: Library, embedder: Known, share: float) -> dict[str, Any]:
    """Milliseconds (p50, p95) and recall of the dense part, the whole search and Chroma's, at one share."""
    filters, where = FILTERS[share]
    catalog, collection = Catalog(home / "library.db"), their_collection(home)
    retriever = Retriever(catalog, ChromaIndex(home / "chroma"), embedder, NoReranker())
    best = _nearest(home, embedder, share)

    def dense(place: int) -> list[int]:
        # The part alone has no door of its own: what it costs to find out which rows pass belongs to it.
        found = retriever._dense.nearest(embedder.asked[place], catalog.eligible(filters))
        return [row - 1 for row, _ in found[:NEAREST]]

    def theirs(place: int) -> list[int]:
        found = collection.query(
            query_embeddings=[embedder.asked[place]], n_results=CANDIDATES, where=where, include=[]
        )
        ids: list[str] = found["ids"][0][:NEAREST]
        rows = catalog.vectors.rows_of(ids)
        return [rows[part] - 1 for part in ids]

    measured = {
        "dense": _timed(dense, best, OURS),
        "whole": _timed(lambda place: _whole(library, embedder, filters, place), None, OURS),
        "chroma": _timed(theirs, best, THEIRS),
    }
    catalog.close()
    return measured


def _whole(library: Library, embedder: Known, filters: Filters, place: int) -> list[int]:
    return [hit.passage.number for hit in library.search(embedder.questions[place], 10, filters)]


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
