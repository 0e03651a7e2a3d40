"""A question to hits: dense and lexical search, fused, the best sentences found by the reranker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.catalog import Catalog
from qa.dense import CANDIDATES, EXACT_LIMIT, DenseSearch
from qa.ports import Embedder, Reranker, VectorIndex, Vectors
from qa.terms import search_terms, spelled_out
from qa.types import Filters, Hit
from qa.words import content_stems

DENSE_WEIGHT = 0.6  # of the fused score; the rest is lexical
LOGIT_WEIGHT = 0.05  # of a passage's best sentence beside its fused score, which lies in 0..1
LOGITS = (-11.0, 2.0)  # below, it is about something else; above, a higher logit means no better passage
RERANKED_PASSAGES = 8
SAME = 0.8  # share of content words from which two passages of copies say the same
RERANKED_SENTENCES = 60


@dataclass(frozen=True, slots=True)
class _Scored:
    """A candidate passage: its catalog row and what each search made of it."""

    row: int
    cosine: float
    bm25: float
    dense_rank: int | None
    lexical_rank: int | None


class Retriever:
    """Finds passages by meaning and by words, and orders them."""

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

    def search(self, question: str, k: int, filters: Filters) -> list[Hit]:
        """The k best hits, best first; fewer when the filters leave fewer."""
        rows = self._catalog.eligible(filters)
        if rows is not None and not rows:
            return []
        query = self._embedder.embed_query(spelled_out(question, self._catalog.other_names()))
        dense = self._dense.nearest(query, rows)
        lexical = self._catalog.fulltext.search(self.terms(question), CANDIDATES, rows)
        fused = _fuse(self._scored(query, dense, lexical))
        wanted = fused[: max(2 * k, RERANKED_PASSAGES)]  # copies are left out of them
        return self._reranked(question, _without_copies(self._hits(wanted)))[:k]

    def terms(self, question: str) -> list[str]:
        """The words and phrases that the full text is searched by; other names of what the question names are among them."""
        return search_terms(question, self._catalog.other_names())

    def _scored(
        self, query: Vectors, dense: Sequence[tuple[int, float]], lexical: Sequence[tuple[int, float]]
    ) -> list[_Scored]:
        """Every candidate of either search; those that only the lexical one found get their cosine looked up."""
        cosines = dict(dense)
        missing = [row for row, _ in lexical if row not in cosines]
        if missing:
            matrix = self._catalog.vectors.of_rows(missing)
            for row, cosine in zip(matrix.rows, matrix.vectors @ query, strict=True):
                cosines[int(row)] = max(cosines.get(int(row), -1.0), float(cosine))
        bm25 = dict(lexical)
        dense_ranks = {row: rank for rank, (row, _) in enumerate(dense, start=1)}
        lexical_ranks = {row: rank for rank, (row, _) in enumerate(lexical, start=1)}
        return [
            _Scored(row, cosine, bm25.get(row, 0.0), dense_ranks.get(row), lexical_ranks.get(row))
            for row, cosine in cosines.items()
        ]

    def _hits(self, fused: Sequence[tuple[_Scored, float]]) -> list[Hit]:
        passages = self._catalog.passages([scored.row for scored, _ in fused])
        by_id = {scored.row: (scored, score) for scored, score in fused}
        return [
            Hit(passage, document, by_id[row][1], by_id[row][0].dense_rank, by_id[row][0].lexical_rank)
            for row, (passage, document) in passages.items()
        ]

    def _reranked(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """The hits ordered by fused score and best sentence together; the first few get sentence scores."""
        asked = [
            (place, number)
            for place, hit in enumerate(hits[:RERANKED_PASSAGES])
            for number, sentence in enumerate(hit.passage.sentences)
            if sentence.kind == "prose"
        ][:RERANKED_SENTENCES]
        logits = self._reranker.score(question, [_in_context(hits[place], number) for place, number in asked])
        scores: dict[tuple[int, int], float] = dict(zip(asked, logits, strict=True))
        scored = [
            replace(hit, sentence_scores=tuple(scores.get((place, n)) for n in range(len(hit.passage.sentences))))
            for place, hit in enumerate(hits)
        ]
        return sorted(scored, key=_final_score, reverse=True)


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


def best_logit(hit: Hit) -> float | None:
    """The score of a hit's best sentence, None when none was scored."""
    return max((score for score in hit.sentence_scores if score is not None), default=None)


def _in_context(hit: Hit, number: int) -> str:
    """A sentence as the reranker reads it: what it leaves to its title and heading is put back in front of it."""
    return ". ".join(filter(None, [hit.document.title, hit.passage.heading, hit.passage.sentences[number].text]))


def _fuse(candidates: Sequence[_Scored]) -> list[tuple[_Scored, float]]:
    """Convex combination of min-max normalised scores (Bruch et al., 2023), best first, each score in 0..1."""
    if not candidates:
        return []
    low, high = min(c.cosine for c in candidates), max(c.cosine for c in candidates)
    top = max(c.bm25 for c in candidates) or 1.0

    def score(candidate: _Scored) -> float:
        dense = (candidate.cosine - low) / (high - low) if high > low else 1.0
        return DENSE_WEIGHT * dense + (1 - DENSE_WEIGHT) * candidate.bm25 / top

    return sorted(((c, score(c)) for c in candidates), key=lambda pair: (-pair[1], pair[0].row))


def _final_score(hit: Hit) -> float:
    logit = best_logit(hit)
    low, high = LOGITS
    return hit.score + LOGIT_WEIGHT * (low if logit is None else min(max(logit, low), high))
