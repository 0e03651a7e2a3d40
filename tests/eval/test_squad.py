"""Exact match and token F1, by hand."""

import pytest

from eval.squad import exact_match, token_f1, tokens


def test_normalisation_is_that_of_squad() -> None:
    """Case, articles, white space; signs are deleted and leave no gap."""
    assert tokens("The  Dock, cost\n3.5% a year!") == ["dock", "cost", "35", "year"]


@pytest.mark.parametrize(
    ("said", "gold", "exact", "f1"),
    [
        ("The dock.", "a DOCK", 1.0, 1.0),
        ("dock opened in May", "dock opened in June", 0.0, 0.75),  # 3 shared of 4 and 4
        ("dock dock", "dock", 0.0, 2 / 3),  # counted once: precision 1/2, recall 1
        ("", "dock", 0.0, 0.0),
        ("the", "", 1.0, 1.0),
    ],
)
def test_values_by_hand(said: str, gold: str, exact: float, f1: float) -> None:
    """A word counts as often as it stands in both."""
    assert exact_match(said, gold) == exact
    assert token_f1(said, gold) == pytest.approx(f1)
