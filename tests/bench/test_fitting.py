"""What the rule of refusing is fitted and judged with."""

import numpy as np
import pytest

from bench.grounding.fitting import auc, auc_interval, fitted, gain_interval, least


def test_an_area_is_the_share_of_pairs_in_order() -> None:
    """Of 3, 1 against 2, 1, 0: four pairs in order, one tie, one not: 4.5 of 6."""
    assert auc(np.array([3.0, 1.0]), np.array([2.0, 1.0, 0.0])) == 4.5 / 6


def test_an_interval_holds_its_area_and_is_the_same_each_time() -> None:
    """All in order: 1 whatever is drawn."""
    assert auc_interval(np.array([3.0, 4.0]), np.array([1.0, 2.0])) == "1.000 (1.00–1.00)"
    drawn = np.random.default_rng(1)
    yes, no = drawn.normal(1, 1, 80), drawn.normal(0, 1, 80)
    assert auc_interval(yes, no) == auc_interval(yes, no)


def test_a_gain_is_of_the_same_questions() -> None:
    """Nothing against itself; from nothing told apart to all, a half."""
    yes, no, same = np.array([3.0, 4.0]), np.array([1.0, 2.0]), np.array([0.0, 0.0])
    assert gain_interval((yes, no), (yes, no)) == "0.000 (0.00–0.00)"
    assert gain_interval((same, same), (yes, no)) == "0.500 (0.50–0.50)"


def test_a_threshold_leaves_at_most_its_share_below() -> None:
    """2% of a hundred are two; of ten, none."""
    scores = np.arange(100.0)
    assert (scores < least(scores, 0.02)).sum() == 2
    assert least(scores[:10], 0.02) == 0


def test_a_fit_finds_the_rule_that_made_the_labels() -> None:
    """In the columns' own units, whatever these are, and though one row counts for ten."""
    drawn = np.random.default_rng(5)
    rows = np.column_stack([drawn.normal(3, 2, 20_000), drawn.normal(0, 0.1, 20_000)])
    labels = (drawn.random(20_000) < 1 / (1 + np.exp(-(0.5 * rows[:, 0] - 10 * rows[:, 1] - 1)))).astype(float)
    constant, weights = fitted(rows, labels, np.ones(20_000))
    assert (constant, *weights) == pytest.approx((-1, 0.5, -10), rel=0.1)
    once = fitted(rows[:100], labels[:100], np.r_[10.0, np.ones(99)])
    often = np.r_[np.zeros(9, dtype=int), np.arange(100)]
    assert once[0] == pytest.approx(fitted(rows[often], labels[often], np.ones(109))[0], abs=0.1)


def test_columns_that_tell_nothing_weigh_nothing() -> None:
    """Also one that is always the same; the labels' share is the constant."""
    constant, weights = fitted(np.ones((10, 1)), np.array([1.0] * 5 + [0.0] * 5), np.ones(10))
    assert (constant, weights[0]) == pytest.approx((0, 0))
