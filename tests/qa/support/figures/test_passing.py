"""Centuries, decades, and the time between two dates."""

from datetime import date

import pytest

from qa.support.evidence import Evidence
from qa.support.figures.amounts import unfounded_figures
from qa.support.figures.days import unfounded_days


def against(claim: str, sentence: str, published: date | None = None) -> list[str]:
    evidence = Evidence((sentence,), published=(published,))
    return [*unfounded_figures(claim, evidence), *unfounded_days(claim, evidence)]


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("Mills spread in the late 900s.", "Mills spread in the late 800s.", "Mills spread in the later 10th century."),
        (
            "Mills spread in the 1840s and 1850s.",
            "Mills spread in the 1840s and 1950s.",
            "Mills spread in the 1840s and 50s.",
        ),
        ("Mills spread in the 1300s.", "Mills spread in the 1400s.", "Mills spread in the 14th century."),
        ("Mills spread in the 14th century.", "Mills spread in the 13th century.", "Mills spread in the 1300s."),
        (
            "Mills spread in the early 1700s.",
            "Mills spread in the late 1700s.",
            "Mills spread in the early 18th century.",
        ),
        ("Mills spread in the mid-1980s.", "Mills spread in the late 1980s.", "Mills spread in 1985."),
        (
            "Mills spread in the eighteenth and 19th centuries.",
            "Mills spread in the 17th century.",
            "Mills spread from 1742 to 1850.",
        ),
        ("Mills spread in the '80s.", "Mills spread in the '90s.", "Mills spread in 1983."),
        ("Mills spread around 1800.", "Mills spread around 1700.", "Mills spread in the late 18th century."),
        ("Mills spread around 1850.", "Mills spread around 1750.", "Mills spread in the mid-19th century."),
        (
            "Mills spread at the turn of the 20th century.",
            "Mills spread at the turn of the 19th century.",
            "Mills spread in 1899.",
        ),
    ],
)
def test_a_year_lies_in_its_century_and_its_decade(true: str, false: str, sentence: str) -> None:
    """And in the part of it that is named."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("It opened two days later.", "It opened three days later.", "It was done on July 30 and opened on Aug. 1."),
        ("It opened 14 years later.", "It opened 15 years later.", "It was begun in 1921 and opened in 1935."),
        (
            "It opened four months later.",
            "It opened five months later.",
            "It was begun in May 1921 and opened in September 1921.",
        ),
        ("It opened 24 years later.", "It opened 22 years later.", "It was begun in 539 BCE and opened in 515 BCE."),
        ("He died aged 61.", "He died aged 65.", "Born in 1850, he died in 1911."),
        ("It runs for five years.", "It runs for six years.", "It covers 2026 to 2030."),
        ("It was shut for three months.", "It was shut for five months.", "It was shut from January to March 2020."),
        ("It is some 7,000 years old.", "It is some 9,000 years old.", "It was made in 5000 BC."),
        ("In 1916 it was sold.", "In 1917 it was sold.", "Built in 1914, it was sold two years later."),
        ("It was sold on 13 April.", "It was sold on 14 April.", "Built on April 12, it was sold the next day."),
        (
            "It was sold in March 1920.",
            "It was sold in April 1920.",
            "Built in May 1920, it had been sold two months before.",
        ),
    ],
)
def test_time_between_two_dates_may_be_worked_out(true: str, false: str, sentence: str) -> None:
    """And so may the date, where the time is told."""
    assert against(true, sentence) == []
    assert against(false, sentence)


def test_years_ago_are_counted_from_the_day_of_publication() -> None:
    """A century ago in 2025 is 1925."""
    assert against("It burned down 100 years ago.", "It burned down in 1925.", date(2025, 3, 1)) == []
    assert against("It burned down 90 years ago.", "It burned down in 1925.", date(2025, 3, 1))


def test_a_day_that_the_calendar_does_not_know_is_passed_over() -> None:
    """June 31 is no day from which one could count."""
    assert against("It was sold four days later.", "It was built on June 31 and sold on July 5.")
