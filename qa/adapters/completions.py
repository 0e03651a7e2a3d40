"""Our turns as LlamaIndex has them, and its replies as ours."""

from collections.abc import Mapping, Sequence
from typing import Any

from qa.adapters.thinking import spoken
from qa.errors import ModelGarbled
from qa.ports import ChatMessage, Completion
from qa.types import Usage

LONGEST = 200_000  # characters of a reply, thinking aloud included
PROMPT = ("prompt_tokens", "input_tokens")  # OpenAI's name and Anthropic's
COMPLETION = ("completion_tokens", "output_tokens")


def theirs(messages: Sequence[ChatMessage]) -> list[Any]:
    """As LlamaIndex's messages."""
    from llama_index.core.llms import ChatMessage as TheirMessage

    return [TheirMessage(role=message.role, content=message.content) for message in messages]


def completion(text: str | None, usage: Any) -> Completion:
    """The whole reply, its thinking left out; ``usage`` is an object, a mapping, or nothing. Raises ModelGarbled without text."""
    answer = spoken(text or "")
    if not answer.strip():
        raise ModelGarbled("The model's reply was empty.", "Try again, or another model.")
    return Completion(answer, Usage(_tokens(usage, PROMPT), _tokens(usage, COMPLETION)))


def require_end(written: str) -> None:
    """Raises ModelGarbled when a model that is still writing has written far too much."""
    if len(written) > LONGEST:
        raise ModelGarbled("The model's reply did not come to an end.", "Try again, or another model.")


def _tokens(usage: Any, names: Sequence[str]) -> int:
    """A count that is none is taken for unknown: 0."""
    for name in names:
        value = usage.get(name) if isinstance(usage, Mapping) else getattr(usage, name, None)
        if isinstance(value, int) and value > 0:
            return value
    return 0
