"""Thinking aloud is no part of a reply."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.adapters.thinking import Spoken, spoken


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("Hello.", "Hello."),
        ("<think>Hm [1.1].</think>Hello.", "Hello."),
        ("\n<think>\n</think>\n\nHello.", "\n\nHello."),
        ("Hm.</think>Hello.", "Hello."),
        ("<think>Hm", ""),
        ("I think <b>so</b>.", "I think <b>so</b>."),
        ("Write <think> there.", "Write <think> there."),
    ],
)
def test_only_what_is_spoken_is_left(reply: str, answer: str) -> None:
    """Also where a server swallowed the first mark, and where the thinking never ends."""
    assert spoken(reply) == answer


@given(thought=st.text(max_size=30), answer=st.text("abc <>/think.", max_size=30), size=st.integers(1, 9))
def test_in_pieces_as_in_one(thought: str, answer: str, size: int) -> None:
    """However the reply is cut."""
    if "</think>" in thought + answer or answer.lstrip().startswith("<"):
        return
    for reply in (f"<think>{thought}</think>{answer}", f"The {answer}"):
        aloud = Spoken()
        pieces = [aloud.feed(reply[n : n + size]) for n in range(0, len(reply), size)]
        assert "".join(pieces) == spoken(reply)
