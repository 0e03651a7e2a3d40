"""Words of which one says what the other denies."""

import pytest

from qa.support.denial.opposites import opposed
from qa.support.evidence import meaning, root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("change", "keep"),
        ("changed", "stays"),
        ("announced", "unannounced"),
        ("answers", "open"),
        ("fits", "conflicts"),
        ("charged", "free"),
        ("obeys", "breaks"),
        ("lived", "died"),
    ],
)
def test_opposites_are_so_both_ways(one: str, other: str) -> None:
    """In whatever form, and where only a prefix denies."""
    pair = meaning(root(one)), meaning(root(other))
    assert opposed(*pair)
    assert opposed(*reversed(pair))


@pytest.mark.parametrize(
    ("one", "other"), [("change", "changed"), ("keep", "stay"), ("port", "import"), ("it", "unit")]
)
def test_words_that_only_look_so_are_not(one: str, other: str) -> None:
    """Forms and synonyms of one word, and a prefix that denies nothing."""
    assert not opposed(meaning(root(one)), meaning(root(other)))
