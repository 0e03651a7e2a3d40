"""A chat model behind an OpenAI-compatible address, against a mocked endpoint: the real client, the real LlamaIndex class."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest
import respx

from qa.adapters.endpoint import Endpoint
from qa.adapters.openai_chat import OpenAIChat
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

BASE = "http://llm.test/v1"
ASK = [ChatMessage("system", "Be brief."), ChatMessage("user", "Hello?")]


class Clock:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def model(clock: Clock) -> OpenAIChat:
    return OpenAIChat("some-model", Endpoint(BASE, "secret", 30.0), clock=clock, sleep=clock.sleep)


@pytest.fixture
def route() -> Iterator[respx.Route]:
    with respx.mock(base_url=BASE, assert_all_called=False) as router:
        yield router.post("/chat/completions")


def reply(text: str | None, reason: str | None = "stop") -> httpx.Response:
    message = {"role": "assistant", "content": text}
    usage = {"prompt_tokens": 11, "completion_tokens": 2, "total_tokens": 13}
    choice = {"index": 0, "finish_reason": reason, "message": message}
    return httpx.Response(
        200,
        json={"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage},
    )


def chunk(text: str | None, reason: str | None = None, usage: dict[str, int] | None = None) -> dict[str, Any]:
    choices = [{"index": 0, "delta": {"content": text} if text else {}, "finish_reason": reason}]
    body = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": choices}
    return body | ({"usage": usage, "choices": []} if usage else {})


def streamed(*chunks: dict[str, Any], done: bool = True) -> httpx.Response:
    lines = [f"data: {json.dumps(piece)}\n\n" for piece in chunks] + (["data: [DONE]\n\n"] if done else [])
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, content="".join(lines).encode())


class Broken(httpx.SyncByteStream):
    """A stream that fails after its first piece."""

    def __iter__(self) -> Iterator[bytes]:
        yield f"data: {json.dumps(chunk('Hel'))}\n\n".encode()
        raise httpx.ReadError("connection lost")


def complete(model: OpenAIChat) -> str:
    return model.complete(ASK).text


def stream(model: OpenAIChat) -> str:
    *_, last = model.stream(ASK)
    assert isinstance(last, Completion)
    return last.text


def test_a_whole_reply_with_its_usage(model: OpenAIChat, route: respx.Route) -> None:
    """The text and the tokens; the request names the model, carries the key and every turn."""
    route.mock(return_value=reply("Hello."))
    assert model.complete(ASK) == Completion("Hello.", Usage(11, 2))
    request = route.calls.last.request
    body = json.loads(request.content)
    assert body["model"] == "some-model"
    assert [turn["role"] for turn in body["messages"]] == ["system", "user"]
    assert request.headers["authorization"] == "Bearer secret"


def test_a_streamed_reply_comes_in_pieces_and_ends_whole(model: OpenAIChat, route: respx.Route) -> None:
    """Pieces as they are sent, then a Completion with all of it and the usage."""
    usage = {"prompt_tokens": 11, "completion_tokens": 2, "total_tokens": 13}
    route.mock(return_value=streamed(chunk("Hel"), chunk("lo."), chunk(None, "stop"), chunk(None, None, usage)))
    assert list(model.stream(ASK)) == ["Hel", "lo.", Completion("Hello.", Usage(11, 2))]


@pytest.mark.parametrize("call", [complete, stream])
@pytest.mark.parametrize(
    ("response", "error", "word"),
    [
        (httpx.Response(401, json={"error": {"message": "bad key"}}), ModelRefused, "OPENAI_API_KEY"),
        (httpx.Response(404, json={"error": {"message": "no such model"}}), ModelRefused, "some-model"),
        (httpx.Response(400, json={"error": {"message": "too long"}}), ModelRefused, "400"),
        (httpx.Response(200, text="<html>a proxy's page</html>"), ModelGarbled, "reply|cut"),
        (httpx.Response(200, text="{broken", headers={"content-type": "application/json"}), ModelGarbled, "reply|cut"),
        (httpx.Response(200, json={"unexpected": True}), ModelGarbled, "reply|cut"),
    ],
)
def test_what_a_retry_cannot_help_is_tried_once(
    model: OpenAIChat,
    route: respx.Route,
    call: Callable[[OpenAIChat], str],
    response: httpx.Response,
    error: type[ModelError],
    word: str,
) -> None:
    """A refused key, an unknown model, a page that is no reply: one request, one clear error."""
    route.mock(return_value=response)
    with pytest.raises(error, match=word):
        call(model)
    assert route.call_count == 1


@pytest.mark.parametrize(
    ("call", "answer"), [(complete, reply("Hello.")), (stream, streamed(chunk("Hello."), chunk(None, "stop")))]
)
def test_a_busy_service_is_asked_again(
    model: OpenAIChat, route: respx.Route, clock: Clock, call: Callable[[OpenAIChat], str], answer: httpx.Response
) -> None:
    """429, then 500, then success; the service's own Retry-After is kept."""
    route.mock(side_effect=[httpx.Response(429, headers={"retry-after": "3"}), httpx.Response(500), answer])
    assert call(model) == "Hello."
    assert clock.slept == [3.0, 2.0]


@pytest.mark.parametrize("call", [complete, stream])
@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (httpx.Response(500), ModelBusy),
        (httpx.ConnectError("refused"), ModelUnreachable),
    ],
)
def test_retries_end(
    model: OpenAIChat,
    route: respx.Route,
    clock: Clock,
    call: Callable[[OpenAIChat], str],
    failure: Any,
    error: type[ModelError],
) -> None:
    """A service that stays down is given up after four requests."""
    route.mock(side_effect=[failure] * 10)
    with pytest.raises(error):
        call(model)
    assert route.call_count == 4
    assert clock.slept == [1.0, 2.0, 4.0]


@pytest.mark.parametrize("call", [complete, stream])
def test_no_retry_outlasts_the_time_limit(
    model: OpenAIChat, route: respx.Route, clock: Clock, call: Callable[[OpenAIChat], str]
) -> None:
    """A Retry-After beyond QA_TIMEOUT is not waited for."""
    route.mock(return_value=httpx.Response(429, headers={"retry-after": "60"}))
    with pytest.raises(ModelBusy):
        call(model)
    assert clock.slept == []


@pytest.mark.parametrize("call", [complete, stream])
def test_a_time_out_is_not_repeated(model: OpenAIChat, route: respx.Route, call: Callable[[OpenAIChat], str]) -> None:
    """The reader has waited long enough."""
    route.mock(side_effect=httpx.ReadTimeout("slow"))
    with pytest.raises(ModelTimeout, match="30 seconds"):
        call(model)
    assert route.call_count == 1


@pytest.mark.parametrize("text", ["", "  \n", None])
def test_an_empty_reply_is_an_error(model: OpenAIChat, route: respx.Route, text: str | None) -> None:
    """Nothing is not an answer."""
    route.mock(return_value=reply(text))
    with pytest.raises(ModelGarbled, match="empty"):
        complete(model)
    route.mock(return_value=streamed(chunk(text), chunk(None, "stop")))
    with pytest.raises(ModelGarbled, match="empty"):
        stream(model)


@pytest.mark.parametrize("done", [True, False])
def test_a_cut_stream_is_an_error(model: OpenAIChat, route: respx.Route, done: bool) -> None:
    """A stream that ends without a reason was cut, though the client says nothing."""
    route.mock(return_value=streamed(chunk("Hel"), done=done))
    with pytest.raises(ModelGarbled, match="cut off"):
        stream(model)


def test_a_stream_broken_in_the_middle_is_an_error(model: OpenAIChat, route: respx.Route) -> None:
    """The connection's loss becomes ours, and what was already shown is not asked for again."""
    route.mock(return_value=httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=Broken()))
    with pytest.raises(ModelUnreachable):
        stream(model)
    assert route.call_count == 1


def test_a_withheld_reply_is_an_error(model: OpenAIChat, route: respx.Route) -> None:
    """A content filter's half sentence is not shown as an answer."""
    route.mock(return_value=reply("Half", "content_filter"))
    with pytest.raises(ModelWithheld, match="withheld"):
        complete(model)


@pytest.mark.parametrize("where", ["message", "delta"])
def test_a_refusal_in_its_own_field_is_an_error(model: OpenAIChat, route: respx.Route, where: str) -> None:
    """Models that were trained to refuse say it there, and nothing in the text."""
    whole, piece = reply(None), chunk(None)
    body = json.loads(whole.content)
    body["choices"][0]["message"]["refusal"] = "I cannot help with that."
    piece["choices"][0]["delta"]["refusal"] = "I cannot help with that."
    answer = httpx.Response(200, json=body) if where == "message" else streamed(piece, chunk(None, "stop"))
    route.mock(return_value=answer)
    with pytest.raises(ModelWithheld):
        complete(model) if where == "message" else stream(model)


@pytest.mark.parametrize("call", [complete, stream])
def test_a_reply_cut_at_its_limit_is_an_overflow(
    model: OpenAIChat, route: respx.Route, call: Callable[[OpenAIChat], str]
) -> None:
    """Half an answer may leave out the other half; a shorter prompt leaves more room."""
    route.mock(
        return_value=reply("Half", "length") if call is complete else streamed(chunk("Half"), chunk(None, "length"))
    )
    with pytest.raises(ModelOverflow):
        call(model)


@pytest.mark.parametrize("call", [complete, stream])
@pytest.mark.parametrize(
    ("message", "error"),
    [
        ("This model's maximum context length is 8192 tokens.", ModelOverflow),
        ("Content policy violation", ModelWithheld),
        ("You exceeded your current quota (insufficient_quota)", ModelRefused),
    ],
)
def test_what_a_service_says_is_understood(
    model: OpenAIChat, route: respx.Route, call: Callable[[OpenAIChat], str], message: str, error: type[ModelError]
) -> None:
    """In a refused request, and in the middle of a stream."""
    route.mock(return_value=httpx.Response(400, json={"error": {"message": message}}))
    with pytest.raises(error):
        call(model)
    event = f"data: {json.dumps({'error': {'message': message}})}\n\n".encode()
    route.mock(return_value=httpx.Response(200, headers={"content-type": "text/event-stream"}, content=event))
    with pytest.raises(error):
        stream(model)


def test_a_failure_told_in_a_stream_is_retried_while_nothing_was_shown(model: OpenAIChat, route: respx.Route) -> None:
    """Some services answer 200 and then say that they are overloaded."""
    event = b'data: {"error": {"message": "overloaded", "code": 503}}\n\n'
    failing = httpx.Response(200, headers={"content-type": "text/event-stream"}, content=event)
    route.mock(side_effect=[failing, streamed(chunk("Hello."), chunk(None, "stop"))])
    assert stream(model) == "Hello."


def test_an_option_that_a_model_does_not_take_is_left_out(model: OpenAIChat, route: respx.Route, clock: Clock) -> None:
    """Reasoning models refuse a temperature, older servers stream_options: asked again at once, and remembered."""

    def picky(request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        for option in ("temperature", "stream_options"):
            if option in body:
                message = f"Unsupported value: '{option}' is not supported with this model."
                return httpx.Response(400, json={"error": {"message": message, "param": option}})
        return streamed(chunk("Hello."), chunk(None, "stop")) if body.get("stream") else reply("Hello.")

    route.mock(side_effect=picky)
    assert stream(model) == "Hello."
    assert (route.call_count, clock.slept) == (3, [0.0, 0.0])
    assert complete(model) == stream(model) == "Hello."
    assert route.call_count == 5


def test_a_model_that_refuses_an_option_we_did_not_send_is_not_asked_again(
    model: OpenAIChat, route: respx.Route
) -> None:
    """It would never end."""
    route.mock(return_value=httpx.Response(400, json={"error": {"message": "no temperature, ever"}}))
    with pytest.raises(ModelRefused):
        complete(model)
    assert route.call_count == 2


def test_a_key_that_cannot_be_one_is_named(route: respx.Route) -> None:
    """Before anything is sent."""
    with pytest.raises(ModelRefused, match="OPENAI_API_KEY"):
        OpenAIChat("m", Endpoint(BASE, "sk-…")).complete(ASK)


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": None}, {"prompt_tokens": "many"}, {"prompt_tokens": -1}])
def test_usage_that_is_none_counts_nothing(model: OpenAIChat, route: respx.Route, usage: Any) -> None:
    """Local servers leave it out, or half of it."""
    body = json.loads(reply("Hello.").content) | {"usage": usage}
    route.mock(return_value=httpx.Response(200, json=body))
    assert model.complete(ASK) == Completion("Hello.", Usage())


class Silent(httpx.SyncByteStream):
    """Signs of life and no word, until it is let go."""

    def __init__(self, first: bytes = b"") -> None:
        self.first = first
        self.let_go = threading.Event()
        self.closed = threading.Event()

    def __iter__(self) -> Iterator[bytes]:
        yield self.first or b": still here\n\n"
        while not self.let_go.wait(0.01):
            yield b": still here\n\n"

    def close(self) -> None:
        self.closed.set()


@pytest.mark.parametrize("first", ["", "Hel", " ", "<think>Well"])
def test_signs_of_life_are_no_words(route: respx.Route, first: str) -> None:
    """A stream that keeps the connection warm, thinks aloud or stops in the middle is left after QA_TIMEOUT, and ended soon after."""
    silent = Silent(f"data: {json.dumps(chunk(first))}\n\n".encode() if first else b"")
    route.mock(return_value=httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=silent))
    try:
        with pytest.raises(ModelTimeout, match=r"0\.2 seconds"):
            stream(OpenAIChat("m", Endpoint(BASE, "secret", 0.2)))
        assert silent.closed.wait(30)
    finally:
        silent.let_go.set()


def test_a_reader_who_leaves_ends_the_stream(route: respx.Route) -> None:
    """At the service's next event."""

    class Endless(Silent):
        def __iter__(self) -> Iterator[bytes]:
            while not self.let_go.wait(0.01):
                yield f"data: {json.dumps(chunk('word '))}\n\n".encode()

    endless = Endless()
    route.mock(return_value=httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=endless))
    try:
        with closing(OpenAIChat("m", Endpoint(BASE, "secret", 30.0)).stream(ASK)) as pieces:  # type: ignore[type-var]
            assert next(pieces) == "word "
        assert endless.closed.wait(30)
    finally:
        endless.let_go.set()


def test_a_stream_that_is_left_while_it_thinks_is_ended(route: respx.Route) -> None:
    """Nothing is shown of its thoughts, and nobody pays for more of them than came."""

    class Thinking(Silent):
        def __iter__(self) -> Iterator[bytes]:
            yield f"data: {json.dumps(chunk('<think>'))}\n\n".encode()
            while not self.let_go.wait(0.01):
                yield f"data: {json.dumps(chunk('well, '))}\n\n".encode()

    thinking = Thinking()
    route.mock(return_value=httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=thinking))
    try:
        with pytest.raises(ModelTimeout):
            stream(OpenAIChat("m", Endpoint(BASE, "secret", 0.2)))
        assert thinking.closed.wait(30)
    finally:
        thinking.let_go.set()


def test_check_lists_the_models(model: OpenAIChat) -> None:
    """`qa doctor` asks for something free, and learns that a service is down."""
    with respx.mock(base_url=BASE) as router:
        router.get("/models").mock(
            side_effect=[httpx.Response(200, json={"object": "list", "data": []}), httpx.ConnectError("refused")]
        )
        model.check()
        with pytest.raises(ModelUnreachable):
            model.check()
