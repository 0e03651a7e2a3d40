"""Tokens estimated without a vocabulary."""

from qa import tokens
from qa.adapters.onnx_models import BgeEmbedder, models_folder


def test_every_sign_is_in_a_token() -> None:
    """Spans in order, and nothing but white space between them."""
    text = "modernization 12,000 예산"
    assert [text[a:b] for a, b in tokens.spans(text)] == ["mode", "rniz", "atio", "n", "12", ",", "000", "예", "산"]
    assert tokens.count(text) == 9


def test_the_estimate_is_not_below_a_real_vocabulary() -> None:
    """Held against the installed model's own tokenizer, for prose, figures and another script."""
    for text in (
        "The council agreed to raise spending to 3.5% of income by 2035; the mayor called that a floor, not a ceiling.",
        "국방예산은 2030년까지 GDP의 3.5%로 늘어난다.",
        "USD 12,345,678.90 (approx.) -- see §4(b)(ii)",
    ):
        (known,) = BgeEmbedder(models_folder(None)).token_spans([text])
        assert tokens.count(text) >= len(known)
