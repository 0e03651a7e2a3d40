"""A question to hits: each of its parts searched by meaning and by words, fused, reranked, and shown with what stands around them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qa.aims import aims, without_voices
from qa.catalog import Catalog
from qa.catalog.spans import Spans
from qa.dense import CANDIDATES, EXACT_LIMIT, DenseSearch
from qa.fusing import Candidate, Ranked, fuse, in_turn, merged
from qa.ports import Embedder, Reranker, VectorIndex, Vectors
from qa.reranking import RERANKED_PASSAGES, rerank
from qa.terms import search_terms, spelled_out
from qa.types import Document, Filters, Hit, Passage
from qa.widening import widened
from qa.words import content_stems

SAME = 0.8  # share of content words from which two passages of copies say the same


class Searched(NamedTuple):
    """One search: its question, the words and phrases of it that the full text was searched by, other names among them, and the
    documents preferred because the question names them.
    """

    question: str
    terms: tuple[str, ...]
    preferred: tuple[str, ...]


class Retrieved(NamedTuple):
    """Hits, best first, and how they were searched: the question first, then its parts."""

    hits: list[Hit]
    searched: tuple[Searched, ...] = ()

    @property
    def preferred(self) -> tuple[str, ...]:
        """Which documents were preferred, by any part."""
        return tuple(dict.fromkeys(told for each in self.searched for told in each.preferred))


class _Found(NamedTuple):
    """What the two searches brought, each as (row, score), best first."""

    dense: list[tuple[int, float]]
    lexical: list[tuple[int, float]]


class Retriever:
    """Finds passages. Reads the catalog and, in a large library, the vector index."""

    def __init__(
        self,
        catalog: Catalog,
        index: VectorIndex,
        embedder: Embedder,
        reranker: Reranker,
        exact_limit: int = EXACT_LIMIT,
    ) -> None:
        self._catalog = catalog
        self._dense = DenseSearch(catalog, index, exact_limit)
        self._embedder = embedder
        self._reranker = reranker

    def search(self, question: str, parts: Sequence[str], k: int, filters: Filters) -> Retrieved:
        """The k best hits, best first, of a question and its parts in turn; fewer when the filters leave fewer.

        One state of the library is searched, whatever is written to it meanwhile.
        """
        with self._catalog.snapshot():
            return self._search(question, parts, k, filters)

    def _search(self, question: str, parts: Sequence[str], k: int, filters: Filters) -> Retrieved:
        rows = self._catalog.eligible(filters)
        if rows is not None and not rows:
            return Retrieved([])
        found = [self._searched(each, rows, filters) for each in (question, *parts)]
        ranked = merged([ranking for _, ranking in found])
        hits = self._hits(ranked[: max(2 * k, RERANKED_PASSAGES)])  # copies are left out of them
        asked = {hit.passage.id: each.question for hit, each in hits}
        best = in_turn(rerank(self._reranker, _without_copies([hit for hit, _ in hits]), asked), asked)
        return Retrieved(widened(best, k, self._catalog.beside), tuple(searched for searched, _ in found))

    def _preferred(self, question: str, filters: Filters) -> Mapping[str, Spans]:
        """The rows of the documents that a question says it is about, by how it says so; what no document fits is left out."""
        publishers, newest = self._catalog.provenances()
        wanted = {aim.told: self._catalog.eligible(aim.filters) for aim in aims(question, filters, publishers, newest)}
        return {told: rows for told, rows in wanted.items() if rows}

    def _searched(self, question: str, rows: Spans | None, filters: Filters) -> tuple[Searched, list[Ranked]]:
        """One question's candidates, fused; what it prefers is looked for by itself too, so that it is among them."""
        names, preferred = self._catalog.other_names(), self._preferred(question, filters)
        query = self._embedder.embed_query(spelled_out(question, names))
        terms = search_terms(question, names)
        found = [
            _Found(self._dense.nearest(query, each), self._catalog.fulltext.search(terms, CANDIDATES, each))
            for each in (rows, *preferred.values())
        ]
        # The reranker reads no publisher, and takes whose documents are meant for what is asked.
        asked = without_voices(question, self._catalog.provenances().publishers) if preferred else question
        ranking = fuse(asked, self._candidates(query, found), tuple(preferred.values()))
        return Searched(question, tuple(terms), tuple(preferred)), ranking

    def _candidates(self, query: Vectors, found: Sequence[_Found]) -> list[Candidate]:
        """All that was found, with its ranks in the first pair of searches; what only words found gets its cosine looked up."""
        cosines = {row: cosine for each in found for row, cosine in each.dense}
        bm25 = {row: score for each in found for row, score in each.lexical}
        missing = [row for row in bm25 if row not in cosines]
        if missing:
            matrix = self._catalog.vectors.of_rows(missing)
            for row, cosine in zip(matrix.rows, matrix.vectors @ query, strict=True):
                cosines[int(row)] = max(cosines.get(int(row), -1.0), float(cosine))
        dense_ranks = {row: rank for rank, (row, _) in enumerate(found[0].dense, start=1)}
        lexical_ranks = {row: rank for rank, (row, _) in enumerate(found[0].lexical, start=1)}
        return [
            Candidate(row, cosine, bm25.get(row, 0.0), dense_ranks.get(row), lexical_ranks.get(row))
            for row, cosine in cosines.items()
        ]

    def _hits(self, ranked: Sequence[Ranked]) -> list[tuple[Hit, Ranked]]:
        by_row = {each.candidate.row: each for each in ranked}
        found = self._catalog.passages(list(by_row))
        return [(_hit(by_row[row], *of_row), by_row[row]) for row, of_row in found.items()]


def _hit(ranked: Ranked, passage: Passage, document: Document) -> Hit:
    return Hit(passage, document, ranked.score, ranked.candidate.dense_rank, ranked.candidate.lexical_rank)


def _without_copies(hits: Sequence[Hit]) -> list[Hit]:
    """Of passages that say the same in copies of one document, the first: none is to be cited twice for one thing."""
    kept: list[Hit] = []
    seen: dict[str, list[set[str]]] = {}
    for hit in hits:
        words = content_stems(hit.passage.text)
        twins = seen.setdefault(hit.document.copy_of or hit.document.id, [])
        if not any(len(words & twin) >= SAME * len(words | twin) for twin in twins):
            kept.append(hit)
        twins.append(words)
    return kept
