"""An embedding model behind an OpenAI-compatible address, through LlamaIndex."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from qa.adapters.endpoint import Endpoint, translated
from qa.errors import ModelGarbled
from qa.ports import Vectors

BATCH = 64
MAX_TOKENS = 512  # what such services take at the least; passages are built to be shorter


class OpenAIEmbedder:
    """An Embedder. Tokens are counted as words, pieces of long words, and single signs: a little more than the model will count."""

    max_tokens = MAX_TOKENS

    def __init__(self, name: str, endpoint: Endpoint) -> None:
        self.name = name
        self.fingerprint = f"{name}@{endpoint.base_url}"
        self._endpoint = endpoint

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has, estimated."""
        return [len(spans) for spans in self.token_spans(texts)]

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Character span of each estimated token: at most four letters, as English words are cut, or one sign of any other script."""
        return [[match.span() for match in re.finditer(r"[A-Za-z]{1,4}|\d{1,3}|\S", text)] for text in texts]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), what the service gives), normalised."""
        with translated(self._endpoint, self.name):
            rows = self._model.get_text_embedding_batch(list(texts))
        vectors = np.asarray(rows, dtype=np.float32)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True) if vectors.ndim == 2 else np.zeros(1)
        if len(vectors) != len(texts) or not np.all(norms > 0):
            raise ModelGarbled("The embedding service sent vectors that cannot be used.", "Check QA_EMBED_MODEL.")
        unit: Vectors = vectors / norms
        return unit

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        vector: Vectors = self.embed_passages([text])[0]
        return vector

    @cached_property
    def _model(self) -> Any:
        from llama_index.embeddings.openai import OpenAIEmbedding

        return OpenAIEmbedding(
            model_name=self.name,
            api_base=self._endpoint.base_url,
            api_key=self._endpoint.api_key,
            embed_batch_size=BATCH,
            max_retries=2,
            timeout=self._endpoint.timeout,
        )
