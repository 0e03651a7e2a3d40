"""Ways to make one ranking of two. The one that was chosen is in qa/retrieval.py; these are what it was chosen among."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa.dense import CANDIDATES

DAMPING = 60  # of reciprocal ranks: Cormack, Clarke and Büttcher, 2009


@dataclass(frozen=True, slots=True)
class Candidates:
    """What the searches found: passage rows, best first, each with its score. ``cosines`` has every passage's."""

    dense: Mapping[int, float]
    lexical: Mapping[int, float]
    cosines: Mapping[int, float]


def reciprocal_ranks(found: Candidates) -> list[int]:
    """By the sum of 1 / (60 + rank)."""
    scores: dict[int, float] = {}
    for ranking in (found.dense, found.lexical):
        for rank, row in enumerate(list(ranking)[:CANDIDATES], start=1):
            scores[row] = scores.get(row, 0.0) + 1 / (DAMPING + rank)
    return sorted(scores, key=lambda row: -scores[row])


def convex(found: Candidates, weight: float) -> list[int]:
    """By the weighted sum of min-max normalised cosines and BM25 over the highest of them (Bruch et al., 2023)."""
    rows, cosines, bm25 = _scores(found)
    low, high = cosines.min(), cosines.max()
    dense = (cosines - low) / ((high - low) or 1.0)
    return _ordered(rows, weight * dense + (1 - weight) * bm25 / (bm25.max() or 1.0))


def z_scores(found: Candidates, weight: float) -> list[int]:
    """By the weighted sum of both scores in standard deviations from their means."""
    rows, cosines, bm25 = _scores(found)
    dense, lexical = ((each - each.mean()) / (each.std() or 1.0) for each in (cosines, bm25))
    return _ordered(rows, weight * dense + (1 - weight) * lexical)


def _scores(found: Candidates) -> tuple[list[int], np.ndarray, np.ndarray]:
    """The rows that either search brings, their cosines and their BM25, 0 for those that the lexical search did not find."""
    lexical = dict(list(found.lexical.items())[:CANDIDATES])
    rows = list(dict.fromkeys([*list(found.dense)[:CANDIDATES], *lexical]))
    return rows, np.array([found.cosines[row] for row in rows]), np.array([lexical.get(row, 0.0) for row in rows])


def _ordered(rows: list[int], scores: np.ndarray) -> list[int]:
    return [rows[place] for place in np.argsort(-scores, kind="stable")]
