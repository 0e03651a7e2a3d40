"""Retrieval by itself: each question searched once, its ranking judged by which passages hold gold evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval import ranking
from eval.cases import Case
from eval.shelf import Shelf
from qa.types import Hit

DEPTH = 10
CUTS = (5, 10)


@dataclass(frozen=True, slots=True)
class Search:
    """A question's hits and, for each piece of its evidence, the passages that hold it. ``whole``: no sentence cuts a piece."""

    case: Case
    hits: tuple[Hit, ...]
    holders: tuple[frozenset[str], ...]
    whole: tuple[bool, ...]
    failure: str | None = None

    @property
    def relevant(self) -> list[bool]:
        """For each hit, whether it holds evidence."""
        return [bool(held) for held in self._held]

    @property
    def total(self) -> int:
        """How many passages hold evidence; those that one hit shows together count once, as they do in ``relevant``."""
        return len(self._wanted) - sum(len(held) - 1 for held in self._held if held)

    @property
    def _wanted(self) -> frozenset[str]:
        return frozenset().union(*self.holders)

    @property
    def _held(self) -> list[frozenset[str]]:
        """For each hit, which of the passages with evidence it shows."""
        return [self._wanted & {passage.id for passage in hit.passages} for hit in self.hits]


def look_up(case: Case, hits: Sequence[Hit], shelf: Shelf) -> Search:
    """What a ranking is judged by."""
    holders = tuple(frozenset(shelf.holders(piece)) for piece in case.evidence)
    return Search(case, tuple(hits), holders, tuple(shelf.is_whole(piece) for piece in case.evidence))


def hit_at(search: Search, k: int) -> float:
    """1 if the first k passages hold the evidence that is needed: any piece, or each where all are needed."""
    found = {passage.id for hit in search.hits[:k] for passage in hit.passages}
    held = [bool(holders & found) for holders in search.holders]
    return float(all(held) if search.case.needs_all else any(held))


def evidence_whole(search: Search) -> float:
    """Share of the evidence that stands in the library as whole sentences, so that it can be cited."""
    return sum(search.whole) / len(search.whole)


MEASURES: dict[str, Callable[[Search, int], float]] = {
    "hit": hit_at,
    "recall": lambda s, k: ranking.recall(s.relevant, s.total, k),
    "mrr": lambda s, k: ranking.reciprocal_rank(s.relevant, k),
    "map": lambda s, k: ranking.average_precision(s.relevant, s.total, k),
    "ndcg": lambda s, k: ranking.ndcg(s.relevant, s.total, k),
}
MEANINGS = {
    "hit": "1 if the first k passages hold the evidence that is needed",
    "recall": "share of the passages with evidence that is among the first k",
    "mrr": "1 / rank of the first passage with evidence",
    "map": "average precision over the first k passages",
    "ndcg": "discounted gain of the first k passages, over the best possible",
    "evidence_whole": " ".join((evidence_whole.__doc__ or "").split()),
    "failed": "share of questions whose search ended in an error",
}


def scored(search: Search) -> tuple[dict[str, float | None], dict[str, str]]:
    """Every measure of a search; None where a question has no answer, a reason where its evidence is not in the library."""
    names = [f"{name}@{k}" for name in MEASURES for k in CUTS] + ["evidence_whole"]
    failed = {"failed": float(search.failure is not None)}
    if not search.case.answerable:
        return {**dict.fromkeys(names), **failed}, {}
    if search.failure is not None:
        return {**dict.fromkeys(names, 0.0), **failed}, {}
    if not search.total:
        told = "no passage of the library holds the evidence in one piece"
        scores: dict[str, float | None] = {"evidence_whole": evidence_whole(search), **failed}
        return scores, {name: told for name in names if name not in scores}
    values: dict[str, float | None] = {f"{n}@{k}": measure(search, k) for n, measure in MEASURES.items() for k in CUTS}
    return {**values, "evidence_whole": evidence_whole(search), **failed}, {}
