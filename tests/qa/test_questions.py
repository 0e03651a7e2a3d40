"""What a question asks for."""

import pytest

from qa.questions import asks_for, holds_a_value, names


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many cars cross the bridge?", "figure"),
        ("What is the population of Strandby?", "figure"),
        ("When was the dock opened?", "date"),
        ("Which year does the plan name?", "date"),
        ("Who opposes the plan?", "name"),
        ("Where does the ferry land?", "name"),
        ("What is the genre of the play?", "attribute"),
        ("What sport is the club known for?", "attribute"),
        ("Why did the plan fail?", None),
        ("Did the council agree?", None),
        ("한국은?", None),
    ],
)
def test_the_kind_of_value_that_is_asked_for(question: str, kind: str | None) -> None:
    """A figure, a date, a name, another attribute, or nothing of the kind."""
    assert asks_for(question) == kind


def test_a_sentence_holds_a_value_of_that_kind_or_not() -> None:
    """A year is no figure; a name of the question is no answer to it; any sentence may state an attribute."""
    assert holds_a_value("figure", "It cost 41 million.", "How much did it cost?")
    assert not holds_a_value("figure", "It opened in 2019.", "How much did it cost?")
    assert holds_a_value("date", "It opened in 2019.", "When did it open?")
    assert not holds_a_value("date", "It opened late.", "When did it open?")
    assert holds_a_value("name", "Ola Berg signed it in Havnes.", "Who signed it in Havnes?")
    assert not holds_a_value("name", "Havnes signed it.", "Who signed it for Havnes?")
    assert holds_a_value("attribute", "Anything goes.", "What is the style of the house?")


def test_states_are_one_name_in_all_their_forms() -> None:
    """So that Seoul and South Korea are not taken for two."""
    assert names("Officials in Seoul") == names("Officials of South Korea")
