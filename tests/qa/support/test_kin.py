"""Which words may stand for each other when it is asked what a claim is about."""

import pytest

from qa.support.evidence import root
from qa.support.kin import family, kin, relations, topics


@pytest.mark.parametrize(
    ("one", "other"), [("decide", "decision"), ("freely", "freedom"), ("agree", "agreement"), ("expand", "expansion")]
)
def test_a_family_has_one_name(one: str, other: str) -> None:
    """Nouns and adverbs are brought to their verb or adjective."""
    assert family(root(one)) == family(root(other))


def test_a_family_keeps_four_letters() -> None:
    """Else "red" and "reduce" would be one."""
    assert family(root("red")) == "red"
    assert not kin(root("red")) & kin(root("reduce"))


def test_relations_are_wider_than_synonyms() -> None:
    """A word may belong to several groups; what only a relation has in common is no synonym."""
    assert relations(root("share")) & relations(root("split"))
    assert relations(root("share")) & relations(root("percent"))
    assert not kin(root("divided")) & kin(root("differ"))
    assert relations(root("divided")) & relations(root("differ"))
    assert kin(root("buy")) & kin(root("acquire"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("describe", "description"),
        ("solved", "solution"),
        ("inhabitants", "population"),
        ("refuse", "waste"),
        ("confirmed", "validated"),
        ("later", "afterwards"),
    ],
)
def test_words_that_no_ending_brings_together_may_be_close(one: str, other: str) -> None:
    """What is about waste is about refuse; a word of another thing stays apart."""
    assert topics(root(one)) & topics(root(other))
    assert not topics(root(one)) & topics(root("crane"))
