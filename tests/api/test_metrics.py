"""``/metrics``: what is counted."""

from collections.abc import Callable

from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from qa.ports import ChatModel
from tests.api.conftest import QUESTION
from tests.fakes import QueuedModel

DRAFT = "The harbour authority opened its second dock on Saturday [1.1]. It cost 57 million crowns [1.2]. Ferries sing."


class Counts:
    """The samples of ``/metrics``."""

    def __init__(self, client: TestClient) -> None:
        families = text_string_to_metric_families(client.get("/metrics").text)
        self.samples = [sample for family in families for sample in family.samples]

    def of(self, name: str, **labels: str) -> float:
        """The sum of what has this name and these labels."""
        return sum(s.value for s in self.samples if s.name == name and labels.items() <= s.labels.items())


def test_requests_by_route_and_status(client: TestClient) -> None:
    """Under the route's pattern; what no route knows is one label, whatever a stranger invents."""
    for path in ("/v1/documents/0000", "/v1/documents/1111", "/nowhere/1", "/nowhere/2"):
        client.get(path)
    client.request("PURR", "/v1/ask")
    found = Counts(client)
    pattern = "/v1/documents/{document_id}"
    assert found.of("footnote_requests_total", route=pattern, method="GET", status="404") == 2
    assert found.of("footnote_requests_total", route="other", method="GET", status="404") == 2
    assert found.of("footnote_requests_total", method="other") == 1
    assert found.of("footnote_request_seconds_count", route=pattern) == 2
    assert not any("0000" in value for sample in found.samples for value in sample.labels.values())


def test_answers_refusals_stages_failures_and_tokens(client_with: Callable[[ChatModel], TestClient]) -> None:
    """Counted alike, however an answer was asked for."""
    client = client_with(QueuedModel(DRAFT, DRAFT, "NOT_FOUND"))
    client.post("/v1/ask", json={"question": QUESTION})
    client.post("/v1/ask", json={"question": QUESTION, "stream": True})
    client.post("/v1/ask", json={"question": "Who invented penicillin?"})
    found = Counts(client)
    assert found.of("footnote_answers_total", status="partial", mode="llm") == 2
    assert found.of("footnote_answers_total", status="no_evidence") == 1
    assert found.of("footnote_support_failures_total", problem="figure") == 2
    assert found.of("footnote_tokens_total", kind="prompt") == 300
    assert found.of("footnote_stage_seconds_count", stage="retrieve") == 3
    assert found.of("footnote_cost_usd_total") == 0


def test_nothing_that_was_asked_is_a_label(client: TestClient) -> None:
    """Neither a question nor a name of a document."""
    client.post("/v1/ask", json={"question": QUESTION})
    text = client.get("/metrics").text
    assert "harbour" not in text.lower()
    assert client.get("/metrics").headers["content-type"].startswith("text/plain; version=0.0.4")
