"""Who may speak to the service, and how often."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from api import keys, problems
from api.app import create_app
from api.keys import Keys
from api.rules import Rules
from qa.errors import SettingsError
from qa.library import Library
from qa.settings import Settings
from tests.api.conftest import QUESTION

GIVEN = "a-long-enough-key"
RULES = Rules(given={"ada": keys.digest(GIVEN)}, keys_required=True)
GUARDED = ["/v1/documents", "/v1/jobs", "/v1/models", "/metrics"]


@contextmanager
def service(library: Library, rules: Rules = RULES) -> Iterator[TestClient]:
    with TestClient(create_app(library, rules)) as client:
        yield client


def bearing(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@pytest.mark.parametrize("path", GUARDED)
@pytest.mark.parametrize("header", [{}, bearing("wrong"), bearing(""), {"Authorization": f"Basic {GIVEN}"}])
def test_without_a_known_key_nothing_is_answered(library: Library, path: str, header: dict[str, str]) -> None:
    """401 and how to send one; never what was sent."""
    with service(library) as client:
        response = client.get(path, headers=header)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert GIVEN not in response.text
    assert "wrong" not in response.text


def test_nothing_of_a_strangers_body_is_read(library: Library) -> None:
    """A stranger cannot fill the disk or the memory."""

    def endless() -> Iterator[bytes]:
        yield b"x"
        raise AssertionError("it was read")

    with service(library) as client:
        assert client.post("/v1/ask", content=endless()).status_code == 401


def test_a_key_opens(library: Library) -> None:
    """As a bearer, whatever the case of that word; what is no secret needs none."""
    with service(library) as client:
        assert client.post("/v1/ask", json={"question": QUESTION}, headers=bearing(GIVEN)).status_code == 200
        assert client.get("/v1/documents", headers={"Authorization": f"bearer {GIVEN}"}).status_code == 200
        for path in ("/", "/page/main.js", "/health/live", "/openapi.json"):
            assert client.get(path).status_code == 200


def test_a_named_key_opens_until_it_is_revoked(library: Library) -> None:
    """At once, also in a service that runs; and the last one's end does not open the door to everybody."""
    made = Keys(library.home)
    with service(library, Rules()) as client:
        assert client.get("/v1/documents").status_code == 200
        key = made.add("ben")
        assert client.get("/v1/documents").status_code == 401
        assert client.get("/v1/documents", headers=bearing(key)).status_code == 200
        made.revoke("ben")
        assert client.get("/v1/documents", headers=bearing(key)).status_code == 401
        assert client.get("/v1/documents").status_code == 401
    made.close()


def test_no_key_can_be_read_back(library: Library) -> None:
    """The file holds a digest."""
    made = Keys(library.home)
    key = made.add("ben")
    made.close()
    dump = "\n".join(sqlite3.connect(library.home / keys.FILE).iterdump())
    library.close()
    assert key not in dump
    assert keys.digest(key) in dump


def test_the_log_names_the_caller_and_the_request(library: Library) -> None:
    """Its name, never its key; the id is the one the response carries."""
    with service(library) as client, capture_logs() as logs:
        response = client.get("/v1/documents", headers=bearing(GIVEN) | {"X-Request-ID": "proxy-12345"})
        other = client.get("/v1/documents", headers=bearing(GIVEN) | {"X-Request-ID": "bad\tid"})
    assert response.headers["x-request-id"] == "proxy-12345"
    assert re.fullmatch("[0-9a-f]{32}", other.headers["x-request-id"])
    assert GIVEN not in str(logs)


def test_the_minutes_requests_are_counted(library: Library) -> None:
    """The third of two gets 429 and when to come back; another key is not concerned."""
    made = Keys(library.home)
    other = made.add("ben")
    made.close()
    rules = Rules(given=RULES.given, keys_required=True, rate_limit=2)
    with service(library, rules) as client:
        seen = [client.get("/v1/documents", headers=bearing(GIVEN)) for _ in range(3)]
        assert [response.status_code for response in seen] == [200, 200, 429]
        assert 1 <= int(seen[2].headers["retry-after"]) <= 30
        assert seen[2].headers["content-type"] == problems.MEDIA_TYPE
        assert client.get("/v1/documents", headers=bearing(other)).status_code == 200
        refused = client.get("/v1/models", headers=bearing(GIVEN))
    assert refused.json()["error"]["code"] == "rate_limit_exceeded"


def test_another_sites_page_is_let_in_only_when_named(library: Library) -> None:
    """CORS is off unless the settings name the site; then its preflight is answered, and nobody else's."""
    asking = {"Origin": "https://a.example", "Access-Control-Request-Method": "POST"}
    with service(library, Rules()) as client:
        assert client.options("/v1/ask", headers=asking).status_code == 403
    with service(library, Rules(origins=frozenset({"https://a.example"}))) as client:
        preflight = client.options("/v1/ask", headers=asking | {"Access-Control-Request-Headers": "authorization"})
        assert preflight.headers["access-control-allow-origin"] == "https://a.example"
        assert client.get("/v1/documents", headers={"Origin": "https://a.example"}).status_code == 200
        assert client.get("/v1/documents", headers={"Origin": "https://b.example"}).status_code == 403


def test_the_rules_come_from_the_settings() -> None:
    """Keys by name or number, sites, limits; beyond this machine a key is needed and any name will do."""
    settings = Settings(
        api_keys=f"ada:{GIVEN}, another-long-key-1", cors_origins="https://a.example/, https://b.example"
    )
    rules = Rules.of(settings, hosts=frozenset({"localhost"}), beyond=True)
    assert rules.given == {"ada": keys.digest(GIVEN), "key-2": keys.digest("another-long-key-1")}
    assert rules.origins == {"https://a.example", "https://b.example"}
    assert (rules.hosts, rules.keys_required, rules.rate_limit, rules.concurrency) == (frozenset(), True, 120, 8)
    local = Rules.of(Settings(), hosts=frozenset({"localhost"}), beyond=False)
    assert (local.hosts, local.keys_required) == (frozenset({"localhost"}), False)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"api_keys": "short"}, "QA_API_KEYS is shorter than 16"),
        ({"api_keys": f"ada:{GIVEN},ada:{GIVEN}2"}, "given twice"),
        ({"api_keys": f"a b:{GIVEN}"}, "no name"),
        ({"cors_origins": "*"}, "QA_CORS_ORIGINS"),
        ({"cors_origins": "https://a.example/path"}, "QA_CORS_ORIGINS"),
    ],
)
def test_settings_that_protect_nothing_are_refused(setting: dict[str, Any], told: str) -> None:
    """In one sentence, that holds no key."""
    with pytest.raises(SettingsError, match=told) as caught:
        Rules.of(Settings(**setting), hosts=frozenset(), beyond=False)
    assert GIVEN not in str(caught.value)
