"""A chat model behind an OpenAI-compatible address, through LlamaIndex's OpenAI-like LLM. Retries are ours."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qa.adapters.completions import completion, require_end, theirs
from qa.adapters.endpoint import Endpoint, translated
from qa.adapters.failures import Named, words_of
from qa.adapters.retrying import Patience
from qa.adapters.thinking import Spoken
from qa.errors import ModelBusy, ModelGarbled, ModelOverflow, ModelWithheld
from qa.ports import ChatMessage, Completion

if TYPE_CHECKING:  # importing them takes seconds
    from llama_index.core.llms import LLM

    from qa.adapters.dripping import Line

CHECK_SECONDS = 5.0
OPTIONS = ("temperature", "stream_options")  # what some models or servers do not take
CONTEXT_WINDOW = 128_000  # LlamaIndex wants a number; nothing here depends on it


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
        self._named = Named(name)
        self._patience = Patience(endpoint.timeout, clock=clock, sleep=sleep)
        self._refused: frozenset[str] = frozenset()

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        """The whole reply, retried while a retry may help and time is left."""
        llm = self._llm  # loaded before the time is counted
        return self._patience.call(lambda left: self._complete(llm, messages, left))

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        """Pieces, then the whole. Only the start is retried: a reader has seen what came after."""
        llm = self._llm
        yield from self._patience.stream(lambda left: self._pieces(llm, messages, left))

    def load(self) -> None:
        """Import the client, which takes seconds, before it is needed."""
        with translated(self._endpoint, self._named):
            self._llm  # noqa: B018 - made once, kept

    def check(self) -> None:
        """List the service's models."""
        import openai

        with translated(replace(self._endpoint, timeout=CHECK_SECONDS), self._named):
            client = openai.OpenAI(
                base_url=self._endpoint.base_url, api_key=self._endpoint.api_key, max_retries=0, timeout=CHECK_SECONDS
            )
            client.models.list()

    def _complete(self, llm: "LLM", messages: Sequence[ChatMessage], left: float) -> Completion:
        with translated(self._endpoint, self._named), self._learning():
            response = llm.chat(theirs(messages), **self._options(), timeout=left)
            _require_finished(response.raw, _refusal(response.raw.choices[0].message))
            return completion(response.message.content, getattr(response.raw, "usage", None))

    def _pieces(self, llm: "LLM", messages: Sequence[ChatMessage], left: float) -> Iterator[str | Completion]:
        try:
            yield from self._spoken(llm, messages, left)
        finally:
            self._line.hang_up()

    def _spoken(self, llm: "LLM", messages: Sequence[ChatMessage], left: float) -> Iterator[str | Completion]:
        """Between two pieces the whole patience is given, whatever is left of it for the first."""
        written, refusal, last, usage, aloud = "", "", None, None, Spoken()
        options = self._options(stream_options={"include_usage": True})
        with translated(self._endpoint, self._named), self._learning():
            for chunk in llm.stream_chat(theirs(messages), **options, timeout=self._timeout(left)):
                usage = getattr(chunk.raw, "usage", None) or usage
                if chunk.raw.choices:
                    last = chunk.raw
                    refusal += _refusal(last.choices[0].delta)
                written += chunk.delta or ""
                require_end(written)
                yield aloud.feed(chunk.delta or "")
            _require_finished(last, refusal)
            yield completion(written, usage)

    def _options(self, **wanted: Any) -> dict[str, Any]:
        """Those that the model takes; leaving one out has to be said, for the client has values of its own."""
        from openai import NOT_GIVEN

        return wanted | dict.fromkeys(self._refused, NOT_GIVEN)

    @contextmanager
    def _learning(self) -> Iterator[None]:
        """A request that is refused because of an option of ours is made again without it, then and later."""
        import openai

        try:
            yield
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            refused = {option for option in OPTIONS if option in words_of(error)} - self._refused
            if not refused:
                raise
            self._refused |= refused
            told = f"The model does not take {', '.join(sorted(refused))}."
            raise ModelBusy(told, "Try again.", retry_after=0.0) from error

    def _timeout(self, left: float) -> Any:
        import httpx

        return httpx.Timeout(self._endpoint.timeout, connect=left)

    @cached_property
    def _line(self) -> "Line":
        from qa.adapters.dripping import Line

        return Line()

    @cached_property
    def _llm(self) -> "LLM":
        import httpx
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
            http_client=httpx.Client(event_hooks={"response": [self._line.watch]}, follow_redirects=True),
        )


def _refusal(message: Any) -> str:
    """What a model says when it was trained to refuse, in a field of its own."""
    return str(getattr(message, "refusal", None) or "")


def _require_finished(raw: Any, refusal: str = "") -> None:
    """A stream that was cut raises nothing by itself; only the missing reason shows it."""
    reason = raw.choices[0].finish_reason if raw is not None else None
    if refusal or reason == "content_filter":
        raise ModelWithheld("The model's service withheld its reply.", "Word the question differently.")
    if reason is None:
        raise ModelGarbled("The model's reply was cut off.", "Try again.")
    if reason == "length":
        raise ModelOverflow("The model's reply was cut off at its limit of tokens.", "Raise the model's limit.")
