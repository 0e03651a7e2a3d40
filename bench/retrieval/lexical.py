"""How long the lexical search takes in 100,000 passages of real texts, the collections' own repeated, for their questions."""

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from bench.retrieval.data import collections
from bench.retrieval.made_up import PER_DOCUMENT, entry
from qa.catalog import Catalog
from qa.dense import CANDIDATES
from qa.sentences import split_sentences
from qa.terms import search_terms

PASSAGES = 100_000
LENGTH = 700  # characters from which a passage is full
ASKED = 300
WARM = 20
FLOOR = 30.0  # ms, p95


def tables() -> Iterator[str]:
    """Markdown, line by line."""
    there = list(collections())
    texts = [text for collection in there for file in collection.files.values() for text in _passages(file)]
    questions = [question.text for collection in there for question in collection.questions]
    rng = random.Random(7)
    rng.shuffle(texts)
    rng.shuffle(questions)
    with tempfile.TemporaryDirectory() as home:
        catalog = _built(Path(home), texts)
        p50, p95, *worked = _timed(catalog, questions[: ASKED + WARM])
        catalog.close()
    yield "### Lexical search"
    yield ""
    yield f"{PASSAGES:,} passages of real texts ({len(texts):,} different ones), {ASKED} questions of the collections:"
    told = "met" if p95 <= FLOOR else "**missed**"
    yield f"p50 {p50:.1f} ms, p95 {p95:.1f} ms; floor {FLOOR:.0f} ms at p95: {told}."
    yield f"Of a processor's time: p50 {worked[0]:.1f} ms, p95 {worked[1]:.1f} ms."
    yield ""


def _built(home: Path, texts: Sequence[str]) -> Catalog:
    catalog = Catalog(home / "library.db")
    for first in range(0, PASSAGES, PER_DOCUMENT * 20):
        starts = range(first, first + PER_DOCUMENT * 20, PER_DOCUMENT)
        catalog.put(
            (entry(s, [texts[row % len(texts)] for row in range(s, s + PER_DOCUMENT)]) for s in starts), vectors={}
        )
    return catalog


def _timed(catalog: Catalog, questions: Sequence[str]) -> list[float]:
    """Milliseconds: p50 and p95 by the clock, and then of the processor's time, which other work on the machine leaves alone."""
    timed = []
    for question in questions:
        begun, worked = time.perf_counter(), time.thread_time()
        catalog.fulltext.search(search_terms(question, catalog.other_names()), CANDIDATES, None)
        timed.append(((time.perf_counter() - begun) * 1e3, (time.thread_time() - worked) * 1e3))
    return [float(np.percentile(column, p)) for column in zip(*timed[WARM:], strict=True) for p in (50, 95)]


def _passages(text: str) -> Iterator[str]:
    """Whole sentences up to about the length of our passages."""
    kept = ""
    for sentence in split_sentences(text):
        kept = f"{kept} {sentence.text}".strip()
        if len(kept) >= LENGTH:
            yield kept
            kept = ""
    if kept:
        yield kept
