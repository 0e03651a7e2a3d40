"""The files of the page."""

import re

from fastapi.testclient import TestClient

from api.routes.page import FOLDER

SCRIPTS = sorted(FOLDER.glob("*.js"))


def test_the_page_is_served_with_all_its_parts(client: TestClient) -> None:
    """Every address that the page names answers, none is elsewhere, no file is left over, and modules come all at once."""
    named = set(re.findall(r'(?:href|src)="(/[^"]+)"', client.get("/").text))
    imported = {name for script in SCRIPTS for name in re.findall(r'(?:from|import) "\./([^"]+)"', script.read_text())}
    assert {f"/page/{name}" for name in imported} <= named
    assert named == {f"/page/{file.name}" for file in FOLDER.iterdir()} - {"/page/index.html"}
    for part in named:
        assert client.get(part).status_code == 200


def test_the_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    """The browser is told so, and no file names another address."""
    policy = client.get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    for file in FOLDER.iterdir():
        assert set(re.findall(r"https?://[\w.]+", file.read_text())) <= {"http://www.w3.org"}  # a namespace, not loaded


def test_the_page_inserts_text_only() -> None:
    """Nothing in it turns a string into markup or code, and the markup holds no script or style of its own."""
    markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment"
    for script in SCRIPTS:
        assert not re.search(rf"{markup}|eval\(|new Function|\.style\b", script.read_text()), script.name
    html = (FOLDER / "index.html").read_text()
    assert not re.search(r"<script>|<style|\son\w+=|\sstyle=", html)


def test_the_page_is_small() -> None:
    """Under 100 KB in all, and each module short enough to be read at one go."""
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 100_000
    assert max(len(script.read_text().splitlines()) for script in SCRIPTS) < 200
