"""Names as writers vary them."""

import pytest

from qa.names import PLACES, as_written, titled, with_abbreviations, with_states_folded


def test_every_form_of_a_state_is_one_word() -> None:
    """Name, short form, people, capital; a pronoun is none of them, and the longer form wins."""
    assert with_states_folded("South Korean and U.S. forces told us of North Korea.") == (
        "Southkorea and Unitedstates forces told us of Northkorea."
    )
    assert with_states_folded("Washington’s view") == "Unitedstates's view"
    assert with_states_folded("Seoulite Parisian USNS") == "Seoulite Parisian USNS"
    assert as_written("Japan", "What Tokyo wants") == "Tokyo"
    assert "Southkorea" in PLACES


@pytest.mark.parametrize(
    ("words", "abbreviation"),
    [
        ("wartime operational control", "OPCON"),
        ("artificial intelligence", "AI"),
        ("the Security Consultative Meeting", "SCM"),
        ("full operational capability", "FOC"),
    ],
)
def test_words_that_spell_an_abbreviation_stand_for_it(words: str, abbreviation: str) -> None:
    """By the beginnings of words in a row; others do not."""
    assert with_abbreviations(words, f"the {abbreviation}").endswith(f" {abbreviation}")
    assert with_abbreviations(words, "the XYZ") == words
    assert with_abbreviations("some other words", f"the {abbreviation}") == "some other words"


def test_titles_are_read_with_the_names_behind_them() -> None:
    """All words of the name."""
    assert titled("Gen. Xavier Brunson met Mr. Lee's aide.") == {"Gen": {"Xavier", "Brunson"}, "Mr": {"Lee"}}
