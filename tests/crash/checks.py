"""What must hold after any interruption. Each check gives its complaints; none is good."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from qa.adapters.chroma_index import ChromaIndex
from qa.library import Library
from tests.crash.child import state_of
from tests.crash.texts import text_of
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder

NEAREST = 10  # among so many a passage must be found by its own vector
SAMPLE = 4  # documents looked for by their words, through the whole search

LEFT_OVER = {
    "passages without a part": "SELECT count(*) FROM passages WHERE row NOT IN (SELECT passage FROM parts)",
    "parts without a vector": "SELECT count(*) FROM parts WHERE vector NOT IN (SELECT key FROM vectors)",
    "vectors without a part": "SELECT count(*) FROM vectors WHERE key NOT IN (SELECT vector FROM parts)",
    "passages without a sentence": "SELECT count(*) FROM passages WHERE row NOT IN (SELECT passage FROM sentences)",
    "passages without full text": "SELECT count(*) FROM passages WHERE row NOT IN (SELECT id FROM passages_fts_docsize)",
    "full text without a passage": "SELECT count(*) FROM passages_fts_docsize WHERE id NOT IN (SELECT row FROM passages)",
    "orders in the outbox": "SELECT count(*) FROM outbox",
}


def complaints(library: Library) -> list[str]:
    """Everything that is wrong in a library that has had one command since it was interrupted."""
    with closing(sqlite3.connect(library.home / "library.db")) as connection:
        return [
            *sqlite_is_sound(connection),
            *nothing_is_left_over(connection),
            *documents_are_whole(library, connection),
            *index_agrees(library.home, connection),
            *search_finds(library),
        ]


def sqlite_is_sound(connection: sqlite3.Connection) -> Iterator[str]:
    """By SQLite's own checks, of the full text index too."""
    for pragma, well in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        found = connection.execute(f"PRAGMA {pragma}").fetchall()
        if found != well:
            yield f"PRAGMA {pragma}: {found[:3]}"
    for rank in (0, 1):  # its own structure; and against the table it indexes
        try:
            connection.execute("INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', ?)", [rank])
        except sqlite3.DatabaseError as error:
            yield f"full text integrity-check {rank}: {error}"
    connection.rollback()


def nothing_is_left_over(connection: sqlite3.Connection) -> Iterator[str]:
    """No half without its other half."""
    for what, query in LEFT_OVER.items():
        (count,) = connection.execute(query).fetchone()
        if count:
            yield f"{count} {what}"


def documents_are_whole(library: Library, connection: sqlite3.Connection) -> Iterator[str]:
    """Each is as a library that was never interrupted would hold that version: text, passages, sentences, vectors."""
    files = library.home / "files"
    state = state_of(library)
    for name, version in state.items():
        (files / name).write_text(text_of(name, version), encoding="utf-8")
    with TemporaryDirectory() as folder:
        index = MemoryIndex()
        clean = Library(Path(folder), index, WordEmbedder(), OverlapReranker(), exact_limit=0)
        clean.add([files / name for name in state])
        for document in clean.documents():
            if library.document(document.id).text != clean.document(document.id).text:
                yield f"the text of {document.source} is that of no version"
            elif library.passages(document.id) != clean.passages(document.id):
                yield f"the passages of {document.source} are not those of its text"
        if library.counts() != clean.counts():
            yield f"{library.counts()} documents and passages instead of {clean.counts()}"
        clean.close()
    held = dict(_vectors(connection))
    if held.keys() != index.rows.keys():
        yield f"{len(held)} vectors instead of {len(index.rows)}, {len(held.keys() & index.rows.keys())} in both"
    wrong = [part for part in held.keys() & index.rows.keys() if not np.allclose(held[part], index.rows[part])]
    if wrong:
        yield f"{len(wrong)} vectors are not those of their texts"


def index_agrees(home: Path, connection: sqlite3.Connection) -> Iterator[str]:
    """Chroma, freshly opened, holds exactly the parts, and finds each by its own vector."""
    index = ChromaIndex(home / "chroma")
    index.refresh()
    expected, held = dict(_vectors(connection)), index.ids()
    if held != expected.keys():
        yield f"Chroma lacks {len(expected.keys() - held)} parts and holds {len(held - expected.keys())} that are gone"
    lost = [part for part, vector in expected.items() if part not in dict(index.query(vector, NEAREST))]
    if lost:
        yield f"Chroma does not find {len(lost)} of {len(expected)} parts by their own vectors, such as {lost[0]}"


def search_finds(library: Library) -> Iterator[str]:
    """The whole search, through the index and without it, finds passages by their own words."""
    models = (WordEmbedder(), OverlapReranker())
    exact = Library(library.home, ChromaIndex(library.home / "chroma"), *models)
    through_chroma = Library(library.home, ChromaIndex(library.home / "chroma"), *models, exact_limit=0)
    documents = library.documents()
    for document in documents[:: max(1, len(documents) // SAMPLE)]:
        passage = library.passages(document.id)[-1]
        words = " ".join(passage.text.split()[:60])
        for name, searched in (("through Chroma", through_chroma), ("without Chroma", exact)):
            if passage.id not in {hit.passage.id for hit in searched.search(words, NEAREST)}:
                yield f"a search {name} does not find passage {passage.id} of {document.source}"
    exact.close()
    through_chroma.close()


def nothing_is_lost(state: dict[str, int], allowed: dict[str, set[int | None]]) -> Iterator[str]:
    """Every document is at the version acknowledged last, or at that of the call that was interrupted."""
    for name in sorted(allowed.keys() | state.keys()):
        versions = allowed.get(name, {None})
        if state.get(name) not in versions:
            yield f"{name} is at version {state.get(name)}, not at {' or '.join(map(str, versions))}"


def _vectors(connection: sqlite3.Connection) -> Iterator[tuple[str, np.ndarray]]:
    query = "SELECT parts.id, vectors.vector FROM parts JOIN vectors ON key = parts.vector"
    return ((part, np.frombuffer(blob, dtype="<f4")) for part, blob in connection.execute(query))
