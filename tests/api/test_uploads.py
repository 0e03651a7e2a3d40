"""``POST /v1/documents``."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.rules import Rules
from qa.ingest.naming import document_id
from qa.library import Library
from tests.api.test_streaming import events_of

URL = "/v1/documents"


def post(client: TestClient, *files: tuple[str, bytes], **fields: str) -> Any:
    return client.post(URL, files=[("files", file) for file in files], data=fields)


def upload(client: TestClient, *files: tuple[str, bytes], **fields: str) -> dict[str, Any]:
    """What the job of an upload reports in the end."""
    response = post(client, *files, **fields)
    assert response.status_code == 202
    (*_, (_, job)) = followed(client, response.headers["location"])
    report: dict[str, Any] = job["report"]
    return report


def followed(client: TestClient, job: str) -> list[tuple[str, Any]]:
    """The events of a job, until it is finished."""
    return events_of(client.get(job, headers={"Accept": "text/event-stream"}))


def test_one_file(client: TestClient, library: Library) -> None:
    """It is added under its base name, by a job that can be followed, and can be asked about then."""
    response = post(client, ("../notes/buoy.md", b"# The buoy\n\nThe red buoy marks the wreck."))
    id = document_id("default", "buoy.md")
    assert (response.status_code, response.json()["state"]) == (202, "waiting")
    name, job = followed(client, response.headers["location"])[-1]
    assert (name, job["state"], job["files"], job["files_done"], job["problem"]) == ("finished", "done", 1, 1, None)
    assert job["report"] == {
        "added": ["buoy.md"],
        "updated": [],
        "unchanged": [],
        "duplicates": [],
        "removed": [],
        "refused": [],
        "passages": 1,
        "documents": [{"id": id, "title": "The buoy", "source": "buoy.md"}],
    }
    assert client.get(f"/v1/jobs/{job['id']}").json() == job
    assert library.document(id).text.endswith("The red buoy marks the wreck.")
    assert client.post("/v1/ask", json={"question": "What does the red buoy mark?"}).json()["status"] == "answered"


def test_what_the_form_says_is_kept(client: TestClient, library: Library) -> None:
    """Collection, publisher and date; an empty field says nothing."""
    report = upload(client, ("a.txt", b"One."), collection="sea", publisher="Pilot", published="2020-02-29")
    document = library.document(report["documents"][0]["id"])
    assert (document.collection, document.publisher, str(document.published)) == ("sea", "Pilot", "2020-02-29")
    assert upload(client, ("b.txt", b"Two."), publisher="", published="")["added"] == ["b.txt"]


def test_again_and_changed(client: TestClient) -> None:
    """The same content changes nothing, other content replaces it, and the id stays."""
    first = upload(client, ("a.txt", b"One."))
    same = upload(client, ("a.txt", b"One."))
    other = upload(client, ("a.txt", b"Two."))
    assert (first["added"], same["unchanged"], other["updated"]) == (["a.txt"], ["a.txt"], ["a.txt"])
    assert first["documents"][0]["id"] == same["documents"][0]["id"] == other["documents"][0]["id"]


def test_one_bad_file_among_several(client: TestClient) -> None:
    """The others are added, and it is named with the reason."""
    report = upload(
        client, ("a.txt", b"One."), ("bad.bin", b"\0\1"), ("dated.md", b"---\ndate: soon\n---\nX."), ("b.txt", b"Two.")
    )
    assert report["added"] == ["a.txt", "b.txt"]
    assert [refused["path"] for refused in report["refused"]] == ["bad.bin", "dated.md"]
    assert "binary" in report["refused"][0]["reason"]


def test_two_files_of_one_name(client: TestClient) -> None:
    """They would replace each other, so the second is refused."""
    report = upload(client, ("a/readme.md", b"One."), ("b/readme.md", b"Two."))
    assert report["added"] == ["readme.md"]
    assert "same name" in report["refused"][0]["reason"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("/etc/passwd", "passwd"),
        ("C:\\me\\a.txt", "a.txt"),
        ("..", "upload"),
        ("a\u202eb.txt", "ab.txt"),
        ("x" * 300, "x" * 255),
    ],
)
def test_only_the_base_name_is_kept(client: TestClient, name: str, source: str) -> None:
    """No folder of the sender's, nothing that could be taken for one, nothing unprintable."""
    assert upload(client, (name, b"One."))["added"] == [source]


@pytest.mark.parametrize(
    ("fields", "detail"),
    [
        ({"published": "soon"}, "published: Write the date as YYYY-MM-DD."),
        ({"author": "Me"}, "author: There is no such key."),
        ({"files": "text"}, "files: There is no such key."),
    ],
)
def test_a_wrong_form(client: TestClient, fields: dict[str, str], detail: str) -> None:
    """Nothing is added when something is not understood."""
    response = post(client, ("a.txt", b"One."), **fields)
    assert response.status_code == 422
    assert response.json()["detail"] == detail
    assert len(client.get(URL).json()["documents"]) == 2


def test_a_form_without_files(client: TestClient) -> None:
    """It says what is missing."""
    response = client.post(URL, files=[("publisher", (None, b"Pilot"))])
    assert response.status_code == 422
    assert response.json()["detail"] == "files: Send at least one file."


def test_a_broken_form(client: TestClient) -> None:
    """A body that is no form is a bad request."""
    response = client.post(URL, content=b"x", headers={"Content-Type": "multipart/form-data; boundary=b"})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("declared", [True, False])
def test_a_form_larger_than_allowed(library: Library, declared: bool) -> None:
    """It is refused before it is read to its end, and nothing of it is kept."""
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    body = [head, *[b"x" * 2**20] * 3, b"\r\n--b--\r\n"]
    content = b"".join(body) if declared else iter(body)
    with TestClient(create_app(library, Rules(upload_bytes=2 * 2**20))) as client:
        response = client.post(URL, content=content, headers={"Content-Type": "multipart/form-data; boundary=b"})
        assert client.get("/v1/jobs").json()["total"] == 0
    assert response.status_code == 413
    assert response.json()["detail"] == "The request is larger than 2 MB, the most this address takes."
    assert not (library.home / "uploads").exists()


def test_a_text_as_json(client: TestClient, library: Library) -> None:
    """What is said of it is kept."""
    said = {"source": "https://example.org/a", "author": "Ada", "publisher": "Pilot", "published": "2020-01-02"}
    body = {"text": "The buoy is red.", "title": "Buoys", "url": "https://example.org/a", "collection": "sea", **said}
    response = client.post(URL, json=body)
    assert response.status_code == 201
    (named,) = response.json()["documents"]
    shown = client.get(f"{URL}/{named['id']}").json()
    assert {key: shown[key] for key in body if key != "text"} == {key: body[key] for key in body if key != "text"}
    assert library.document(named["id"]).text == "The buoy is red."


def test_a_text_without_a_source_is_named_after_its_content(client: TestClient) -> None:
    """Two texts never replace each other; the same text is the same document."""
    ids = [client.post(URL, json={"text": text}).json()["documents"][0]["id"] for text in ("One.", "Two.", "One.")]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        (b"{", 400, "The body is not valid JSON"),
        (b"", 400, "The body is not valid JSON"),
        (b'{"text": "\\ud83d"}', 400, "The body is not valid JSON"),
        (b"[]", 422, "body: Send a JSON object"),
        (b"{}", 422, "text: Field required."),
        (b'{"text": 5}', 422, "text: Input should be a valid string."),
        (b'{"text": "a", "page": 1}', 422, "page: There is no such key."),
        (b'{"text": "  "}', 422, "text-"),
    ],
)
def test_wrong_json(client: TestClient, body: bytes, status: int, detail: str) -> None:
    """Malformed is 400, not what was asked for is 422."""
    response = client.post(URL, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == status
    assert response.json()["detail"].startswith(detail)


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_another_content_type(client: TestClient, content_type: str) -> None:
    """It says which are understood."""
    response = client.post(URL, content=b"a=b", headers={"Content-Type": content_type})
    assert response.status_code == 415
    assert "multipart/form-data" in response.json()["detail"]
