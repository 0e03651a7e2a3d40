"""What adding documents costs, and on what the time goes.

    python -m bench.adding [FOLDER]

FOLDER holds text files; by default the SQuAD articles in ../shared/data. Prints documents and passages a second, and the share of
the time spent inside the embedding model, against the model alone on the same texts in the same run.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder
from qa.library import Library
from qa.ports import Vectors

ARTICLES = Path(__file__).parents[1] / "../shared/data/squad/articles"


class TimedEmbedder(BgeEmbedder):
    """The embedded model, with a record of what it was given and how long it took."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.seconds = 0.0
        self.texts: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """As the model does, timed."""
        begun = time.perf_counter()
        vectors = super().embed_passages(texts)
        self.seconds += time.perf_counter() - begun
        self.texts += texts
        return vectors


def adding(folder: Path, home: Path) -> None:
    """Add everything, then embed the same texts with the model alone."""
    embedder = TimedEmbedder(models_folder(None))
    embedder.embed_query("warm up")
    embedder.seconds, embedder.texts = 0.0, []
    library = Library(home, ChromaIndex(home / "chroma"), embedder, CrossEncoder(models_folder(None)))
    begun = time.perf_counter()
    report = library.add([folder])
    wall = time.perf_counter() - begun
    library.close()
    inside, texts = embedder.seconds, list(embedder.texts)
    begun = time.perf_counter()
    embedder.embed_passages(texts)
    alone = time.perf_counter() - begun
    print(f"added {len(report.added)} documents, {report.passages} passages in {wall:.1f} s")
    print(f"  {len(report.added) / wall:.2f} documents/s, {report.passages / wall:.1f} passages/s")
    print(f"  inside the embedding model: {inside:.1f} s, {inside / wall:.1%} of the time")
    print(
        f"  the model alone on the same texts: {alone:.1f} s, {len(texts) / alone:.1f} texts/s; adding runs at {alone / wall:.1%} of that"
    )


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return
    with tempfile.TemporaryDirectory() as home:
        adding(folder, Path(home))


if __name__ == "__main__":
    main()
