"""``POST /v1/search``."""

from dataclasses import fields

import pytest
from fastapi.testclient import TestClient

from api import responses
from qa import types
from qa.answers import as_json
from qa.ingest.reports import AddReport
from qa.library import Library


def test_hits_are_the_librarys_own(client: TestClient, library: Library) -> None:
    """Everything known of a hit, but for the text of its document, which nobody fetched."""
    response = client.post("/v1/search", json={"query": "second dock"})
    expected = as_json(library.search("second dock"))
    for hit in expected:
        del hit["document"]["text"]
    assert response.status_code == 200
    assert response.json() == {"hits": expected}


def test_k_limits_the_hits(client: TestClient) -> None:
    """Ten are given when nothing is said."""
    assert len(client.post("/v1/search", json={"query": "dock"}).json()["hits"]) == 2
    assert len(client.post("/v1/search", json={"query": "dock", "k": 1}).json()["hits"]) == 1


def test_filters_apply(client: TestClient) -> None:
    """As in a question."""
    body = {"query": "dock", "filters": {"publisher": "Coast Gazette", "since": "2019-01-01"}}
    hits = client.post("/v1/search", json=body).json()["hits"]
    assert [hit["document"]["title"] for hit in hits] == ["Harbour extension opens"]


@pytest.mark.parametrize("k", [0, 101, "5", 2.5, True, None])
def test_k_is_a_whole_number_from_1_to_100(client: TestClient, k: object) -> None:
    """Nothing is converted silently."""
    response = client.post("/v1/search", json={"query": "dock", "k": k})
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "k"


def test_an_empty_query_is_refused(client: TestClient) -> None:
    """As an empty question is."""
    response = client.post("/v1/search", json={"query": ""})
    assert response.status_code == 422
    assert response.json()["type"] == "urn:footnote:question-error"


@pytest.mark.parametrize(
    ("model", "noun", "left_out"),
    [
        (responses.Document, types.Document, {"text"}),
        (responses.Hit, types.Hit, set()),
        (responses.Added, AddReport, set()),
    ],
)
def test_responses_follow_the_nouns(
    model: type[responses.Document], noun: type[types.Document], left_out: set[str]
) -> None:
    """A field that a noun gains cannot be forgotten here."""
    assert set(model.model_fields) - {"documents"} == {field.name for field in fields(noun)} - left_out
