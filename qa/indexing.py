"""Keeping the vector index in step with the catalog.

The outbox names what the index has still to be told, and is emptied only when the index was seen to have it. So whoever
comes next after an interruption finishes it, a rebuild too. An index that cannot be opened, loses rows or has grown old
is written again.
"""

from collections.abc import Iterator, Sequence

from qa.catalog import Catalog
from qa.catalog.vectors import Pending
from qa.errors import StoreCorrupt
from qa.ports import VectorIndex, Vectors

BATCH = 5_000
REPAIRS = 2  # times a row that is not found is written again before the whole index is
TOLERATED = 0.001  # of all rows: a graph of tight clusters hides a few from their own vectors however it is built
WRITTEN = "index_written"  # the fact that counts the rows written since the index was last begun anew
PLACE = "index"  # the fact that names the index; without it the one in the library's folder
FOLDER = "folder"
SPARE = 1_000  # rows that no longer count, which even a small index may carry


def behind(catalog: Catalog, index: VectorIndex) -> bool:
    """Whether the index has something to be told, or is not the one that was told so far."""
    return catalog.vectors.has_pending() or _moved(catalog, index)


def deliver(catalog: Catalog, index: VectorIndex) -> None:
    """Tell the index what the catalog's outbox holds, and see that it has it. Safe to repeat."""
    if _moved(catalog, index):
        rebuild(catalog, index)
        return
    pending = catalog.vectors.pending()
    if not pending.upserts and not pending.deletes:
        return
    index.refresh()  # another process may have written since this one last did
    if _outgrown(catalog, pending) or not _followed(catalog, index, pending):
        rebuild(catalog, index)


def rebuild(catalog: Catalog, index: VectorIndex) -> None:
    """Write the whole index again from the catalog. What cannot be found even then, a graph of these vectors does not hold."""
    catalog.vectors.queue_all()
    pending = catalog.vectors.pending()
    index.clear()
    _upsert(catalog, index, pending.upserts)
    _mended(catalog, index, pending.upserts)
    catalog.vectors.set_meta(PLACE, index.identity)
    _done(catalog, pending, written=len(pending.upserts))


def drift(catalog: Catalog, index: VectorIndex) -> tuple[int, int]:
    """How many parts the index lacks, and how many it holds that are no longer there."""
    expected, held = catalog.vectors.parts(), index.ids()
    return len(expected - held), len(held - expected)


def _followed(catalog: Catalog, index: VectorIndex, pending: Pending) -> bool:
    """Whether the index took the changes, new vectors first, removals after, and what it should hold can be found in it."""
    before = _written(catalog)
    after = before + len(pending.upserts)
    try:
        _upsert(catalog, index, pending.upserts)
        index.delete(pending.deletes)
        doubtful = catalog.vectors.parts() if _due(before, after, catalog.vectors.count()) else pending.upserts
        if len(_mended(catalog, index, sorted(doubtful))) > catalog.vectors.count() * TOLERATED:
            return False
    except StoreCorrupt:
        return False
    _done(catalog, pending, written=after)
    return True


def _outgrown(catalog: Catalog, pending: Pending) -> bool:
    """Whether more of the index would be rows no longer there than rows that are: a graph keeps what it forgets."""
    return _written(catalog) + len(pending.upserts) > 2 * catalog.vectors.count() + SPARE


def _due(before: int, after: int, live: int) -> bool:
    """Whether it is time to look at every row: what is written can cut off rows written long ago."""
    step = max(SPARE // 2, live // 4)
    return before // step != after // step


def _mended(catalog: Catalog, index: VectorIndex, parts: Sequence[str]) -> list[str]:
    """See that every part is found by its own vector; write again those that are not; gives those that still are not."""
    index.refresh()  # readers will read it from the disk, where the graph is not quite the one in memory
    lost = _lost(catalog, index, parts)
    for _ in range(REPAIRS):
        if lost:
            _upsert(catalog, index, lost)
            index.refresh()
            lost = _lost(catalog, index, lost)
    return lost


def _lost(catalog: Catalog, index: VectorIndex, parts: Sequence[str]) -> list[str]:
    return [part for found, vectors in _batches(catalog, parts) for part in index.missing(found, vectors)]


def _upsert(catalog: Catalog, index: VectorIndex, parts: Sequence[str]) -> None:
    for found, vectors in _batches(catalog, parts):
        index.upsert(found, vectors)


def _batches(catalog: Catalog, parts: Sequence[str]) -> Iterator[tuple[list[str], Vectors]]:
    """The parts that are still there, and their vectors."""
    for first in range(0, len(parts), BATCH):
        found, vectors = catalog.vectors.of_parts(parts[first : first + BATCH])
        if found:
            yield found, vectors


def _moved(catalog: Catalog, index: VectorIndex) -> bool:
    return (catalog.vectors.meta(PLACE) or FOLDER) != index.identity


def _written(catalog: Catalog) -> int:
    return int(catalog.vectors.meta(WRITTEN) or 0)


def _done(catalog: Catalog, pending: Pending, written: int) -> None:
    catalog.vectors.set_meta(WRITTEN, str(written))
    catalog.vectors.delivered(pending)
