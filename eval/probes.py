"""What questions alone do not show of a library: filters, updates, removal, both searches, the vector index, addresses.

Each probe asks a small library of its own and gives the share of what it looked at that was right.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from eval.parts import Parts, open_library
from qa.library import Library
from qa.types import EVERYTHING, Filters, Hit

DOCUMENTS = {
    "weir.md": "---\ntitle: The weir\npublisher: Harbor Brief\npublished: 2025-03-02\n---\n\n# The weir\n\nThe weir at Holm is 6 meters"
    " high. Its valve carries the number QX-7741.\n\n## Fish\n\nEngineers will build steps for the fish\nbefore   the autumn. They"
    " asked anglers first.\n",
    "kiln.md": "---\ntitle: The kiln\npublisher: Tide Review\npublished: 2025-08-19\n---\n\nThe kiln at Berg was rebuilt in 2024. Its"
    " owner bakes bricks for the weir.\n",
    "orchard.md": "---\ntitle: The orchard\npublisher: Tide Review\npublished: 2025-11-30\n---\n\nPears ripen late on the north slope."
    " Children are allowed to pick what has fallen.\n",
    "undated.txt": "Notes on the weir\n\nSomebody saw an otter below the weir.\n",
}
OLD, NEW = "The kiln at Berg was rebuilt in 2024.", "The kiln at Berg was torn down in 2025."


@dataclass(frozen=True, slots=True)
class Bench:
    """A library of the documents above, the folder they lie in, and how to open the library again."""

    library: Library
    folder: Path
    reopen: Callable[[int], Library]

    def search(self, question: str, filters: Filters = EVERYTHING) -> list[Hit]:
        """At most four hits: there are more passages."""
        return self.library.search(question, 4, filters)


def filters_kept(bench: Bench) -> float:
    """Share of filters whose hits all pass them, none of them empty."""
    ids = tuple(d.id for d in bench.library.documents() if d.title == "The orchard")
    kept = (
        _all(
            bench.search("weir", Filters(since=date(2025, 4, 1))),
            lambda h: str(h.document.published or "") >= "2025-04-01",
        ),
        _all(
            bench.search("kiln", Filters(until=date(2025, 4, 1))),
            lambda h: "" < str(h.document.published or "") <= "2025-04-01",
        ),
        _all(bench.search("weir", Filters(publisher="tide review")), lambda h: h.document.publisher == "Tide Review"),
        _all(bench.search("weir", Filters(document_ids=ids)), lambda h: h.document.id in ids),
        not bench.search("weir", Filters(collection="another")),
    )
    return sum(kept) / len(kept)


def words_found(bench: Bench) -> float:
    """1 if a number that no model knows the meaning of is found by its letters, first."""
    hits = bench.search("QX-7741")
    return float(bool(hits) and "QX-7741" in hits[0].passage.text and hits[0].lexical_rank == 1)


def meaning_found(bench: Bench) -> float:
    """1 if a passage that shares no word with the question is found by its meaning, first."""
    hits = bench.search("Which fruit may youngsters gather?")
    return float(bool(hits) and hits[0].document.title == "The orchard" and hits[0].dense_rank == 1)


def index_agrees(bench: Bench) -> float:
    """1 if the vector index, asked instead of the exact search, gives the same first passages."""
    with closing(bench.reopen(0)) as indexed:
        questions = ("How high is the weir?", "Who bakes bricks?", "When do pears ripen?")
        return sum(_first(indexed, q) == _first(bench.library, q) for q in questions) / len(questions)


def addresses_exact(bench: Bench) -> float:
    """Share of sentences that stand in their document where they say, as they say."""
    right = [
        document.text[sentence.start : sentence.end] == sentence.text
        for id_ in (document.id for document in bench.library.documents())
        for document in [bench.library.document(id_)]
        for passage in bench.library.passages(id_)
        for sentence in passage.sentences
    ]
    return sum(right) / len(right)


def quotes_exact(bench: Bench) -> float:
    """1 if a sentence that runs over two lines is quoted as it stands, line break and all."""
    answer = bench.library.ask("What will engineers build for the fish?")
    texts = {note.document_id: bench.library.document(note.document_id).text for note in answer.citations}
    exact = [texts[note.document_id][note.start : note.end] == note.quote for note in answer.citations]
    return float(all(exact) and any("\n" in note.quote for note in answer.citations))


def update_seen(bench: Bench) -> float:
    """1 if a changed document is found by its new words and no longer by its old ones, and the index has followed."""
    path = bench.folder / "kiln.md"
    path.write_text(path.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
    bench.library.add([bench.folder])
    told = [hit.passage.text for hit in bench.search("What happened to the kiln at Berg?")]
    fresh = any(NEW in text for text in told) and not any(OLD in text for text in told)
    return float(fresh and bench.library.drift() == (0, 0))


def repeat_harmless(bench: Bench) -> float:
    """1 if adding the same folder again changes nothing."""
    before = bench.library.counts()
    again = bench.library.add([bench.folder])
    return float(bench.library.counts() == before and not again.added and not again.updated)


def removal_seen(bench: Bench) -> float:
    """1 if a removed document is found no more, and the index has followed."""
    bench.library.remove([d.id for d in bench.library.documents() if d.title == "The kiln"])
    gone = not any(hit.document.title == "The kiln" for hit in bench.search("What happened to the kiln at Berg?"))
    return float(gone and bench.library.drift() == (0, 0))


PROBES = (
    filters_kept,
    words_found,
    meaning_found,
    index_agrees,
    addresses_exact,
    quotes_exact,
    update_seen,
    repeat_harmless,
    removal_seen,
)


def open_bench(folder: Path, parts: Parts) -> Bench:
    """Write the documents and add them."""
    documents, home = folder / "documents", folder / "home"
    documents.mkdir(parents=True)
    for name, text in DOCUMENTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    library = open_library(home, parts)
    library.add([documents])
    return Bench(library, documents, lambda limit: open_library(home, parts, limit))


def _all(hits: list[Hit], passes: Callable[[Hit], bool]) -> bool:
    return bool(hits) and all(map(passes, hits))


def _first(library: Library, question: str) -> str | None:
    hits = library.search(question, 1)
    return hits[0].passage.id if hits else None
