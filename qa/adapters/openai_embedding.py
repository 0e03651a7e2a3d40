"""An embedding model behind an OpenAI-compatible address, through LlamaIndex. Retries are ours."""

import time
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any

from qa.adapters.endpoint import Endpoint, translated
from qa.adapters.estimating import EstimatedTokens
from qa.adapters.failures import Named
from qa.adapters.retrying import Patience
from qa.adapters.vectors import unit_rows
from qa.ports import Vectors

BATCH = 64
MAX_TOKENS = 512  # what such services take at the least; passages are built to be shorter
SERVICE = "The embedding service"


class OpenAIEmbedder(EstimatedTokens):
    """An Embedder. Tokens are estimated. The endpoint's patience is for each batch; ``clock`` and ``sleep`` are for tests."""

    max_tokens = MAX_TOKENS

    def __init__(
        self,
        name: str,
        endpoint: Endpoint,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self.fingerprint = f"{name}@{endpoint.base_url}"
        self._endpoint = endpoint
        self._named = Named(name, SERVICE, "QA_EMBED_BASE_URL")
        self._patience = Patience(endpoint.timeout, SERVICE, clock=clock, sleep=sleep)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), what the service gives), normalised."""
        model = self._model  # loaded before the time is counted
        rows: list[Any] = []
        for first in range(0, len(texts), BATCH):
            rows += self._patience.call(partial(self._embedded, model, list(texts[first : first + BATCH])))
        return unit_rows(rows, len(texts), "QA_EMBED_MODEL")

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        vector: Vectors = self.embed_passages([text])[0]
        return vector

    def _embedded(self, model: Any, batch: list[str], _left: float) -> list[Any]:
        with translated(self._endpoint, self._named):
            return list(model.get_text_embedding_batch(batch))

    @cached_property
    def _model(self) -> Any:
        from llama_index.embeddings.openai import OpenAIEmbedding

        return OpenAIEmbedding(
            model_name=self.name,
            api_base=self._endpoint.base_url,
            api_key=self._endpoint.api_key,
            embed_batch_size=BATCH,
            max_retries=0,
            timeout=self._endpoint.timeout,
        )
