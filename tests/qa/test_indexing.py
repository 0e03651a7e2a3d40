"""The vector index follows the catalog, and is seen to."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from qa import indexing
from qa.catalog import vectors
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
    """Cannot be written, once it is torn, until it is emptied."""

    torn = False

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        if self.torn:
            raise StoreCorrupt("Torn.")
        super().upsert(ids, vectors)

    def clear(self) -> None:
        self.torn = False
        super().clear()


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
    index = Losing(0)
    library = open_library(index=index)
    library.add([documents / "bridge.txt"])
    assert index.cleared == 1  # begun
    index.times = times
    library.add([documents])
    assert index.cleared == 1 + cleared
    assert library.drift() == (0, 0)
    looked = len(index.looked_at)
    library.search("ferries")
    assert len(index.looked_at) == looked  # nothing is pending


def test_an_index_that_cannot_be_written_is_begun_anew(open_library: OpenLibrary, documents: Path) -> None:
    """Nobody has to call the doctor."""
    index = Torn()
    library = open_library(index=index)
    library.add([documents / "bridge.txt"])
    index.torn = True
    library.add([documents])
    assert (index.cleared, library.drift()) == (2, (0, 0))


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
    monkeypatch.setattr(indexing, "SMALL", 0)
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


def test_a_small_library_keeps_no_index_and_one_that_grows_begins_it(
    open_library: OpenLibrary, documents: Path
) -> None:
    """Comparing every vector is as fast and exact; from the first row beyond, the index has every row, those of before too."""
    index = Watched()
    library = open_library(index=index, exact_limit=3)
    library.add([documents / "critics.md", documents / "bridge.txt"])
    library.search("ferries")
    assert (library.is_indexed(), index.rows, library.drift()) == (False, {}, (0, 0))
    library.add([documents])
    parts = [f"{passage.id}.0" for document in library.documents() for passage in library.passages(document.id)]
    assert library.is_indexed()
    assert sorted(index.rows) == sorted(parts)


def test_a_library_that_shrinks_keeps_its_index(open_library: OpenLibrary, documents: Path) -> None:
    """It follows; only a repair lets go of what is not needed."""
    index = Watched()
    library = open_library(index=index, exact_limit=3)
    library.add([documents])
    library.remove([document.id for document in library.documents() if document.title != "The critics"])
    assert (library.is_indexed(), len(index.rows)) == (True, library.counts()[1])
    library.repair()
    assert (library.is_indexed(), index.rows) == (False, {})


def test_changes_of_many_pages_are_followed(
    open_library: OpenLibrary, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outbox is read by the page."""
    monkeypatch.setattr(vectors, "PAGE", 2)
    index = Watched()
    library = open_library(index=index)
    library.add([documents])
    for version in range(2):
        change(library, documents, version)
        assert library.drift() == (0, 0)
        assert len(index.rows) == library.counts()[1]
