"""Rows of an embedding service as unit vectors."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from qa.errors import ModelGarbled
from qa.ports import Vectors


def unit_rows(rows: Sequence[Any], texts: int, setting: str) -> Vectors:
    """Shape (texts, dimensions), rows of length 1. Raises ModelGarbled for anything else than one finite row a text."""
    try:
        vectors = np.asarray(rows, dtype=np.float32)
    except (TypeError, ValueError):  # rows of several lengths, or of no numbers
        vectors = np.empty(0, dtype=np.float32)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True) if vectors.ndim == 2 else np.zeros(1)
    if len(vectors) != texts or not np.all(np.isfinite(norms) & (norms > 0)):
        raise ModelGarbled("The embedding service sent vectors that cannot be used.", f"Check {setting}.")
    unit: Vectors = vectors / norms
    return unit
