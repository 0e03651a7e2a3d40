"""A conversation over the real library: understood, answered, kept."""

from pathlib import Path

import pytest

from qa.chat import converse
from qa.conversations import Conversations
from qa.errors import (
    ModelBusy,
    ModelError,
    ModelGarbled,
    ModelTimeout,
    ModelUnreachable,
    QuestionError,
    UnknownConversation,
)
from qa.events import Answered, Found, Rewritten
from qa.types import Filters
from tests.conftest import OpenLibrary
from tests.fakes import QueuedModel

SPENDING = "To what share of income did the council raise spending?"
SAID = "The council raises spending to 3.5% of income [1.2]."


@pytest.fixture
def store(tmp_path: Path) -> Conversations:
    """An empty store."""
    return Conversations(tmp_path / "home")


def test_a_follow_up_is_announced_answered_and_kept(
    open_library: OpenLibrary, documents: Path, store: Conversations
) -> None:
    """Rewritten comes first, only where the question changed; the turn is there when Answered arrives."""
    library = open_library()
    library.add([documents])
    conversation = store.begin()
    first = list(converse(library, store, conversation, SPENDING))
    assert isinstance(first[0], Found)
    for event in converse(library, store, conversation, "and who rejected that?"):
        if isinstance(event, Rewritten):
            understood = event.question
        if isinstance(event, Answered):
            turns = store.turns(conversation)
            assert turns[-1].answer == event.answer
    assert (turns[-1].asked, turns[-1].question) == ("and who rejected that?", understood)
    assert "council raise spending" in understood
    assert "The opposition rejected the plan" in turns[-1].answer.text


def test_what_is_stopped_is_not_kept(open_library: OpenLibrary, documents: Path, store: Conversations) -> None:
    """Closing the stream before its end leaves no turn."""
    library = open_library()
    library.add([documents])
    conversation = store.begin()
    events = converse(library, store, conversation, SPENDING)
    next(events)
    events.close()
    assert store.turns(conversation) == []


def test_the_price_of_understanding_is_counted(
    open_library: OpenLibrary, documents: Path, store: Conversations
) -> None:
    """The model was paid twice: for the question and for the answer."""
    library = open_library(QueuedModel(SAID, "When did the council raise spending to 3.5% of income?", SAID))
    library.add([documents])
    conversation = store.begin()
    for asked in (SPENDING, "when was that?"):
        list(converse(library, store, conversation, asked))
    first, second = store.turns(conversation)
    assert (first.answer.usage.prompt_tokens, second.answer.usage.prompt_tokens) == (100, 200)
    assert second.question == "When did the council raise spending to 3.5% of income?"


@pytest.mark.parametrize("error", [ModelTimeout("silent"), ModelBusy("busy"), ModelUnreachable("gone")])
def test_a_model_is_waited_for_once(
    open_library: OpenLibrary, documents: Path, store: Conversations, error: ModelError
) -> None:
    """When it kept the reader waiting for the question's meaning, the answer is quotes at once, with the reason."""
    model = QueuedModel(SAID, error)
    library = open_library(model)
    library.add([documents])
    conversation = store.begin()
    for asked in (SPENDING, "who rejected that?"):
        list(converse(library, store, conversation, asked))
    answers = [turn.answer for turn in store.turns(conversation)]
    assert [(answer.mode, answer.model, answer.reason) for answer in answers] == [
        ("llm", "queued", None),
        ("degraded", "queued", str(error)),
    ]
    assert "The opposition rejected the plan" in answers[1].text
    assert len(model.asked) == 2


def test_a_model_that_cannot_rewrite_may_still_answer(
    open_library: OpenLibrary, documents: Path, store: Conversations
) -> None:
    """What it said at once and could not be used cost the reader no time."""
    library = open_library(QueuedModel(SAID, ModelGarbled("cut off"), SAID))
    library.add([documents])
    conversation = store.begin()
    for asked in (SPENDING, "when was that?"):
        list(converse(library, store, conversation, asked))
    assert [turn.answer.mode for turn in store.turns(conversation)] == ["llm", "llm"]


def test_wrong_requests_are_named_and_not_kept(
    open_library: OpenLibrary, documents: Path, store: Conversations
) -> None:
    """No such conversation; an empty question; filters reach the search."""
    library = open_library()
    library.add([documents])
    with pytest.raises(UnknownConversation):
        next(converse(library, store, "nobody", SPENDING))
    conversation = store.begin()
    with pytest.raises(QuestionError):
        next(converse(library, store, conversation, "  "))
    *_, last = converse(library, store, conversation, SPENDING, Filters(publisher="Tide Review"))
    assert isinstance(last, Answered)
    assert {citation.publisher for citation in last.answer.citations} <= {"Tide Review"}
    assert len(store.turns(conversation)) == 1
