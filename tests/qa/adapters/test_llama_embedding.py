"""Any LlamaIndex embedding as an embedder."""

from typing import Any

import numpy as np
import pytest

from qa.adapters.llama_embedding import LlamaEmbedder
from qa.adapters.plugs import Plug
from qa.errors import ModelBusy, ModelError, ModelGarbled, ModelTimeout
from tests.qa.adapters.plugged import HERE, LET_GO, ServiceError


def embedder(seconds: float = 30.0, **arguments: Any) -> LlamaEmbedder:
    plug = Plug("QA_EMBEDDING", f"{HERE}:FakeEmbedding", arguments)
    return LlamaEmbedder(plug, seconds, clock=lambda: 0.0, sleep=lambda _: None)


def test_vectors_are_normalised_and_in_order() -> None:
    """Passages in batches, a query in the class's own way."""
    vectors = embedder().embed_passages(["x" * length for length in range(1, 101)])
    assert vectors.shape == (100, 2)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(100), abs=1e-6)
    assert vectors[:, 0] / vectors[:, 1] == pytest.approx(np.arange(1, 101), rel=1e-5)
    query = embedder().embed_query("xxx")
    assert query.shape == (2,)
    assert query.dtype == np.float32
    assert query[1] / query[0] == pytest.approx(3.0)


@pytest.mark.parametrize(
    ("gives", "error"),
    [
        ([[1.0]], ModelGarbled),
        ([[1.0], [1.0, 2.0]], ModelGarbled),
        ([[0.0, 0.0], [1.0, 0.0]], ModelGarbled),
        ([[float("nan"), 1.0], [1.0, 0.0]], ModelGarbled),
        ([["one"], ["two"]], ModelGarbled),
        (7, ModelGarbled),
        (ServiceError(503), ModelBusy),
        (OSError("disk"), ModelGarbled),
    ],
)
def test_what_is_no_vector_is_an_error_of_ours(gives: Any, error: type[ModelError]) -> None:
    """Too few rows, ragged ones, zeros, not a number, no numbers, no list, a failing service, anything raised."""
    with pytest.raises(error):
        embedder(gives=gives).embed_passages(["one", "two"])


def test_one_that_hangs_is_left() -> None:
    """After QA_TIMEOUT."""
    try:
        with pytest.raises(ModelTimeout, match=r"0\.05 seconds"):
            embedder(0.05, gives="hang").embed_query("x")
    finally:
        LET_GO.set()
        LET_GO.clear()


def test_the_fingerprint_names_what_changes_a_vector() -> None:
    """The class and its model, not the way to it."""
    assert embedder(model_name="a").fingerprint != embedder(model_name="b").fingerprint
    assert embedder(model_name="a", api_key="1", timeout=3).fingerprint == embedder(model_name="a").fingerprint
    assert embedder().fingerprint.startswith(f"{HERE}:FakeEmbedding#")


@pytest.mark.parametrize(("known", "most"), [(None, 512), (256, 256), (8_192, 512), (0, 512)])
def test_a_model_says_how_much_it_reads_or_512_is_taken(known: int | None, most: int) -> None:
    """No more than passages were made for; and tokens are estimated for any script."""
    assert embedder(max_length=known).max_tokens == most
    assert embedder().token_spans(["예산 grows"]) == [[(0, 1), (1, 2), (3, 7), (7, 8)]]
