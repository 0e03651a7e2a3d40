"""What a text holds of what another denies, and whether it may deny that in other words."""

import pytest

from tests.qa.support.denial.asking import LEFT_OUT, PUT_IN, against


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The backers do not find the date realistic.", "Supporters consider the date realistic."),
        ("No year for the dock is not named.", "No paper names a year for the dock."),
        ("The mayor has not asked for a dock.", "The mayor has asked for a dock, but not for a pier."),
        ("Nobody lives on the northern island.", "About 300 people live on the northern island."),
        ("Shops do not pay the tax, but farms do.", "Shops pay the tax, and farms do not."),
        ("No dock was not built until 1990.", "The dock was not built until 1990."),
    ],
)
def test_what_a_sentence_says_undenied_may_not_be_denied(claim: str, sentence: str) -> None:
    """Though other words are used, or something else is denied beside it."""
    assert PUT_IN in against(claim, sentence)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "The mayor says that he will not choose the builders.",
            "The county's account is different: the mayor says that the builders will be chosen by him.",
        ),
        (
            "The price of bread could not grow if the mills close.",
            "The price of bread could grow regardless of the tax if the mills close.",
        ),
        (
            "The toll of 9% had not been due to start in May.",
            "A toll of 5% stands instead of the 9% that was due in May.",
        ),
    ],
)
def test_a_word_that_denies_elsewhere_does_not_explain_a_denial(claim: str, sentence: str) -> None:
    """It has to stand beside what is denied, and in its place."""
    assert PUT_IN in against(claim, sentence)


def test_a_denial_that_names_nothing_is_left_out_with_its_word_only() -> None:
    """ "It has not been changed" is of no concern to a claim without "changed", though it has "moved"."""
    sentence = "The law limits the building of hulls abroad, and it has not been changed."
    assert (
        against("Repair has moved faster than building, and the law limits the building of hulls abroad.", sentence)
        == ""
    )
    assert LEFT_OUT in against("The law that limits the building of hulls abroad was changed.", sentence)


def test_a_not_put_into_a_copy_is_caught_beside_a_word_that_denies() -> None:
    """Though the sentence has "different" before it, and only function words follow the "not"."""
    sentence = "The Tern's account is different: Mr. Voss says that the docks will be owned and run by the isle."
    assert against("Mr. Voss says that the docks will be owned and run by the isle.", sentence) == ""
    assert PUT_IN in against("Mr. Voss says that the docks will not be owned and run by the isle.", sentence)
