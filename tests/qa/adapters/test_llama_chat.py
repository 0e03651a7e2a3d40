"""Any LlamaIndex LLM as a chat model."""

from collections.abc import Callable
from typing import Any

import pytest

from qa.adapters.llama_chat import LlamaChat
from qa.adapters.plugs import Plug
from qa.errors import (
    ModelBusy,
    ModelError,
    ModelGarbled,
    ModelOverflow,
    ModelRefused,
    ModelTimeout,
    ModelUnreachable,
    ModelWithheld,
)
from qa.ports import ChatMessage, Completion
from qa.types import Usage
from tests.qa.adapters.plugged import HERE, LET_GO, ConnectFailed, GatewayTimeout, ServiceError

ASK = [ChatMessage("system", "Be brief."), ChatMessage("user", "Hello?")]


def model(*replies: Any, seconds: float = 30.0, **more: Any) -> LlamaChat:
    plug = Plug("QA_LLM", f"{HERE}:FakeLLM", {"replies": list(replies), **more})
    return LlamaChat(plug, "some-model", seconds, clock=lambda: 0.0, sleep=lambda _: None)


def complete(model: LlamaChat) -> Completion:
    return model.complete(ASK)


def stream(model: LlamaChat) -> Completion:
    *pieces, last = model.stream(ASK)
    assert isinstance(last, Completion)
    assert not pieces or "".join(map(str, pieces)) == last.text
    return last


both = pytest.mark.parametrize("call", [complete, stream])
Call = Callable[[LlamaChat], Completion]


@both
@pytest.mark.parametrize(
    "usage", [{"prompt_tokens": 11, "completion_tokens": 2}, {"input_tokens": 11, "output_tokens": 2}]
)
def test_a_reply_with_its_usage(call: Call, usage: dict[str, int]) -> None:
    """Whole or in pieces, by OpenAI's names of the counts or Anthropic's."""
    assert call(model("Hello, you.", usage=usage)) == Completion("Hello, you.", Usage(11, 2))


@both
def test_no_usage_is_no_usage(call: Call) -> None:
    """Zeros, as the contract has them."""
    assert call(model("Hello.")).usage == Usage()
    assert call(model("Hello.", usage={"prompt_tokens": -3})).usage == Usage()


def test_every_kind_of_stream(  # deltas, texts so far, none at all
) -> None:
    """A class may send what is new, or all so far, or may not stream."""
    assert list(model("Hello, you.").stream(ASK)) == ["Hello", ", you", ".", Completion("Hello, you.")]
    assert stream(model("Hello, you.", cumulative=True)).text == "Hello, you."
    assert list(model("Hello.", streams=False).stream(ASK)) == [Completion("Hello.")]


@both
def test_thinking_aloud_is_left_out(call: Call) -> None:
    """Where a server leaves it in the reply."""
    assert call(model("<think>Well, [1.1]?</think>\nHello.")).text == "\nHello."
    with pytest.raises(ModelGarbled, match="empty"):
        call(model("<think>Well, and so on"))


@both
@pytest.mark.parametrize(
    ("failure", "error", "says"),
    [
        (ServiceError(401), ModelRefused, "QA_LLM_ARGS"),
        (ServiceError(404), ModelRefused, "FakeLLM"),
        (ServiceError(400, "prompt is too long: 9 tokens > 8 maximum"), ModelOverflow, "QA_CONTEXT_TOKENS"),
        (ServiceError(400, "credit balance is too low"), ModelRefused, "credit"),
        (ServiceError(529), ModelBusy, "529"),
        (ValueError("the context window has 8 tokens"), ModelOverflow, "QA_CONTEXT_TOKENS"),
        (GatewayTimeout(), ModelTimeout, "no word"),
        (ConnectFailed(), ModelUnreachable, "reached"),
        (ConnectionResetError(), ModelUnreachable, "reached"),
        (ZeroDivisionError(), ModelGarbled, "ZeroDivisionError"),
        (NotImplementedError(), ModelGarbled, "NotImplementedError"),
        (MemoryError(), ModelGarbled, "MemoryError"),
    ],
)
def test_whatever_it_raises_is_ours(call: Call, failure: Exception, error: type[ModelError], says: str) -> None:
    """By status, by name, by its words, or by its kind alone; retried where that may help."""
    with pytest.raises(error, match=says):
        call(model(*[failure] * 4))


@both
def test_a_busy_service_is_asked_again(call: Call) -> None:
    """Up to four times."""
    assert call(model(ServiceError(429, headers={"retry-after": "1"}), ServiceError(500), "Hello.")).text == "Hello."


@both
@pytest.mark.parametrize(
    ("reason", "error"),
    [("max_tokens", ModelOverflow), ("length", ModelOverflow), ("refusal", ModelWithheld), ("SAFETY", ModelWithheld)],
)
def test_a_reply_that_ended_badly_is_no_reply(call: Call, reason: str, error: type[ModelError]) -> None:
    """Where the provider says so."""
    with pytest.raises(error):
        call(model("Half a", reason=reason))


@both
def test_one_that_hangs_is_left(call: Call) -> None:
    """After QA_TIMEOUT, whatever time-out the class has of its own."""
    try:
        with pytest.raises(ModelTimeout, match=r"0\.05 seconds"):
            call(model("hang", seconds=0.05))
    finally:
        LET_GO.set()
        LET_GO.clear()


def test_a_reply_without_an_end_is_left() -> None:
    """Before it fills the memory."""
    with pytest.raises(ModelGarbled, match="end"):
        stream(model("word " * 50_000))


def test_every_turn_is_passed_on() -> None:
    """With its role and its words."""
    chat = model("Hello.")
    chat.complete(ASK)
    ((system, user),) = chat._llm.seen
    assert (system.role.value, system.content, user.role.value, user.content) == (
        "system",
        "Be brief.",
        "user",
        "Hello?",
    )
