"""A model asked for one question: how much it is shown, how often and how long it is asked, and what that cost."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from qa import tokens
from qa.answering import Asker, Manners, claims, fitting
from qa.citing import Ref
from qa.errors import ModelBusy, ModelError, ModelOverflow, ModelTimeout
from qa.events import Answered, Delta
from qa.library import Library
from qa.ports import ChatMessage, Completion
from qa.prompts import NOT_FOUND, messages
from qa.stopwatch import Stopwatch
from qa.types import Answer, Usage
from tests.conftest import OpenLibrary
from tests.fakes import QueuedModel
from tests.qa.test_library import SPENDING, obeys_the_laws

RIGHT = "The council raises spending to 3.5% of income [1.2]."
TOO_LONG = ModelOverflow("The model takes no prompt as long as this one.")
SURELY = "council agreed raise spending income"  # each word is in one sentence, so the reranker is sure of it


def asked(library: Library, question: str, *, streaming: bool) -> Answer:
    if not streaming:
        return library.ask(question)
    *_, last = library.stream(question)
    assert isinstance(last, Answered)
    return last.answer


def passages(prompt: Sequence[ChatMessage]) -> int:
    """How many passages a prompt shows."""
    return sum(line.startswith("[") and "." not in line.split("]")[0] for line in prompt[-1].content.splitlines())


@pytest.fixture
def filled(open_library: OpenLibrary, documents: Path):  # type: ignore[no-untyped-def]
    """Opens a library with the documents, over a model with these replies."""

    def opener(*replies: str | ModelError, **manners: object) -> tuple[Library, QueuedModel]:
        model = QueuedModel(*replies)
        library = open_library(model, manners=Manners(**manners))  # type: ignore[arg-type]
        (documents / "pier.txt").write_text("The pier was painted green.")
        library.add([documents])
        return library, model

    return opener


# -- how much it is shown --------------------------------------------------------------------------------------------


def test_passages_are_shown_while_they_fit(filled) -> None:  # type: ignore[no-untyped-def]
    """The best ones, one at the least, and never a prompt beyond the model's context."""
    library, _ = filled()
    hits = library.search(SPENDING, 8)
    assert len(hits) == 4
    sizes = []
    for context in (1_024, 2_000, 2_050, 2_100, 8_192):
        kept = fitting(SPENDING, hits, context)
        assert list(kept) == hits[: len(kept)]
        prompt = sum(tokens.count(message.content) for message in messages(SPENDING, kept))
        assert len(kept) == 1 or prompt < context
        sizes.append(len(kept))
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (1, 4)


def test_a_small_context_is_kept_to(filled) -> None:  # type: ignore[no-untyped-def]
    """By the library, from its setting."""
    library, model = filled(RIGHT, context_tokens=1_024)
    assert library.ask(SPENDING).status == "answered"
    assert passages(model.asked[0]) == 1


@pytest.mark.parametrize("streaming", [False, True])
def test_too_long_a_prompt_loses_its_weaker_passages(filled, streaming: bool) -> None:  # type: ignore[no-untyped-def]
    """Half of them at a time, and the answer is tied to what was shown in the end."""
    library, model = filled(TOO_LONG, TOO_LONG, RIGHT)
    answer = asked(library, SPENDING, streaming=streaming)
    obeys_the_laws(library, answer)
    assert (answer.status, answer.mode) == ("answered", "llm")
    assert [passages(prompt) for prompt in model.asked] == [4, 2, 1]


def test_a_model_too_small_for_one_passage_degrades(filled) -> None:  # type: ignore[no-untyped-def]
    """And the reader learns why."""
    library, _ = filled(TOO_LONG, TOO_LONG, TOO_LONG)
    answer = library.ask(SPENDING)
    assert (answer.mode, answer.status) == ("degraded", "answered")
    assert "single passage" in (answer.reason or "")


# -- once more -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("streaming", [False, True])
@pytest.mark.parametrize("miss", [NOT_FOUND, "Elephants are grey."])
def test_a_model_that_misses_a_sure_sentence_is_asked_once_more(filled, miss: str, streaming: bool) -> None:  # type: ignore[no-untyped-def]
    """With the best passages alone; both calls are paid for."""
    library, model = filled(miss, RIGHT)
    answer = asked(library, SURELY, streaming=streaming)
    obeys_the_laws(library, answer)
    assert answer.text == "The council raises spending to 3.5% of income [1]."
    assert answer.citations[0].quote == "The council agreed to raise spending to 3.5% of income."
    assert answer.usage == Usage(200, 20)
    assert [passages(prompt) for prompt in model.asked] == [4, 1]


def test_the_second_answer_is_tied_to_the_right_passages(filled) -> None:  # type: ignore[no-untyped-def]
    """Its ids count the best passages; its claims name the same ones among all."""
    library, model = filled(NOT_FOUND, RIGHT)
    *others, right = reversed(library.search(SPENDING, 8))
    asking = claims(Asker(model, Manners()), SPENDING, [*others, right], [right], Stopwatch(), streaming=False)
    with pytest.raises(StopIteration) as ended:
        next(asking)
    (claim,) = ended.value.value.claims
    assert (claim.refs, claim.origin) == ((Ref(len(others), 1),), "model")


@pytest.mark.parametrize("second", [NOT_FOUND, "Elephants are grey.", ModelBusy("Busy.")])
def test_a_second_miss_is_a_refusal(filled, second: str | ModelError) -> None:  # type: ignore[no-untyped-def]
    """Also when the second call fails: the first one did not."""
    library, model = filled(NOT_FOUND, second)
    answer = library.ask(SURELY)
    obeys_the_laws(library, answer)
    assert (answer.status, answer.mode, len(model.asked)) == ("no_evidence", "llm", 2)


def test_nobody_is_pressed_where_nothing_is_sure(filled) -> None:  # type: ignore[no-untyped-def]
    """A refusal stands, at the price of one call."""
    library, model = filled(NOT_FOUND)
    assert library.ask("What is the capital of Mongolia?").status == "no_evidence"
    assert len(model.asked) == 1


# -- how long --------------------------------------------------------------------------------------------------------


class Stuck(QueuedModel):
    """After its replies it says nothing, until it is let go."""

    def __init__(self, *replies: str) -> None:
        super().__init__(*replies)
        self.let_go = threading.Event()

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        if not self.replies:
            self.let_go.wait()
            self.replies.append("too late")
        return super().complete(messages)


@pytest.fixture
def stuck() -> Iterator[Stuck]:
    model = Stuck("once")
    yield model
    model.let_go.set()


def test_all_calls_of_a_question_share_its_time(stuck: Stuck) -> None:
    """The second has what the first one left."""
    asker = Asker(stuck, Manners(seconds=0.05))
    assert asker.whole([]) == "once"
    with pytest.raises(ModelTimeout, match=r"0\.05 seconds"):
        asker.whole([])


def test_thinking_and_the_sentinel_are_not_shown(filled) -> None:  # type: ignore[no-untyped-def]
    """A reader sees the draft alone."""
    library, _ = filled(f"{NOT_FOUND} {RIGHT}")
    events = list(library.stream(SPENDING))
    assert "".join(event.text for event in events if isinstance(event, Delta)) == RIGHT


# -- what it cost ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("price", "cost"), [(None, None), ((2.0, 10.0), 0.0003), ((0.0, 0.0), 0.0)])
def test_an_answer_says_what_it_cost(filled, price: tuple[float, float] | None, cost: float | None) -> None:  # type: ignore[no-untyped-def]
    """100 tokens of prompt and 10 of a reply, at a price for a million; unknown without a price."""
    library, _ = filled(RIGHT, price=price)
    assert library.ask(SPENDING).usage == Usage(100, 10, cost)


def test_a_model_that_tells_no_usage_has_no_cost(stuck: Stuck) -> None:
    """Nothing is not for free."""

    class Silent(QueuedModel):
        def complete(self, messages: Sequence[ChatMessage]) -> Completion:
            return Completion(RIGHT)

    asker = Asker(Silent(), Manners(price=(2.0, 10.0)))
    asker.whole([])
    assert asker.usage == Usage(0, 0, None)


def test_a_failure_after_a_paid_call_is_not_free(filled) -> None:  # type: ignore[no-untyped-def]
    """A reply without an end is paid for and degrades."""
    library, _ = filled("x" * 20_000)
    answer = library.ask(SPENDING)
    assert (answer.mode, answer.usage) == ("degraded", Usage(100, 10))
