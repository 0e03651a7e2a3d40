"""``/v1/documents``: list, show, remove."""

import pytest
from fastapi.testclient import TestClient

from qa.library import Library
from qa.types import Filters

URL = "/v1/documents"


def test_the_list(client: TestClient, library: Library) -> None:
    """All documents without their texts, newest first."""
    documents = client.get(URL).json()["documents"]
    assert [document["title"] for document in documents] == ["Harbour extension opens", "Ferry notes"]
    assert [document["id"] for document in documents] == [document.id for document in library.documents()]
    assert all("text" not in document for document in documents)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("publisher=coast%20gazette", 1),
        ("since=2019-05-04&until=2019-05-04", 1),
        ("since=2019-05-05", 0),
        ("collection=default", 2),
        ("collection=sea", 0),
    ],
)
def test_the_list_is_filtered(client: TestClient, query: str, count: int) -> None:
    """By collection, publisher and date."""
    assert len(client.get(f"{URL}?{query}").json()["documents"]) == count


@pytest.mark.parametrize("query", ["since=soon", "publisher=", "author=Ada", "since=2020-01-02&until=2020-01-01"])
def test_a_filter_that_means_nothing(client: TestClient, query: str) -> None:
    """It is refused, not ignored."""
    response = client.get(f"{URL}?{query}")
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


def test_one_document(client: TestClient, library: Library) -> None:
    """What is known of it, and its text apart."""
    (document,) = library.documents(Filters(publisher="Coast Gazette"))
    shown = client.get(f"{URL}/{document.id}").json()
    assert (shown["title"], shown["published"]) == ("Harbour extension opens", "2019-05-04")
    assert "text" not in shown
    assert client.get(f"{URL}/{document.id}/text").json() == {"text": library.document(document.id).text}


def test_a_removed_document_is_gone(client: TestClient, library: Library) -> None:
    """From the list, from search, and for a second removal."""
    url = f"{URL}/{library.documents()[0].id}"
    assert client.delete(url).status_code == 204
    assert client.delete(url).status_code == 404
    assert len(client.get(URL).json()["documents"]) == 1
    assert len(client.post("/v1/search", json={"query": "dock"}).json()["hits"]) == 1


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("GET", "/text"), ("DELETE", "")])
def test_an_unknown_document(client: TestClient, method: str, path: str) -> None:
    """404, naming the id."""
    response = client.request(method, f"{URL}/0000{path}")
    assert response.status_code == 404
    assert response.json()["type"] == "urn:footnote:unknown-document"
    assert "0000" in response.json()["detail"]
