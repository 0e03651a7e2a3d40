"""Folding scores: hand-computed values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import Metric, fold_scores, interval


def test_what_could_not_be_scored_is_counted_and_not_zero() -> None:
    """(1 + 0 + 0.5) / 3, and one left out."""
    metric = fold_scores("recall", [1.0, None, 0.0, 0.5], unscored=2)
    assert (metric.mean, metric.scored, metric.not_applicable, metric.unscored) == (0.5, 3, 1, 2)


def test_nothing_scored_has_no_mean() -> None:
    """Neither 0 nor 1 is claimed."""
    assert fold_scores("recall", [None, None]) == Metric("recall", None, None, None, 0, 2)
    assert fold_scores("recall", []) == Metric("recall", None, None, None, 0, 0)


def test_equal_scores_have_an_interval_of_no_width() -> None:
    """Resampling equal values gives the same mean each time."""
    assert interval([0.25, 0.25, 0.25]) == (0.25, 0.25)


def test_the_interval_is_the_binomial_one_for_zeros_and_ones() -> None:
    """Means of resamples of 10 zeros and 10 ones are binomial(20, 1/2)/20: its 2.5% and 97.5% points are 6/20 and 14/20."""
    assert interval([0.0] * 10 + [1.0] * 10) == pytest.approx((0.3, 0.7), abs=0.05)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_an_interval_lies_within_the_scores_and_never_changes(scores: list[float]) -> None:
    """It is seeded: the same scores give the same interval."""
    low, high = interval(scores)
    assert min(scores) - 1e-9 <= low <= high <= max(scores) + 1e-9
    assert interval(scores) == (low, high)
