"""Real fakes: small, whole implementations of our ports that behave the same on every machine. No patching of our own code."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from qa.errors import ModelError
from qa.ports import ChatMessage, Completion, Vectors
from qa.types import Usage


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"\w+", text.lower())


STOP_WORDS = frozenset(
    words("a an and are as at by did do does for from has have how in is it of on or that the to was were what when")
    + words("where which who whom whose why will with")
)


@dataclass(frozen=True, slots=True)
class WordEmbedder:
    """An ``Embedder`` by words alone: texts that share words are near, word order and meaning count for nothing."""

    max_tokens: int = 512
    dimensions: int = 64
    fingerprint: str = "fake:words"

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        return [[match.span() for match in re.finditer(r"\w+|[^\w\s]", text)] for text in texts]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([self.embed_query(text) for text in texts], dtype=np.float32).reshape(-1, self.dimensions)

    def embed_query(self, text: str) -> Vectors:
        spans = self.token_spans([text])[0][: self.max_tokens - 2]
        read = text[: spans[-1][1]] if spans else ""
        total = sum((self._direction(word) for word in words(read)), self._direction("") * 1e-3)  # never of length 0
        return (total / np.linalg.norm(total)).astype(np.float32)

    def _direction(self, word: str) -> Vectors:
        digest = blake2b(word.encode(), digest_size=self.dimensions, key=b"words").digest()
        return np.frombuffer(digest, dtype=np.uint8).astype(np.float32) - 127.5


class OverlapReranker:
    """A ``Reranker`` by words alone: from -6 (no content word of the question is in the sentence) to 6 (all are)."""

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        wanted = set(words(question)) - STOP_WORDS
        return [12 * len(wanted & set(words(sentence))) / max(1, len(wanted)) - 6 for sentence in sentences]


class MemoryIndex:
    """A ``VectorIndex`` in memory, exact."""

    def __init__(self) -> None:
        self._vectors: dict[str, Vectors] = {}

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        self._vectors |= dict(zip(ids, vectors, strict=True))

    def delete(self, ids: Sequence[str]) -> None:
        for id in ids:
            self._vectors.pop(id, None)

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        cosines = ((id, float(held @ vector)) for id, held in self._vectors.items())
        return sorted(cosines, key=lambda pair: (-pair[1], pair[0]))[:k]

    def ids(self) -> set[str]:
        return set(self._vectors)

    def clear(self) -> None:
        self._vectors.clear()

    def refresh(self) -> None:
        """Nothing to reopen."""


class QueuedModel:
    """A ``ChatModel`` that gives the replies it was made with, one a call, or raises them; it keeps what it was asked."""

    name = "queued"

    def __init__(self, *replies: str | ModelError) -> None:
        self._replies = deque(replies)
        self.asked: list[Sequence[ChatMessage]] = []

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        self.asked.append(messages)
        reply = self._replies.popleft()
        if isinstance(reply, ModelError):
            raise reply
        return Completion(reply, Usage(prompt_tokens=len(messages), completion_tokens=len(words(reply))))

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        completion = self.complete(messages)
        yield from re.findall(r"\S+\s*", completion.text)
        yield completion

    def check(self) -> None:
        """It is always there."""
