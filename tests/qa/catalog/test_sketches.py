"""Recognising copies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.catalog.sketches import KEPT, resemblance, sketch

STORY = " ".join(
    f"Sentence number {n} speaks of harbour item {n * 7 % 101} and of pier {n * 13 % 97}." for n in range(60)
)
OTHER = " ".join(f"Another text {n} tells about mountain {n * 11 % 89} and valley {n * 5 % 83}." for n in range(60))


def test_a_copy_resembles_and_a_stranger_does_not() -> None:
    """With another headline and without its end a story is still itself."""
    syndicated = "A new headline on top. " + STORY[: int(len(STORY) * 0.9)]
    assert resemblance(sketch(STORY), sketch(syndicated)) > 0.8
    assert resemblance(sketch(STORY), sketch(OTHER)) == 0.0


def test_the_estimate_is_near_the_truth() -> None:
    """Half of the word sequences shared: Jaccard one third."""
    half = STORY[: len(STORY) // 2] + OTHER[: len(OTHER) // 2]
    assert resemblance(sketch(STORY), sketch(half)) == pytest.approx(1 / 3, abs=0.15)


@given(st.text(max_size=300))
def test_a_text_resembles_itself(text: str) -> None:
    """Whatever it is, case and punctuation aside; a sketch has at most KEPT hashes, in order."""
    hashes = sketch(text)
    assert hashes == sorted(set(hashes))
    assert len(hashes) <= KEPT
    assert resemblance(hashes, sketch(f"{text}!")) == (1.0 if hashes else 0.0)
