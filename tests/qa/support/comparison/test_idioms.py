"""What only looks like a direction, and two things told from either end: true forms pass, false neighbours do not."""

import pytest

from qa.support import Evidence
from qa.support.comparison.directions import turned_comparisons
from qa.support.comparison.steps import turned_steps


def turned(claim: str, *sentences: str) -> str:
    """What the checks of comparisons and of steps say."""
    evidence = Evidence(sentences)
    return "; ".join([*turned_comparisons(claim, evidence), *turned_steps(claim, evidence)])


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "The fund of Havn pays up to 500 crowns a year.",
            "The rents of Havn went up 500 crowns.",
            "In Havn no more than 500 crowns fall due in a year; rents fell 500 crowns.",
        ),
        (
            "Even nine-year-olds of Havn rowed the ferries.",
            "The older crews of Havn rowed the ferries.",
            "Children as young as nine and the younger crews of Havn rowed the ferries.",
        ),
        (
            "Wooden masts grew rarer as iron came in.",
            "Wooden masts became more common as iron came in.",
            "With iron, wooden masts became less common.",
        ),
        (
            "The quay of Havn was begun in 1820.",
            "The strike began in Havn in May.",
            "The quay of Havn was commenced at the southern end in 1820; the strike ended in Havn in May.",
        ),
        (
            "Left out of the first pact, Havn took an equal share in the second.",
            "Havn left the second pact with an equal share.",
            "Havn had been excluded from the first pact; it joined the second pact with an equal share.",
        ),
        (
            "The line has 12 cars on just under 40 miles of track.",
            "The fee of the line is under 30 crowns.",
            "The line runs 12 cars over 39 miles of track; its fee is over 30 crowns.",
        ),
        (
            "More than half of the yards closed.",
            "Under half of the yards closed.",
            "The yards that closed are more than 50% of all.",
        ),
        (
            "Production began again in Havn after the war.",
            "The war began again in Havn.",
            "Once the war ended, production in Havn resumed.",
        ),
        (
            "At one point the seam thins to under a foot.",
            "The seam is over a foot long.",
            "At one point the seam can be seen over a length of less than a foot.",
        ),
        (
            "Borg's successor in Havn was Arne.",
            "The successor of Borg in the harbor office of Havn was a baker.",
            "Arne's predecessor in Havn was Borg; the predecessor of Borg in the harbor office of Havn was a baker.",
        ),
    ],
)
def test_an_idiom_is_no_direction(true: str, false: str, sentence: str) -> None:
    """ "Up to" is a bound, "falls due" no fall, "grew rarer" no growth, and "the southern end" a place."""
    assert turned(true, sentence) == ""
    assert turned(false, sentence) != ""


@pytest.mark.parametrize(
    ("true", "false", "sentences"),
    [
        (
            "The tram of Havn outdoes the ferry and costs less to run.",
            "The ferry outdoes the tram of Havn and costs less to run.",
            ("The ferry is slower than the tram of Havn and costs more to run.",),
        ),
        (
            "The toll of 1990 was 20 crowns lower than that of 2001.",
            "The toll of 1990 was 20 crowns higher than that of 2001.",
            ("The toll in 2001 was 80 crowns.", "That was 20 crowns more than in 1990."),
        ),
        (
            "The yard took the docks for 60 crowns, 7% more than at the last sale and 9 crowns above its own plan.",
            "The docks were 9 crowns less than the yard had planned.",
            (
                "The yard took the docks for 60 crowns, up 7% on the last sale, and 9 crowns more than the yard had planned.",
            ),
        ),
    ],
)
def test_a_difference_may_be_told_from_its_other_end(true: str, false: str, sentences: tuple[str, ...]) -> None:
    """What is less by as much as the other is more, where "that" stands for what the sentence before tells of."""
    assert turned(true, *sentences) == ""
    assert turned(false, *sentences) != ""


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "Less rain and higher tides could drown the marsh.",
            "Less rain and lower tides could drown the marsh.",
            "Under reduced rainfall and increased tides the marsh might be lost.",
        ),
        (
            "The ballad has the oldest written form of the word.",
            "The ballad has the newest written form of the word.",
            "The earliest known written form of the word is in the ballad.",
        ),
        (
            "In Havn the catches fell as people left.",
            "In Havn the catches grew as people left.",
            "With depopulation came a decline of the catches and a growth of the guild.",
        ),
        (
            "The fleet grew faster than in any year since the war.",
            "The fleet grew slower than in any year since the war.",
            "It was the fastest growth of the fleet since the war.",
        ),
        (
            "Salt spread over the greater part of the isles.",
            "Salt spread over the smaller part of the isles.",
            "Salt gradually covered most of the isles.",
        ),
    ],
)
def test_opposites_beside_the_same_word_are_found_in_any_wording(true: str, false: str, sentence: str) -> None:
    """Where each stands right beside what it is said of, whatever else the claim says."""
    assert turned(true, sentence) == ""
    assert turned(false, sentence) != ""
