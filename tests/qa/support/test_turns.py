"""How sure, whose words, which way and in what order: true forms pass, and their false neighbours do not."""

import pytest

from qa.support import Evidence
from qa.support.comparison.directions import turned_comparisons
from qa.support.stance.certainty import overstated
from qa.support.stance.voice import lost_voices


def sure(claim: str, *sentences: str) -> str:
    """What the check of certainty says."""
    return "; ".join(overstated(claim, Evidence(sentences)))


def turned(claim: str, sentence: str) -> str:
    """What the check of comparisons says."""
    return "; ".join(turned_comparisons(claim, Evidence((sentence,))))


def voiced(claim: str, sentence: str) -> str:
    """What the check of voices says."""
    return "; ".join(lost_voices(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "The ferry, its crew left unchanged, would please the mayor.",
            "The ferry pleased the mayor.",
            "The ferry would please the mayor and still keep its crew.",
        ),
        (
            "The clerks expect the harbor to get two cranes, with the price left open.",
            "The harbor got two cranes.",
            "The harbor is expected to get two cranes.",
        ),
        (
            "Moss does not grow on the tin lining, and it has long served in tanks.",
            "Moss grew on the tin lining of tanks.",
            "Moss will grow on the tin lining of tanks. It has long been used in them.",
        ),
    ],
)
def test_a_hedge_may_be_said_in_another_place_or_verb(true: str, false: str, sentence: str) -> None:
    """Before the verb, in a verb of its own, or as what is always so; without any it is a fact."""
    assert sure(true, sentence) == ""
    assert "only expect" in sure(false, sentence)


def test_would_in_a_tale_tells_what_was() -> None:
    """And with a condition or a plan about it, what may come."""
    assert (
        sure("In 1840 Borg opened a second dock.", "Borg moved to Havn in 1838, where he would open a second dock.")
        == ""
    )
    assert sure("Neither dock sent a boat.", "Neither dock would send a boat.") == ""
    assert "only expect" in sure("Borg opened a second dock.", "Borg said that he would open a second dock.")


def test_a_role_is_no_plan() -> None:
    """What something is for is what it does."""
    assert (
        sure("The buoy warns the boats, whose course is then changed.", "The buoy's role is to warn the boats.") == ""
    )
    assert "only expect" in sure("The buoy warned the boats.", "The buoy is to warn the boats.")


def test_a_wish_is_no_ground_for_a_certainty() -> None:
    """ "Will" for "can" is surer, though somebody wants something too; who worries that it will is not sure."""
    sentence = "The port wants to grow, and a crane can lift two boats."
    assert "as certain" in sure("A crane will lift two boats.", sentence)
    worry = "A new quay may draw boats away from the old harbor."
    assert sure("Fishers worry that a new quay will draw boats away from the old harbor.", worry) == ""
    assert "as certain" in sure("A new quay will draw boats away from the old harbor.", worry)


def test_a_doubt_may_be_kept_in_other_words() -> None:
    """ "It is said", "in all likelihood"."""
    sentence = "The bell was reportedly cast in Havn by two monks."
    assert sure("The bell, it is said, was cast in Havn by two monks.", sentence) == ""
    assert "doubt" in sure("Two monks cast the bell in Havn.", sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "The editors want the ferry confined to the inner harbor.",
            "The ferry should be confined to the inner harbor.",
            "In our view the ferry should be confined to the inner harbor.",
        ),
        (
            "Mr. Arne said that the dock, which two cranes and a barge of the old yard serve, is small.",
            "The dock is small, which keeps two cranes and a barge of the old yard away.",
            "Mr. Arne said that the dock is small, which keeps two cranes and a barge of the old yard away.",
        ),
        (
            "He said that the new cranes of the harbor can lift two boats.",
            "The new cranes of the harbor can lift two boats.",
            "The new cranes of the harbor can lift two boats, he said.",
        ),
    ],
)
def test_a_voice_is_kept_in_any_verb(true: str, false: str, sentence: str) -> None:
    """A wish is one too; a long aside does not hide that the main part is reported, nor does a speaker at the end."""
    assert voiced(true, sentence) == ""
    assert "somebody's words" in voiced(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "Only after the dock is dry are the cranes to be moved.",
            "Only after the cranes are moved will the dock be dry.",
            "The cranes are to be moved once the dock is dry.",
        ),
        (
            "The guild ran the ferry after the flood of the harbor.",
            "The guild ran the ferry before the flood of the harbor.",
            "Rain led to the flood of the harbor, after which the guild ran the ferry.",
        ),
        (
            "Two days before the vote, the captains had met.",
            "The captains met two days after the vote.",
            "The vote came two days after the captains met.",
        ),
    ],
)
def test_the_order_may_be_told_from_either_end(true: str, false: str, sentence: str) -> None:
    """In front or behind, and as "after which"; both events have to change places."""
    assert "turns round" not in turned(true, sentence)
    assert "turns round" in turned(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "Most yards do minor work.",
            "A minority of yards do small work.",
            "The majority of yards do small work.",
        ),
        (
            "Two hundred boats lived under the guild of Havn.",
            "The fee lies under 20 crowns a boat.",
            "The guild of Havn held sway over about 200 boats, and the fee lies over 20 crowns a boat.",
        ),
        (
            "Havn was less eager than Borg to buy the ferry.",
            "Borg was less eager to buy the ferry than Havn.",
            "Borg was more eager to buy the ferry than Havn.",
        ),
        (
            "The council did not accept the larger quay.",
            "The council accepted the larger quay.",
            "The council rejected the larger quay.",
        ),
        (
            "In May the ferry fell behind the tram in riders.",
            "In May the tram's riders fell and passed those of the ferry.",
            "The tram's riders continued to grow and in May passed those of the ferry.",
        ),
    ],
)
def test_a_word_of_comparison_has_to_be_of_the_same_thing(true: str, false: str, sentence: str) -> None:
    """Told from the other end, denied, or measuring nothing, it is no opposite."""
    assert turned(true, sentence) == ""
    assert turned(false, sentence) != ""


def test_at_least_so_long_ago_is_no_later() -> None:
    """A bound on the past is turned by its words."""
    sentence = "The harbor was dug at least 900 years ago."
    assert turned("The harbor was dug no later than 900 years ago.", sentence) == ""
    assert turned("The harbor was dug at most 900 years ago.", sentence) != ""


def test_opposites_far_apart_are_left_alone() -> None:
    """Where a long sentence speaks of two things, each may go its own way."""
    sentence = (
        "After the storm the guild bought barges, tar, rope, oak planks and iron, hired forty coopers from the northern isles,"
        " and in spring its income grew."
    )
    assert turned("Prices of fish declined, so a crowd left.", sentence) == ""
    assert "where" in turned("In spring the guild's income declined.", sentence)
