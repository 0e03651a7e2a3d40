"""Whether memory stays flat while a library grows.

    python -m bench.memory [MB …]

For each size (by default 50, 150 and 500 MB) a new process writes that much text of our own making in files of 1 MB, adds it, and
prints its peak memory. The embedding model is a stand-in that costs nothing, so that what is measured is reading, splitting and
storing; the vector index stands still (Chroma keeps every vector in memory by design: about 2 KB each at 384 dimensions).
"""

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from qa.library import Library
from qa.ports import Vectors

FILE = 10**6  # characters
WORDS = [
    f"{stem}{ending}"
    for stem in "harbour ferry council tide pier budget mayor vote lamp rope".split()
    for ending in ("", "s", "ed", "ing")
]


class FreeEmbedder:
    """An Embedder that costs next to nothing: words are tokens, all vectors are alike."""

    fingerprint = "free"
    max_tokens = 512

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Words."""
        return [len(text.split()) for text in texts]

    def token_spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """Words."""
        return [[match.span() for match in re.finditer(r"\S+", text)] for text in texts]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 8)."""
        return np.full((len(texts), 8), 8**-0.5, dtype=np.float32)

    def embed_query(self, text: str) -> Vectors:
        """Shape (8,)."""
        vector: Vectors = self.embed_passages([text])[0]
        return vector


class NoReranker:
    """Never asked here."""

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """All alike."""
        return [0.0] * len(sentences)


class NoIndex:
    """A VectorIndex that keeps nothing."""

    identity = "folder"

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Forget them."""

    def delete(self, ids: Sequence[str]) -> None:
        """Nothing to delete."""

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """Nothing to find."""
        return []

    def missing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        """None is."""
        return []

    def ids(self) -> set[str]:
        """None."""
        return set()

    def clear(self) -> None:
        """Nothing to clear."""

    def refresh(self) -> None:
        """Nothing to reopen."""


def write_files(folder: Path, count: int) -> None:
    """Files of sentences that differ, the same at every run."""
    rng = random.Random(7)
    for number in range(count):
        lines: Iterable[str] = (
            " ".join(rng.choices(WORDS, k=14)).capitalize() + f" {rng.randrange(10**6)}." for _ in range(FILE // 100)
        )
        (folder / f"{number:04}.txt").write_text("\n\n".join(lines))


def child(megabytes: int) -> None:
    """Add that much and print one row."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "files").mkdir()
        write_files(folder / "files", megabytes)
        library = Library(folder / "home", NoIndex(), FreeEmbedder(), NoReranker())
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        begun = time.perf_counter()
        report = library.add([folder / "files"])
        seconds = time.perf_counter() - begun
        library.close()
        size = (folder / "home" / "library.db").stat().st_size / 2**20
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{megabytes:>6} {report.passages:>9} {seconds:>8.1f} {before:>10.0f} {peak:>10.0f} {size:>12.0f}")


def main() -> None:
    """One process a size."""
    print(f"{'MB':>6} {'passages':>9} {'seconds':>8} {'before MB':>10} {'peak MB':>10} {'on disk MB':>12}", flush=True)
    for megabytes in sys.argv[1:] or ("50", "150", "500"):
        subprocess.run([sys.executable, "-c", f"from bench.memory import child; child({int(megabytes)})"], check=True)


if __name__ == "__main__":
    main()
