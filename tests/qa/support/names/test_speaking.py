"""Who says something."""

from qa.support import Evidence, problems

SENTENCE = "Mr. Ole Lund said that the dock would last, but the harbor's engineer, Ada Voss, warned that its piles were rotten."


def given(claim: str) -> str:
    """What is said of who speaks, as one text."""
    found = problems(claim, Evidence((SENTENCE,), "", SENTENCE))
    return "; ".join(each for each in found if "words of another" in each)


def test_a_speaker_may_stand_behind_what_he_is() -> None:
    """Between commas or without them; somebody of whom nothing is said speaks in neither."""
    assert given("Voss warned that rot had got into the piles.") == ""
    assert given("Borg warned that rot had got into the piles.")


def test_whom_somebody_works_with_does_not_speak() -> None:
    """ "An engineer with Borg"."""
    assert given("An engineer with Borg warned that the piles were rotten.") == ""
