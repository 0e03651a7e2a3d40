"""Keeping the vector index in step with the catalog."""

from qa.catalog import Catalog
from qa.ports import VectorIndex

BATCH = 5_000


def deliver(catalog: Catalog, index: VectorIndex) -> None:
    """Tell the index what the catalog's outbox holds: new vectors first, removals after. Safe to repeat."""
    pending = catalog.vectors.pending()
    if not pending.upserts and not pending.deletes:
        return
    _upsert(catalog, index, pending.upserts)
    index.delete(pending.deletes)
    catalog.vectors.delivered(pending)


def rebuild(catalog: Catalog, index: VectorIndex) -> None:
    """Write the whole index again from the catalog."""
    pending = catalog.vectors.pending()
    index.clear()
    _upsert(catalog, index, sorted(catalog.vectors.parts()))
    catalog.vectors.delivered(pending)


def drift(catalog: Catalog, index: VectorIndex) -> tuple[int, int]:
    """How many parts the index lacks, and how many it holds that are no longer there."""
    expected, held = catalog.vectors.parts(), index.ids()
    return len(expected - held), len(held - expected)


def _upsert(catalog: Catalog, index: VectorIndex, parts: tuple[str, ...] | list[str]) -> None:
    for first in range(0, len(parts), BATCH):
        found, vectors = catalog.vectors.of_parts(parts[first : first + BATCH])
        if found:
            index.upsert(found, vectors)
