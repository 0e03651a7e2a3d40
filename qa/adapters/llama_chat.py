"""Any LlamaIndex LLM, named in QA_LLM, as a chat model."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from qa.adapters.completions import completion, require_end, theirs
from qa.adapters.plugs import Plug, guarded, made
from qa.adapters.retrying import Patience
from qa.adapters.thinking import Spoken
from qa.errors import ModelOverflow, ModelWithheld
from qa.ports import ChatMessage, Completion

KIND = "llama_index.core.llms:LLM"
CUT = ("length", "max_tokens", "MAX_TOKENS")
FILTERED = ("content_filter", "refusal", "SAFETY")


class LlamaChat:
    """A ChatModel. ``seconds`` covers all attempts, whatever time-out the class has of its own."""

    def __init__(
        self,
        plug: Plug,
        name: str,
        seconds: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self._plug = plug
        self._patience = Patience(seconds, plug.named.service, clock=clock, sleep=sleep)

    def complete(self, messages: Sequence[ChatMessage]) -> Completion:
        """The whole reply, retried while a retry may help and time is left."""
        llm = self._llm  # loaded before the time is counted
        return self._patience.call(lambda _: self._complete(llm, messages))

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        """Pieces, then the whole. A class that cannot stream gives the whole at once."""
        llm = self._llm
        yield from self._patience.stream(lambda _: self._pieces(llm, messages))

    def check(self) -> None:
        """Load the class; whether its service answers cannot be asked for free. Raises SettingsError."""
        _ = self._llm

    def _complete(self, llm: Any, messages: Sequence[ChatMessage]) -> Completion:
        with guarded(self._plug):
            response = llm.chat(theirs(messages))
            _require_finished(response.raw)
            return completion(response.message.content, _usage(response))

    def _pieces(self, llm: Any, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        with guarded(self._plug):
            try:
                chunks = iter(llm.stream_chat(theirs(messages)))
            except NotImplementedError:
                yield self._complete(llm, messages)
                return
            written, raw, aloud = "", None, Spoken()
            usage: Any = None
            for chunk in chunks:
                raw, usage = chunk.raw or raw, _usage(chunk) or usage
                delta = _delta(chunk, written)
                written += delta
                require_end(written)
                yield aloud.feed(delta)
            _require_finished(raw)
            yield completion(written, usage)

    @cached_property
    def _llm(self) -> Any:
        return made(self._plug, KIND, "LLM")


def _delta(chunk: Any, written: str) -> str:
    """What is new in a chunk; some classes give no delta but all that was written so far."""
    if chunk.delta is not None:
        return str(chunk.delta)
    whole = chunk.message.content or ""
    return whole[len(written) :] if whole.startswith(written) else ""


def _field(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _usage(response: Any) -> Any:
    """Where the classes put it: in the provider's own reply, or beside the message."""
    return _field(response.raw, "usage") or response.additional_kwargs


def _require_finished(raw: Any) -> None:
    """As far as a provider's own reply says why it ended."""
    choices = _field(raw, "choices")
    last = choices[0] if choices else raw
    reason = str(_field(last, "finish_reason") or _field(last, "stop_reason") or _field(last, "done_reason") or "")
    if reason in CUT:
        raise ModelOverflow("The model's reply was cut off at its limit of tokens.", "Raise the model's limit.")
    if reason in FILTERED:
        raise ModelWithheld("The model's service withheld its reply.", "Word the question differently.")
