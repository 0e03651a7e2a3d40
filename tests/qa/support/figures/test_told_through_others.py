"""Amounts that a sentence tells only through others: parts, multiples, steps, rates, votes, hours and years."""

import pytest

from qa.support.evidence import Evidence
from qa.support.figures.amounts import unfounded_figures


def against(claim: str, sentence: str) -> list[str]:
    return list(unfounded_figures(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The north got 63 crowns.", "The north got 65 crowns.", "Of the 84 crowns three quarters went north."),
        ("They asked for 16 crowns.", "They asked for 20 crowns.", "They got eight crowns, half of what they wanted."),
        ("The rest came to 300 crowns.", "The rest came to 350 crowns.", "Of 1,000 crowns 70% went to Ada, the rest to Voss."),
        ("It will use 45 lamps.", "It will use 50 lamps.", "It uses 30 lamps and needs half as many again."),
        ("The pit is some 50 yards.", "The pit is some 80 yards.", "The well is 200 yards deep, four times as deep as the pit."),
        ("It took a little over 150 crowns.", "It took a little over 100 crowns.", "Made for 15 crowns, it took over ten times as much."),
    ],
)  # fmt: skip
def test_a_part_or_a_multiple_of_an_amount_may_be_told(true: str, false: str, sentence: str) -> None:
    """As an amount of its own."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The plan was 28 weeks.", "The plan was 24 weeks.", "It took 26 weeks, two fewer than planned."),
        ("It cost 37 crowns.", "It cost 27 crowns.", "Costed at 32 crowns, it came out 5 crowns over budget."),
        ("The share rose by eight points.", "The share rose by six points.", "Nine in ten arrived, after 82% the year before."),
        ("The rate had been 3.25%.", "The rate had been 3.15%.", "The rate rose by a quarter of a point to 3.5%."),
        ("They lost 100 crowns.", "They lost 200 crowns.", "Tickets made 1,800 crowns, drinks 900 and hats 300; costs were 3,100."),
        ("On Fridays it shuts at eight.", "On Fridays it shuts at seven.", "It shuts at 5 p.m., and on Fridays three hours later."),
    ],
)  # fmt: skip
def test_a_step_leads_one_way(true: str, false: str, sentence: str) -> None:
    """More than, fewer than, over and under."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("Rent is 6,000 crowns a year.", "Rent is 7,000 crowns a year.", "Rent is 500 crowns a month."),
        ("The hall seats 480.", "The hall seats 490.", "The hall has 24 rows of 20 seats."),
        ("Nine judges sat.", "Eight judges sat.", "The court ruled six to three."),
        ("It falls 34 cm in every kilometre.", "It falls 44 cm in every kilometre.", "It falls 17 metres over 50 kilometres."),
        ("Eleven of the twelve agreed.", "Ten of the twelve agreed.", "All but one of the twelve jurors agreed."),
        ("The sack weighed about 22 pounds.", "The sack weighed about 32 pounds.", "The sack weighed 10 kilograms."),
        ("It was 14 in every 1,000.", "It was 24 in every 1,000.", "It was 1.4%."),
    ],
)  # fmt: skip
def test_a_count_may_be_told_for_each_and_for_all(true: str, false: str, sentence: str) -> None:
    """Rates, rows, votes, exceptions."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The pact runs until 2030.", "The pact runs until 2035.", "The ten-year pact was signed in 2020."),
        ("Ada was born in 1820.", "Ada was born in 1830.", "Ada became mayor in 1854 at the age of 34."),
        ("It was sealed in 1743.", "It was sealed in 1744.", "It was signed in April 1742, and sealed the following spring."),
        ("It sold most in the first six months.", "It sold most in the first seven months.", "It sold most in the first half."),
        ("It was won in 1969.", "It was won in 1968.", "It was won in '69."),
    ],
)  # fmt: skip
def test_a_year_may_be_reckoned(true: str, false: str, sentence: str) -> None:
    """From how long something took, and from an age."""
    assert against(true, sentence) == []
    assert against(false, sentence)
