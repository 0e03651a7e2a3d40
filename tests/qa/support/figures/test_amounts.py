"""Amounts told in other words, and worked out from those that stand in the evidence."""

import pytest

from qa.support.evidence import Evidence
from qa.support.figures.amounts import unfounded_figures


def against(claim: str, *sentences: str, passage: str = "") -> list[str]:
    return list(unfounded_figures(claim, Evidence(sentences, passage=passage)))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("One old oil lamp in ten is lit.", "One old oil lamp in five is lit.", "Some 10% of the oil lamps are lit."),
        ("Three fifths of the lamps are lit.", "Two fifths of the lamps are lit.", "Of the lamps 60% are lit."),
        ("Three out of every four lamps are lit.", "Three out of every five lamps are lit.", "75% of the lamps are lit."),
        ("A quarter of the lamps are lit.", "A third of the lamps are lit.", "One lamp in four is lit."),
        ("More than half of the lamps are lit.", "More than half of the lamps are lit.".replace("half", "two thirds"), "58% are lit."),
        ("Between four fifths and nine tenths are lit.", "Between three fifths and nine tenths are lit.", "80–90% are lit."),
        ("Two grams of every 100 are salt.", "Three grams of every 100 are salt.", "The brine holds 2% salt."),
    ],
)  # fmt: skip
def test_a_share_is_the_same_in_words(true: str, false: str, sentence: str) -> None:
    """Of a share told as a fraction, as so many in so many, as a percentage and roughly."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("The tram takes an hour and a half.", "The tram takes two hours and a half.", "The tram takes 90 minutes."),
        (
            "The tram costs three and a half crowns.",
            "The tram costs two and a half crowns.",
            "The tram costs 3.5 crowns.",
        ),
        ("It carried half a million people.", "It carried half a billion people.", "It carried 500,000 people."),
        ("It carried a hundred and fifty people.", "It carried a hundred and sixty people.", "It carried 150 people."),
        ("It was shut for 12 months.", "It was shut for 11 months.", "It was shut for a year."),
        ("It was shut for ten years.", "It was shut for nine years.", "It was shut for a decade."),
        ("It runs every two years.", "It runs every three years.", "It runs every other year."),
        ("It carried over 450 people.", "It carried over 480 people.", "It carried 462 people."),
        ("It carried 2.31 million people.", "It carried 2.41 million people.", "It carried 2,312,456 people."),
    ],
)
def test_an_amount_is_the_same_in_words(true: str, false: str, sentence: str) -> None:
    """Mixed numbers, hundreds, one of a unit, and a figure that is told less exactly."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "At most a tenth is due in a year.",
            "At most a fifth is due in a year.",
            "Of $300, no more than $30 is due in a year.",
        ),
        ("The fare is three times what it was.", "The fare is four times what it was.", "The fare went from $2 to $6."),
        ("The rate fell by ten points.", "The rate fell by twelve points.", "The rate fell from 30% to 20%."),
        ("In all 26 people fell ill.", "In all 28 people fell ill.", "The soup made 20 cooks and 6 waiters ill."),
        (
            "The remaining 40% went to the port.",
            "The remaining 30% went to the port.",
            "The town got 60%, the port the rest.",
        ),
        ("Only 15% are in use.", "Only 25% are in use.", "85% are no longer in use."),
        (
            "There are about three bays for each rack.",
            "There are about five bays for each rack.",
            "640 bays, 210 racks.",
        ),
        ("A cage costs $18 per month.", "A cage costs $12 per month.", "A cage costs $1.50 a day or $18 a month."),
        ("The ferry makes 30 miles an hour.", "The ferry makes 40 miles an hour.", "It does 90 miles in 3 hours."),
        ("Then 25% of the lamps were lit.", "Then 35% of the lamps were lit.", "Of the 80 lamps, 20 were lit."),
        ("The fare rose by 20%.", "The fare rose by 30%.", "The fare rose from $100 to $120."),
        ("The rate was 0.2%.", "The rate was 0.5%.", "Two lamps in 1,000 failed."),
        (
            "One in 20 lamps is outside the port.",
            "One in ten lamps is outside the port.",
            "95% of the lamps are in the port.",
        ),
        ("The fare had been $20.", "The fare had been $10.", "The fare doubled to $40."),
        (
            "A fifth of the 10,000 lamps were lit: 2,000.",
            "A third of the 10,000 lamps were lit.",
            "2000 of 10,000 were lit.",
        ),
        ("Only four ports are larger.", "Only three ports are larger.", "Brell is the fifth-largest port."),
    ],
)
def test_a_figure_may_be_worked_out(true: str, false: str, sentence: str) -> None:
    """A share, a multiple, a difference, a total, what is left, a rank."""
    assert against(true, sentence) == []
    assert against(false, sentence)


def test_what_is_left_is_not_what_was_taken() -> None:
    """The complement of a percentage needs a denial on one side, or a word for the rest."""
    assert against("The town spent 40%.", "The town spent 60%.")


def test_a_figure_that_is_near_is_not_a_rounded_one() -> None:
    """A rounded figure is rounder than the one that it stands for."""
    assert against("Some 42 lamps are lit.", "Some 40 lamps are lit.")
    assert against("No more than 450 lamps are lit.", "462 lamps are lit.")


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        ("Four ports are served.", "Five ports are served.", "The ferry serves Alma, Brell, Corro and Dunn."),
        ("The talks took two days.", "The talks took three days.", "The talks were held on May 10 and 11."),
        (
            "Nobody knows which of the two lit it.",
            "Nobody knows which of the three lit it.",
            "A cook and a guard were there.",
        ),
        ("The two sides are to sign.", "The three sides are to sign.", "An agreement is to be signed."),
        ("Voss has won three races.", "Voss has won four races.", "Voss has won her third race."),
        ("It is a four-lane road.", "It is a five-lane road.", "The road got a fourth lane."),
        ("It was lit for ten years.", "It was lit for six years.", "It was lit for the past decade."),
        (
            "Two docks are in use.",
            "Three docks are in use.",
            "In use are a dock at Alma; and in the bay of Brell, another.",
        ),
    ],
)
def test_what_is_listed_may_be_counted(true: str, false: str, sentence: str) -> None:
    """Of a list, of days, of a pair, of those who agree, up to an ordinal of the same things."""
    assert against(true, sentence) == []
    assert against(false, sentence)


def test_what_is_counted_in_the_evidence_is_not_counted_again() -> None:
    """Another number of the very same things stands there."""
    assert against("Five terms were set.", "It sets three terms: salt, iron, wool, wax and rye.")


def test_a_name_with_a_number_may_come_from_the_passage() -> None:
    """A count may not."""
    passage = "It was built at the Dock 12 yard by 36 people. It burned down."
    assert against("The Dock 12 yard burned down.", "It burned down.", passage=passage) == []
    assert against("The yard of 36 people burned down.", "It burned down.", passage=passage)


def test_a_part_that_belongs_to_somebody_is_no_share() -> None:
    """Half of the whole is."""
    sentence = "The town lit its lamps in the paper that it signed with the port."
    assert against("In its half of the paper the town lit its lamps.", sentence) == []
    assert against("The town lit half of the lamps.", sentence)
