"""Errors as problems."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from api import problems
from api.app import create_app
from qa import errors
from qa.library import Library
from tests.api.conftest import QUESTION, build
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder


class Raising(OverlapReranker):
    """A ``Reranker`` that raises what it is given."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def score(self, question: str, sentences: Sequence[str]) -> list[float]:
        raise self._error


def failing(home: Path, error: Exception) -> TestClient:
    """A client of a library that fails whenever it is asked."""
    build(home).close()
    library = Library(home, MemoryIndex(), WordEmbedder(), Raising(error))
    return TestClient(create_app(library), raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.InputError, 422),
        (errors.QuestionError, 422),
        (errors.FilterError, 422),
        (errors.UnreadableFile, 422),
        (errors.UnknownDocument, 404),
        (errors.UnknownConversation, 404),
        (errors.StoreError, 503),
        (errors.StoreUnavailable, 503),
        (errors.StoreCorrupt, 503),
        (errors.StoreLocked, 503),
        (errors.EmbedderMismatch, 503),
        (errors.ModelError, 502),
        (errors.ModelRefused, 502),
        (errors.ModelBusy, 502),
        (errors.ModelUnreachable, 502),
        (errors.ModelTimeout, 502),
        (errors.ModelGarbled, 502),
        (errors.ModelFilesError, 500),
        (errors.SettingsError, 500),
        (errors.ServiceError, 500),
    ],
)
def test_every_error_has_a_status(error: type[errors.FootnoteError], status: int) -> None:
    """One for each of the tree, and a type that clients can rely on."""
    problem = problems.of_error(error("It failed.", "Do something."))
    assert problem.status == status
    assert problem.type.startswith("urn:footnote:")
    assert problem.detail == "It failed. Do something." or "log" in problem.detail


@pytest.mark.parametrize(
    "error", [errors.StoreUnavailable, errors.StoreCorrupt, errors.ModelFilesError, errors.SettingsError]
)
def test_no_path_of_this_machine_leaves_it(tmp_path: Path, error: type[errors.FootnoteError]) -> None:
    """Those errors name files; the client is told their kind, the log the rest."""
    with failing(tmp_path, error("The file /home/me/library.db is damaged.")) as client, capture_logs() as logs:
        response = client.post("/v1/search", json={"query": QUESTION})
    assert response.headers["content-type"] == "application/problem+json"
    assert "/home/me" not in response.text
    assert any("/home/me" in line.get("detail", "") for line in logs)


def test_a_busy_library_says_when_to_come_back(tmp_path: Path) -> None:
    """In seconds, as HTTP has it."""
    with failing(tmp_path, errors.StoreLocked("Another process is writing.")) as client:
        response = client.post("/v1/search", json={"query": QUESTION})
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")


def test_a_busy_models_own_wish_is_passed_on(tmp_path: Path) -> None:
    """Rounded up to whole seconds."""
    with failing(tmp_path, errors.ModelBusy("Too many requests.", retry_after=11.2)) as client:
        response = client.post("/v1/search", json={"query": QUESTION})
    assert (response.status_code, response.headers["retry-after"]) == (502, "12")


def test_a_bug_shows_nothing_of_the_inside(tmp_path: Path) -> None:
    """500 in one line; its traceback is logged and holds no question."""
    with failing(tmp_path, RuntimeError("secret")) as client, capture_logs() as logs:
        response = client.post("/v1/ask", json={"question": QUESTION})
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"] == "Something unexpected failed. The reason is in the service's log."
    assert "secret" not in response.text
    (line,) = (line for line in logs if line["event"] == "unexpected")
    assert str(line["exc_info"]) == "secret"
    assert QUESTION not in str([line for line in logs if line["log_level"] != "debug"])


def test_an_unknown_route(client: TestClient) -> None:
    """404 as a problem, naming the address."""
    response = client.get("/v2/ask")
    assert response.status_code == 404
    assert response.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is nothing at /v2/ask.",
    }
    assert response.headers["content-type"] == "application/problem+json"


def test_a_wrong_method(client: TestClient) -> None:
    """405 as a problem, with the methods that are possible."""
    response = client.get("/v1/ask")
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert response.json()["detail"] == "GET is not possible at /v1/ask."


def test_openapi_knows_the_shapes(client: TestClient) -> None:
    """Answers, events, both ways to add, and problems instead of a framework's own errors."""
    described = client.get("/openapi.json").json()
    ask = described["paths"]["/v1/ask"]["post"]["responses"]
    assert ask["200"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Answer"}
    assert "text/event-stream" in ask["200"]["content"]
    assert set(ask) == {"200", "4XX", "5XX"}
    assert list(ask["4XX"]["content"]) == ["application/problem+json"]
    adding = described["paths"]["/v1/documents"]["post"]["requestBody"]["content"]
    assert adding["multipart/form-data"]["schema"]["required"] == ["files"]
    assert "text" in adding["application/json"]["schema"]["properties"]
    assert described["components"]["schemas"]["Answer"]["properties"]["status"]["enum"][-1] == "no_evidence"
