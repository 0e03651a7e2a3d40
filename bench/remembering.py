"""Models that remember on disk what they said, so that a benchmark can be repeated without paying for them again.

The key is the whole input. What is timed must not go through these.
"""

import sqlite3
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder
from qa.ports import Vectors

BATCH = 256


class Memory:
    """Arrays of float32 by text."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("CREATE TABLE IF NOT EXISTS said (key BLOB PRIMARY KEY, said BLOB) WITHOUT ROWID")

    def get(self, texts: Sequence[str], ask: Callable[[list[str]], Sequence[Vectors]]) -> list[Vectors]:
        """What the model said of each text; it is asked for the new ones, some hundred at a time."""
        keys = [blake2b(text.encode(), digest_size=16).digest() for text in texts]
        said = {key: self._look_up(key) for key in dict.fromkeys(keys)}
        new = {key: text for key, text in zip(keys, texts, strict=True) if said[key] is None}
        waiting = list(new)
        for first in range(0, len(waiting), BATCH):
            chunk = waiting[first : first + BATCH]
            answers = ask([new[key] for key in chunk])
            rows = [
                (key, np.asarray(answer, dtype="<f4").tobytes()) for key, answer in zip(chunk, answers, strict=True)
            ]
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO said VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")
            said |= dict(rows)
        return [np.frombuffer(said[key] or b"", dtype="<f4") for key in keys]

    def _look_up(self, key: bytes) -> bytes | None:
        row = self._connection.execute("SELECT said FROM said WHERE key = ?", [key]).fetchone()
        return None if row is None else bytes(row[0])


class RememberingEmbedder(BgeEmbedder):
    """The embedded model, asked only for what is new."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        super().__init__(folder)
        self._memory = memory

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 384)."""
        if not texts:
            return super().embed_passages(texts)
        return np.stack(self._memory.get(texts, lambda new: list(super(RememberingEmbedder, self).embed_passages(new))))


class RememberingReranker(CrossEncoder):
    """The embedded cross-encoder, asked only for what is new."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        super().__init__(folder)
        self._memory = memory

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """One logit a sentence."""

        def ask(keys: list[str]) -> list[Vectors]:
            pairs = [key.split("\0", 1) for key in keys]
            return [
                np.array([logit]) for logit in super(RememberingReranker, self).score(question, [s for _, s in pairs])
            ]

        return [float(row[0]) for row in self._memory.get([f"{question}\0{sentence}" for sentence in sentences], ask)]
