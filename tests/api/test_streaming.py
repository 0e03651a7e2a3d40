"""``POST /v1/ask``, as events."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient
from starlette.types import Message, Scope

from api.app import create_app
from api.streaming import streamed
from qa.errors import ModelUnreachable, StoreCorrupt
from qa.library import Library
from qa.ports import ChatMessage, ChatModel, Completion
from tests.api.conftest import QUESTION, build
from tests.api.test_ask import lasting
from tests.fakes import QueuedModel

ClientWith = Callable[[ChatModel], TestClient]
DRAFT = "The harbour authority opened its second dock on Saturday [1.1]. It cost 41 million crowns [1.2]."


def events(client: TestClient, **body: Any) -> list[tuple[str, Any]]:
    response = client.post("/v1/ask", json={"question": QUESTION, **body}, headers={"Accept": "text/event-stream"})
    return events_of(response)


def events_of(response: Any) -> list[tuple[str, Any]]:
    """The events of a whole response; its heartbeats are left out."""
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    blocks = [block.splitlines() for block in response.text.strip().split("\r\n\r\n") if not block.startswith(":")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


class Broken(QueuedModel):
    """A ``ChatModel`` with a bug: it raises what no model may."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        yield "The harbour"
        raise self._error


class Endless(QueuedModel):
    """A ``ChatModel`` that writes until it is stopped."""

    stopped = False

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        try:
            while True:
                yield "and so on "
        finally:
            self.stopped = True


def test_the_last_event_is_the_plain_answer(client_with: ClientWith) -> None:
    """Streaming changes when an answer comes, not what it is."""
    client = client_with(QueuedModel(DRAFT, DRAFT))
    streamed = events(client)[-1]
    plain = client.post("/v1/ask", json={"question": QUESTION}).json()
    assert streamed[0] == "answer"
    assert lasting(streamed[1]) == lasting(plain)


def test_events_come_in_the_contracts_order(client_with: ClientWith) -> None:
    """Passages as search gives them, the draft piece by piece, each claim with its citations, the answer."""
    client = client_with(QueuedModel(DRAFT))
    found = events(client)
    names = [name for name, _ in found]
    deltas, claims = names.count("delta"), names.count("claim")
    assert names == ["passages", *["delta"] * deltas, *["claim"] * claims, "answer"]
    assert found[0][1] == client.post("/v1/search", json={"query": QUESTION, "k": 8}).json()
    assert "".join(data["text"] for name, data in found if name == "delta") == DRAFT
    answer = found[-1][1]
    settled = [data for name, data in found if name == "claim"]
    assert [data["claim"] for data in settled] == answer["claims"]
    assert [citation for data in settled for citation in data["citations"]] == answer["citations"]


def test_the_key_stream_asks_for_events_too(client: TestClient) -> None:
    """``stream`` and ``Accept`` mean the same."""
    response = client.post("/v1/ask", json={"question": QUESTION, "stream": True})
    assert response.text.startswith("event: passages\r\n")


def test_events_are_ascii(client: TestClient) -> None:
    """No client can take a character of a document for the end of a line."""
    response = client.post("/v1/ask", json={"question": "When does the ferry sail?", "stream": True})
    assert "\\ud83d\\udea2" in response.text
    assert response.text.isascii()


def test_a_silent_stream_has_a_heartbeat(library: Library) -> None:
    """Proxies do not take a thinking model for a dead one."""
    assert streamed(library.stream(QUESTION)).ping_interval == 15
    library.close()


def test_a_failing_model_is_no_error_event(client_with: ClientWith) -> None:
    """The answer comes from the documents instead and says so."""
    found = events(client_with(QueuedModel(ModelUnreachable("The model cannot be reached."))))
    assert [name for name, _ in found] == ["passages", "claim", "answer"]
    assert found[-1][1]["mode"] == "degraded"


def test_an_error_of_ours_is_the_last_event(client_with: ClientWith) -> None:
    """It is the problem that a plain request would get, without a path of this machine."""
    name, data = events(client_with(Broken(StoreCorrupt("The library's file /home/me/library.db is damaged."))))[-1]
    assert name == "error"
    assert data["status"] == 503
    assert data["type"] == "urn:footnote:store-corrupt"
    assert "/home" not in json.dumps(data)


def test_a_bug_is_the_last_event_too(client_with: ClientWith) -> None:
    """The client learns that something failed, and nothing of the inside."""
    name, data = events(client_with(Broken(RuntimeError("secret"))))[-1]
    assert name == "error"
    assert data["status"] == 500
    assert "secret" not in json.dumps(data)


@pytest.mark.anyio
async def test_a_client_that_leaves_stops_the_model(tmp_path: Path) -> None:
    """Nobody reads on, so nothing is written any more."""
    model = Endless()
    app = create_app(build(tmp_path, model))
    body = json.dumps({"question": QUESTION, "stream": True}).encode()
    inbox: list[Message] = [{"type": "http.request", "body": body}]
    reading = anyio.Event()

    async def receive() -> Message:
        if inbox:
            return inbox.pop()
        await reading.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if b"event: delta" in message.get("body", b""):
            reading.set()

    with anyio.fail_after(10):
        await app(_scope(), receive, send)
    assert model.stopped


def _scope() -> Scope:
    headers = [(b"content-type", b"application/json"), (b"host", b"test")]
    scope = {"type": "http", "method": "POST", "path": "/v1/ask", "query_string": b"", "headers": headers}
    return scope | {"http_version": "1.1", "scheme": "http", "server": ("test", 80)}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
