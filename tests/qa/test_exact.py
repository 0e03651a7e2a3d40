"""Every vector that a filter lets through, compared."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from qa import exact
from qa.catalog import Catalog
from qa.catalog.spans import Spans
from qa.exact import ExactSearch
from qa.types import EVERYTHING, Filters
from tests.conftest import OpenLibrary
from tests.fakes import WordEmbedder

TOPICS = "harbour ferry council tide pier budget mayor vote lamp rope".split()
QUESTIONS = ["the harbour ferry", "a vote on the budget", "nothing of that kind"]


def write(folder: Path, name: str, publisher: str, count: int) -> Path:
    words = (f"{TOPICS[n % 10]} {TOPICS[n % 7]} {name}{n}" for n in range(count))
    file = folder / f"{name}.md"
    file.write_text(f"---\npublisher: {publisher}\n---\n" + "\n\n".join(f"# {line}\n\n{line} said." for line in words))
    return file


def brute(catalog: Catalog, question: str, among: Spans | None, k: int) -> list[tuple[int, float]]:
    """All vectors, all compared."""
    rows, _ = catalog.vectors.listed()
    matrix = catalog.vectors.of_rows(set(rows.tolist()))
    cosines = matrix.vectors @ WordEmbedder().embed_query(question)
    best: dict[int, float] = {}
    for row, cosine in zip(matrix.rows.tolist(), cosines.tolist(), strict=True):
        if among is None or row in among:
            best[row] = max(cosine, best.get(row, -1.0))
    return sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))[:k]


def assert_exact(search: ExactSearch, catalog: Catalog) -> None:
    for filters in (EVERYTHING, Filters(publisher="Loud"), Filters(publisher="Quiet"), Filters(publisher="Nobody")):
        among = catalog.eligible(filters)
        for question in QUESTIONS:
            found, expected = (
                search.nearest(WordEmbedder().embed_query(question), among, 7),
                brute(catalog, question, among, 7),
            )
            assert [cosine for _, cosine in found] == pytest.approx([cosine for _, cosine in expected], abs=1e-5)
            told_apart = {row for row, cosine in expected if cosine > expected[-1][1] + 1e-5}
            assert told_apart <= {row for row, _ in found}


@pytest.mark.parametrize(
    ("memory", "singly"), [(exact.MEMORY, 0.0), (exact.MEMORY, 1e9), (0, 0.0)], ids=["coded", "singly", "too large"]
)
def test_however_it_is_searched_the_nearest_are_found(
    open_library: OpenLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memory: int, singly: float
) -> None:
    """From codes, from the disk, for the first time and after another has added, replaced and removed documents."""
    monkeypatch.setattr(exact, "MEMORY", memory)
    monkeypatch.setattr(exact, "READ_SINGLY", singly)
    monkeypatch.setattr(exact, "PAGE", 11)
    library = open_library()
    with closing(Catalog(tmp_path / "home" / "library.db")) as catalog:
        search = ExactSearch(catalog)
        assert search.nearest(WordEmbedder().embed_query("nothing yet"), None, 7) == []
        library.add([write(tmp_path, "one", "Loud", 60), write(tmp_path, "two", "Quiet", 30)])
        assert_exact(search, catalog)
        library.add([write(tmp_path, "three", "Quiet", 25), write(tmp_path, "two", "Quiet", 35)])
        assert_exact(search, catalog)
        library.remove([document.id for document in library.documents(Filters(publisher="Loud"))])
        assert_exact(search, catalog)


def test_a_single_question_does_not_code_the_library(open_library: OpenLibrary, tmp_path: Path) -> None:
    """A process that asks once about a few documents reads their vectors; one that goes on asking has all of them coded."""
    library = open_library()
    library.add([write(tmp_path, "one", "Loud", 95), write(tmp_path, "two", "Quiet", 4)])
    with closing(Catalog(tmp_path / "home" / "library.db")) as catalog:
        search, query = ExactSearch(catalog), WordEmbedder().embed_query("ferry")
        among = catalog.eligible(Filters(publisher="Quiet"))
        held = []
        for _ in range(4):
            search.nearest(query, among, 5)
            held.append(search._codes.codes.nbytes)
        assert held[:2] == [0, 0]
        assert held[3] == catalog.vectors.count() * WordEmbedder().dimensions


def test_vectors_of_one_text_in_many_places_are_all_found(open_library: OpenLibrary, tmp_path: Path) -> None:
    """They are stored once."""
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: Ferry\npublisher: {name}\n---\nThe ferry sails at noon.")
    library = open_library()
    library.add([tmp_path / f"{name}.md" for name in ("one", "two", "three")])
    with closing(Catalog(tmp_path / "home" / "library.db")) as catalog:
        found = ExactSearch(catalog).nearest(WordEmbedder().embed_query("ferry"), None, 5)
        assert len({row for row, _ in found}) == len(catalog.passages(range(1, 10))) == 3
        assert np.ptp([cosine for _, cosine in found]) == pytest.approx(0, abs=1e-6)
