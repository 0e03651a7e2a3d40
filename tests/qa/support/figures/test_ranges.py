"""Ranges of figures."""

import pytest

from qa.support import Evidence
from qa.support.figures.ranges import turned_ranges

KEPT = "The phrase stood in the papers from 2008 to 2019, was dropped in 2020 and returned later."


def found(claim: str, sentence: str) -> list[str]:
    return list(turned_ranges(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("It stood there from 2008 to 2020.", KEPT),
        ("It stood there between 2008 and 2020.", KEPT),
        ("Fares go from 20% to 15% in 2025.", "Fares go from 25% to 15% in 2025, and by 20% for children."),
        ("It takes 2-4 years.", "It takes 2-3 years, or 4 in winter."),
    ],
)
def test_an_end_changed_for_another_figure_of_the_sentence_is_named(claim: str, sentence: str) -> None:
    """Each figure stands there, but not as the end of this range."""
    (problem,) = found(claim, sentence)
    assert problem.startswith("the range ")


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("It stood there from 2008 to 2019.", KEPT),
        ("It was dropped in 2020, having stood there between 2008 and 2019.", KEPT),
        ("From 2019 to 2025 nothing was said.", KEPT),
        ("The ferry runs from the pier to the island.", KEPT),
        ("It stood there from 2008 on.", KEPT),
    ],
)
def test_the_same_range_or_quite_another_is_left_alone(claim: str, sentence: str) -> None:
    """Whether a figure stands there at all is for the check of figures."""
    assert found(claim, sentence) == []


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Between 350 and 375 million lamps were lit.", "It went from 450 million lamps to 350–375 million."),
        ("It stood there from 1914 to 1918.", "It stood there 1914–18."),
        ("It takes from two to four years.", "It takes 2-4 years."),
    ],
)
def test_a_range_is_the_same_with_a_dash(claim: str, sentence: str) -> None:
    """What stands behind its last end is said of both; another end is still seen."""
    assert found(claim, sentence) == []
    assert found("Between 350 and 450 million lamps were lit.", "It went from 450 million lamps to 350–375 million.")
