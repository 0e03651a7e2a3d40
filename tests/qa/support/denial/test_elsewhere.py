"""Denials of something else: of another part than the claim tells of, and of the rest of a share."""

import pytest

from tests.qa.support.denial.asking import LEFT_OUT, PUT_IN, against


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "Several of the hill farms had still not been supplied with salt, and 40 carts had been lost.",
            "Forty carts were gone, with hill farms waiting for salt.",
            "Several of the hill farms had been supplied with salt.",
        ),
        (
            "All the herders left by noon, some of whom refused to sell their goats.",
            "The herders were told to get out by noon.",
            "Some of the herders sold their goats.",
        ),
        (
            "The runner failed to qualify for the last round after a fall in the second.",
            "The runner was knocked out by a fall in the second round.",
            "The runner qualified for the last round after a fall in the second.",
        ),
        (
            "The village was not officially at war with the town.",
            "The village was officially at peace with the town.",
            "The village was officially at war with the town.",
        ),
    ],
)
def test_a_claim_may_tell_another_part_than_what_is_denied(sentence: str, true: str, false: str) -> None:
    """Where it has not the word that is denied, or tells the denial in its own words."""
    assert not against(true, sentence)
    assert LEFT_OUT in against(false, sentence)


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "Of the five millers only the eldest and her cousin favored the toll.",
            "Three of the millers did not favor the toll.",
            "The eldest of the millers and her cousin did not favor the toll.",
        ),
        (
            "The narrow arches may preclude taller barges on the canal.",
            "Taller barges may not be possible on the canal, with its narrow arches.",
            "The arches may not preclude taller barges on the canal.",
        ),
        (
            "The mill's debts, almost nonexistent in May, were 40 crowns by June.",
            "The mill's debts went from next to nothing in May to 40 crowns by June.",
            "The mill's debts were not 40 crowns by June.",
        ),
    ],
)
def test_a_claim_may_deny_of_the_rest_what_is_told_of_a_part(sentence: str, true: str, false: str) -> None:
    """And what the sentence tells with a word that shuts it out; what it says outright may not be denied."""
    assert not against(true, sentence)
    assert PUT_IN in against(false, sentence)
