"""Tokens estimated without a vocabulary."""

import pytest

from qa import tokens
from qa.adapters.onnx_models import BgeEmbedder, models_folder


def test_every_sign_is_in_a_token() -> None:
    """Spans in order, and nothing but white space between them."""
    text = "modernization 12,000 예산"
    assert [text[a:b] for a, b in tokens.spans(text)] == ["mode", "rniz", "atio", "n", "12", ",", "000", "예", "산"]
    assert tokens.count(text) == 9 + 2


def test_the_estimate_is_not_below_a_real_vocabulary() -> None:
    """Held against the installed model's own tokenizer, for prose, figures and another script."""
    for text in (
        "The council agreed to raise spending to 3.5% of income by 2035; the mayor called that a floor, not a ceiling.",
        "국방예산은 2030년까지 GDP의 3.5%로 늘어난다.",
        "USD 12,345,678.90 (approx.) -- see §4(b)(ii)",
    ):
        (known,) = BgeEmbedder(models_folder(None)).token_spans([text])
        assert tokens.count(text) >= len(known)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("국방예산은 2030년까지 GDP의 3.5%로 늘어난다.", 32),
        ("防衛費は2030年までに増える。", 18),
        ("Бюджет обороны вырастет к 2030 году.", 21),
        ("ميزانية الدفاع سترتفع", 16),
        ("การป้องกันประเทศ", 13),
        ("€ — “x” 🙂", 6),
    ],
)
def test_no_script_is_taken_for_less_than_it_is(text: str, known: int) -> None:
    """Held against what cl100k_base, an older vocabulary of OpenAI's, makes of each."""
    assert known <= tokens.count(text) <= 2 * known
