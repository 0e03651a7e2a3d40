"""What OpenAI's clients send and read. Only what we use is named; the rest is ignored, as they expect."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from api import examples
from api.fields import Words
from qa import types

MODEL = "footnote"


class Lenient(BaseModel):
    """Base of what these clients send: a key that we do not know is no error."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Part(Lenient):
    """A piece of a message. Only text can be read."""

    type: Literal["text"]
    text: Words


class Message(Lenient):
    """One turn. What is no question and no answer to one (system, developer, tool) is read past: it cannot loosen the rules."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Words | list[Part] | None = None

    @property
    def text(self) -> str:
        """Its words."""
        if isinstance(self.content, str) or self.content is None:
            return self.content or ""
        return "\n".join(part.text for part in self.content)


class StreamOptions(Lenient):
    """How to stream."""

    include_usage: StrictBool | None = None


class CompletionRequest(Lenient):
    """A chat so far. The last message of the user is the question; those before it say what it may lean on."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"model": MODEL, "messages": [{"role": "user", "content": examples.QUESTION}]}}
    )

    model: Words = MODEL
    messages: Annotated[list[Message], Field(min_length=1)]
    stream: StrictBool | None = None
    stream_options: StreamOptions | None = None


class Reply(BaseModel):
    """What the assistant says."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None


class Choice(BaseModel):
    """The one reply."""

    index: int = 0
    message: Reply
    finish_reason: Literal["stop"] = "stop"
    logprobs: None = None


class Tokens(BaseModel):
    """What a model was paid for."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Completion(BaseModel):
    """A chat completion, and beside OpenAI's own fields the whole Answer as ``footnote``."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL
    choices: tuple[Choice]
    usage: Tokens
    footnote: types.Answer


class Model(BaseModel):
    """The one model there is: the library."""

    id: str = MODEL
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = MODEL


class Models(BaseModel):
    """Which models there are."""

    object: Literal["list"] = "list"
    data: tuple[Model, ...] = (Model(),)
