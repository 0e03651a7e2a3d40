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


def test_it_may_be_a_state_that_speaks() -> None:
    """Where a sentence begins with "it" and a verb of speech, beside one that gives words to somebody."""
    sentences = ("Mr. Ole Lund said in May that the dock would last.", "It describes its task as the care of the isle.")
    claim = "Mr. Lund said in May that the dock would last, and {} describes its task as the care of the isle."
    passage = f"Seoul built the dock. {' '.join(sentences)}"
    assert problems(claim.format("Seoul"), Evidence(sentences, "", passage)) == ()
    assert problems(claim.format("Ada Voss"), Evidence(sentences, "", passage))


def test_a_document_speaks_with_its_own_voice() -> None:
    """What a sentence gives to nobody is not said by another paper; it may be by whoever published it, or speaks before it."""
    sentence = "Only the text of the pact can be confirmed."
    told = Evidence((sentence,), "The pact Harbor Brief", f"Ada Voss said so. {sentence}", publishers=("Harbor Brief",))
    claim = "{} said that only the text of the pact can be confirmed."
    assert problems(claim.format("Harbor Brief"), told) == ()
    assert problems(claim.format("Ada Voss"), told) == ()
    assert any("words of another" in each for each in problems(claim.format("The Tide Review"), told))
