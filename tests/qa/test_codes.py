"""Vectors in a quarter of their size."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.catalog.spans import Spans
from qa.codes import AT_MOST, Codes, coded
from qa.ports import Vectors

K = 5


def of(vectors: Vectors, rows: np.ndarray | None = None) -> Codes:
    codes, scales, error = coded(vectors)
    rows = np.arange(1, len(vectors) + 1) if rows is None else rows
    return Codes(1, rows, np.arange(len(vectors)), codes, scales, error)


def unit(rng: np.random.Generator, count: int, size: int, spread: float) -> Vectors:
    """Around one point, as an embedding model's vectors are: the nearer, the harder to tell apart."""
    points = np.ones(size) + spread * rng.standard_normal((count, size))
    vectors: Vectors = (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)
    return vectors


@given(
    seed=st.integers(0, 2**32 - 1),
    count=st.integers(1, 1_500),
    size=st.sampled_from([3, 64, 384]),
    spread=st.floats(0.1, 5),
)
def test_the_nearest_are_among_the_candidates(seed: int, count: int, size: int, spread: float) -> None:
    """All of them, whether all vectors are compared or some, and though some passages have several.

    Where more than AT_MOST for each one wanted could be, they cannot be told apart, and none is sure.
    """
    rng = np.random.default_rng(seed)
    vectors, query = unit(rng, count, size, spread), unit(rng, 1, size, spread)[0]
    rows = np.sort(rng.integers(1, count + 1, size=count))
    cosines = vectors @ query
    for among in (None, Spans(np.array([1, count // 2 + 1]), np.array([count // 4, count]))):
        best: dict[int, float] = {}
        for row, cosine in zip(rows.tolist(), cosines.tolist(), strict=True):
            if among is None or row in among:
                best[row] = max(cosine, best.get(row, -1.0))
        nearest = sorted(best, key=lambda row: -best[row])[:K]
        found = of(vectors, rows).candidates(query, among, K).tolist()
        worst = min((best[row] for row in nearest), default=0.0)
        assert len(found) == len(set(found)) >= len(nearest)
        assert set(found) <= best.keys()
        assert len(found) == AT_MOST * K or {row for row in nearest if best[row] > worst + 1e-6} <= set(found)


def test_most_are_left_out() -> None:
    """That is what they are for."""
    rng = np.random.default_rng(7)
    vectors = unit(rng, 5_000, 384, 5)
    assert len(of(vectors).candidates(vectors[0], None, 50)) < 120


def test_vectors_that_nothing_tells_apart_are_not_all_read() -> None:
    """A library may hold one page ten thousand times."""
    vectors = np.full((1_000, 4), 0.5, dtype=np.float32)
    assert len(of(vectors).candidates(vectors[0], None, K)) == AT_MOST * K


def test_what_is_coded_is_nearly_the_vector() -> None:
    """No difference is longer than is said; nothing and one number alone can be coded too."""
    vectors = unit(np.random.default_rng(7), 100, 384, 5)
    codes, scales, error = coded(np.vstack([vectors, np.zeros((1, 384), dtype=np.float32)]))
    differences = np.linalg.norm(codes[:100] * scales[:100, None] - vectors, axis=1)
    assert differences.max() == pytest.approx(error, rel=1e-3)
    assert 0 < error < 0.02
    assert not codes[100].any()
    assert coded(np.empty((0, 384), dtype=np.float32))[2] == 0.0
