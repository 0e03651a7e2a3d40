"""Whether a text states a fact, by words alone."""

import pytest

from eval.facts import holds, states


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("It will reach 3.5% of GDP.", ["3.5 percent", "3.5%"]),
        ("signed on NOV. 4, 2025", ["Nov. 4"]),
        ("the prime  minister’s\noffice", ["minister's office"]),
        ("(June 2030)", ["June 2030"]),
    ],
)
def test_a_fact_is_stated_in_any_of_its_wordings(text: str, fact: list[str]) -> None:
    """Case, white space and typography make no difference."""
    assert states(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("It will reach 3.5% of GDP.", ["5%"]),
        ("on Nov. 40", ["Nov. 4"]),
        ("12,500 troops", ["500"]),
        ("$25 billion", ["25 million"]),
        ("about 41.5", ["41"]),
        ("anything", []),
    ],
)
def test_a_part_of_a_number_or_word_is_not_the_fact(text: str, fact: list[str]) -> None:
    """Only whole figures and words count."""
    assert not states(text, fact)


def test_a_quote_is_held_whatever_its_bullet_and_line_breaks() -> None:
    """A sentence of a list is found in the line that shows it."""
    assert holds("- Seoul will\n  raise it.", "Seoul will raise it.")
    assert not holds("Seoul will raise it", "Seoul will raise it.")
