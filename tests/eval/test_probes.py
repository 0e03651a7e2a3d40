"""What is asked of a library besides questions, and the parts that a measured library is made of."""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from eval.parts import Parts, RememberingEmbedder, RememberingReranker, open_library, real_parts
from eval.probes import PROBES, Bench, open_bench
from qa.assembly import build_library
from qa.embedding import Uniform
from qa.settings import load_settings
from tests.fakes import OverlapReranker, WordEmbedder


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.__name__)
def test_a_sound_library_passes_each_probe(probe: Callable[[Bench], float], tmp_path: Path, parts: Parts) -> None:
    """Each by itself; meaning needs a model that knows some."""
    chosen = real_parts(load_settings()) if probe.__name__ == "meaning_found" else parts
    bench = open_bench(tmp_path, chosen)
    with closing(bench.library):
        assert probe(bench) == 1.0


def test_what_is_measured_is_what_is_assembled(tmp_path: Path) -> None:
    """The same parts as qa/assembly.py chooses, but that two of them remember."""
    settings = load_settings().model_copy(update={"home": tmp_path / "assembled", "embed_model": None})
    ours = open_library(tmp_path / "ours", real_parts(settings))
    theirs = build_library(settings, extractive=True)
    with closing(ours), closing(theirs):
        kinds = [{name: type(part) for name, part in vars(library).items()} for library in (ours, theirs)]
        assert kinds[0] | {"_embedder": kinds[1]["_embedder"]} == kinds[1]
        retrievers = [vars(library)["_retriever"] for library in (ours, theirs)]
        for name in ("_embedder", "_reranker"):
            mine, real = (inner(vars(retriever)[name]) for retriever in retrievers)
            assert type(vars(mine)[name]) is type(real)
        likenesses = [vars(library)["_manners"].likeness for library in (ours, theirs)]
        assert type(likenesses[0]) is type(likenesses[1])


def inner(part: Any) -> Any:
    """What an embedder that is held to the library's vectors asks."""
    return vars(part)["_embedder"] if isinstance(part, Uniform) else part


class Counting:
    """Fakes that count what they are asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        self.asked += sentences
        return OverlapReranker().score(question, sentences)


def test_a_pair_is_scored_once_and_a_new_one_anew() -> None:
    """The key is the whole input: another question is another pair."""
    counting = Counting()
    reranker = RememberingReranker(counting)
    first = reranker.score("the dock", ["the dock cost much", "ships came"])
    assert reranker.score("the dock", ["ships came", "the dock cost much", "ships came"]) == [
        first[1],
        first[0],
        first[1],
    ]
    reranker.score("ships", ["ships came"])
    assert counting.asked == ["the dock cost much", "ships came", "ships came"]


def test_remembered_vectors_are_the_embedders_own() -> None:
    """Passages and queries apart."""
    plain, remembering = WordEmbedder(), RememberingEmbedder(WordEmbedder())
    texts = ["the dock", "ships", "the dock"]
    for _ in range(2):
        assert np.array_equal(remembering.embed_passages(texts), plain.embed_passages(texts))
        assert np.array_equal(remembering.embed_query("ships"), plain.embed_query("ships"))
    assert remembering.token_spans(texts) == plain.token_spans(texts)
    assert (remembering.fingerprint, remembering.max_tokens) == (plain.fingerprint, plain.max_tokens)
