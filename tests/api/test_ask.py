"""``POST /v1/ask``, whole."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from qa.answers import as_json
from qa.errors import ModelUnreachable
from qa.library import Library
from qa.ports import ChatModel
from qa.types import Filters
from tests.api.conftest import QUESTION
from tests.fakes import QueuedModel

ClientWith = Callable[[ChatModel], TestClient]


def lasting(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without what differs from run to run."""
    return {key: value for key, value in answer.items() if key not in ("id", "timings_ms")}


def test_the_answer_is_the_librarys_own(client: TestClient, library: Library) -> None:
    """HTTP adds nothing to an Answer and leaves nothing out."""
    response = client.post("/v1/ask", json={"question": QUESTION})
    expected = as_json(library.ask(QUESTION))
    assert response.status_code == 200
    assert lasting(response.json()) == lasting(expected)
    assert list(response.json()) == list(expected)


def test_a_quote_is_found_where_the_citation_says(client: TestClient) -> None:
    """start and end count code points, also behind an emoji."""
    (citation,) = client.post("/v1/ask", json={"question": "What costs a monthly ferry pass?"}).json()["citations"]
    text = client.get(f"/v1/documents/{citation['document_id']}/text").json()["text"]
    assert "🚢" in text[: citation["start"]]
    assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_refusal_is_an_answer(client: TestClient) -> None:
    """What the documents do not hold is a result with a reason, not an error."""
    response = client.post("/v1/ask", json={"question": "Who invented penicillin?"})
    assert response.status_code == 200
    assert response.json()["status"] == "no_evidence"
    assert response.json()["claims"] == []
    assert response.json()["reason"]


def test_a_model_writes_the_answer(client_with: ClientWith) -> None:
    """With a model the claims are its own, tied to what they cite."""
    client = client_with(QueuedModel("The harbour authority opened its second dock on Saturday [1.1]."))
    answer = client.post("/v1/ask", json={"question": QUESTION}).json()
    assert answer["mode"] == "llm"
    assert answer["model"] == "queued"
    assert answer["text"] == "The harbour authority opened its second dock on Saturday [1]."


def test_a_failing_model_still_leaves_an_answer(client_with: ClientWith) -> None:
    """The answer says that it is degraded, and why."""
    client = client_with(QueuedModel(ModelUnreachable("The model cannot be reached.")))
    response = client.post("/v1/ask", json={"question": QUESTION})
    assert response.status_code == 200
    assert response.json()["mode"] == "degraded"
    assert "cannot be reached" in response.json()["reason"]


@pytest.mark.parametrize(
    "wish",
    [
        {"collection": "elsewhere"},
        {"filters": {"publisher": "Nobody"}},
        {"filters": {"since": "2019-05-05"}},
        {"filters": {"until": "2019-05-03"}},
        {"filters": {"document_ids": ["0000000000000000"]}},
    ],
)
def test_filters_keep_documents_out(client: TestClient, wish: dict[str, Any]) -> None:
    """Each filter of the contract reaches the library."""
    answer = client.post("/v1/ask", json={"question": QUESTION, **wish}).json()
    assert answer["status"] == "no_evidence"
    assert "passes the filters" in answer["reason"]


def test_filters_let_documents_in(client: TestClient, library: Library) -> None:
    """All filters together still find the document that meets them."""
    (document,) = library.documents(Filters(publisher="Coast Gazette"))
    day = "2019-05-04"
    filters = {"since": day, "until": day, "publisher": "coast gazette", "document_ids": [document.id]}
    answer = client.post("/v1/ask", json={"question": QUESTION, "collection": "default", "filters": filters}).json()
    assert answer["status"] == "answered"


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({}, "question: Field required."),
        ({"question": 5}, "question: Input should be a valid string."),
        ({"question": None}, "question: Input should be a valid string."),
        ({"question": "a", "conversation": "b"}, "conversation: There is no such key."),
        ({"question": "a", "stream": "yes"}, "stream: Input should be a valid boolean."),
        ({"question": "a", "collection": ""}, "collection: String should have at least 1 character."),
        ({"question": "a", "filters": {"sinse": "2020-01-01"}}, "filters.sinse: There is no such key."),
        ({"question": "a", "filters": {"since": 0}}, "filters.since: Write the date as a string, YYYY-MM-DD."),
        ({"question": "a", "filters": {"since": "May 2020"}}, "filters.since: Write the date as YYYY-MM-DD."),
        ({"question": "a", "filters": {"until": "2020-02-30"}}, "filters.until: Input should be a valid date"),
        ({"question": "a", "filters": {"document_ids": []}}, "filters.document_ids: List should have at least 1 item"),
        ({"question": "a", "filters": {"document_ids": "b"}}, "filters.document_ids: Input should be a valid list."),
        (
            {"question": "a", "filters": {"since": "2020-02-01", "until": "2020-01-01"}},
            "The filter begins on 2020-02-01",
        ),
        ({"question": " \n"}, "The question is empty."),
        ({"question": "x" * 100_000}, "The question has 100,000 characters; 4,000 is the most."),
        ([], "body: Send a JSON object with Content-Type: application/json."),
        ("text", "body: Send a JSON object with Content-Type: application/json."),
    ],
)
@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_a_wrong_request_is_told_what_is_wrong(client: TestClient, body: Any, detail: str, accept: str) -> None:
    """One readable line that names the field; with its status also when events were asked for."""
    response = client.post("/v1/ask", json=body, headers={"Accept": accept})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == 422
    assert response.json()["detail"].startswith(detail)


@pytest.mark.parametrize("body", [b"", b"{", b'{"question": }', b"\xff\xfe", b"[" * 100_000, b'{"question": "a"'])
def test_malformed_json(client: TestClient, body: bytes) -> None:
    """A body that is no JSON is a bad request, or names what to send."""
    response = client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == (400 if body else 422)
    assert response.headers["content-type"] == "application/problem+json"


def test_a_lone_surrogate_is_refused(client: TestClient) -> None:
    """Half a character is no text."""
    body = b'{"question": "\\ud83d"}'
    assert client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"}).status_code == 422


def test_a_form_is_not_json(client: TestClient) -> None:
    """curl's default content type is answered with what to change."""
    response = client.post("/v1/ask", data={"question": QUESTION})
    assert response.status_code == 422
    assert "Content-Type: application/json" in response.json()["detail"]


@pytest.mark.parametrize("declared", [True, False])
def test_a_question_of_two_megabytes_is_too_large(client: TestClient, declared: bool) -> None:
    """The body is not read to its end, whether or not its length was told."""
    body = b'{"question": "' + b"x" * 2_000_000 + b'"}'
    content = body if declared else (body[n : n + 65_536] for n in range(0, len(body), 65_536))
    response = client.post("/v1/ask", content=content, headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    assert response.json()["detail"] == "The request is larger than 1 MB, the most this address takes."
