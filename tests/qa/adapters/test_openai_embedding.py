"""An embedding model behind an OpenAI-compatible address, against a mocked endpoint."""

import json

import httpx
import numpy as np
import pytest
import respx

from qa.adapters.endpoint import Endpoint
from qa.adapters.openai_embedding import OpenAIEmbedder
from qa.errors import ModelBusy, ModelError, ModelGarbled, ModelRefused, ModelTimeout, ModelUnreachable

ENDPOINT = Endpoint("http://embed.test/v1", "secret", 5.0)


def embedder() -> OpenAIEmbedder:
    return OpenAIEmbedder("some-embedding", ENDPOINT, clock=lambda: 0.0, sleep=lambda _: None)


def rows(*vectors: object) -> httpx.Response:
    data = [{"object": "embedding", "index": n, "embedding": vector} for n, vector in enumerate(vectors)]
    return httpx.Response(200, json={"object": "list", "model": "m", "data": data})


def by_length(request: httpx.Request) -> httpx.Response:
    """Each text's vector points by its length."""
    texts = json.loads(request.content)["input"]
    data = [{"object": "embedding", "index": n, "embedding": [float(len(text)), 1.0]} for n, text in enumerate(texts)]
    return httpx.Response(
        200, json={"object": "list", "model": "m", "data": data, "usage": {"prompt_tokens": 1, "total_tokens": 1}}
    )


def test_vectors_are_normalised_and_in_order() -> None:
    """Through LlamaIndex, in as many requests as it takes."""
    with respx.mock(base_url="http://embed.test/v1") as router:
        route = router.post("/embeddings").mock(side_effect=by_length)
        vectors = OpenAIEmbedder("some-embedding", ENDPOINT).embed_passages(["x" * length for length in range(1, 101)])
    assert vectors.shape == (100, 2)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(100), abs=1e-6)
    assert vectors[:, 0] / vectors[:, 1] == pytest.approx(np.arange(1, 101), rel=1e-5)
    assert json.loads(route.calls.last.request.content)["model"] == "some-embedding"


@pytest.mark.parametrize(
    ("response", "error", "requests"),
    [
        (httpx.Response(401, json={"error": {"message": "bad key"}}), ModelRefused, 1),
        (httpx.Response(200, text="<html>"), ModelGarbled, 1),
        (httpx.ConnectError("refused"), ModelUnreachable, 4),
        (httpx.Response(503), ModelBusy, 4),
        (httpx.Response(429, headers={"retry-after": "60"}), ModelBusy, 1),
        (httpx.ReadTimeout("slow"), ModelTimeout, 1),
        (rows([1.0, 0.0]), ModelGarbled, 1),
        (rows([1.0, 0.0], [1.0]), ModelGarbled, 1),
        (rows([1.0, 0.0], [0.0, 0.0]), ModelGarbled, 1),
        (rows([1.0, 0.0], None), ModelGarbled, 1),
        (rows([1.0, 0.0], ["one", "two"]), ModelGarbled, 1),
    ],
)
def test_failures_are_ours(response: httpx.Response | Exception, error: type[ModelError], requests: int) -> None:
    """Retried where that may help and time is left; never with the key, and with the embedding service's settings."""
    with respx.mock(base_url="http://embed.test/v1") as router:
        route = router.post("/embeddings").mock(side_effect=[response] * 5)
        with pytest.raises(error) as raised:
            embedder().embed_passages(["one", "two"])
    assert route.call_count == requests
    assert "secret" not in str(raised.value)
    assert "mbedding service" in str(raised.value)


def test_a_busy_service_is_asked_again() -> None:
    """And nobody notices."""
    with respx.mock(base_url="http://embed.test/v1") as router:
        router.post("/embeddings").mock(side_effect=[httpx.Response(500), httpx.ConnectError("lost"), rows([3.0, 4.0])])
        assert embedder().embed_query("x") == pytest.approx([0.6, 0.8])


def test_the_fingerprint_names_model_and_service() -> None:
    """So that vectors of another are refused."""
    assert OpenAIEmbedder("some-embedding", ENDPOINT).fingerprint == "some-embedding@http://embed.test/v1"


def test_tokens_are_estimated_for_any_script() -> None:
    """Spans in order that cover every word; a sign of Korean counts as one."""
    (spans,) = OpenAIEmbedder("m", ENDPOINT).token_spans(["modernization 12,000 예산"])
    assert ["modernization 12,000 예산"[a:b] for a, b in spans] == [
        "mode",
        "rniz",
        "atio",
        "n",
        "12",
        ",",
        "000",
        "예",
        "산",
    ]
