"""Counts that a word holds, that a list gives, and that are left beside another."""

import pytest

from qa.support.evidence import Evidence
from qa.support.figures.amounts import unfounded_figures


def against(claim: str, sentence: str) -> list[str]:
    return list(unfounded_figures(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The law has two chambers.", "The law has three chambers.", "The law sets up a bicameral assembly."),
        ("Its three arms move.", "Its four arms move.", "The tripod's arms move."),
        ("The tram runs every two weeks.", "The tram runs every three weeks.", "The tram runs fortnightly."),
        ("It is printed four times a year.", "It is printed six times a year.", "It is a quarterly."),
    ],
)
def test_a_word_may_hold_a_number(true: str, false: str, sentence: str) -> None:
    """In its prefix, or as what is always so many."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("It has two towers.", "It has three towers.", "It has a north tower and a south tower."),
        ("The two dialects differ.", "The four dialects differ.", "'New Brellish' is softer than 'Old Brellish'."),
        ("There were two rounds.", "There were five rounds.", "After the first round there was a second."),
        ("It has two towers.", "It has two towers and three gates.", "It has a north tower and a south tower."),
    ],
)
def test_two_of_what_is_named_one_by_one_may_be_counted(true: str, false: str, sentence: str) -> None:
    """Another number of it may not."""
    assert against(true, sentence) == []
    assert against(false, sentence)


def test_two_of_a_unit_are_not_counted() -> None:
    """Nor two of what the sentence gives another number of."""
    assert against("It burned for two days.", "It burned in Alma and in Brell.")
    assert against("It has two gates.", "It has five gates and a tower.")


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The other two lamps are lit.", "The other five lamps are lit.", "Of the three lamps it alone is out."),
        ("Two earlier bridges burned.", "Four earlier bridges burned.", "The third bridge stands; those before it burned."),
        ("Of the eight cooks two stayed away.", "Of the eight cooks three stayed away.", "Of the eight cooks only six came."),
        ("Anna and three others came.", "Anna and six others came.", "Anna, Berta, Carla and Dora came."),
        ("In 12 of 15 years it froze.", "In 11 of 15 years it froze.", "In three of the 15 years there was no frost."),
        ("Fifteen cooks fell ill.", "Sixteen cooks fell ill.", "All but five of the 20 cooks fell ill."),
    ],
)  # fmt: skip
def test_the_others_are_what_one_number_leaves_of_another(true: str, false: str, sentence: str) -> None:
    """One less where one is spoken of, or the difference."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The seven guilds met.", "The eight guilds met.", "There were 4 weavers' guilds and 3 tanners' guilds."),
        ("She had six children.", "She had four children.", "She had a son and five daughters."),
    ],
)
def test_two_numbers_that_are_joined_may_be_added(true: str, false: str, sentence: str) -> None:
    """One of them may be "a"."""
    assert against(true, sentence) == []
    assert against(false, sentence)
