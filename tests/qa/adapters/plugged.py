"""LlamaIndex classes of somebody else, as settings may name them. Each does what it is made with."""

import threading
from collections.abc import Sequence
from typing import Any

from llama_index.core.base.llms.types import ChatMessage, ChatResponse, CompletionResponse, LLMMetadata
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.llms import CustomLLM
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import NodeWithScore, QueryBundle

HERE = __name__
LET_GO = threading.Event()  # what a class that hangs waits for; tests set it in the end


class ServiceError(Exception):
    """As the clients of providers have it: a status, a body, a response with headers."""

    def __init__(self, status: int, message: str = "", headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status_code = status
        self.response = type("Response", (), {"headers": headers or {}})()


class GatewayTimeout(Exception):
    """Known by its name alone."""


class ConnectFailed(Exception):
    """Known by its name alone."""


def raised(what: Any) -> None:
    """Raise it, or hang if it is a request to hang."""
    if what == "hang":
        LET_GO.wait()
    if isinstance(what, BaseException):
        raise what


class FakeLLM(CustomLLM):  # type: ignore[misc]  # LlamaIndex is not typed for us
    """Says its replies in turn, whole or in pieces of five; an error among them is raised."""

    model: str = "its-default"
    replies: list[Any] = []  # noqa: RUF012 - pydantic copies it
    usage: dict[str, int] | None = None
    reason: str | None = None
    cumulative: bool = False
    streams: bool = True
    seen: list[Any] = []  # noqa: RUF012 - pydantic copies it

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(model_name=self.model, is_chat_model=True)

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        raise NotImplementedError

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
        raise NotImplementedError

    def chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        self.seen.append(list(messages))
        return self._response(self._next(), None)

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> Any:
        if not self.streams:
            raise NotImplementedError

        def pieces() -> Any:
            whole = self._next()
            for first in range(0, len(whole), 5):
                piece = whole[first : first + 5]
                yield self._response(whole[: first + 5], None if self.cumulative else piece)

        return pieces()

    def _next(self) -> str:
        reply = self.replies.pop(0)
        raised(reply)
        return str(reply)

    def _response(self, text: str, delta: str | None) -> ChatResponse:
        raw = {"usage": self.usage, "stop_reason": self.reason}
        return ChatResponse(message=ChatMessage(role="assistant", content=text), delta=delta, raw=raw)


class NotAnLLM:
    """Another kind of class."""

    def __init__(self, **_: Any) -> None:
        pass


class FakeEmbedding(BaseEmbedding):  # type: ignore[misc]  # LlamaIndex is not typed for us
    """Vectors by length; queries point another way. ``gives`` replaces what comes of a batch."""

    gives: Any = None
    max_length: int | None = None

    def _get_query_embedding(self, query: str) -> list[float]:
        raised(self.gives)
        return [1.0, float(len(query))]

    def _get_text_embedding(self, text: str) -> list[float]:
        return [float(len(text)), 1.0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        raised(self.gives)
        return self.gives if self.gives is not None else [self._get_text_embedding(text) for text in texts]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


class Reversing(BaseNodePostprocessor):  # type: ignore[misc]  # LlamaIndex is not typed for us
    """The last sentence first, on a scale of its own; only the first few, as most do."""

    top_n: int = 2
    fails: Any = None

    def _postprocess_nodes(self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None) -> Any:
        raised(self.fails)
        assert query_bundle is not None
        turned = [NodeWithScore(node=node.node, score=900.0 + n) for n, node in enumerate(reversed(nodes))]
        return turned[: self.top_n]
