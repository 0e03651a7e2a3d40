"""Whether the best sentence answers: each sign, and what it does to the odds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.refusing import LEAST, Signs, is_answered, log_odds, signs
from qa.shown import Ref
from tests.qa.test_citing import hit

BEST = Ref(0, 0)
DOCK = "The north dock of Havn opened in 2019 with 12 berths."


def seen(question: str, *sentences: str, logit: float = 3.0) -> Signs:
    """The signs of the first of these sentences."""
    return signs(question, [hit("a", *(sentences or (DOCK,)))], BEST, logit)


def test_a_sentence_that_holds_what_is_asked_has_nothing_against_it() -> None:
    """Only its logit counts."""
    assert seen("When did the north dock of Havn open?") == Signs(3.0, 0.0, 0.0, 0.0, 0.0)
    assert seen("When did the north dock of Havn open?", logit=-3.0) == Signs(-3.0, -3.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    "question",
    [
        "How many berths has the north dock of Lund?",  # another name
        "Which dock of Havn opened in 2018?",  # another year
        "Which dock of Havn opened with 15 berths?",  # another figure
        "What was the second dock of Havn?",  # an ordinal that is not there
        "Which dock of Havn did not open in 2019?",  # a denial that is not there
    ],
)
def test_what_the_question_takes_for_granted_should_stand_there(question: str) -> None:
    """What the sentence lacks, or has otherwise, speaks against it."""
    assert seen(question).contradictions == 1


def test_two_contradictions_count_twice() -> None:
    """A wrong year, and a denial."""
    assert seen("Which dock of Havn did not open in 2018?").contradictions == 2


def test_a_value_that_is_asked_for_should_stand_in_the_passage() -> None:
    """In the sentence or beside it; where none is asked for none is missed."""
    bare = "The north dock of Havn is blue."
    assert seen("How many berths has the north dock of Havn?", bare).no_value == 1
    assert seen("How many berths has the north dock of Havn?", bare, "It has 12 berths.").no_value == 0
    assert seen("Why is the north dock of Havn blue?", bare).no_value == 0


def test_what_a_follow_up_carries_along_is_not_what_it_takes_for_granted() -> None:
    """The earlier question stands in brackets behind it."""
    assert seen("Who opened it (which dock of Lund did not open in 2018)?").contradictions == 0


def test_words_that_no_passage_holds_count_beyond_a_half() -> None:
    """Close misses share the rest; title and the other passages are looked at too."""
    assert seen("What color is the dock of the palace?").unheld == pytest.approx(1 / 6)  # one of three
    assert seen("What does enzyme replication cost?").unheld == 0.5
    assert seen("???").unheld == 0.5
    both = signs("How salty is kimchi?", [hit("a", DOCK), hit("b", "Kimchi is salty.")], BEST, 3.0)
    assert both.unheld == 0


def test_what_speaks_against_an_answer_makes_it_less_likely() -> None:
    """Each sign by itself; a better logit makes it more likely, and more so below 0."""
    good = Signs(3.0, 0.0, 0.0, 0.0, 0.0)
    for sign, worse in {"logit": 2.0, "below": -1.0, "contradictions": 1.0, "no_value": 1.0, "unheld": 0.3}.items():
        assert log_odds(good._replace(**{sign: worse})) < log_odds(good)


@given(st.floats(-11, 11), st.floats(-11, 11))
def test_a_better_logit_never_turns_an_answer_into_a_refusal(one: float, other: float) -> None:
    """For one question and one sentence."""
    hits = [hit("a", DOCK)]
    low, high = (is_answered("When did the north dock of Havn open?", hits, BEST, x) for x in sorted((one, other)))
    assert low <= high


def test_what_is_off_topic_is_refused_and_what_fits_is_not() -> None:
    """At the logits that the reranker gives such sentences."""
    assert not is_answered("Which enzyme unwinds DNA during replication?", [hit("a", DOCK)], BEST, -10.0)
    assert is_answered("When did the north dock of Havn open?", [hit("a", DOCK)], BEST, 1.0)
    assert log_odds(Signs(0.0, 0.0, 0.0, 0.0, 0.0)) > LEAST
