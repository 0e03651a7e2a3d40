"""The embedded models: the files, the numbers they give, the errors."""

from pathlib import Path

import numpy as np
import pytest

from qa.adapters.onnx_models import BgeEmbedder, CrossEncoder, models_folder
from qa.errors import ModelFilesError

TEXTS = [
    "The council raised spending.",
    "A kitten sleeps.",
    "Ferries cross the bay every hour. " * 40,
    "예산이 늘었다.",
]


@pytest.fixture(scope="module")
def embedder() -> BgeEmbedder:
    return BgeEmbedder(models_folder(None))


def test_vectors_are_unit_rows_in_the_order_of_the_texts(embedder: BgeEmbedder) -> None:
    """A text alone gives, to the bit, the vector that it gives among others."""
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (4, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    for text, vector in zip(TEXTS, vectors, strict=True):
        assert np.array_equal(embedder.embed_passages([text])[0], vector)


def test_meaning_is_near(embedder: BgeEmbedder) -> None:
    """A question lies nearest to its answer."""
    cosines = embedder.embed_passages(TEXTS) @ embedder.embed_query("Which young animal is resting?")
    assert int(np.argmax(cosines)) == 1


def test_token_spans_count_the_whole_text(embedder: BgeEmbedder) -> None:
    """Also beyond what the model reads, with character offsets."""
    text = "budget " * 600
    (spans,) = embedder.token_spans([text])
    assert [len(spans)] == embedder.count_tokens([text]) == [600]
    assert [text[start:end] for start, end in spans[:2]] == ["budget", "budget"]


def test_no_texts_give_no_vectors(embedder: BgeEmbedder) -> None:
    """Shape (0, 384)."""
    assert embedder.embed_passages([]).shape == (0, 384)


def test_the_reranker_knows_an_answer_from_a_neighbour() -> None:
    """Positive for the one, negative for the other; order kept; nothing for nothing."""
    reranker = CrossEncoder(models_folder(None))
    sentences = ["The harbour has a small museum.", "The new ferry cost 41 million crowns."]
    beside, answer = reranker.score("How much did the ferry cost?", sentences)
    assert beside < 0 < answer
    assert reranker.score("Anything?", []) == []


def test_missing_and_foreign_files_are_named(tmp_path: Path) -> None:
    """With what to do about them."""
    with pytest.raises(ModelFilesError, match=r"cannot be read.*QA_MODELS"):
        BgeEmbedder(models_folder(tmp_path)).embed_query("x")
    (tmp_path / "bge_small_en").mkdir()
    (tmp_path / "bge_small_en" / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelFilesError, match="not the one this version was built for"):
        BgeEmbedder(models_folder(tmp_path)).embed_query("x")
