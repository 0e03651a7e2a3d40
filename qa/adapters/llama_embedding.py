"""Any LlamaIndex embedding, named in QA_EMBEDDING, as an embedder."""

import json
import re
import time
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from hashlib import blake2b
from typing import Any

from qa.adapters.estimating import EstimatedTokens
from qa.adapters.plugs import Plug, guarded, made
from qa.adapters.retrying import Patience
from qa.adapters.vectors import unit_rows
from qa.ports import Vectors

KIND = "llama_index.core.embeddings:BaseEmbedding"
MAX_TOKENS = 512  # what embedding models read at the least, but for a few that say so
BATCH = 64
# Arguments that say how a model is reached, not which it is: changing them leaves the vectors as they are.
REACHING = re.compile(r"key|token$|secret|password|timeout|retries|batch_size|workers|headers|device|callback")


class LlamaEmbedder(EstimatedTokens):
    """An Embedder. Tokens are estimated; a class with a ``max_length`` is taken by its word. ``seconds`` is for each batch."""

    def __init__(
        self,
        plug: Plug,
        seconds: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._plug = plug
        self._patience = Patience(seconds, plug.named.service, clock=clock, sleep=sleep)

    @property
    def fingerprint(self) -> str:
        """The class and those of its arguments that can change a vector."""
        telling = {key: value for key, value in self._plug.arguments.items() if not REACHING.search(key)}
        digest = blake2b(json.dumps(telling, sort_keys=True).encode(), digest_size=8).hexdigest()
        return f"{self._plug.path}#{digest}"

    @property
    def max_tokens(self) -> int:
        """The model's own limit where it is known, else 512."""
        known = getattr(self._model, "max_length", None)
        return known if isinstance(known, int) and 16 <= known <= MAX_TOKENS else MAX_TOKENS

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), what the class gives), normalised."""
        model = self._model  # loaded before the time is counted
        rows: list[Any] = []
        for first in range(0, len(texts), BATCH):
            batch = list(texts[first : first + BATCH])
            rows += self._patience.call(partial(self._called, model.get_text_embedding_batch, batch))
        return unit_rows(rows, len(texts), self._plug.setting)

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,), as the class embeds queries."""
        model = self._model
        row = self._patience.call(partial(self._called, lambda query: [model.get_query_embedding(query)], text))
        vector: Vectors = unit_rows(row, 1, self._plug.setting)[0]
        return vector

    def _called(self, embed: Callable[[Any], Any], given: Any, _left: float) -> list[Any]:
        with guarded(self._plug):
            return list(embed(given))

    @cached_property
    def _model(self) -> Any:
        return made(self._plug, KIND, "embedding")
