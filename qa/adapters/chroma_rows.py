"""Rows of a Chroma collection, in a folder or at a server: how they are looked for, and what its failures become."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from qa.errors import StoreCorrupt
from qa.ports import Vectors

BATCH = 5_000  # Chroma refuses more than 5,461 rows at once
LOOKED_AT = 500  # rows a search keeps in view; with Chroma's 100 it misses whole clusters of a large library
NEAREST = 10  # among so many a row must find itself
NEIGHBOURS = 32  # of a row in the graph; with Chroma's 16, churn leaves rows that no search reaches
GRAPH = {"space": "cosine", "max_neighbors": NEIGHBOURS}
TIE = 1e-5  # of two distances


@contextmanager
def translated() -> Iterator[None]:
    """Whatever Chroma raises becomes StoreCorrupt: it is never the reader's fault, and a rebuild mends it."""
    try:
        yield
    except _chroma_failures() as error:
        raise StoreCorrupt(
            f"The vector index cannot be used ({type(error).__name__}).",
            "Run `qa doctor --repair` to rebuild it; no document is lost.",
        ) from error


def _chroma_failures() -> tuple[type[Exception], ...]:
    from chromadb.errors import ChromaError  # not before something was raised: it takes more than a second

    # AttributeError: its client, failing to open a store, trips over the system it never started.
    return (ChromaError, OSError, RuntimeError, ValueError, KeyError, AttributeError)


def nearest(collection: Any, vector: Vectors, k: int) -> list[tuple[str, float]]:
    """The k nearest rows of a collection; Chroma's cosine distance is 1 - similarity."""
    found = collection.query(query_embeddings=[vector], n_results=max(k, LOOKED_AT), include=["distances"])
    pairs = zip(found["ids"][0][:k], found["distances"][0][:k], strict=True)
    return [(part, 1.0 - distance) for part, distance in pairs]


def lost(collection: Any, ids: Sequence[str], vectors: Vectors) -> Iterator[str]:
    """Those of a batch of rows that a search for their own vector does not find."""
    held = set(collection.get(ids=list(ids), include=[])["ids"])
    found = collection.query(query_embeddings=vectors, n_results=NEAREST, include=["distances"])
    for part, near, distances in zip(ids, found["ids"], found["distances"], strict=True):
        crowded_out = len(near) == NEAREST and distances[-1] <= TIE
        if part not in held or not (part in near or crowded_out):
            yield part


def batches(ids: Sequence[str]) -> Iterator[slice]:
    """As many rows at once as Chroma takes."""
    return (slice(first, first + BATCH) for first in range(0, len(ids), BATCH))
