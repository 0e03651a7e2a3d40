"""Any LlamaIndex node postprocessor as a reranker: its order, our scale."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.adapters.llama_reranker import LlamaReranker
from qa.adapters.plugs import Plug
from qa.errors import ModelBusy, ModelError, ModelGarbled, ModelTimeout
from tests.fakes import OverlapReranker
from tests.qa.adapters.plugged import HERE, LET_GO, ServiceError

QUESTION = "the old bridge"
SENTENCES = ["The old bridge.", "An old tower.", "A new bridge.", "A cat."]


def reranker(seconds: float = 5.0, **arguments: Any) -> LlamaReranker:
    return LlamaReranker(Plug("QA_RERANKER", f"{HERE}:Reversing", arguments), OverlapReranker(), seconds)


def test_the_order_is_theirs_and_the_scale_is_ours() -> None:
    """The last is theirs best, and gets our best logit; what they left out keeps our order behind it."""
    ours = OverlapReranker().score(QUESTION, SENTENCES)
    assert ours == [6.0, 0.0, 0.0, -6.0]
    assert reranker(top_n=1).score(QUESTION, SENTENCES) == [0.0, 0.0, -6.0, 6.0]
    assert reranker(top_n=4).score(QUESTION, SENTENCES) == [-6.0, 0.0, 0.0, 6.0]
    assert reranker(top_n=0).score(QUESTION, SENTENCES) == ours
    assert reranker().score(QUESTION, []) == []


@given(sentences=st.lists(st.sampled_from(SENTENCES), max_size=6), kept=st.integers(0, 7))
def test_whether_there_is_an_answer_is_ours_to_say(sentences: list[str], kept: int) -> None:
    """The logits are the same ones whatever the order, so each threshold means what it meant."""
    ours = OverlapReranker().score(QUESTION, sentences)
    assert sorted(reranker(top_n=kept).score(QUESTION, sentences)) == sorted(ours)


@pytest.mark.parametrize("fails", [ZeroDivisionError("x"), OSError("x")])
def test_what_it_raises_is_ours(fails: Exception) -> None:
    """With the setting to look at."""
    with pytest.raises(ModelGarbled, match="QA_RERANKER"):
        reranker(fails=fails).score(QUESTION, SENTENCES)


def test_it_is_not_waited_for_without_an_end() -> None:
    """A busy service beyond its time, and a class that hangs."""
    for fails, error in ((ServiceError(503, headers={"retry-after": "60"}), ModelBusy), ("hang", ModelTimeout)):
        expected: type[ModelError] = error
        try:
            with pytest.raises(expected):
                reranker(0.05, fails=fails).score(QUESTION, SENTENCES)
        finally:
            LET_GO.set()
            LET_GO.clear()
