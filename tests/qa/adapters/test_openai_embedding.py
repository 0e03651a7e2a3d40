"""An embedding model behind an OpenAI-compatible address, against a mocked endpoint."""

import json

import httpx
import numpy as np
import pytest
import respx

from qa.adapters.endpoint import Endpoint
from qa.adapters.openai_embedding import OpenAIEmbedder
from qa.errors import ModelError, ModelGarbled, ModelRefused

ENDPOINT = Endpoint("http://embed.test/v1", "secret", 5.0)


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
    ("response", "error"),
    [
        (httpx.Response(401, json={"error": {"message": "bad key"}}), ModelRefused),
        (httpx.Response(200, text="<html>"), ModelGarbled),
        (httpx.ConnectError("refused"), ModelError),
    ],
)
def test_failures_are_ours(response: httpx.Response | Exception, error: type[ModelError]) -> None:
    """A refused key, a reply that is none, no connection."""
    with respx.mock(base_url="http://embed.test/v1") as router:
        router.post("/embeddings").mock(side_effect=[response] * 5)
        with pytest.raises(error):
            OpenAIEmbedder("some-embedding", ENDPOINT).embed_query("x")


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
