"""The least and the most that may be."""

import pytest

from qa.support.evidence import Evidence
from qa.support.figures.bounds import turned_bound


@pytest.mark.parametrize(
    ("true", "false", "sentence"),
    [
        (
            "People came no later than 900 years ago.",
            "People came no earlier than 900 years ago.",
            "People came at least 900 years ago.",
        ),
        ("The fee does not exceed $5.", "The fee exceeds $5.", "The fee is at most $5."),
        ("The fee never goes over $5.", "The fee is never below $5.", "The fee is no more than $5."),
        ("It is under a seal with 5 stars.", "It is under 5.", "It is over 5."),
    ],
)
def test_a_bound_may_be_told_from_either_side(true: str, false: str, sentence: str) -> None:
    """A denied one is the other, time ago runs backwards, and a word of place is no bound."""
    assert turned_bound(true, Evidence((sentence,))) is None
    assert turned_bound(false, Evidence((sentence,)))
