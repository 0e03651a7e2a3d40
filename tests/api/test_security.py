"""What a browser may do with our responses, and which pages it may let speak to us."""

from fastapi.testclient import TestClient

from api.app import create_app
from api.rules import Rules
from qa.library import Library
from tests.api.conftest import QUESTION


def test_no_response_may_be_taken_for_something_else(client: TestClient) -> None:
    """The safe headers are on every response, problems too."""
    for path in ("/", "/page/main.js", "/v1/documents", "/nowhere"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_a_page_of_another_site_is_not_answered(client: TestClient) -> None:
    """Neither a question nor a form that it sends."""
    origin = {"Origin": "https://example.org"}
    form = client.post("/v1/documents", files=[("files", ("a.txt", b"One."))], headers=origin)
    assert form.status_code == 403
    assert client.post("/v1/ask", json={"question": QUESTION}, headers=origin).status_code == 403
    assert (
        client.post("/v1/ask", json={"question": QUESTION}, headers={"Origin": "http://testserver"}).status_code == 200
    )


def test_only_the_given_names_are_answered(library: Library) -> None:
    """A stranger's name that was made to point here gets nothing (DNS rebinding)."""
    with TestClient(create_app(library, Rules(hosts=frozenset({"127.0.0.1", "::1"})))) as client:
        assert client.get("/v1/documents", headers={"Host": "example.org:8321"}).status_code == 421
        assert client.get("/v1/documents", headers={"Host": "127.0.0.1:8321"}).status_code == 200
        assert client.get("/v1/documents", headers={"Host": "[::1]:8321"}).status_code == 200
