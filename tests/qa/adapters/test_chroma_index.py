"""Chroma, embedded, behind our port."""

from pathlib import Path

import numpy as np
import pytest

from qa.adapters.chroma_index import BATCH, ChromaIndex
from qa.errors import StoreCorrupt
from qa.ports import Vectors


def unit_vectors(count: int) -> Vectors:
    """Distinct directions on a quarter circle, shape (count, 2)."""
    angles = np.linspace(0, np.pi / 2, count)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def test_the_nearest_come_first_with_their_cosine(tmp_path: Path) -> None:
    """Ids and similarities, whatever was there before overwritten."""
    index = ChromaIndex(tmp_path)
    index.upsert(["a", "b", "c"], unit_vectors(3)[::-1])
    index.upsert(["a", "b", "c"], unit_vectors(3))
    found = index.query(np.array([1.0, 0.0], dtype=np.float32), 2)
    assert [part for part, _ in found] == ["a", "b"]
    assert [cosine for _, cosine in found] == pytest.approx([1.0, np.cos(np.pi / 4)], abs=1e-6)


def test_any_number_of_rows_is_taken(tmp_path: Path) -> None:
    """More than Chroma takes at once."""
    index = ChromaIndex(tmp_path)
    ids = [str(number) for number in range(BATCH + 500)]
    index.upsert(ids, unit_vectors(len(ids)))
    assert index.ids() == set(ids)
    index.delete([*ids[1:], "unknown"])
    assert index.ids() == {"0"}


def test_another_handle_sees_the_writes_after_refresh(tmp_path: Path) -> None:
    """Without it, an open reader stays with what it knew."""
    writer, reader = ChromaIndex(tmp_path), ChromaIndex(tmp_path)
    writer.upsert(["a"], unit_vectors(1))
    assert reader.query(unit_vectors(1)[0], 5)
    writer.upsert(["b"], unit_vectors(1))
    reader.refresh()
    assert {part for part, _ in reader.query(unit_vectors(1)[0], 5)} == {"a", "b"}


def test_a_damaged_store_is_named_and_can_be_cleared(tmp_path: Path) -> None:
    """StoreCorrupt with the remedy; clearing begins anew."""
    (tmp_path / "chroma.sqlite3").write_bytes(b"garbage" * 1_000)
    index = ChromaIndex(tmp_path)
    with pytest.raises(StoreCorrupt, match="doctor --repair"):
        index.ids()
    index.clear()
    index.upsert(["a"], unit_vectors(1))
    assert index.ids() == {"a"}
