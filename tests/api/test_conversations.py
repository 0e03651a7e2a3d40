"""Conversations over HTTP."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from qa.ports import ChatModel
from tests.api.conftest import QUESTION
from tests.api.test_streaming import events
from tests.fakes import QueuedModel

URL = "/v1/conversations"
FOLLOW_UP = "What did it cost?"


def begun(client: TestClient, **said: str) -> dict[str, Any]:
    response = client.post(URL, json=said)
    assert response.status_code == 201
    assert response.headers["location"] == f"{URL}/{response.json()['id']}"
    shown: dict[str, Any] = response.json()
    return shown


def asked(client: TestClient, conversation: str, question: str) -> dict[str, Any]:
    response = client.post("/v1/ask", json={"question": question, "conversation_id": conversation})
    assert response.status_code == 200
    answer: dict[str, Any] = response.json()
    return answer


def test_a_follow_up_is_understood_and_kept(client: TestClient) -> None:
    """Answer.question stands alone; reading the conversation gives back what was asked, understood and answered."""
    conversation = begun(client)
    first = asked(client, conversation["id"], QUESTION)
    second = asked(client, conversation["id"], FOLLOW_UP)
    assert first["question"] == QUESTION
    assert "harbour authority" in second["question"]
    assert "41 million crowns" in second["text"]
    shown = client.get(f"{URL}/{conversation['id']}").json()
    assert [turn["asked"] for turn in shown["questions"]] == [QUESTION, FOLLOW_UP]
    assert [turn["question"] for turn in shown["questions"]] == [first["question"], second["question"]]
    assert [turn["answer"] for turn in shown["questions"]] == [first, second]
    assert (shown["turns"], shown["title"]) == (2, QUESTION)


def test_the_understood_question_is_the_first_event(client: TestClient) -> None:
    """Before the passages, and only when it differs."""
    conversation = begun(client)["id"]
    assert events(client, conversation_id=conversation)[0][0] == "passages"
    found = events(client, question=FOLLOW_UP, conversation_id=conversation)
    assert [name for name, _ in found][:2] == ["rewritten", "passages"]
    assert found[0][1]["question"] == found[-1][1]["question"] != FOLLOW_UP
    assert client.get(f"{URL}/{conversation}").json()["turns"] == 2


def test_a_model_may_understand_it(client_with: Callable[[ChatModel], TestClient]) -> None:
    """What it was paid for that is in the answer."""
    draft = "The harbour authority opened its second dock on Saturday [1.1]."
    client = client_with(QueuedModel(draft, "What did the second dock cost?", "It cost 41 million crowns [1.2]."))
    conversation = begun(client)["id"]
    asked(client, conversation, QUESTION)
    answer = asked(client, conversation, FOLLOW_UP)
    assert answer["question"] == "What did the second dock cost?"
    assert answer["usage"]["prompt_tokens"] == 200


def test_a_title_may_be_given(client: TestClient) -> None:
    """Then the first question does not replace it."""
    conversation = begun(client, title="The harbour")
    asked(client, conversation["id"], QUESTION)
    assert client.get(f"{URL}/{conversation['id']}").json()["title"] == "The harbour"


def test_they_are_listed_the_last_changed_first(client: TestClient) -> None:
    """A page at a time."""
    ids = [begun(client)["id"] for _ in range(3)]
    asked(client, ids[0], QUESTION)
    first = client.get(f"{URL}?limit=2").json()
    rest = client.get(f"{URL}?limit=2&offset={first['next']}").json()
    assert [each["id"] for each in first["conversations"] + rest["conversations"]] == [ids[0], ids[2], ids[1]]
    assert (first["total"], rest["next"]) == (3, None)


def test_one_can_be_taken_away_as_markdown(client: TestClient) -> None:
    """A file with the question, the answer and its note."""
    conversation = begun(client)["id"]
    asked(client, conversation, QUESTION)
    response = client.get(f"{URL}/{conversation}/markdown")
    assert response.headers["content-type"] == "text/markdown; charset=utf-8"
    assert response.headers["content-disposition"].startswith("attachment; filename=")
    assert "## 1. What did the harbour authority open" in response.text
    assert "Coast Gazette" in response.text


def test_a_deleted_one_is_gone(client: TestClient) -> None:
    """For reading, for asking, and for a second deletion."""
    conversation = begun(client)["id"]
    assert client.delete(f"{URL}/{conversation}").status_code == 204
    assert client.delete(f"{URL}/{conversation}").status_code == 404
    assert client.get(f"{URL}/{conversation}/markdown").status_code == 404
    assert client.get(URL).json()["total"] == 0


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_an_unknown_one_cannot_be_asked_in(client: TestClient, accept: str) -> None:
    """404, before any event."""
    body = {"question": QUESTION, "conversation_id": "none"}
    response = client.post("/v1/ask", json=body, headers={"Accept": accept})
    assert (response.status_code, response.json()["type"]) == (404, "urn:footnote:unknown-conversation")
