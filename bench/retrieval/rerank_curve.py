"""What reranking buys and what it costs: quality against milliseconds, by how many sentences the cross-encoder reads."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.retrieval.data import READERS, Collection, collections
from bench.retrieval.measures import MEASURES, sentences_iou
from bench.retrieval.systems import Built, Models, models
from eval.metrics import fold_scores
from qa.adapters.onnx_models import CrossEncoder, models_folder
from qa.ports import Reranker
from qa.reranking import LOGITS

LIMITS = (0, 8, 16, 32, 60)
TIMED = 20  # questions


class Limited:
    """A Reranker that reads the first ``limit`` sentences; the others count as if they had not been given."""

    def __init__(self, reranker: Reranker) -> None:
        self._reranker = reranker
        self.limit = 0
        self.read: list[tuple[str, list[str]]] = []

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        """One logit a sentence; of an unread one the lowest that counts, which is what no logit counts as."""
        first = list(sentences[: self.limit])
        self.read.append((question, first))
        return [*self._reranker.score(question, first), *([LOGITS[0]] * (len(sentences) - len(first)))]


def tables(names: Sequence[str]) -> Iterator[str]:
    """Markdown, line by line: a row for each collection named, measure and number of sentences."""
    used, timed = models(), CrossEncoder(models_folder(None))
    timed.score("warm up", ["x"])
    yield "| collection | measure | sentences read | all questions | reranking, p50 ms |"
    yield "|---|---|---:|---|---:|"
    for collection in collections():
        if collection.name in (names or READERS):
            with tempfile.TemporaryDirectory() as folder:
                yield from _rows(collection, Path(folder), used, timed)
    yield ""


def _rows(collection: Collection, folder: Path, used: Models, timed: CrossEncoder) -> Iterator[str]:
    limited = Limited(used.reranker)
    built = Built(collection, folder, replace(used, reranker=limited))
    for limit in LIMITS:
        limited.limit, limited.read = limit, []
        found = [built.ours(question.text) for question in collection.questions]
        cost = _milliseconds(limited.read[:TIMED], timed)
        measures = {name: each for name, each in MEASURES[collection.name].items() if each is not sentences_iou}
        for name, measure in measures.items():  # sentences that were not read have no order
            pairs = zip(collection.questions, found, strict=True)
            metric = fold_scores(name, [measure(question, ranking) for question, ranking in pairs])
            told = f"{metric.mean:.3f} ({metric.low:.3f}–{metric.high:.3f})"
            yield f"| {collection.name} | {name} | {limit} | {told} | {cost:,.0f} |"
    built.close()


def _milliseconds(read: Sequence[tuple[str, list[str]]], timed: CrossEncoder) -> float:
    """The median over questions, by the model itself."""
    costs = []
    for question, sentences in read:
        begun = time.perf_counter()
        timed.score(question, sentences)
        costs.append((time.perf_counter() - begun) * 1e3)
    return float(np.median(costs))
