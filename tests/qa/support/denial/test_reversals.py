"""Claims that tell the opposite of their sentence where neither of both denies, and what is no opposite."""

import pytest

from qa.support.denial.denials import turned_denials
from qa.support.evidence import Evidence, made_comparable


def against(claim: str, sentence: str) -> str:
    """What the check of denials says of it."""
    return "; ".join(turned_denials(*made_comparable(claim, Evidence((sentence,)))))


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "Letters from the fort went uncensored during the siege.",
            "During the siege no letters from the fort were censored.",
            "During the siege letters from the fort were censored.",
        ),
        (
            "The vote of the guild is non-binding on the mill.",
            "The guild's vote does not bind the mill.",
            "The guild's vote binds the mill.",
        ),
        (
            "The weavers rejected the offer of the mill in spring.",
            "In spring the mill's offer was turned down by the weavers.",
            "In spring the weavers accepted the mill's offer.",
        ),
    ],
)
def test_an_opposite_word_is_seen_where_nothing_else_tells_the_same(sentence: str, true: str, false: str) -> None:
    """Not where the claim denies as well."""
    assert not against(true, sentence)
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Boats are permitted on the upper lake from June.", "Boats are forbidden on the upper lake until June."),
        ("Three of the eight barrels were sealed on arrival.", "Five of the eight barrels were unsealed on arrival."),
    ],
)
def test_an_opposite_word_of_another_part_or_time_is_none(claim: str, sentence: str) -> None:
    """What is so of some is not so of the others, and what was so then is not so now."""
    assert not against(claim, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "Hardly any visitors reach the island by ferry.",
            "Most visitors reach the island by plane.",
            "Most visitors reach the island by ferry.",
        ),
        (
            "The keeper seldom lit the lamp in summer.",
            "The keeper usually left the lamp dark in summer.",
            "The keeper usually lit the lamp in summer.",
        ),
    ],
)
def test_most_is_not_told_for_few(sentence: str, true: str, false: str) -> None:
    """Unless it is told of something else."""
    assert not against(true, sentence)
    assert "where the cited sentence says" in against(false, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "All ferries stopped on Friday except the night boat.",
            "The night boat was the only ferry that also ran on Friday.",
            "The night boat stopped on Friday along with the other ferries.",
        ),
        (
            "Every orchard but Tolland lost its crop to the frost.",
            "Unlike every other orchard, Tolland kept its crop.",
            "Tolland too lost its crop to the frost.",
        ),
    ],
)
def test_an_exception_is_not_told_as_the_rule(sentence: str, true: str, false: str) -> None:
    """ "Too" and "like the others" of what a sentence excepts."""
    assert not against(true, sentence)
    assert "excepts" in against(false, sentence)
