"""The same Answer on every surface: Python, command line, HTTP, events, OpenAI's interface."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from qa.answers import as_json
from qa.assembly import build_library
from qa.cli.main import main
from qa.library import Library
from qa.settings import load_settings
from tests.api.conftest import EMOJI, OPENING
from tests.api.test_ask import lasting
from tests.api.test_streaming import events_of

QUESTIONS = [
    "What did the harbour authority open on Saturday?",
    "What does a monthly ferry pass cost?",
    "Who is the king?",
]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The real parts, as the settings choose them; no chat model."""
    for key in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "QA_MODELS", "QA_EMBED_MODEL"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QA_HOME", str(tmp_path / "home"))
    for name, text in {"opening.md": OPENING, "ferry.md": EMOJI}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = build_library(load_settings())
    library.add([tmp_path / "opening.md", tmp_path / "ferry.md"])
    yield library
    library.close()


def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, question: str) -> dict[str, Any]:
    monkeypatch.setattr(sys, "argv", ["qa", "ask", "--json", question])
    capsys.readouterr()  # the service's log, which no test configures
    with pytest.raises(SystemExit):
        main()
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def completed(client: TestClient, question: str, *, stream: bool) -> dict[str, Any]:
    body = {"model": "footnote", "messages": [{"role": "user", "content": question}], "stream": stream}
    response = client.post("/v1/chat/completions", json=body)
    answer: dict[str, Any]
    if not stream:
        answer = response.json()["footnote"]
        return answer
    lines = [line.removeprefix("data: ") for line in response.text.splitlines() if line.startswith("data: {")]
    answer = next(chunk["footnote"] for chunk in map(json.loads, lines) if "footnote" in chunk)
    return answer


def test_the_answer_is_the_same_everywhere(
    library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Citation by citation: number, quote, place, document; and text, claims, status, reason."""
    with TestClient(create_app(build_library(load_settings()))) as client:
        for question in QUESTIONS:
            compared(as_json(library.ask(question)), surfaces(question, client, capsys, monkeypatch))


def surfaces(
    question: str, client: TestClient, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> dict[str, dict[str, Any]]:
    """The answer as each of them gives it."""
    conversation = client.post("/v1/conversations", json={}).json()["id"]
    body = {"question": question}
    return {
        "cli": printed(capsys, monkeypatch, question),
        "http": client.post("/v1/ask", json=body).json(),
        "sse": events_of(client.post("/v1/ask", json=body | {"stream": True}))[-1][1],
        "conversation": client.post("/v1/ask", json=body | {"conversation_id": conversation}).json(),
        "openai": completed(client, question, stream=False),
        "openai streamed": completed(client, question, stream=True),
    }


def compared(expected: dict[str, Any], answers: dict[str, dict[str, Any]]) -> None:
    assert [bool(expected["citations"]), expected["status"]] in ([True, "answered"], [False, "no_evidence"])
    for surface, answer in answers.items():
        assert len(answer["citations"]) == len(expected["citations"]), surface
        for found, wanted in zip(answer["citations"], expected["citations"], strict=True):
            assert found == wanted, surface
        assert lasting(answer) == lasting(expected), surface
