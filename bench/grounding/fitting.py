"""A logistic regression with a small ridge, and how well a score tells two groups apart. Plain numpy."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
RIDGE = 1.0  # on standardised signs
STEPS = 50
RESAMPLES = 2_000
SEED = 7


def fitted(rows: Floats, labels: Floats, weights: Floats) -> tuple[float, Floats]:
    """Constant and a weight for each column, by Newton's method (Hastie, Tibshirani and Friedman, 2009, 4.4.1 and 3.4.1).

    ``rows``: shape (n, k). ``labels``: 0 or 1, shape (n,). ``weights``: what each row counts, shape (n,). The ridge is laid on the
    columns in units of their standard deviation, not on the constant; what is returned is in the columns' own units.
    """
    means, spreads = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    design = np.column_stack([np.ones(len(rows)), (rows - means) / spreads])
    ridge = RIDGE * np.diag([0.0, *np.ones(rows.shape[1])])
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weights * (labels - chance)) - ridge @ found
        curve = design.T @ (design * (weights * chance * (1 - chance))[:, None]) + ridge
        found += np.linalg.solve(curve, slope)
    own = found[1:] / spreads
    return float(found[0] - own @ means), own


def auc(yes: Floats, no: Floats) -> float:
    """Area under the ROC curve: how often one of ``yes`` scores above one of ``no``, ties counted half (Hanley and McNeil, 1982)."""
    more = (yes[:, None] > no).mean() + (yes[:, None] == no).mean() / 2
    return float(more)


def auc_interval(yes: Floats, no: Floats) -> str:
    """The area with its 95% interval: percentiles of a bootstrap within each group."""
    return _with_interval(auc(yes, no), [auc(yes[one], no[other]) for one, other in _drawn(len(yes), len(no))])


def gain_interval(before: tuple[Floats, Floats], after: tuple[Floats, Floats]) -> str:
    """How much larger the area of ``after`` is, both scores of a question drawn together."""
    drawn = _drawn(len(before[0]), len(before[1]))
    gains = [auc(after[0][a], after[1][b]) - auc(before[0][a], before[1][b]) for a, b in drawn]
    return _with_interval(auc(*after) - auc(*before), gains)


def _drawn(yes: int, no: int) -> list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    drawn = np.random.default_rng(SEED)
    return [(drawn.integers(yes, size=yes), drawn.integers(no, size=no)) for _ in range(RESAMPLES)]


def _with_interval(value: float, resampled: list[float]) -> str:
    low, high = np.percentile(resampled, [2.5, 97.5])
    return f"{value:.3f} ({low:.2f}–{high:.2f})"


def least(scores: Floats, share: float) -> float:
    """The threshold below which lies at most this share of the scores."""
    return float(np.sort(scores)[int(share * len(scores))])
