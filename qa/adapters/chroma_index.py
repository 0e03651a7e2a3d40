"""Chroma, embedded: ids and vectors, nothing else. Everything in it can be written again from the catalog.

Chroma (1.5.9) rewrites the files of its graph in place. A process killed meanwhile leaves files that crash whoever opens
them, and so does opening them at that moment. Hence a lock, held while anything is written or opened, and a marker that
lies in the folder as long as a write is under way: whoever finds it knows what was interrupted, without opening it.
"""

import gc
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from qa.adapters.chroma_rows import GRAPH, batches, lost, nearest, translated
from qa.errors import StoreCorrupt
from qa.ports import Vectors

COLLECTION = "passages"
PATIENCE = 0.5  # seconds a reader waits for a writer; then it goes without the index
SYNC_ROWS = 1_000  # Chroma's own: after so many rows it rewrites its graph on disk


class ChromaIndex:
    """A VectorIndex in a folder of its own. Opened on first use; only a writer creates it."""

    identity = "folder"  # the library's own, wherever that is

    def __init__(self, folder: Path, *, sync_rows: int = SYNC_ROWS) -> None:
        self._folder = folder
        self._store = folder / "store"
        self._marker = folder / "writing"
        self._lock = FileLock(folder / "lock")
        self._sync_rows = sync_rows
        self._opened: Any = None

    @translated()
    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Write or overwrite, in batches that Chroma takes."""
        for batch in batches(ids):
            with self._alone():
                self._collection().upsert(ids=list(ids[batch]), embeddings=vectors[batch])

    @translated()
    def delete(self, ids: Sequence[str]) -> None:
        """Remove; unknown ids are ignored."""
        for batch in batches(ids):
            with self._alone():
                self._collection().delete(ids=list(ids[batch]))

    @translated()
    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The k nearest, best first; nothing while a writer is at work, or died at it, and the index is not open yet."""
        already = self._opened  # read once: another thread may refresh
        if already is not None:
            return nearest(already, vector, k)
        with self._readable() as readable:
            if not readable:
                return []
            opened = self._open()
            found = nearest(opened, vector, k)  # the first query reads the files, so it belongs under the lock
            self._opened = opened
            return found

    @translated()
    def ids(self) -> set[str]:
        """All ids it holds."""
        if not self._store.exists():
            return set()
        with self._alone():
            return set(self._collection().get(include=[])["ids"])

    @translated()
    def missing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        """Those of these rows that a search for their own vector does not find; of identical vectors any will do."""
        return [part for batch in batches(ids) for part in self._lost(ids[batch], vectors[batch])]

    @translated()
    def clear(self) -> None:
        """Begin an empty store; a damaged one cannot be emptied in any other way."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._lock:
            self._marker.write_text(repr([]))
            self.refresh()
            shutil.rmtree(self._store, ignore_errors=True)
            self._marker.unlink()

    def refresh(self) -> None:
        """Chroma keeps what it read at first for ever, even in a new client, unless its cache of systems is cleared."""
        from chromadb.api.shared_system_client import SharedSystemClient

        self._opened = None
        SharedSystemClient.clear_system_cache()
        gc.collect()  # a system is a circle of objects, and holds the whole graph and a dozen files open

    def _lost(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        with self._alone():
            return list(lost(self._collection(), ids, vectors))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The only one at the store, which may change: even opening it can, when Chroma's log is long.

        Raises StoreCorrupt for one whose writing was interrupted.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._lock:
            if self._torn():
                raise StoreCorrupt(
                    "Writing the vector index was interrupted.",
                    "Run `qa doctor --repair` to rebuild it; no document is lost.",
                )
            before = self._files()
            self._marker.write_text(repr(before))
            yield
            for name, _, _ in set(self._files()) - set(before):
                with (self._store / name).open("rb") as file:
                    os.fsync(file.fileno())  # to the disk itself: the power may fail too
            self._marker.unlink()

    @contextmanager
    def _readable(self) -> Iterator[bool]:
        """Whether a reader may open the store now; it stays so inside."""
        if not self._store.exists():
            yield False
            return
        try:
            held = self._lock.acquire(timeout=PATIENCE)
        except (Timeout, OSError):
            yield False
            return
        with held:
            yield not self._marker.exists()

    def _torn(self) -> bool:
        """Whether a writer died while the graph's files changed. Rows that only reached Chroma's log are safe there."""
        if not self._marker.exists() or not self._store.exists():
            return False
        before = self._marker.read_text()
        return before == repr([]) or before != repr(self._files())

    def _files(self) -> list[tuple[str, int, int]]:
        """The graph's files with their sizes and times."""
        found = [(str(path.relative_to(self._store)), path.stat()) for path in self._store.glob("*/*")]
        return sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)

    def _collection(self) -> Any:
        already = self._opened
        if already is not None:
            return already
        self._opened = opened = self._open()
        return opened

    def _open(self) -> Any:
        import chromadb

        settings = chromadb.Settings(anonymized_telemetry=False)
        graph = {**GRAPH, "sync_threshold": self._sync_rows}
        return chromadb.PersistentClient(path=str(self._store), settings=settings).get_or_create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": graph}
        )
