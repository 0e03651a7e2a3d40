"""The real parts of a measured library. What the two networks said is kept for the length of a run.

The networks give each text the same row whatever stands beside it (qa/adapters/onnx_models.py), so a question put to nine
personas need not be searched nine times. The key is the whole input: a change anywhere before or behind them is seen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from eval.faults import Clock
from eval.mock_model import ADDRESS, NAME
from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.endpoint import Endpoint
from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder
from qa.adapters.openai_chat import OpenAIChat
from qa.answering import Manners
from qa.dense import EXACT_LIMIT
from qa.library import Library
from qa.likeness import Likeness
from qa.ports import ChatModel, Embedder, Reranker, VectorIndex, Vectors
from qa.settings import Settings

K = TypeVar("K")
V = TypeVar("V")


class RememberingEmbedder:
    """An Embedder that asks another one only for what is new."""

    def __init__(self, embedder: Embedder) -> None:
        self.fingerprint = embedder.fingerprint
        self.max_tokens = embedder.max_tokens
        self._embedder = embedder
        self._passages: dict[str, Vectors] = {}
        self._queries: dict[str, Vectors] = {}

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has."""
        return self._embedder.count_tokens(texts)

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Character span of each token of each text."""
        return self._embedder.token_spans(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions)."""
        rows = _remembered(self._passages, texts, lambda new: list(self._embedder.embed_passages(new)))
        return np.array(rows, dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimensions,)."""
        return _remembered(self._queries, [text], lambda _: [self._embedder.embed_query(text)])[0]


class RememberingReranker:
    """A Reranker that asks another one only for what is new."""

    def __init__(self, reranker: Reranker) -> None:
        self._reranker = reranker
        self._scores: dict[tuple[str, str], float] = {}

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """One logit a sentence."""
        pairs = [(question, sentence) for sentence in sentences]
        return _remembered(self._scores, pairs, lambda new: self._reranker.score(question, [s for _, s in new]))


def _remembered(kept: dict[K, V], keys: Sequence[K], fetch: Callable[[list[K]], Sequence[V]]) -> list[V]:
    new = [key for key in dict.fromkeys(keys) if key not in kept]
    if new:
        kept.update(zip(new, fetch(new), strict=True))
    return [kept[key] for key in keys]


def _chroma(home: Path) -> VectorIndex:
    return ChromaIndex(home / "chroma")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a library is made of, but for its folder; ``index`` opens the vector index there."""

    embedder: Embedder
    reranker: Reranker
    index: Callable[[Path], VectorIndex] = _chroma
    likeness: Likeness | None = None


def real_parts(settings: Settings) -> Parts:
    """The installed models, as qa/assembly.py chooses them."""
    folder = models_folder(settings.models)
    embedder = RememberingEmbedder(BgeEmbedder(folder))
    return Parts(embedder, RememberingReranker(CrossEncoder(folder)), likeness=Likeness(embedder))


def open_library(home: Path, parts: Parts, exact_limit: int = EXACT_LIMIT, manners: Manners = Manners()) -> Library:
    """A library in a folder of its own. Its model can be set afterwards."""
    return Library(
        home,
        parts.index(home),
        parts.embedder,
        parts.reranker,
        manners=replace(manners, likeness=parts.likeness),
        exact_limit=exact_limit,
    )


def mocked_chat() -> ChatModel:
    """The real client, pointed at the mock's address; it never really waits."""
    clock = Clock()
    return OpenAIChat(NAME, Endpoint(ADDRESS, "mocked"), clock=clock, sleep=clock.sleep)
