"""Comparisons told by the opposite, plans told as plans, and quotations in another form: true forms pass, false neighbours do not."""

import pytest

from qa.support import Evidence
from qa.support.comparison.directions import turned_comparisons
from qa.support.quotations import altered_quotations
from qa.support.stance.certainty import overstated


def turned(claim: str, sentence: str) -> tuple[str, ...]:
    """What the check of comparisons says."""
    return tuple(turned_comparisons(claim, Evidence((sentence,))))


def sure(claim: str, *sentences: str) -> tuple[str, ...]:
    """What the check of certainty says."""
    return tuple(overstated(claim, Evidence(sentences)))


def quoted(claim: str, sentence: str, passage: str = "") -> tuple[str, ...]:
    """What the check of quotations says."""
    return tuple(altered_quotations(claim, Evidence((sentence,), passage=passage)))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "The barge of Havn moves less quickly than the ferry.",
            "The barge of Havn moves less slowly than the ferry.",
            "The barge of Havn is slower than the ferry.",
        ),
        (
            "It is the least vague account of the flood.",
            "It is the least clear account of the flood.",
            "It is the clearest account of the flood.",
        ),
        (
            "Havn was promised terms no worse than those of Arne.",
            "Havn was promised terms no better than those of Arne.",
            "Havn was promised terms at least as good as those of Arne.",
        ),
        (
            "Both tin and lead are less divided in grade and price than copper.",
            "Copper is less divided in grade and price than both tin and lead.",
            "The metal is more divided in price and grade than either tin or lead.",
        ),
        (
            "No guild accepts that the toll stands above the charter.",
            "All guilds accept that the toll stands above the charter.",
            "All guilds reject the notion that the toll stands above the charter and deny the fee.",
        ),
        (
            "The cranes move after the quay is paid for.",
            "The cranes move before the quay is paid for.",
            "The cranes will move when the quay has been paid for.",
        ),
    ],
)
def test_a_comparison_may_be_told_by_its_opposite(true: str, false: str, sentence: str) -> None:
    """ "Less quickly" is slower, "no worse" at least as good, and "when it has been" is after."""
    assert turned(true, sentence) == ()
    assert turned(false, sentence) != ()


def test_idioms_are_no_lengths() -> None:
    """What is in short supply is not short."""
    sentence = "Tin and lead decide how long a yard can build, and the yard has some of it."
    assert turned("How far a yard can build hangs on tin and lead, in short supply at the yard.", sentence) == ()
    assert turned(
        "Tin and lead decide how the yard builds a short pier.", "Tin decides how the yard builds a long pier."
    )


def test_a_plan_may_be_kept_in_a_plan() -> None:
    """ "Is to" keeps what lies ahead, though "capped" and "meant" look like the past; without it they tell what was."""
    sentence = "The guild will pay ten crowns, no more than two a year."
    assert sure("The guild is to hand over ten crowns, capped at two a year.", sentence) == ()
    assert "only expect" in sure("The guild handed over ten crowns.", sentence)[0]
    assert "only expect" in sure("The guild handed over ten crowns.", f"Mr. Borg told reporters: {sentence}")[0]


def test_what_is_due_to_something_is_no_plan() -> None:
    """A ground is not ahead; what is due to open is."""
    assert sure("Space being limited, they booked.", "Booking is recommended due to limited space.") == ()
    assert sure("The dock opened.", "The dock is due to open.") != ()


def test_what_may_only_be_so_must_be_so() -> None:
    """A permission with "only" is a bound; without it, it is none."""
    assert sure("Welding must stay indoors.", "The pact allows welding only under a roof.") == ()
    assert sure("Welding must stay indoors.", "The pact allows welding under a roof.") != ()


@pytest.mark.parametrize(
    ("true", "false", "sentence", "passage"),
    [
        ("He spoke of a “firm pledge”.", "He spoke of “firm pledges”.", "He called it a firm pledge.", ""),
        ("It is a “role-model town”.", "It is a “model role town”.", "He calls it a role model town.", ""),
        ("“The Salt Bell” sold well.", "“The Salt Ship” sold well.", "The novel sold well.", "He wrote The Salt Bell."),
        ("The word “firm” was cut.", "The word “fair” was cut.", "The phrase was cut.", "A “firm” pledge was fair."),
    ],
)
def test_quoted_words_may_stand_apart(true: str, false: str, sentence: str, passage: str) -> None:
    """Hyphened, named as a work or referred to as "the phrase"; another word, or another form of one, is none of the source's."""
    assert quoted(true, sentence, passage) == ()
    assert quoted(false, sentence, passage) != ()
