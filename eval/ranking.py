"""Measures of one ranking, under their standard names. Pure: a ranking is a list of whether each passage is relevant.

Definitions: Manning, Raghavan and Schütze, *Introduction to Information Retrieval* (2008), ch. 8, as trec_eval computes them
(tests/eval/test_ranking.py holds them against it). ``total`` is how many relevant passages there are to be found.
"""

from collections.abc import Sequence
from math import log2


def success(relevant: Sequence[bool], k: int) -> float:
    """1 if one of the first k is relevant: hit@k, trec_eval's success."""
    return float(any(relevant[:k]))


def recall(relevant: Sequence[bool], total: int, k: int) -> float:
    """The share of all relevant passages that is among the first k."""
    return sum(relevant[:k]) / total


def reciprocal_rank(relevant: Sequence[bool], k: int) -> float:
    """1 / the rank of the first relevant one, 0 if it is not among the first k; its mean is MRR@k (Voorhees, 1999)."""
    return next((1 / rank for rank, found in enumerate(relevant[:k], start=1) if found), 0.0)


def average_precision(relevant: Sequence[bool], total: int, k: int) -> float:
    """The precisions at the ranks of the relevant ones among the first k, over all relevant ones; its mean is MAP@k."""
    found = [rank for rank, is_relevant in enumerate(relevant[:k], start=1) if is_relevant]
    return sum(place / rank for place, rank in enumerate(found, start=1)) / total


def ndcg(relevant: Sequence[bool], total: int, k: int) -> float:
    """Discounted gain, 1 / log2(1 + rank) for each relevant one, over the best that k places allow (Järvelin and Kekäläinen, 2002)."""
    gain = sum(1 / log2(1 + rank) for rank, is_relevant in enumerate(relevant[:k], start=1) if is_relevant)
    return gain / sum(1 / log2(1 + rank) for rank in range(1, min(total, k) + 1))
