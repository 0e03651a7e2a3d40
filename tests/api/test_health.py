"""``/health``."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.readiness import TRUSTED_SECONDS, Readiness
from qa.errors import ModelError, ModelRefused, ModelUnreachable
from qa.library import Library
from qa.ports import ChatModel
from tests.api.conftest import build
from tests.fakes import QueuedModel


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


@pytest.mark.parametrize("error", [ModelUnreachable("It cannot be reached."), ModelRefused("The key is not known.")])
def test_not_ready_until_the_model_answers(client_with: Callable[[ChatModel], TestClient], error: ModelError) -> None:
    """503 whatever is wrong with it, and ready with its first sign of life."""
    model = QueuedModel(error)
    client = client_with(model)
    response = client.get("/health/ready")
    assert (response.status_code, response.json()["status"]) == (503, 503)
    assert "retry-after" in response.headers
    model.replies.clear()
    assert client.get("/health/ready").status_code == 200


def test_a_model_that_answered_is_not_asked_with_every_probe(tmp_path: Path) -> None:
    """Its word counts for half a minute."""
    model, now = QueuedModel(), [0.0]
    library = build(tmp_path, model)
    readiness = Readiness(library, lambda: now[0])
    readiness.check()
    model.replies.append(ModelUnreachable("It cannot be reached."))
    now[0] = TRUSTED_SECONDS
    assert readiness.check() == (2, 2)
    now[0] += 1
    with pytest.raises(ModelUnreachable):
        readiness.check()
    library.close()
