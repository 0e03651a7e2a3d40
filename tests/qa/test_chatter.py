"""Sentences around an answer that assert nothing, and short ones that do."""

import pytest

from eval.chattering import FAREWELLS, GREETINGS, REGRET
from qa.chatter import is_chatter


@pytest.mark.parametrize(
    "sentence",
    [
        *GREETINGS,
        *FAREWELLS,
        REGRET,
        "Great question",
        "I hope this helps.",
        "Here is what I found:",
        "Thank you for your question.",
        "I'd be glad to help with that.",
        "Based on the passages, here is the answer:",
        "Unfortunately, I could not find the answer in the documents.",
    ],
)
def test_a_sentence_about_the_talk_itself_is_chatter(sentence: str) -> None:
    """Greetings, offers, announcements, regrets."""
    assert is_chatter(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Yes, in 2025.",
        "Admiral Kim.",
        "Yes.",
        "No.",
        "Two.",
        "In May.",
        "Nobody.",
        "Not yet.",
        "Philadelphia",
        "The answer is Seoul.",
        "They hope to help.",
        "It helps.",
        "Happy workers help.",
        "Spending rose.",
        "🙂",
        "",
        "그렇다.",
    ],
)
def test_a_short_answer_stays(sentence: str) -> None:
    """A name, a figure, a month, yes or no, or anything said of somebody."""
    assert not is_chatter(sentence)
