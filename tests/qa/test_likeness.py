"""Whether two texts mean much the same, by the installed model."""

import pytest

from qa.adapters.onnx_models import BgeEmbedder, models_folder
from qa.likeness import Likeness

SENTENCE = "The harbor board put off its ruling on the pier until spring because the survey was not finished."


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    """The likeness that the service asks."""
    return Likeness(BgeEmbedder(models_folder(None)))


def test_other_words_for_the_same_are_alike(likeness: Likeness) -> None:
    """A claim that shares hardly a word with its sentence is known by what it means."""
    assert likeness.is_said(
        "With its survey still incomplete, the harbor authority delayed its decision about the pier to springtime.",
        SENTENCE,
        [],
    )


@pytest.mark.parametrize(
    "claim",
    [
        "Fishermen in the town complain about the price of fuel.",
        "A small committee drew the plan up in haste.",
        "The bakery on the square opens at six.",
    ],
)
def test_another_matter_is_not_alike(likeness: Likeness, claim: str) -> None:
    """What is about something else, even of the same place, is not what the sentence says."""
    assert not likeness.is_said(claim, SENTENCE, [])


def test_the_nearest_is_what_a_claim_rests_on(likeness: Likeness) -> None:
    """A sentence about the same thing is not enough where another one says just that."""
    claim, about = "The survey of the pier will be complete in May.", "The survey of the pier began in January."
    assert not likeness.is_said(claim, about, ["In May surveyors are to finish their work on the pier."])


def test_words_shared_ask_for_less_likeness(likeness: Likeness) -> None:
    """What shares half of the words of its sentence may say the rest quite otherwise; what shares none may not."""
    claim = "Until spring the board left the fate of the old landing place open."
    assert likeness.is_said(claim, SENTENCE, [], shared=0.45)
    assert not likeness.is_said(claim, SENTENCE, [])
    assert not likeness.is_said(
        "The board put a bench on the pier.", SENTENCE, ["A bench was put on the pier."], shared=0.45
    )
