"""One writer at a time; what an interrupted one left is finished by whoever comes next."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from qa.catalog.database import translated
from qa.embedding import Uniform
from qa.errors import StoreLocked, StoreUnavailable
from qa.indexing import IndexKeeper


class Writer:
    """The right to change a library. Another process, or thread, waits ``seconds`` for it. Raises StoreLocked, StoreUnavailable."""

    def __init__(self, home: Path, keeper: IndexKeeper, embedder: Uniform, seconds: float) -> None:
        self._path = home / "write.lock"
        self._lock = FileLock(self._path)
        self._keeper = keeper
        self._embedder = embedder
        self._seconds = seconds

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Alone with the library: what was interrupted is finished first, and the vector index follows at the end."""
        with self.alone():
            self._keeper.follow()
            self._embedder.sign()
            yield
            self._keeper.follow()

    def recover(self) -> None:
        """Finish what an interrupted writer left, unless a writer is at work or the index is away."""
        if not self._keeper.is_behind():
            return
        try:
            with self._held(0):
                self._keeper.follow()
        except (StoreLocked, StoreUnavailable):
            return

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else changes the library meanwhile."""
        with self._held(self._seconds):
            yield

    @contextmanager
    def _held(self, seconds: float) -> Iterator[None]:
        with translated(self._path):
            try:
                self._lock.acquire(timeout=seconds)
            except Timeout as error:
                raise StoreLocked(
                    "Another process is writing to the library.", "Try again when it has finished."
                ) from error
        try:
            yield
        finally:
            self._lock.release()
