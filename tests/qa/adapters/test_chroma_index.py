"""Chroma, embedded, behind our port."""

from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.chroma_rows import BATCH
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
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "chroma.sqlite3").write_bytes(b"garbage" * 1_000)
    index = ChromaIndex(tmp_path)
    with pytest.raises(StoreCorrupt, match="doctor --repair"):
        index.ids()
    index.clear()
    index.upsert(["a"], unit_vectors(1))
    assert index.ids() == {"a"}


def test_a_row_that_is_gone_is_missing(tmp_path: Path) -> None:
    """And one that is there is not, though ten others have its vector."""
    index = ChromaIndex(tmp_path)
    rows = np.concatenate([unit_vectors(40), np.repeat(unit_vectors(2)[:1], 30, axis=0)])
    ids = [str(number) for number in range(len(rows))]
    index.upsert(ids, rows)
    index.delete(["3"])
    assert index.missing(ids, rows) == ["3"]


def test_a_reader_creates_nothing(tmp_path: Path) -> None:
    """An index that nobody wrote yet holds nothing, and stays so."""
    index = ChromaIndex(tmp_path / "none")
    assert (index.query(unit_vectors(1)[0], 5), index.ids()) == ([], set())
    assert not (tmp_path / "none").exists()


def test_a_reader_does_not_open_what_is_being_written(tmp_path: Path) -> None:
    """It finds nothing, so that the exact search answers; one that has it open goes on."""
    index, late = ChromaIndex(tmp_path), ChromaIndex(tmp_path)
    index.upsert(["a"], unit_vectors(1))
    with FileLock(tmp_path / "lock"):
        assert late.query(unit_vectors(1)[0], 5) == []
        assert index.query(unit_vectors(1)[0], 5)
    assert late.query(unit_vectors(1)[0], 5)


@pytest.mark.parametrize("touched", [False, True])
def test_a_writer_that_died_is_noticed_without_opening(tmp_path: Path, touched: bool) -> None:
    """When the graph's files had changed: they would crash whoever opens them. Otherwise Chroma's log has everything."""
    ChromaIndex(tmp_path).upsert(["a"], unit_vectors(1))
    index = ChromaIndex(tmp_path)
    (tmp_path / "writing").write_text(repr(index._files()))
    if touched:
        next((tmp_path / "store").glob("*/data_level0.bin")).write_bytes(b"torn")
    index.refresh()
    assert index.query(unit_vectors(1)[0], 5) == []
    if touched:
        for attempt in (index.ids, lambda: index.upsert(["b"], unit_vectors(1)), lambda: index.delete(["a"])):
            with pytest.raises(StoreCorrupt, match="interrupted"):
                attempt()
        index.clear()
        assert index.ids() == set()
    index.upsert(["b"], unit_vectors(1))
    assert "b" in index.ids()
