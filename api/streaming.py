"""A question as it is answered: server-sent events."""

import json
from collections.abc import AsyncIterator, Generator
from typing import Any

from fastapi.concurrency import iterate_in_threadpool
from sse_starlette import EventSourceResponse, ServerSentEvent

from api import problems
from api.schemas import Hits, Problem
from qa.answers import as_json
from qa.errors import FootnoteError
from qa.types import Answered, ClaimSettled, Delta, Event, Found, Rewritten

MEDIA_TYPE = "text/event-stream"
PING_SECONDS = 15


def streamed(events: Generator[Event, None, None]) -> EventSourceResponse:
    """The events, one by one. The first is waited for here, so that a wrong request is answered with its status."""
    return EventSourceResponse(_sent(next(events), events), ping=PING_SECONDS)


async def _sent(first: Event, events: Generator[Event, None, None]) -> AsyncIterator[ServerSentEvent]:
    try:
        yield _named(first)
        async for event in iterate_in_threadpool(events):
            yield _named(event)
    except FootnoteError as error:
        yield _failed(problems.of_error(error))
    except Exception as error:  # noqa: BLE001 - the outermost border: the status is sent, nobody above can answer
        yield _failed(problems.of_unexpected(error))
    finally:  # also when the client is gone: what is under way at the model is given up
        events.close()


def _named(event: Event) -> ServerSentEvent:
    match event:
        case Found(hits):
            return _event("passages", Hits(hits=hits).model_dump(mode="json"))
        case Rewritten():
            return _event("rewritten", as_json(event))
        case Delta():
            return _event("delta", as_json(event))
        case ClaimSettled():
            return _event("claim", as_json(event))
        case Answered(answer):
            return _event("answer", as_json(answer))


def _failed(problem: Problem) -> ServerSentEvent:
    return _event("error", problem.model_dump(exclude_none=True))


def _event(name: str, data: Any) -> ServerSentEvent:
    # In ASCII: some clients also end a line at U+2028 or U+0085.
    return ServerSentEvent(json.dumps(data, separators=(",", ":")), event=name)
