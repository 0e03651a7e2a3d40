"""What the service writes down."""

import pytest
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from api.app import create_app
from api.rules import Rules
from qa.library import Library
from tests.api.conftest import QUESTION


@pytest.mark.parametrize("told", [False, True])
def test_a_question_is_logged_only_when_the_settings_ask_for_it(library: Library, told: bool) -> None:
    """At debug level otherwise; that it was answered, and how, is logged without it."""
    with TestClient(create_app(library, Rules(log_questions=told))) as client, capture_logs() as logs:
        client.post("/v1/ask", json={"question": QUESTION})
    levels = {line["log_level"] for line in logs if QUESTION in str(line)}
    assert levels == {"info" if told else "debug"}
    (answered,) = (line for line in logs if line["event"] == "answered")
    assert (answered["status"], answered["mode"]) == ("answered", "extractive")


def test_a_request_has_its_own_id(client: TestClient) -> None:
    """One for each, told to the client."""
    ids = [client.get("/health/live").headers["x-request-id"] for _ in range(2)]
    assert len(set(ids)) == 2
