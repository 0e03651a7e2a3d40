"""Abbreviations as a text explains them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.abbreviations import Abbreviation, explained


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Officials of the Republic of Korea (ROK) agreed.", "ROK", "Republic of Korea"),
        ("The ROK (Republic of Korea) agreed.", "ROK", "Republic of Korea"),
        ("OPCON means operational control, the authority to direct.", "OPCON", "operational control"),
        ("The transfer of wartime operational control, or OPCON, is near.", "OPCON", "operational control"),
        ("USFK stands for U.S. Forces Korea, the command.", "USFK", "U.S. Forces Korea"),
        ("- SMA: the Special Measures Agreement under which", "SMA", "Special Measures Agreement"),
        ("MRO is maintenance, repair and overhaul, here of ships.", "MRO", "maintenance, repair and overhaul"),
        ("the United States (U.S.) said", "U.S.", "United States"),
        ("The ferries' board (the Harbour and Ferry Office, HFO) met", "", ""),
        ("The mayor (Independent) said so.", "", ""),
        ("It was rebuilt (IN 2024).", "", ""),
        ("ABC is what nobody knows.", "", ""),
    ],
)
def test_short_and_long_forms_are_told_by_place_and_letters(text: str, short: str, long: str) -> None:
    """Both orders, with and without brackets; a bracket that spells nothing is no abbreviation."""
    assert explained(text) == ([Abbreviation(short, long)] if short else [])


@given(st.text(max_size=200))
def test_a_long_form_stands_in_the_text(text: str) -> None:
    """Folded white space aside; and it begins with the short form's first letter."""
    folded = " ".join(text.split())
    for short, long in explained(text):
        assert long in folded
        assert long[0].casefold() == short[0].casefold()
