"""How sure: true rewordings pass, and their false neighbours do not."""

import pytest

from qa.support import Evidence
from qa.support.stance.certainty import overstated


def sure(claim: str, *sentences: str) -> str:
    """What the check of certainty says."""
    return "; ".join(overstated(claim, Evidence(sentences)))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "The fuel supply is needed as much as continued talks, a clerk said.",
            "The fuel supply was granted after continued talks, a clerk said.",
            "Continued talks will be needed on the fuel supply, a clerk said.",
        ),
        (
            "The crews, whose boats were lost, are thought to have sailed in spring.",
            "The crews, whose boats were lost, sailed in spring.",
            "The crews are believed to have sailed in spring.",
        ),
        (
            "It is presumed that the crews sailed in spring.",
            "It is certain that the crews sailed in spring.",
            "The crews are believed to have sailed in spring.",
        ),
        (
            "Borg, who had won twice, is to appear on two of the stamps.",
            "Borg, who had won twice, appeared on two of the stamps.",
            "Two of the stamps will have Borg, as the only one to win twice; he will appear in a hat.",
        ),
        (
            "Arne went in search of the laws of the tides.",
            "Arne found the laws of the tides.",
            "Arne sought to find the laws of the tides.",
        ),
        (
            "The vote, put off until May, has not been held.",
            "The vote was held in May.",
            "The vote will be held in May.",
        ),
        (
            "Statues are not usually found in such halls.",
            "Statues were put in such halls.",
            "Such a hall will usually not have statues put in.",
        ),
    ],
)
def test_what_is_ahead_may_be_told_in_other_words(true: str, false: str, sentence: str) -> None:
    """In another verb of belief or of search, as what is to be, or as not yet so."""
    assert sure(true, sentence) == ""
    assert "only expect" in sure(false, sentence)


def test_what_was_to_be_long_ago_is_past() -> None:
    """A century tells a tale of the past as a year does."""
    past = "Borg took up the custom, but it was to remain a privilege of the guild up to the 17th century."
    assert sure("The custom remained a privilege of the guild until the 17th century.", past) == ""
    ahead = "The custom is to remain a privilege of the guild until May."
    assert "only expect" in sure("The custom remained a privilege of the guild until May.", ahead)


def test_an_expectation_about_something_else_is_none() -> None:
    """The same verb of another thing, or a chance in another clause than the one that the claim tells again."""
    sentence = "The yard picked up the docks for 60 crowns, nine more than the guild had expected to pay."
    assert sure("Borg paid 60 crowns when he picked up the docks of Havn.", sentence) == ""
    assert "only expect" in sure("The guild paid nine more.", "The guild expected to pay nine more.")
    aside = "Borg argued that Arne commits a fallacy; he mocks what could ever be moved by a guild."
    assert sure("Borg charged Arne with a fallacy.", aside) == ""
    assert "only expect" in sure("A hard thing was moved by a guild.", aside)


def test_a_month_is_no_chance() -> None:
    """ "May" before a year is a month, and "may" before a verb none."""
    sentence = "Borg's plan came in May 2013, and Arne's in December (the docks will close in 2026)."
    assert sure("Arne's plan came in December, after Borg had told of his own.", sentence) == ""
    assert "as certain" in sure("The docks will close.", "The docks may close.")


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "A captain must hold a licence.",
            "Any captain will sail.",
            "Nobody may sail or hold office as captain without a licence.",
        ),
        ("Boats must keep to the right.", "Boats will keep to the right.", "Boats may only keep to the right."),
        ("Any member is entitled to vote.", "Any member will vote.", "Any member may vote."),
        ("There is a danger that the dam will fail.", "The dam will fail.", "The dam may fail."),
        ("It cannot be ruled out that the dam will fail.", "It is sure that the dam will fail.", "The dam may fail."),
    ],
)
def test_a_chance_may_be_told_in_other_words(true: str, false: str, sentence: str) -> None:
    """As a right, as a danger, and, where it is the only one, as a duty."""
    assert sure(true, sentence) == ""
    assert "as certain" in sure(false, sentence)


def test_a_doubt_may_be_hearsay() -> None:
    """ "Seems to have been"; without it the doubt is gone."""
    sentence = "The bell was probably cast by two monks."
    assert sure("The bell seems to have been cast by two monks.", sentence) == ""
    assert sure("The bell was cast by two monks.", sentence) != ""


def test_what_would_be_done_time_and_again_was_done() -> None:
    """ "In times of war" it was; with an "if" it was not."""
    claim, sentence = "{} was chosen in wars for six months.", "In times of war {} would be chosen for six months."
    assert sure(claim.format("A warden"), sentence.format("a warden")) == ""
    assert sure(claim.format("A warden"), "If war came, a warden would be chosen for six months.")


def test_what_was_to_become_of_it_became_of_it() -> None:
    """Told of the past; what was to be built need not have been."""
    sentence = "His letter was scorned in 1790, but it was to become his best known work."
    assert sure("His letter, scorned in 1790, became his best known work.", sentence) == ""
    assert sure("The dock was built in spring.", "The dock was to be built in spring.")
