"""A completion as OpenAI streams it. Only checked words are sent: a draft could not be taken back."""

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sse_starlette import ServerSentEvent

from api import problems, streaming
from api.completions.reading import pieces
from api.completions.schemas import MODEL, Tokens
from api.responses import Problem
from qa.answers import as_json
from qa.events import Answered, Event, Found
from qa.types import Answer


def tokens(answer: Answer) -> Tokens:
    """What the answer's model was paid for."""
    prompt, completion = answer.usage.prompt_tokens, answer.usage.completion_tokens
    return Tokens(prompt_tokens=prompt, completion_tokens=completion, total_tokens=prompt + completion)


def new_id() -> str:
    """A completion's id."""
    return f"chatcmpl-{uuid.uuid4().hex}"


def failed(problem: Problem) -> ServerSentEvent:
    """An error in the middle of a stream."""
    return streaming.data(problems.as_openai(problem))


@dataclass(frozen=True, slots=True)
class Chunks:
    """The chunks of one completion. ``opening`` stands in front of the answer."""

    opening: str
    with_usage: bool
    id: str = field(default_factory=new_id)
    created: int = field(default_factory=lambda: int(time.time()))

    def of(self, event: Event) -> Iterator[ServerSentEvent]:
        """What is sent when something happened."""
        match event:
            case Found():
                yield self._chunk({"role": "assistant", "content": self.opening})
            case Answered(answer):
                for piece in pieces(answer):
                    yield self._chunk({"content": piece})
                yield self._chunk({}, "stop", footnote=as_json(answer))
                if self.with_usage:
                    yield streaming.data(self._head() | {"choices": [], "usage": tokens(answer).model_dump()})
                yield ServerSentEvent("[DONE]")

    def _chunk(self, delta: dict[str, str], finish: str | None = None, **beside: Any) -> ServerSentEvent:
        choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
        return streaming.data(self._head() | {"choices": [choice]} | beside)

    def _head(self) -> dict[str, Any]:
        return {"id": self.id, "object": "chat.completion.chunk", "created": self.created, "model": MODEL}
