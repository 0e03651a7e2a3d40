"""A question of several parts, taken apart by a model or by rules."""

import pytest

from qa.answering import Asker, Manners
from qa.dividing import divided
from qa.errors import ModelBusy, ModelError, ModelTimeout
from tests.conftest import OpenLibrary
from tests.fakes import QueuedModel
from tests.qa.test_answering import asked

BOTH = "What did the mayor promise in May, and what did the unions get in June?"
BY_RULES = ("What did the mayor promise in May?", "what did the unions get in June (mayor promise)?")


def asked_of(*replies: str | ModelError) -> tuple[QueuedModel, Asker]:
    model = QueuedModel(*replies)
    return model, Asker(model, Manners())


def test_a_model_writes_the_parts() -> None:
    """One a line, whatever mark it puts in front."""
    _, asker = asked_of("- What did the mayor promise in May?\n- What did the unions get in June?\n")
    assert divided(BOTH, asker) == ("What did the mayor promise in May?", "What did the unions get in June?")


@pytest.mark.parametrize(
    "reply",
    [
        "NOT_FOUND",
        "What did the mayor promise in May?",
        f"{BOTH}\nWhat did the unions get in June?",
        "What did the mayor promise in May?\nWhat did the mayor promise in May?",
        "What did the mayor promise in May?\nWhat did the unions get in June 2031?",
        "What did the mayor promise in May?\nThe unions got a raise, better hours and free ferry tickets.",
        "mayor?\nunions?",
        ModelBusy("Busy."),
    ],
)
def test_where_it_writes_something_else_the_rules_stand(reply: str | ModelError) -> None:
    """A refusal, one part, the whole again, a part twice, a figure or words of its own, too little, a failure."""
    _, asker = asked_of(reply)
    assert divided(BOTH, asker) == BY_RULES


def test_one_question_is_put_to_no_model() -> None:
    """Nothing is paid for where the rules see one question."""
    model, asker = asked_of("Anything.")
    assert divided("What did the mayor promise?", asker) == ()
    assert model.asked == []


def test_a_model_that_kept_silent_is_not_asked_for_the_answer(open_library: OpenLibrary, documents) -> None:  # type: ignore[no-untyped-def]
    """A reader waits once; the answer is the documents' own sentences, and says why."""
    model = QueuedModel(ModelTimeout("The model sent no word within 60 seconds."), "Never read.")
    library = open_library(model)
    library.add([documents])
    answer = library.ask("What did the council agree on spending, and who will build the ferries replaced in 2027?")
    assert (answer.mode, len(model.asked)) == ("degraded", 1)
    assert "no word" in (answer.reason or "")


@pytest.mark.parametrize("streaming", [False, True])
def test_both_calls_are_paid_for(open_library: OpenLibrary, documents, streaming: bool) -> None:  # type: ignore[no-untyped-def]
    """The parts and the answer, streamed or not."""
    model = QueuedModel("No parts.", "The council agreed to raise spending to 3.5% of income [1.2].")
    library = open_library(model)
    library.add([documents])
    question = "What did the council agree on spending, and who will build the ferries replaced in 2027?"
    answer = asked(library, question, streaming=streaming)
    assert answer.status == "answered"
    assert answer.usage.prompt_tokens == 200
