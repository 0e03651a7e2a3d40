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
        async for happened in iterate_in_threadpool(events):
            yield _named(happened)
    except FootnoteError as error:
        yield _failed(problems.of_error(error))
    except Exception as error:  # noqa: BLE001 - the outermost border: the status is sent, nobody above can answer
        yield _failed(problems.of_unexpected(error))
    finally:  # also when the client is gone: what is under way at the model is given up
        events.close()


def _named(happened: Event) -> ServerSentEvent:
    match happened:
        case Found(hits):
            return event("passages", Hits(hits=hits).model_dump(mode="json"))
        case Rewritten():
            return event("rewritten", as_json(happened))
        case Delta():
            return event("delta", as_json(happened))
        case ClaimSettled():
            return event("claim", as_json(happened))
        case Answered(answer):
            return event("answer", as_json(answer))


def _failed(problem: Problem) -> ServerSentEvent:
    return event("error", problem.model_dump(exclude_none=True))


def event(name: str, data: Any) -> ServerSentEvent:
    """An event with a JSON value."""
    # In ASCII: some clients also end a line at U+2028 or U+0085.
    return ServerSentEvent(json.dumps(data, separators=(",", ":")), event=name)
