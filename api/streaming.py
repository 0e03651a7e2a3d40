"""A question as it is answered: server-sent events."""

import inspect
import json
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from typing import Any

from fastapi.concurrency import iterate_in_threadpool
from sse_starlette import EventSourceResponse, ServerSentEvent

from api import problems
from api.responses import Hits, Problem
from qa.answers import as_json
from qa.errors import FootnoteError
from qa.events import Answered, ClaimSettled, Delta, Event, Found, Rewritten

MEDIA_TYPE = "text/event-stream"
SCHEMA = {  # of one event
    "type": "object",
    "properties": {"event": {"type": "string"}, "data": {"type": "string"}},
    "required": ["data"],
}
PING_SECONDS = 15
FINISHING_SECONDS = (
    3_600  # an answer under way when the service ends is finished; how long that may take, the server decides
)

Told = Callable[[Event], Iterator[ServerSentEvent]]
Failing = Callable[[Problem], ServerSentEvent]


def event(name: str, value: Any) -> ServerSentEvent:
    """An event with a JSON value."""
    return ServerSentEvent(_ascii(value), event=name)


def data(value: Any) -> ServerSentEvent:
    """A JSON value as an event without a name."""
    return ServerSentEvent(_ascii(value))


def named(happened: Event) -> Iterator[ServerSentEvent]:
    """An event of a question under its name in the contract."""
    match happened:
        case Rewritten():
            yield event("rewritten", as_json(happened))
        case Found(hits):
            yield event("passages", Hits(hits=hits).model_dump(mode="json"))
        case Delta():
            yield event("delta", as_json(happened))
        case ClaimSettled():
            yield event("claim", as_json(happened))
        case Answered(answer):
            yield event("answer", as_json(answer))


def failed(problem: Problem) -> ServerSentEvent:
    """An error in the middle of a stream."""
    return event("error", problem.model_dump(exclude_none=True))


def streamed(
    events: Generator[Event, None, None], told: Told = named, failing: Failing = failed
) -> EventSourceResponse:
    """The events, one by one. The first is waited for here, so that a wrong request is answered with its status."""
    sent = _sent(next(events), events, told, failing)
    return EventSourceResponse(sent, ping=PING_SECONDS, shutdown_grace_period=FINISHING_SECONDS)


async def _sent(
    first: Event, events: Generator[Event, None, None], told: Told, failing: Failing
) -> AsyncIterator[ServerSentEvent]:
    try:
        for sent in told(first):
            yield sent
        async for happened in iterate_in_threadpool(events):
            for sent in told(happened):
                yield sent
    except FootnoteError as error:
        yield failing(problems.of_error(error))
    except Exception as error:  # noqa: BLE001 - the outermost border: the status is sent, nobody above can answer
        yield failing(problems.of_unexpected(error))
    finally:  # also when the client is gone: what is under way at the model is given up
        # As the service ends a thread may still be in it; then it is closed when that lets go of it.
        if inspect.getgeneratorstate(events) != inspect.GEN_RUNNING:
            events.close()


def _ascii(value: Any) -> str:
    """Some clients also end a line at U+2028 or U+0085."""
    return json.dumps(value, separators=(",", ":"))
