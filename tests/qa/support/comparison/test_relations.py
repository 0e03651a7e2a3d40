"""Two things beside each other, and which of several moved which way, in free words."""

import pytest

from qa.support import Evidence, problems
from qa.support.comparison.directions import turned_comparisons


def turned(claim: str, sentence: str) -> list[str]:
    """What the check of comparisons says."""
    return list(turned_comparisons(claim, Evidence((sentence,))))


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "Quill got home nine seconds sooner than Marsh.",
            "Marsh got home nine seconds sooner than Quill.",
            "Marsh crossed the bridge nine seconds behind Quill, who had led from the first mile.",
        ),
        (
            "Families in timber houses spent 30 crowns a year less than those in stone houses.",
            "Heating cost families in timber houses 30 crowns a year beyond what those in stone houses paid.",
            "Tenants of stone houses spent 30 crowns more a year on heating than those living in houses of timber.",
        ),
        (
            "The herders exceeded the weavers in number.",
            "The weavers exceeded the herders in number.",
            "The weavers were outnumbered by the herders.",
        ),
        (
            "The lime mortar stood up to salt worse than the clay.",
            "The clay proved worse in salt than the lime mortar.",
            "The clay coped better with salt than the lime mortar.",
        ),
    ],
)
def test_one_beside_another(true: str, false: str, sentence: str) -> None:
    """Told from the other end with the opposite word it is the same; from one end with it, it is not."""
    assert turned(true, sentence) == []
    assert turned(false, sentence) != []


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "Loans of maps grew while loans of atlases shrank.",
            "Atlas lending grew, but loans of maps went down.",
            "Lending of atlases has dropped for years, although borrowing of maps went up.",
        ),
        (
            "The flock on Tarn dwindled year by year.",
            "The flock on Tarn grew year by year.",
            "The flock on Tarn, which had numbered 90 in 1950, came down every year thereafter.",
        ),
    ],
)
def test_what_moved_which_way(true: str, false: str, sentence: str) -> None:
    """Of two movements each keeps to its own; "came down" is a fall."""
    assert turned(true, sentence) == []
    assert turned(false, sentence) != []


def test_more_of_one_thing_is_no_rise() -> None:
    """ "More than half were lost" where they fell by more; and a span of time is told by a check of its own."""
    assert turned("More than half of the nests vanished.", "Nests fell by 53 per cent between 1985 and 2005.") == []
    late = "Nine ferries in ten came within five minutes of the time, against eight in ten a year earlier."
    assert turned("More of the ferries were no more than five minutes late.", late) == []
    assert turned("The nests grew in number.", "The nests fell in number.") != []


def test_a_copied_comparison_is_not_swapped() -> None:
    """However much stands around it."""
    sentence = "The report that old panes are thicker at the bottom than at the top is often given for the view that panes flow."
    true = "It is said that panes flow, because old panes are thicker at the bottom than at the top."
    assert problems(true, Evidence((sentence,), "", sentence)) == ()
    turned = true.replace("at the bottom than at the top", "at the top than at the bottom")
    assert problems(turned, Evidence((sentence,), "", sentence))
