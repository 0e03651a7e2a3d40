"""Directions that a figure has."""

import pytest

from qa.support import Evidence
from qa.support.comparison.steps import turned_steps


def found(claim: str, sentence: str) -> str:
    """What the check says, as one text."""
    return "; ".join(turned_steps(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("claim", "sentence", "said"),
    [
        (
            "It paid 8% less than last year.",
            "It paid more, an increase of 8%.",
            "less where the cited sentence says increase",
        ),
        ("It lost a crane: traffic fell by 13%.", "Traffic rose by 13%.", "fell where the cited sentence says rose"),
        ("It costs $8 million less than asked.", "It costs $8 million above the request.", "less"),
        ("The port voted five days after.", "The port had voted five days earlier.", "five days after"),
        ("A week after the storm, it closed.", "It had closed a week before.", "A week after"),
    ],
)
def test_a_step_the_other_way_is_named(claim: str, sentence: str, said: str) -> None:
    """By how much something rose, and how long after something it came."""
    assert said in found(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("It grew by 13%.", "It rose 13%."),
        ("It fell by 5%.", "It rose by 13%."),
        (
            "The mayor signed two days before the council voted.",
            "The council voted two days after the mayor had signed.",
        ),
        ("It closed a week earlier.", "It had closed a week before."),
    ],
)
def test_the_same_step_in_other_words_passes(claim: str, sentence: str) -> None:
    """And the order told from the other end; figures that differ are another check's."""
    assert found(claim, sentence) == ""


def test_a_step_back_from_one_is_a_step_on_to_the_other() -> None:
    """Though the day of the one is abbreviated; the other way round it is turned."""
    sentence = "The post came two days after the mayors held their first call."
    assert found("The mayors held their first call two days before the Aug. 1 post.", sentence) == ""
    assert found("The post came two days before.", sentence)
