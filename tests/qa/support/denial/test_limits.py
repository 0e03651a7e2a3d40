"""Denials that others tell as an order, a share, a limit, or by a word that denies in itself, and their false neighbours."""

import pytest

from qa.support.denial.denials import turned_denials
from qa.support.evidence import Evidence, made_comparable


def against(claim: str, sentence: str) -> list[str]:
    """What the check of denials says of it."""
    return list(turned_denials(*made_comparable(claim, Evidence((sentence,)))))


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "For a canal to pay, two locks were needed.",
            "No canal could pay without two locks.",
            "No canal could pay with two locks.",
        ),
        (
            "The rule asks for ten of the councillors (not votes) in a session.",
            "By the rule, ten councillors must be in a session.",
            "By the rule, ten councillors must not be in a session.",
        ),
        (
            "This is not the first time the canal has been closed for repairs.",
            "The canal has been closed for repairs before.",
            "The canal has never been closed for repairs before.",
        ),
        (
            "Orsk is not the only town with a glass works.",
            "Other towns besides Orsk have a glass works.",
            "Orsk is the only town with a glass works.",
        ),
        (
            "The Velm bridge was the last on the river to be completed.",
            "No bridge on the river was completed later than the Velm bridge.",
            "No bridge on the river was completed.",
        ),
        (
            "The fair of 1802 drew more visitors than all previous fairs.",
            "No earlier fair had drawn as many visitors as the one of 1802.",
            "The fair of 1802 did not draw more visitors than all previous fairs.",
        ),
        (
            "Some guilds sent a clerk to the fair; others sent an apprentice.",
            "Not every guild sent a clerk to the fair.",
            "Some guilds did not send a clerk or an apprentice to the fair.",
        ),
        (
            "All that is kept in the vault is silver.",
            "Nothing is kept in the vault but silver.",
            "No silver is kept in the vault.",
        ),
        (
            "A coin is kept if it rings true; otherwise it is melted.",
            "A coin is kept when it rings true, and melted when it does not.",
            "A coin is not kept if it rings true.",
        ),
        (
            "Although there was some theft in Velm, there was not the level of theft that was seen in Orsk.",
            "There was some theft in Velm, but Orsk saw worse.",
            "There was the level of theft in Velm that was seen in Orsk.",
        ),
        (
            "Members may serve two terms at most.",
            "No member may serve for longer than two terms.",
            "No member may serve two terms.",
        ),
        (
            "Meals are served at the inn until nine.",
            "The inn does not serve meals after nine.",
            "Meals are not served at the inn.",
        ),
        (
            "Each bell has a sound of its own.",
            "No two bells sound alike.",
            "The bells do not have a sound of their own.",
        ),
    ],
)
def test_an_order_a_share_and_a_limit_may_be_told_as_denials(sentence: str, true: str, false: str) -> None:
    """ "Not the first", "none later than", "not every", "nothing but", "if not", "no longer than"."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "The yard had plenty of wood.",
            "There was no shortage of wood in the yard.",
            "There was no wood in the yard.",
        ),
        (
            "Abbots are subject to the toll like everybody else.",
            "Abbots enjoy no immunity from the toll.",
            "Abbots are not subject to the toll.",
        ),
        (
            "The guild repudiated the offer.",
            "The offer was rejected by the guild.",
            "The offer was not repudiated by the guild.",
        ),
        (
            "The failure to distinguish between pike and perch leads many to go to sea.",
            "Many go to sea because pike and perch are not told apart.",
            "The failure to distinguish between pike and perch does not lead many to go to sea.",
        ),
        (
            "The grapes of Orsk are seedless.",
            "The grapes of Orsk have no seeds.",
            "The grapes of Orsk are not seedless.",
        ),
        (
            "The paint is ineffective against rust.",
            "The paint gives no effective protection against rust.",
            "The paint is not ineffective against rust.",
        ),
        (
            "In a flight of gulls, some choose not to fly on when they are fed.",
            "Of the gulls in flight, some stay put when they are fed.",
            "In a flight of gulls, some choose to fly on when they are fed.",
        ),
        (
            "The clerk stood next to the bell, and his voice could not be heard.",
            "The clerk stood next to the bell, and his voice was inaudible.",
            "The clerk stood next to the bell, and his voice could be heard.",
        ),
        (
            "Ten of the scrolls have not been fully described.",
            "Ten of the scrolls still await a full description.",
            "Ten of the scrolls have been fully described.",
        ),
        (
            "A changed gene turns off the making of wax in white bees.",
            "White bees make no wax because of a change in a gene.",
            "A changed gene does not turn off the making of wax in white bees.",
        ),
    ],
)
def test_a_word_that_denies_in_itself_may_stand_for_a_denial(sentence: str, true: str, false: str) -> None:
    """By its ending, its prefix or what it means; and "no" before such a word denies nothing."""
    assert against(true, sentence) == []
    assert against(false, sentence)


def test_no_something_is_held_against_what_is_said_of_it() -> None:
    """Where the sentence tells of other things in other words, "no" is a way to say them."""
    assert against("No charge was raised.", "The wardens let everybody in.") == []
    assert against("No charge was raised.", "The wardens raised a charge of two crowns.")


def test_two_denials_of_one_thing_need_not_share_a_word() -> None:
    """Where both texts deny, a single word of it that is said besides is not enough to say that it is affirmed."""
    sentence = "The guilds spoke of a beginning of talks, while no talks took place that year."
    assert against("The guilds spoke of talks that year without ever beginning any.", sentence) == []
    assert against("The guilds did not speak of a beginning, while no talks took place that year.", sentence)


def test_a_denial_that_names_nothing_counts_where_the_sentence_denies_less() -> None:
    """ "May not; the other may not" for "may, while the other may not"."""
    sentence = "The upper mill can grind rye and oats, while the lower mill cannot."
    assert against("Rye and oats may be ground in the upper mill; the lower one may not grind them.", sentence) == []
    assert against("The upper mill may not grind rye and oats; the lower mill may not.", sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "The tables of the almanac were not improved on for nearly three hundred years.",
            "Nearly three centuries passed before anyone improved on the tables of the almanac.",
            "The tables of the almanac were improved on for nearly three hundred years.",
        ),
        (
            "The guild did not change the name of the fair until 1821.",
            "The guild waited until 1821 to change the name of the fair.",
            "The guild changed the name of the fair until 1821.",
        ),
        (
            "No room of the castle is off-limits for visitors.",
            "Visitors may see any room of the castle.",
            "The castle's rooms are off-limits for visitors.",
        ),
        (
            "Neither sheet is printed as often as the Beacon.",
            "The Beacon is printed more often than the two other sheets.",
            "Both sheets are printed as often as the Beacon.",
        ),
    ],
)
def test_a_wait_and_a_span_of_time_tell_a_limit(sentence: str, true: str, false: str) -> None:
    """What comes late has not been before; nothing forbidden is all allowed; none as often is one more often."""
    assert not against(true, sentence)
    assert "denial" in " ".join(against(false, sentence))
