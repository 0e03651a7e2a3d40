"""Names as writers vary them."""

import pytest

from qa.names import PLACES, abbreviations, as_written, spelled_out, titled, with_states_folded


def test_every_form_of_a_state_is_one_word() -> None:
    """Name, short form, people, capital; a pronoun is none of them, and the longer form wins."""
    assert with_states_folded("South Korean and U.S. forces told us of North Korea.") == (
        "Southkorea and Unitedstates forces told us of Northkorea."
    )
    assert with_states_folded("the South Korean yards of the South") == "the Southkorea yards of Southkorea"
    assert with_states_folded("the South Skerry yards") == "the South Skerry yards"
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
    assert abbreviations(words, f"the {abbreviation}") == [abbreviation]
    assert abbreviations(words, "the XYZ") == []
    assert abbreviations("some other words", f"the {abbreviation}") == []


def test_an_abbreviation_stands_for_the_words_that_spell_it() -> None:
    """By their first letters, without the small ones; other words are none of its."""
    assert spelled_out("the HPF paid", "the Fund for Havn Ports of Skerry Isle") == []
    assert spelled_out("the HPF paid", "the Havn Port Fund paid") == ["Havn Port Fund"]
    assert spelled_out("the AHP paid", "the Association of Havn Ports paid") == ["Association of Havn Ports"]
    assert spelled_out("the USHP paid", "the US Havn Ports paid") == ["US Havn Ports"]


def test_titles_are_read_with_the_names_behind_them() -> None:
    """All words of the name."""
    assert titled("Gen. Xavier Brunson met Mr. Lee's aide.") == {"Gen": {"Xavier", "Brunson"}, "Mr": {"Lee"}}
