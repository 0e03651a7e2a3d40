"""Search by meaning: exact or through the index."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import dense
from qa.catalog import Catalog
from qa.dense import Costs, DenseSearch
from qa.ports import Vectors
from qa.types import Filters
from tests.conftest import OpenLibrary
from tests.fakes import MemoryIndex, WordEmbedder

INDEX_IS_FREE = Costs(compared=1e9, asked=0, brought=0)
QUESTIONS = ["ferry 7 sails", "the tide", "budget 12 of the council"]


class Counting(MemoryIndex):
    """Counts how many rows it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[int] = []

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        self.wanted.append(k)
        return super().query(vector, k)


@pytest.fixture
def index() -> Counting:
    return Counting()


@pytest.fixture
def catalog(open_library: OpenLibrary, index: Counting, tmp_path: Path) -> Iterator[Catalog]:
    """Ninety passages of Loud, all about ferries and tides, and thirty of Quiet, about budgets; the index has them all."""
    for name, count, about in (
        ("Loud", 90, "Ferry {} sails with the tide."),
        ("Quiet", 30, "Budget {} of the council."),
    ):
        text = "\n\n".join(f"# Section {n}\n\n{about.format(n)}" for n in range(count))
        (tmp_path / f"{name}.md").write_text(f"---\npublisher: {name}\n---\n{text}\n")
    library = open_library(index=index)
    library.add([tmp_path / "Loud.md", tmp_path / "Quiet.md"])
    with closing(Catalog(tmp_path / "home" / "library.db")) as opened:
        yield opened


@pytest.mark.parametrize("publisher", [None, "Loud", "Quiet", "Nobody"])
def test_the_index_finds_what_the_exact_search_finds(
    catalog: Catalog, index: Counting, monkeypatch: pytest.MonkeyPatch, publisher: str | None
) -> None:
    """With a filter it is asked for more, and what it brings too few of is searched exactly."""
    monkeypatch.setattr(dense, "CANDIDATES", 20)
    through, exact = DenseSearch(catalog, index, 0, INDEX_IS_FREE), DenseSearch(catalog, Counting())
    among = catalog.eligible(Filters(publisher=publisher))
    for question in QUESTIONS:
        query = WordEmbedder().embed_query(question)
        found, expected = through.nearest(query, among), exact.nearest(query, among)
        assert [cosine for _, cosine in found] == pytest.approx([cosine for _, cosine in expected], abs=1e-5)
        assert all(among is None or row in among for row, _ in found)
        assert len(found) == (0 if publisher == "Nobody" else 20)
    asked = {None: 30, "Loud": 40, "Quiet": 120}.get(publisher)
    assert index.wanted == ([asked] * len(QUESTIONS) if asked else [])


def test_few_that_pass_are_compared_without_the_index(catalog: Catalog, index: Counting) -> None:
    """Though there is one; where nothing is filtered out it is asked."""
    search, query = DenseSearch(catalog, index, 0), WordEmbedder().embed_query("ferry")
    assert len(search.nearest(query, catalog.eligible(Filters(publisher="Quiet")))) == 30
    assert index.wanted == []
    assert len(search.nearest(query, None)) == 50
    assert len(index.wanted) == 1


@given(total=st.integers(1_000, 10**7), share=st.floats(0.001, 1))
def test_the_choice_is_by_cost(total: int, share: float) -> None:
    """Once the index is cheaper for a filter, it is for every filter that lets more through."""
    costs, eligible = Costs(), max(1, int(share * total))
    wanted = 75 * total // eligible
    if not costs.prefer_exact(eligible, wanted):
        assert not costs.prefer_exact(min(total, 2 * eligible), wanted // 2)
    assert costs.prefer_exact(20_000, 75)
    assert not costs.prefer_exact(500_000, 75)
