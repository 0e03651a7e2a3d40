"""A chat model behind an OpenAI-compatible address, through LlamaIndex's OpenAI-like LLM. Retries are ours."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception

from qa.adapters.endpoint import Endpoint, translated
from qa.errors import ModelBusy, ModelError, ModelGarbled
from qa.ports import ChatMessage, Completion
from qa.types import Usage

if TYPE_CHECKING:  # importing it takes seconds
    from llama_index.core.llms import LLM

ATTEMPTS = 4
CHECK_SECONDS = 5.0
FIRST_WAIT = 1.0  # seconds; doubled each time unless the service names its own
CONTEXT_WINDOW = 128_000  # LlamaIndex wants a number; nothing here depends on it

T = TypeVar("T")


class OpenAIChat:
    """A ChatModel. The endpoint's patience covers all attempts; ``clock`` and ``sleep`` can be replaced in tests."""

    def __init__(
        self,
        name: str,
        endpoint: Endpoint,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self._endpoint = endpoint
        self._clock = clock
        self._sleep = sleep

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        """The whole reply, retried while a retry may help and time is left."""
        return self._patiently(lambda left: self._complete(messages, left))

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        """Pieces, then the whole. Only the start is retried: a reader has seen what came after."""
        first, rest = self._patiently(lambda left: self._begin(messages, left))
        yield first
        yield from rest

    def load(self) -> None:
        """Import the client, which takes seconds, before it is needed."""
        with translated(self._endpoint, self.name):
            self._llm  # noqa: B018 - made once, kept

    def check(self) -> None:
        """List the service's models."""
        import openai

        with translated(replace(self._endpoint, timeout=CHECK_SECONDS), self.name):
            client = openai.OpenAI(
                base_url=self._endpoint.base_url, api_key=self._endpoint.api_key, max_retries=0, timeout=CHECK_SECONDS
            )
            client.models.list()

    def _complete(self, messages: Sequence[ChatMessage], left: float) -> Completion:
        with translated(self._endpoint, self.name):
            response = self._llm.chat(_theirs(messages), timeout=left)
            _require_finished(response.raw)
            return _completion(response.message.content or "", response.raw)

    def _begin(
        self, messages: Sequence[ChatMessage], left: float
    ) -> tuple[str | Completion, Iterator[str | Completion]]:
        pieces = self._pieces(messages, left)
        return next(pieces), pieces

    def _pieces(self, messages: Sequence[ChatMessage], left: float) -> Iterator[str | Completion]:
        written, last, usage = "", None, None
        options = {"timeout": left, "stream_options": {"include_usage": True}}
        with translated(self._endpoint, self.name):
            for chunk in self._llm.stream_chat(_theirs(messages), **options):
                usage = chunk.raw if getattr(chunk.raw, "usage", None) else usage
                last = chunk.raw if chunk.raw.choices else last
                written += chunk.delta or ""
                if chunk.delta:
                    yield chunk.delta
            _require_finished(last)
            yield _completion(written, usage)

    @cached_property
    def _llm(self) -> "LLM":
        from llama_index.llms.openai_like import OpenAILike

        return OpenAILike(
            model=self.name,
            api_base=self._endpoint.base_url,
            api_key=self._endpoint.api_key,
            is_chat_model=True,
            temperature=0.0,
            max_retries=0,
            timeout=self._endpoint.timeout,
            context_window=CONTEXT_WINDOW,
        )

    def _patiently(self, attempt: Callable[[float], T]) -> T:
        """Try until it works, a retry cannot help, or the time is up. ``attempt`` is told the seconds left."""
        deadline = self._clock() + self._endpoint.timeout

        def out_of_time(state: RetryCallState) -> bool:
            return state.attempt_number >= ATTEMPTS or self._clock() + _wait(state) >= deadline

        retrying = Retrying(
            stop=out_of_time,
            wait=_wait,
            retry=retry_if_exception(lambda error: isinstance(error, ModelError) and error.retryable),
            sleep=self._sleep,
            reraise=True,
        )
        return retrying(lambda: attempt(max(deadline - self._clock(), 0.1)))


def _theirs(messages: Sequence[ChatMessage]) -> list[Any]:
    from llama_index.core.llms import ChatMessage as TheirMessage

    return [TheirMessage(role=message.role, content=message.content) for message in messages]


def _require_finished(raw: Any) -> None:
    """A stream that was cut raises nothing by itself; only the missing reason shows it."""
    reason = raw.choices[0].finish_reason if raw is not None else None
    if reason is None:
        raise ModelGarbled("The model's reply was cut off.", "Try again.")
    if reason == "content_filter":
        raise ModelGarbled("The model's service withheld its reply.", "Word the question differently.")


def _completion(text: str, raw: Any) -> Completion:
    if not text.strip():
        raise ModelGarbled("The model's reply was empty.", "Try again, or another model.")
    usage = getattr(raw, "usage", None)
    return Completion(text, Usage(usage.prompt_tokens or 0, usage.completion_tokens or 0) if usage else Usage())


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    wished = error.retry_after if isinstance(error, ModelBusy) else None
    return wished if wished is not None else FIRST_WAIT * 2.0 ** (state.attempt_number - 1)
