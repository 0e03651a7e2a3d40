"""An embedding model that is held to the library's vectors: one that changed behind its name would spoil them all."""

from collections.abc import Sequence

from qa.catalog import Catalog
from qa.errors import EmbedderMismatch
from qa.ports import Embedder, Vectors


class Uniform:
    """The Embedder it is given. Raises EmbedderMismatch when that gives vectors of another size than the library's."""

    def __init__(self, embedder: Embedder, catalog: Catalog) -> None:
        self._embedder = embedder
        self._catalog = catalog

    @property
    def fingerprint(self) -> str:
        """Names the model and its file."""
        return self._embedder.fingerprint

    @property
    def max_tokens(self) -> int:
        """How many tokens of a text the model reads."""
        return self._embedder.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has."""
        return self._embedder.count_tokens(texts)

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Character span of each token of each text, in order."""
        return self._embedder.token_spans(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions)."""
        vectors = self._embedder.embed_passages(texts)
        self._require(vectors.shape[-1])
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        vector = self._embedder.embed_query(text)
        self._require(vector.shape[-1])
        return vector

    def require_ours(self) -> None:
        """Vectors of two models must never meet. Raises EmbedderMismatch when another one made the library's."""
        made_by = self._catalog.vectors.meta("embedder")
        if made_by not in (None, self.fingerprint):
            raise EmbedderMismatch(
                f"The library was embedded with {made_by}, but {self.fingerprint} is configured.",
                "Set QA_EMBED_MODEL or QA_EMBEDDING back, or add the documents to a new QA_HOME.",
            )

    def sign(self) -> None:
        """From now on the library's vectors are this model's. Raises EmbedderMismatch when they are another's."""
        self.require_ours()
        self._catalog.vectors.set_meta("embedder", self.fingerprint)

    def _require(self, size: int) -> None:
        known = self._catalog.vectors.size()
        if known not in (None, size):
            raise EmbedderMismatch(
                f"The embedding model gives {size} numbers a text, and the library's vectors have {known}: it has changed.",
                "Set QA_EMBED_MODEL or QA_EMBEDDING back, or add the documents to a new QA_HOME.",
            )
