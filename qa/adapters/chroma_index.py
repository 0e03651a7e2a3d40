"""Chroma, embedded: ids and vectors, nothing else. Everything in it can be written again from the catalog."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from qa.errors import StoreCorrupt
from qa.ports import Vectors

BATCH = 5_000  # Chroma refuses more than 5,461 rows at once
COLLECTION = "passages"


@contextmanager
def _translated() -> Iterator[None]:
    """Whatever Chroma raises becomes StoreCorrupt: it is never the reader's fault, and a rebuild mends it."""
    try:
        yield
    except _chroma_failures() as error:
        raise StoreCorrupt(
            f"The vector index cannot be used ({type(error).__name__}).",
            "Run `qa doctor --repair` to rebuild it; no document is lost.",
        ) from error


def _chroma_failures() -> tuple[type[Exception], ...]:
    """Looked up only when something was raised: importing chromadb takes more than a second."""
    from chromadb.errors import ChromaError

    return (ChromaError, OSError, RuntimeError, ValueError, KeyError)


class ChromaIndex:
    """A VectorIndex in a folder of its own. Opened on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: Any = None

    @_translated()
    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Write or overwrite, in batches that Chroma takes."""
        for first in range(0, len(ids), BATCH):
            batch = slice(first, first + BATCH)
            self._collection().upsert(ids=list(ids[batch]), embeddings=vectors[batch])

    @_translated()
    def delete(self, ids: Sequence[str]) -> None:
        """Remove; unknown ids are ignored."""
        for first in range(0, len(ids), BATCH):
            self._collection().delete(ids=list(ids[first : first + BATCH]))

    @_translated()
    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The k nearest, best first; Chroma's cosine distance is 1 - similarity."""
        found = self._collection().query(query_embeddings=[vector], n_results=k, include=["distances"])
        return [(part, 1.0 - distance) for part, distance in zip(found["ids"][0], found["distances"][0], strict=True)]

    @_translated()
    def ids(self) -> set[str]:
        """All ids it holds."""
        return set(self._collection().get(include=[])["ids"])

    @_translated()
    def clear(self) -> None:
        """Begin an empty store; a damaged one cannot be emptied in any other way."""
        self.refresh()
        shutil.rmtree(self._folder, ignore_errors=True)

    def refresh(self) -> None:
        """Chroma keeps what it read at first for ever, even in a new client, unless its cache of systems is cleared."""
        from chromadb.api.shared_system_client import SharedSystemClient

        self._opened = None
        SharedSystemClient.clear_system_cache()

    def _client(self) -> Any:
        import chromadb

        self._folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(self._folder), settings=chromadb.Settings(anonymized_telemetry=False))

    def _collection(self) -> Any:
        if self._opened is None:
            self._opened = self._client().get_or_create_collection(
                COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
        return self._opened
