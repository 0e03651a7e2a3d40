"""Scores of many samples folded into a mean with its uncertainty. What could not be scored is counted, never taken for 0."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2_000
SEED = 7


@dataclass(frozen=True, slots=True)
class Metric:
    """A mean over the samples that could be scored, with its 95% interval; None when there was none.

    ``not_applicable``: the question does not arise. ``unscored``: it does, but could not be judged.
    """

    name: str
    mean: float | None
    low: float | None
    high: float | None
    scored: int
    not_applicable: int
    unscored: int = 0


def fold_scores(name: str, scores: Sequence[float | None], unscored: int = 0) -> Metric:
    """The mean of the scores that are there."""
    there = [score for score in scores if score is not None]
    missing = len(scores) - len(there)
    if not there:
        return Metric(name, None, None, None, 0, missing, unscored)
    low, high = interval(there)
    return Metric(name, float(np.mean(there)), low, high, len(there), missing, unscored)


def interval(scores: Sequence[float]) -> tuple[float, float]:
    """95% percentile bootstrap of the mean (Efron and Tibshirani, 1993, ch. 13), the same for the same scores.

    Of paired differences it is the paired bootstrap: both scores of a question are drawn together.
    """
    values = np.asarray(scores, dtype=np.float64)
    drawn = np.random.default_rng(SEED).integers(len(values), size=(RESAMPLES, len(values)))
    low, high = np.percentile(values[drawn].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)
