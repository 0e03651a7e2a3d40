"""Sentences that answer a question with different values or positions."""

import pytest

from qa.opposing import opposed

COST = "How much does the north dock cost?"
EARLY, LATE = "The north dock costs 41 million crowns.", "The north dock now costs 58 million crowns."


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (COST, EARLY, LATE),
        (
            "How large is the harbor budget?",
            "The harbor budget is $12 million.",
            "The council puts the harbor budget at $15 million.",
        ),
        ("What share of boats is insured?", "Some 40% of boats is insured.", "Some 70% of boats is insured."),
        (
            "When was the north dock opened?",
            "The north dock was opened in May 2019.",
            "The north dock was opened in July 2021.",
        ),
        (
            "Who designed the north dock?",
            "The north dock was designed by Anna Lind.",
            "The north dock was designed by Ola Berg.",
        ),
        (
            "Will the ferries be replaced?",
            "The ferries will be replaced next year.",
            "The ferries will not be replaced next year.",
        ),
        (
            "Does the mayor support the tunnel plan?",
            "The mayor supports the tunnel plan of the council.",
            "The mayor opposes the tunnel plan of the council.",
        ),
        (
            "Did the talks end with a statement?",
            "The talks ended without a joint statement.",
            "The talks ended with a joint statement.",
        ),
    ],
)
def test_another_value_or_position_is_a_disagreement(question: str, one: str, other: str) -> None:
    """A figure, a share, a date, a name, a denial, an opposite; whichever is read first."""
    assert opposed(question, one, other)
    assert opposed(question, other, one)


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (COST, EARLY, EARLY),
        (COST, EARLY, "The north dock costs 41,000,000 crowns."),
        (COST, EARLY, "The north dock is 41 meters deep and holds 58 boats."),
        (COST, EARLY, "The south pier has 900 lamps."),
        (COST, "The north dock cost 41 million crowns in 2019.", "The north dock cost 58 million crowns in 2024."),
        ("How much does the dock cost in 2026?", "The dock costs 41 million in 2026.", "The dock costs 58 million."),
        ("How much more does the dock cost than planned?", EARLY, LATE),
        (
            "How many members voted for the budget of 2026?",
            "The budget of 2026 is 41 million crowns.",
            "The budget of 2026 is 58 million crowns.",
        ),
        (
            "How many people use the dock?",
            "About 28,500 people use the dock.",
            "Some 28,500 people use the dock, mostly in summer.",
        ),
        (
            "Who opposes the plan?",
            "Anna Lind opposes the plan.",
            "The plan to move the harbor is opposed by Lind and by fishermen.",
        ),
        ("Will the force change?", "The force will not change at all.", "Nothing about the force will change."),
        (
            "What share of its income does Japan spend?",
            "Seoul spends 3% of its income.",
            "Berlin spends 2% of its income.",
        ),
        ("Why did the ferries stop?", "The ferries did not stop for the ice.", "The ferries stopped for the ice."),
    ],
)
def test_different_things_that_hold_numbers_do_not_disagree(question: str, one: str, other: str) -> None:
    """The same value, other units, other things, other years, a comparison that was asked for, two denials."""
    assert not opposed(question, one, other)
    assert not opposed(question, other, one)
