"""An answer without a model."""

from dataclasses import replace

from qa.extracting import ANSWERS, MARGIN, MOST, extract
from qa.types import Hit
from tests.qa.test_citing import hit


def scored(*pairs: tuple[str, float | None], document: str = "a") -> Hit:
    """A hit of these sentences with these logits."""
    return replace(hit(document, *(text for text, _ in pairs)), sentence_scores=tuple(score for _, score in pairs))


def quotes(*hits: Hit) -> list[str]:
    return [claim.text.strip("“”") for claim in extract(list(hits))]


def test_nothing_that_fits_is_a_refusal() -> None:
    """Below the threshold, or never scored."""
    assert quotes(scored(("Almost.", ANSWERS - 0.1), ("A heading", None))) == []
    assert quotes() == []


def test_sentences_far_behind_the_best_are_left_out() -> None:
    """Though they would do alone."""
    assert quotes(scored(("The best one.", 9.0), ("A weak one.", 9.0 - MARGIN - 0.1))) == ["The best one."]


def test_at_most_five_in_reading_order() -> None:
    """The best document first, its sentences in its own order."""
    names = ["Ash", "Birch", "Cedar", "Dogwood", "Elm"]
    first = scored(*((f"{name} grows.", 5.0 + n / 10) for n, name in enumerate(names)), document="a")
    second = scored(("Fir falls.", 5.6), ("Gorse burns.", 5.2), document="b")
    found = quotes(first, second)
    assert len(found) == MOST
    assert found == ["Fir falls.", "Gorse burns.", "Cedar grows.", "Dogwood grows.", "Elm grows."]


def test_a_copy_is_not_quoted_twice() -> None:
    """Two documents with one wire story."""
    assert quotes(
        scored(("The council raised spending to 3.5%.", 5.0)),
        scored(("The council raised spending to 3.5%!", 4.9), document="b"),
    ) == ["The council raised spending to 3.5%."]


def test_a_quoted_footnote_mark_is_not_taken_for_ours() -> None:
    """The source's own [3] is shown as (3)."""
    assert quotes(scored(("Spending rose [3].", 5.0))) == ["Spending rose (3)."]
