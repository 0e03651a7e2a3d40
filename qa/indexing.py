"""Keeping the vector index in step with the catalog.

A library that an exact search still answers at once needs no index, and none is kept. One that has outgrown it gets an index, and
from then on the outbox names what the index has still to be told; it is emptied only when the index was seen to have it. So
whoever comes next after an interruption finishes it. An index that cannot be opened, loses rows or has grown old is written again.
Everything goes by the page, so that memory does not grow with the library.
"""

from collections.abc import Iterable, Iterator, Sequence

from qa.catalog import Catalog
from qa.errors import StoreCorrupt
from qa.ports import VectorIndex

REPAIRS = 2  # times a row that is not found is written again before the whole index is
TOLERATED = 0.001  # of all rows: a graph of tight clusters hides a few from their own vectors however it is built
SMALL = 1_000  # rows, which are all looked at every time: 0.2 ms each
SPARE = 1_000  # rows that no longer count, which even a small index may carry


class IndexKeeper:
    """Makes an index follow a catalog of more than ``exact_limit`` vectors. Only the holder of the writer's lock may call it."""

    def __init__(self, catalog: Catalog, index: VectorIndex, exact_limit: int) -> None:
        self._vectors = catalog.vectors
        self._outbox = catalog.outbox
        self._index = index
        self._exact_limit = exact_limit

    def is_behind(self) -> bool:
        """Whether ``follow`` has something to do. Anybody may ask."""
        return self._outbox.has_pending() if self.is_kept() else self._is_needed()

    def is_kept(self) -> bool:
        """Whether this index is the one that was told so far: whole but for what the outbox names. Anybody may ask."""
        return self._outbox.written() is not None and self._outbox.place() == self._index.identity

    def follow(self) -> None:
        """Tell the index what it has still to be told, and see that it has it; begin it when it is needed. Safe to repeat."""
        if not self.is_behind():
            return
        self._index.refresh()  # another process may have written since this one last did
        if not self.is_kept() or self._outgrown() or not self._followed():
            self.rebuild()

    def rebuild(self) -> None:
        """Write the whole index again, if one is needed. What cannot be found even then, a graph of these vectors does not hold."""
        self._outbox.forget()
        self._index.clear()
        if not self._is_needed():
            return
        for parts in self._vectors.parts():
            self._upsert(parts)
        self._mended(self._vectors.parts())
        self._outbox.caught_up(self._index.identity, written=self._vectors.count())

    def drift(self) -> tuple[int, int]:
        """How many parts the index lacks, and how many it holds that are no longer there; none where no index is needed."""
        if not self.is_kept() and not self._is_needed():
            return 0, 0
        expected, held = {part for page in self._vectors.parts() for part in page}, self._index.ids()
        return len(expected - held), len(held - expected)

    def _followed(self) -> bool:
        """Whether the index took the changes, new vectors first, removals after, and what it should hold can be found in it."""
        upserts = self._outbox.pending_count("upsert")
        before = self._outbox.written() or 0
        try:
            for parts in self._outbox.pending("upsert"):
                self._upsert(parts)
            for parts in self._outbox.pending("delete"):
                self._index.delete(parts)
            due = self._is_due(before, before + upserts)
            lost = self._mended(self._vectors.parts() if due else self._outbox.pending("upsert"))
        except StoreCorrupt:
            return False
        if len(lost) > self._vectors.count() * TOLERATED:
            return False
        self._outbox.caught_up(self._index.identity, written=before + upserts)
        return True

    def _is_needed(self) -> bool:
        return self._vectors.count() > self._exact_limit

    def _outgrown(self) -> bool:
        """Whether more of the index would be rows no longer there than rows that are: a graph keeps what it forgets."""
        written = (self._outbox.written() or 0) + self._outbox.pending_count("upsert")
        return written > 2 * self._vectors.count() + SPARE

    def _is_due(self, before: int, after: int) -> bool:
        """Whether it is time to look at every row: what is written can cut off rows written long ago."""
        live = self._vectors.count()
        step = max(SPARE // 2, live // 4)
        return live <= SMALL or before // step != after // step

    def _mended(self, pages: Iterable[Sequence[str]]) -> list[str]:
        """See that every part is found by its own vector; write again those that are not; gives those that still are not."""
        self._index.refresh()  # readers will read it from the disk, where the graph is not quite the one in memory
        lost = [part for parts in pages for part in self._lost(parts)]
        for _ in range(REPAIRS):
            if lost:
                self._upsert(lost)
                self._index.refresh()
                lost = list(self._lost(lost))
        return lost

    def _lost(self, parts: Sequence[str]) -> Iterator[str]:
        found, vectors = self._vectors.of_parts(parts)
        return iter(self._index.missing(found, vectors) if found else ())

    def _upsert(self, parts: Sequence[str]) -> None:
        found, vectors = self._vectors.of_parts(parts)
        if found:
            self._index.upsert(found, vectors)
