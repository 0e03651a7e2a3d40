"""Systems side by side: each gives, for a question, the stretches of files that it finds, best first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bench.remembering import Memory, RememberingEmbedder, RememberingReranker
from bench.retrieval.data import Collection, Span
from bench.retrieval.fusing import Candidates, convex, reciprocal_ranks, z_scores
from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.onnx_models import models_folder
from qa.catalog import Catalog
from qa.fusing import DENSE_WEIGHT
from qa.library import Library
from qa.ports import Embedder, Reranker
from qa.terms import search_terms, spelled_out
from qa.types import Document, Hit, Passage

STORE = Path(__file__).parents[2] / ".bench"  # what the models said
DEPTH = 100  # passages a system gives: recall@100 needs so many
OURS = "Footnote"
DENSE, LEXICAL = "dense alone", "lexical alone"


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a file, with the scores of its sentences where the system gives any."""

    file: str
    start: int
    end: int
    text: str
    sentences: tuple[tuple[float, Span], ...] = ()


Search = Callable[[str], list[Found]]


@dataclass(frozen=True, slots=True)
class Models:
    """The embedded models, remembering."""

    embedder: Embedder
    reranker: Reranker


def models() -> Models:
    """Those in the installed package; what they said before is in STORE."""
    files = models_folder(None)
    return Models(
        RememberingEmbedder(files, Memory(STORE / "embedder.db")),
        RememberingReranker(files, Memory(STORE / "reranker.db")),
    )


class Built:
    """A collection in a library of ours, and the systems that search its passages."""

    def __init__(self, collection: Collection, folder: Path, used: Models) -> None:
        files, home = folder / "files", folder / "home"
        files.mkdir(parents=True)
        for name, text in collection.files.items():
            (files / name).write_text(text, encoding="utf-8")
        self._library = Library(home, ChromaIndex(home / "chroma"), used.embedder, used.reranker)
        self._library.add([files])
        self._catalog = Catalog(home / "library.db")
        self._embedder = used.embedder
        self._text = lru_cache(maxsize=None)(lambda id_: self._library.document(id_).text)
        self._matrix = self._catalog.vectors.of_rows(self._catalog.vectors.listed()[0].tolist())
        self._last: tuple[str, Candidates] | None = None

    def close(self) -> None:
        """Close its files."""
        self._catalog.close()
        self._library.close()

    def systems(self) -> Mapping[str, Search]:
        """By name. All but the first give what is fused from the same candidates, reranked by nothing."""
        fusions: dict[str, Callable[[Candidates], Sequence[int]]] = {
            DENSE: lambda found: list(found.dense),
            LEXICAL: lambda found: list(found.lexical),
            "reciprocal ranks": reciprocal_ranks,
        }
        for weight in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            fusions[f"convex {weight}"] = lambda found, weight=weight: convex(found, weight)  # type: ignore[misc]
        fusions[f"z-scores {DENSE_WEIGHT}"] = lambda found: z_scores(found, DENSE_WEIGHT)
        return {OURS: self.ours, **{name: self._fused(order) for name, order in fusions.items()}}

    def ours(self, question: str) -> list[Found]:
        """What the library finds."""
        hits = self._library.search(question, DEPTH)
        return [_shown(hit, self._text(hit.document.id)) for hit in hits]

    def _fused(self, order: Callable[[Candidates], Sequence[int]]) -> Search:
        def search(question: str) -> list[Found]:
            rows = list(order(self._candidates(question)))[:DEPTH]
            return [_found(passage, document) for passage, document in self._catalog.passages(rows).values()]

        return search

    def _candidates(self, question: str) -> Candidates:
        """Of both searches; every system asks for the same, one after the other."""
        if self._last is None or self._last[0] != question:
            names, matrix = self._catalog.other_names(), self._matrix
            cosines = matrix.vectors @ self._embedder.embed_query(spelled_out(question, names))
            best: dict[int, float] = {}
            for place in (-cosines).argsort(kind="stable"):
                best.setdefault(int(matrix.rows[place]), float(cosines[place]))
            lexical = self._catalog.fulltext.search(search_terms(question, names), DEPTH, None)
            self._last = question, Candidates(dict(list(best.items())[:DEPTH]), dict(lexical), best)
        return self._last[1]


def _found(passage: Passage, document: Document) -> Found:
    file, offset = Path(document.source).name, document.offset
    return Found(file, offset + passage.start, offset + passage.end, passage.text)


def _shown(hit: Hit, text: str) -> Found:
    """A hit with what stands around it in its document's text."""
    file, offset = Path(hit.document.source).name, hit.document.offset
    start, end = hit.passages[0].start, hit.passages[-1].end
    sentences = tuple(
        (score, (file, offset + sentence.start, offset + sentence.end))
        for sentence, score in zip(hit.sentences, hit.sentence_scores, strict=True)
        if score is not None
    )
    return Found(file, offset + start, offset + end, text[start:end], sentences)
