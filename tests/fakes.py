"""Real fakes: small, whole implementations of our ports that behave the same on every machine. No patching of our own code."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from qa.errors import ModelError
from qa.ports import ChatMessage, Completion, Vectors
from qa.types import Usage

STOP_WORDS = frozenset(
    "a an and are as at by did do does for from has have how in is it of on or that the to was were what when where which who why"
    " will with".split()
)


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"\w+", text.lower())


@dataclass(frozen=True, slots=True)
class WordEmbedder:
    """An ``Embedder`` by words alone: texts that share words are near, word order and meaning count for nothing."""

    max_tokens: int = 512
    dimensions: int = 64
    fingerprint: str = "fake:words"

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        return [[match.span() for match in re.finditer(r"\w+|[^\w\s]", text)] for text in texts]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(spans) for spans in self.token_spans(texts)]

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


class OneMeaning:
    """An ``Embedder`` to which all texts mean the same; it keeps what it was asked."""

    fingerprint = "fake:one"
    max_tokens = 512

    def __init__(self) -> None:
        self.asked: list[str] = []

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        return WordEmbedder().token_spans(texts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return WordEmbedder().count_tokens(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[1.0, 0.0]] * len(texts), dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        row: Vectors = self.embed_passages([text])[0]
        return row


class OverlapReranker:
    """A ``Reranker`` by words alone: from -6 (no content word of the question is in the sentence) to 6 (all are)."""

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        wanted = set(words(question)) - STOP_WORDS
        return [12 * len(wanted & set(words(sentence))) / max(1, len(wanted)) - 6 for sentence in sentences]


class MemoryIndex:
    """A ``VectorIndex`` in a dict."""

    def __init__(self, identity: str = "folder") -> None:
        self.identity = identity
        self.rows: dict[str, Vectors] = {}
        self.refreshed = 0

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        self.rows |= dict(zip(ids, vectors, strict=True))

    def delete(self, ids: Sequence[str]) -> None:
        for part in ids:
            self.rows.pop(part, None)

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        found = sorted(((part, float(row @ vector)) for part, row in self.rows.items()), key=lambda pair: -pair[1])
        return found[:k]

    def ids(self) -> set[str]:
        return set(self.rows)

    def missing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        return [part for part in ids if part not in self.rows]

    def clear(self) -> None:
        self.rows.clear()

    def refresh(self) -> None:
        self.refreshed += 1


class QueuedModel:
    """A ``ChatModel`` that says what it was given, in turn; an error in the queue is raised. It keeps what it was asked."""

    name = "queued"

    def __init__(self, *replies: str | ModelError) -> None:
        self.replies = list(replies)
        self.asked: list[Sequence[ChatMessage]] = []

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        self.asked.append(messages)
        reply = self.replies.pop(0)
        if isinstance(reply, ModelError):
            raise reply
        return Completion(reply, Usage(100, 10))

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        whole = self.complete(messages)
        yield from (whole.text[first : first + 7] for first in range(0, len(whole.text), 7))
        yield whole

    def check(self) -> None:
        if self.replies and isinstance(self.replies[0], ModelError):
            raise self.replies[0]
