"""Questions of several parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.compound import parts


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "What did Lee say about spending in August, and what was settled in November?",
            "What did Lee say about spending in August?",
            "what was settled in November (Lee spending)?",
        ),
        ("How does the old rate compare with the new one?", "the old rate?", "the new one (old rate)?"),
        (
            "How did the first forecast compare with the final budget?",
            "the first forecast?",
            "the final budget (first forecast)?",
        ),
        (
            "What is the difference between the July offer and the November deal?",
            "the July offer?",
            "the November deal (offer)?",
        ),
        (
            "Who signed the first memorandum? When was the second paper published?",
            "Who signed the first memorandum?",
            "When was the second paper published (signed first memorandum)?",
        ),
    ],
)
def test_a_question_is_taken_apart(question: str, first: str, second: str) -> None:
    """The second part carries the words of the first, without its days: it may lean on them."""
    assert parts(question) == (first, second)


@pytest.mark.parametrize(
    "question",
    [
        "Who bought the shipyard, and when?",
        "How many airliners did the airline order in August, and for how much?",
        "What do the mayor and the council want?",
        "Who and what moves the ferries?",
        "",
        "?",
    ],
)
def test_one_question_stays_one(question: str) -> None:
    """A part with fewer than two words of its own asks for nothing that could be searched by itself."""
    assert parts(question) == ()


@given(st.text(max_size=200))
def test_any_text_has_two_parts_or_none(question: str) -> None:
    """And both say something."""
    found = parts(question)
    assert len(found) in (0, 2)
    assert all(part.strip(" ?") for part in found)
