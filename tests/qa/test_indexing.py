"""The vector index follows the catalog, and is seen to."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from qa import indexing
from qa.errors import StoreCorrupt
from qa.library import Library
from qa.ports import Vectors
from tests.conftest import OpenLibrary
from tests.fakes import MemoryIndex


class Watched(MemoryIndex):
    """Counts what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.cleared = 0
        self.looked_at: list[int] = []

    def clear(self) -> None:
        self.cleared += 1
        super().clear()

    def missing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        self.looked_at.append(len(ids))
        return super().missing(ids, vectors)


class Losing(Watched):
    """Takes rows and does not find some of them, until it was written again so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def missing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        super().missing(ids, vectors)
        self.times -= 1
        return list(ids[:1]) if self.times >= 0 else []


class Torn(Watched):
    """Cannot be written until it is emptied."""

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        if not self.cleared:
            raise StoreCorrupt("Torn.")
        super().upsert(ids, vectors)


class Dying(Watched):
    """Its process dies in the middle of a rebuild, once the index is empty."""

    def clear(self) -> None:
        super().clear()
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("times", "cleared"), [(0, 0), (1, 0), (indexing.REPAIRS, 0), (indexing.REPAIRS + 1, 1), (99, 1)]
)
def test_what_is_not_found_is_written_again_and_at_last_everything(
    open_library: OpenLibrary, documents: Path, times: int, cleared: int
) -> None:
    """A row that even a new index does not find is let be: searching goes on without end otherwise."""
    index = Losing(times)
    library = open_library(index=index)
    library.add([documents])
    assert index.cleared == cleared
    assert library.drift() == (0, 0)
    looked = len(index.looked_at)
    library.search("ferries")
    assert len(index.looked_at) == looked  # nothing is pending


def test_an_index_that_cannot_be_written_is_begun_anew(open_library: OpenLibrary, documents: Path) -> None:
    """Nobody has to call the doctor."""
    index = Torn()
    library = open_library(index=index)
    library.add([documents])
    assert (index.cleared, library.drift()) == (1, (0, 0))


def test_an_interrupted_rebuild_is_finished_by_the_next_search(open_library: OpenLibrary, documents: Path) -> None:
    """Though the outbox was empty before."""
    index = Watched()
    open_library(index=index).add([documents])
    with pytest.raises(KeyboardInterrupt):
        open_library(index=Dying()).repair()
    emptied = Watched()
    library = open_library(index=emptied)
    library.search("ferries")
    assert emptied.ids() == index.ids()
    assert library.drift() == (0, 0)


def test_an_index_is_written_again_before_it_is_mostly_rows_that_are_gone(
    open_library: OpenLibrary, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Updating for ever keeps its size."""
    monkeypatch.setattr(indexing, "SPARE", 4)
    index = Watched()
    library = open_library(index=index)
    for version in range(20):
        change(library, documents, version)
    rows = len(index.rows)
    assert 20 * rows / (2 * rows + 4) - 2 < index.cleared < 20
    assert library.drift() == (0, 0)


def test_every_row_is_looked_at_now_and_then(
    open_library: OpenLibrary, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mostly only those just written; from time to time all."""
    index = Watched()
    library = open_library(index=index)
    library.add([documents])
    monkeypatch.setattr(indexing, "SPARE", 8)
    rows = len(index.rows)
    for version in range(8):
        (documents / "bridge.txt").write_text(f"Report on the bridge\n\nIt was measured {version} times.\n")
        library.add([documents])
    assert set(index.looked_at[1:]) == {1, rows}


def change(library: Library, documents: Path, version: int) -> None:
    """Every document."""
    for file in documents.iterdir():
        text = file.read_text().rpartition("Version ")[0] or file.read_text()
        file.write_text(f"{text}Version {version} of it.\n")
    library.add([documents])
