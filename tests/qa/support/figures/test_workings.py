"""What is worked out from two figures, or told from the other side."""

import pytest

from qa.support.evidence import Evidence
from qa.support.figures.amounts import unfounded_figures


def against(claim: str, sentence: str) -> list[str]:
    return list(unfounded_figures(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("A small vote is a tenth of a large one.", "A small vote is a fifth of a large one.", "A large vote counts ten times as much."),
        ("Before, it had less than half the guests.", "Before, it had a third of the guests.", "The fair more than doubled its guests."),
        ("It is half as deep.", "It is a third as deep.", "The pond is two yards deep, the ditch only one yard."),
        ("It lost a quarter of its guests.", "It lost a third of its guests.", "It shrank from 40,000 to 30,000 guests."),
        ("Output is a third higher.", "Output is a fifth higher.", "Output rose from 300 to 400 barrels."),
    ],
)  # fmt: skip
def test_a_share_may_be_told_from_the_other_end(true: str, false: str, sentence: str) -> None:
    """Of what is so many times as much, of what has grown and of what has shrunk."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The path loses 203 m of height.", "The path loses 213 m of height.", "The path goes down from 599 m to 396 m."),
        ("Her league gained 12 seats.", "Her league gained 14 seats.", "Her league went from 30 seats to 42."),
        ("It had cost 30 crowns.", "It had cost 20 crowns.", "Its price rose by 10 crowns to 40."),
        ("Voss was in office for eight years.", "Voss was in office for nine years.", "Voss served two four-year terms."),
        ("Each of them got 400 crowns.", "Each of them got 500 crowns.", "The 1,200 crowns were shared equally by the three."),
        ("It is one and a half times as big.", "It is two and a half times as big.", "It is 50% bigger."),
    ],
)  # fmt: skip
def test_an_amount_may_be_worked_out(true: str, false: str, sentence: str) -> None:
    """What was lost or won, so many times so much, and what each has."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("Less than 5% was dug before 1900.", "Less than 15% was dug before 1900.", "More than 95% has been dug since 1900."),
        ("It stood at 55% of its peak.", "It stood at 65% of its peak.", "It was down 45% from its peak."),
        ("About a third are ewes.", "About a half are ewes.", "65.4% are rams."),
        ("Nine tenths of it was lost.", "Eight tenths of it was lost.", "All but a tenth of it was lost."),
    ],
)  # fmt: skip
def test_what_is_left_may_be_told(true: str, false: str, sentence: str) -> None:
    """Before and since, what has fallen and where it stands, all but a part."""
    assert against(true, sentence) == []
    assert against(false, sentence)


def test_a_small_difference_has_to_be_asked_for() -> None:
    """Two figures give many small ones."""
    assert against("The fair has three halls.", "The fair has 10 halls, of which the town owns 7.")
    assert against("It has 12 sailors and 21 boats.", "It has 12 sailors and 9 boats.")
