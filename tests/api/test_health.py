"""``/health``."""

from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from qa.library import Library


def test_live(client: TestClient) -> None:
    """It only says that the process runs."""
    response = client.get("/health/live")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_ready(client: TestClient) -> None:
    """It says how many documents can be read."""
    response = client.get("/health/ready")
    assert (response.status_code, response.json()) == (200, {"status": "ok", "documents": 2, "passages": 2})


def test_not_ready_when_the_store_cannot_be_read(library: Library, tmp_path: Path) -> None:
    """503 and the reason in words, without a path of this machine; the process still lives."""
    library.close()
    for file in (tmp_path / "home").glob("library.db*"):
        file.write_bytes(b"no database" * 1000)
    with TestClient(create_app(library)) as client:
        response = client.get("/health/ready")
        assert client.get("/health/live").status_code == 200
    assert response.status_code == 503
    assert response.json()["type"] == "urn:footnote:store-corrupt"
    assert str(tmp_path) not in response.text
