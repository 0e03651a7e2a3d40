"""What adding documents and asking one question cost, and on what the time goes.

    python -m bench.adding [FOLDER]

FOLDER holds text files; by default the SQuAD articles in ../shared/data. Prints documents and passages a second; the share of the
time spent inside the embedding model, against the model alone on the same texts in the same run; and the wall time of
``qa ask`` in new processes, split by stage, beside the floor of starting Python and loading the two networks.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from qa.adapters.chroma_index import ChromaIndex
from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder
from qa.library import Library
from qa.ports import Vectors

ARTICLES = Path(__file__).parents[1] / "../shared/data/squad/articles"
QUESTION = "What was the religion of the Normans?"
RUNS = 5
FLOOR = (
    "from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder as f\n"
    "BgeEmbedder(f(None)).embed_query('x'); CrossEncoder(f(None)).score('x', ['y'])"
)


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


def asking(home: Path) -> None:
    """New processes, interleaved with the floor."""
    environment = os.environ | {"QA_HOME": str(home)}
    floors, walls, stages = [], [], []
    for _ in range(RUNS):
        floors.append(_seconds([sys.executable, "-c", FLOOR], environment)[0])
        wall, out = _seconds(
            [sys.executable, "-m", "qa.cli.main", "ask", QUESTION, "--extractive", "--json"], environment
        )
        walls.append(wall)
        stages.append(json.loads(out)["timings_ms"])
    timings = {name: median(stage[name] for stage in stages) for name in stages[0]}
    ratio = median(walls) / median(floors)
    print(
        f"qa ask, new process, median of {RUNS}: {median(walls):.2f} s; floor {median(floors):.2f} s; ratio {ratio:.2f}"
    )
    print("  inside the question: " + ", ".join(f"{name} {value:.0f} ms" for name, value in timings.items()))


def _seconds(command: list[str], environment: dict[str, str]) -> tuple[float, str]:
    begun = time.perf_counter()
    out = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - begun, out


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return
    with tempfile.TemporaryDirectory() as home:
        adding(folder, Path(home))
        asking(Path(home))


if __name__ == "__main__":
    main()
