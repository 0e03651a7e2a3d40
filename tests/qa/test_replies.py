"""What of a model's reply is meant, and what a reader may see of it while it comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import ModelGarbled
from qa.prompts import NOT_FOUND
from qa.replies import LONGEST, Shown, meant


def shown(pieces: list[str]) -> str:
    reader = Shown()
    return "".join(map(reader.feed, pieces))


def test_no_sign_that_is_none_gets_through() -> None:
    """Control characters become spaces, half characters a question mark; halves put apart by a stream are joined."""
    assert meant("A\x1b[31m B\x00\nC") == "A [31m B \nC"
    assert meant("half \ud83d") == "half \ufffd"
    assert meant("\ud83d" + "\ude42") == "🙂"


def test_a_reply_far_too_long_is_no_answer() -> None:
    """Four short sentences were asked for."""
    assert meant("x" * LONGEST)
    with pytest.raises(ModelGarbled, match="longer"):
        meant("x" * (LONGEST + 1))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(1, 5))
def test_any_other_reply_is_shown_whole(text: str, size: int) -> None:
    """However it is cut into pieces; but for white space in front of the sentinel, and what may yet become it."""
    draft = f"The {text}"
    assert shown([draft[n : n + size] for n in range(0, len(draft), size)]) == draft


@pytest.mark.parametrize("size", [1, 3, 100])
def test_the_sentinel_is_never_shown(size: int) -> None:
    """Neither alone nor glued to an answer."""
    for draft, seen in (
        (NOT_FOUND, ""),
        (f" {NOT_FOUND}\n", ""),
        (f"{NOT_FOUND} The council.", "The council."),
        ("NOT", ""),
    ):
        assert shown([draft[n : n + size] for n in range(0, len(draft), size)]) == seen
    assert shown(["NOTHING"[n] for n in range(7)]) == "NOTHING"
