"""The seams: what Footnote asks of models and indexes, so that each can be replaced by another or by a fake."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from qa.types import Usage

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Text to unit vectors."""

    @property
    def fingerprint(self) -> str:
        """Names the model and its file: vectors of different fingerprints must never meet."""
        ...

    @property
    def max_tokens(self) -> int:
        """How many tokens of a text the model reads; the rest would be ignored."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has, without those the model puts around it: the length of its token_spans, for less."""
        ...

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Character span of each token of each text, in order."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), rows of length 1. Raises ModelError."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,), length 1. Raises ModelError."""
        ...


class Reranker(Protocol):
    """How well a sentence answers a question."""

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """One logit a sentence; higher is better, about 0 is undecided."""
        ...


class VectorIndex(Protocol):
    """Nearest vectors by cosine. Holds ids and vectors only; it can be rebuilt from the catalog at any time."""

    @property
    def identity(self) -> str:
        """Names the place of its rows: a library that is given an index in another place has to write it anew."""
        ...

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Write or overwrite; any number of rows."""
        ...

    def delete(self, ids: Sequence[str]) -> None:
        """Remove; unknown ids are ignored."""
        ...

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The k nearest as (id, cosine similarity), best first; fewer, or none, when it cannot be read just now."""
        ...

    def ids(self) -> set[str]:
        """All ids it holds."""
        ...

    def missing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        """Those of these rows that a query for their own vector does not find."""
        ...

    def clear(self) -> None:
        """Forget everything."""
        ...

    def refresh(self) -> None:
        """Another process has written: reopen before the next query."""
        ...


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One turn of a conversation with a model."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Completion:
    """A model's whole reply and what it cost."""

    text: str
    usage: Usage = field(default_factory=Usage)


class ChatModel(Protocol):
    """A language model. Both calls raise ModelError and nothing else."""

    @property
    def name(self) -> str:
        """The model's name, as shown in an Answer."""
        ...

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        """The whole reply at once."""
        ...

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        """Pieces of the reply as they come, then the whole of it as a Completion. A cut stream raises ModelGarbled."""
        ...

    def check(self) -> None:
        """Ask the service for a sign of life; costs nothing. Raises ModelError."""
        ...
