"""A question to hits."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from qa.catalog import fulltext
from qa.dense import EXACT_LIMIT
from qa.errors import StoreCorrupt
from qa.ingest.naming import Provenance
from qa.library import Library
from qa.ports import Vectors
from qa.types import Filters, Hit
from tests.conftest import OpenLibrary
from tests.fakes import MemoryIndex, WordEmbedder

QUESTIONS = ["ferries replaced", "who raised spending?", "cars on the bridge", "zebra"]


def shown(hits: list[Hit]) -> list[tuple[str, float, int | None, int | None]]:
    return [(hit.passage.id, round(hit.score, 5), hit.dense_rank, hit.lexical_rank) for hit in hits]


def test_the_index_and_the_exact_search_agree(open_library: OpenLibrary, documents: Path) -> None:
    """The index only makes a large library faster."""
    index = MemoryIndex()
    exact, indexed = open_library(exact_limit=EXACT_LIMIT), open_library(index=index, exact_limit=0)
    exact.add([documents])
    assert not exact.is_indexed()
    indexed.repair()
    assert index.rows
    for question in QUESTIONS:
        for filters in (Filters(), Filters(publisher="Harbor Brief")):
            assert shown(exact.search(question, 10, filters)) == shown(indexed.search(question, 10, filters))


class Torn(MemoryIndex):
    """An index that cannot be read."""

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        raise StoreCorrupt("The vector index cannot be used.")


def test_a_damaged_index_only_makes_the_search_slower(open_library: OpenLibrary, documents: Path) -> None:
    """The catalog holds every vector."""
    exact, torn = open_library(exact_limit=EXACT_LIMIT), open_library(index=Torn(), exact_limit=0)
    exact.add([documents])
    assert shown(torn.search("ferries replaced")) == shown(exact.search("ferries replaced"))


def test_a_selective_filter_still_finds_everything(open_library: OpenLibrary, tmp_path: Path) -> None:
    """Though the nearest passages of the whole library are all on its wrong side."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number}.md").write_text(
            f"---\npublisher: Loud\n---\nFerries, ferries and ferries number {number} sail.\n"
        )
    (folder / "quiet.md").write_text("---\npublisher: Quiet\n---\nA lighthouse stands on the rock.\n")
    library = open_library(exact_limit=0)
    library.add([folder])
    (only,) = library.search("ferries", 10, Filters(publisher="Quiet"))
    assert only.document.publisher == "Quiet"


def test_a_word_only_one_passage_has_is_found(open_library: OpenLibrary, documents: Path) -> None:
    """Lexical search brings what the vectors miss, and the hit says so."""
    library = open_library()
    library.add([documents])
    best = library.search("Engineers", 1)[0]
    assert (best.document.title, best.lexical_rank) == ("Report on the bridge", 1)


def test_a_long_sentence_is_found_by_any_of_its_parts(open_library: OpenLibrary, tmp_path: Path) -> None:
    """It is embedded by parts, and is one hit with one whole sentence."""
    words = " ".join(f"word{number}" for number in range(3_000))
    (tmp_path / "long.txt").write_text(f"{words} zanzibar {words}")
    library = open_library()
    library.add([tmp_path / "long.txt"])
    (hit,) = library.search("zanzibar", 5)
    assert hit.passage.sentences[0].text == f"{words} zanzibar {words}"
    assert library.drift() == (0, 0)


def test_what_is_written_out_is_found_by_its_abbreviation(open_library: OpenLibrary, tmp_path: Path) -> None:
    """In whichever document it is explained; and the other way round."""
    texts = {
        "glossary.txt": "HFO stands for the Harbour and Ferry Office, which meets on Mondays.",
        "minutes.txt": "The Harbour and Ferry Office bought two boats.",
        "note.txt": "Yesterday the HFO sold them.",
        "weir.txt": "The weir was mended.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    library = open_library()
    library.add([tmp_path / name for name in texts])
    for question, found in (
        ("What did HFO buy?", "minutes.txt"),
        ("What did the Harbour and Ferry Office sell?", "note.txt"),
    ):
        ranks = {Path(hit.document.source).name: hit.lexical_rank for hit in library.search(question)}
        assert ranks[found] is not None
    library.remove([document.id for document in library.documents() if document.source.endswith("glossary.txt")])
    ranks = {Path(hit.document.source).name: hit.lexical_rank for hit in library.search("What did HFO do?")}
    assert ranks["minutes.txt"] is None


def test_words_that_a_large_library_holds_everywhere_are_left_out(
    open_library: OpenLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They cost more than they tell. Of a question with no others the rarest are searched."""
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(f"The council met for session{number} in room{number // 30}.")
    library = open_library()
    library.add([tmp_path])
    question = "What did the council say at session7 about council session8?"
    everywhere = [hit for hit in library.search(question, 40) if hit.lexical_rank]
    monkeypatch.setattr(fulltext, "LARGE", 10)
    telling = [hit for hit in library.search(question, 40) if hit.lexical_rank]
    assert len(everywhere) > len(telling) == 2
    assert len([hit for hit in library.search("council session7", 40) if hit.lexical_rank]) > 2
    only_the_rarest = [hit for hit in library.search("council met room1 session7", 40) if hit.lexical_rank]
    assert {hit.passage.text.split()[-1] for hit in only_the_rarest} == {"room1.", "room0."}


def test_a_library_of_an_earlier_version_is_brought_up_to_date(open_library: OpenLibrary, tmp_path: Path) -> None:
    """What is new in it is made from the texts it holds."""
    (tmp_path / "glossary.txt").write_text("HFO stands for the Harbour and Ferry Office, which meets on Mondays.")
    open_library().add([tmp_path / "glossary.txt"], Provenance(publisher="Quayside"))
    with closing(sqlite3.connect(tmp_path / "home" / "library.db")) as connection:
        connection.executescript(
            "DROP TABLE abbreviations; UPDATE passages SET context = 'glossary';"
            "INSERT INTO passages_fts (passages_fts) VALUES ('rebuild'); UPDATE meta SET value = '2' WHERE key = 'schema'"
        )
    (hit,) = open_library().search("Who is Ferry Office?")
    with closing(sqlite3.connect(tmp_path / "home" / "library.db")) as connection:
        assert connection.execute("SELECT short, long, document FROM abbreviations").fetchall() == [
            ("HFO", "Harbour and Ferry Office", hit.document.id)
        ]
    assert [hit.lexical_rank for hit in open_library().search("quayside")] == [1]


@dataclass(frozen=True)
class WhileAsked(WordEmbedder):
    """Something happens to the library when a question is embedded: after its filter was read, before anything was searched."""

    happens: Callable[[], object] = lambda: None

    def embed_query(self, text: str) -> Vectors:
        if text.endswith("?"):
            self.happens()
        return super().embed_query(text)


def test_a_search_sees_one_state_of_the_library(open_library: OpenLibrary, documents: Path) -> None:
    """Another process may replace or remove a document in the middle of it; the next search sees that."""
    writer = open_library(exact_limit=EXACT_LIMIT)
    writer.add([documents])
    (document,) = writer.documents(Filters(publisher="Tide Review"))
    reader = open_library(embedder=WhileAsked(happens=lambda: removed(writer, document.id)), exact_limit=EXACT_LIMIT)
    for question, found in (("Who rejected the plan?", ["critics.md"]), ("And who rejected the plan?", [])):
        hits = reader.search(question, 10, Filters(publisher="Tide Review"))
        assert [Path(hit.document.source).name for hit in hits] == found


def removed(library: Library, document: str) -> None:
    """Once."""
    library.remove([each.id for each in library.documents() if each.id == document])
