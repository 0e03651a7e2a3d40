"""What only looks like a denial, and the same words where they do deny."""

import pytest

from qa.support.denial.denials import turned_denials
from qa.support.denial.idle import bare, joined
from qa.support.evidence import Evidence, made_comparable


def against(claim: str, sentence: str) -> list[str]:
    """What the check of denials says of it."""
    return list(turned_denials(*made_comparable(claim, Evidence((sentence,)))))


@pytest.mark.parametrize(
    ("sentence", "true", "false"),
    [
        (
            "The name was first given to those involved in a foiled plot.",
            "The name was first given to the men of the failed plot.",
            "The name was not first given to those involved in a foiled plot.",
        ),
        (
            "The relic may be the oldest bell in Velm, or at least one of the oldest.",
            "The relic may be the oldest bell in Velm or, failing that, one of the oldest.",
            "The relic may not be the oldest bell in Velm, or one of the oldest.",
        ),
        (
            "At the completion of the tower of Saint-Denis the masons turned to the nave.",
            "Once the tower of Saint-Denis was raised, the masons turned to the nave.",
            "Once the tower of Saint-Denis was raised, the masons did not turn to the nave.",
        ),
        (
            "It can never be certain whether the bell is not a copy.",
            "It can never be known for sure whether the bell is a copy.",
            "It can be certain whether the bell is a copy.",
        ),
        (
            "The fever has been found in both vertebrate and invertebrate animals.",
            "The fever has been found in animals both with and without backbones.",
            "The fever has not been found in vertebrate animals.",
        ),
        (
            "The brewery produces a lot of waste.",
            "The brewery makes a great deal of refuse.",
            "The brewery does not produce a lot of waste.",
        ),
    ],
)
def test_what_only_looks_like_a_denial_is_none(sentence: str, true: str, false: str) -> None:
    """A failed plot, "failing that", a name, "whether it is not", "with and without", and refuse; a denial beside them is one."""
    assert against(true, sentence) == []
    assert against(false, sentence)


@pytest.mark.parametrize("text", ["They failed to pay.", "They refuse to pay.", "Orsk did not ban whaling."])
def test_what_denies_stays(text: str) -> None:
    """The same stems, where they are no name and no thing."""
    assert bare(text) == text


def test_a_denying_prefix_and_ending_are_one_word_with_what_they_deny() -> None:
    """However they are joined."""
    assert joined("non-permanent seats and sugar-free drinks") == "nonpermanent seats and sugarless drinks"
