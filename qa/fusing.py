"""Candidates of several searches to one ranking. Pure."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from qa.types import Hit

DENSE_WEIGHT = 0.6  # of the fused score; the rest is lexical
PREFERRED = 0.3  # added to the score of what the question names by its day or its publisher


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage by its catalog row, and what each search made of it. A rank is None where that search did not bring it."""

    row: int
    cosine: float
    bm25: float
    dense_rank: int | None
    lexical_rank: int | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its fused score and the question, or the part of one, that it was found by."""

    candidate: Candidate
    score: float
    question: str


def fuse(question: str, candidates: Sequence[Candidate], preferred: Sequence[Container[int]]) -> list[Ranked]:
    """Convex combination of min-max normalised scores (Bruch et al., 2023), best first, each in 0..1 and more where preferred."""
    if not candidates:
        return []
    # What was only looked for because it is preferred does not move the others.
    cosines = [c.cosine for c in candidates if c.dense_rank or c.lexical_rank]
    low, high = min(cosines), max(cosines)
    top = max(c.bm25 for c in candidates) or 1.0

    def score(candidate: Candidate) -> float:
        dense = (candidate.cosine - low) / (high - low) if high > low else 1.0
        fused = DENSE_WEIGHT * dense + (1 - DENSE_WEIGHT) * candidate.bm25 / top
        return fused + PREFERRED if any(candidate.row in rows for rows in preferred) else fused

    return _sorted(Ranked(c, score(c), question) for c in candidates)


def merged(rankings: Sequence[Sequence[Ranked]]) -> list[Ranked]:
    """The rankings of a question's parts as one: each passage where it stands best."""
    best: dict[int, Ranked] = {}
    for ranked in (each for ranking in rankings for each in ranking):
        held = best.get(ranked.candidate.row)
        if held is None or ranked.score > held.score:
            best[ranked.candidate.row] = ranked
    return _sorted(best.values())


def in_turn(hits: Sequence[Hit], asked: Mapping[str, str]) -> list[Hit]:
    """The hits of a question's parts in turn, each part's best first: scores of different questions do not compare.

    ``asked``: the part that each passage was found by, by the passage's id.
    """
    of_part: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        of_part[asked[hit.passage.id]].append(hit)
    return [hit for round_ in zip_longest(*of_part.values()) for hit in round_ if hit is not None]


def _sorted(ranked: Iterable[Ranked]) -> list[Ranked]:
    return sorted(ranked, key=lambda each: (-each.score, each.candidate.row))
