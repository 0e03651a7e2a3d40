"""What the page says when the service is gone, refuses, or wants an API key."""

import json

import pytest
from playwright.sync_api import Route, expect

from api.keys import digest
from api.rules import Rules
from tests.api.conftest import QUESTION
from tests.api.page.conftest import Serve, Visit, ask


def gone(route: Route) -> None:
    route.abort("connectionrefused")


def test_a_service_that_is_gone_is_said_to_be_gone(serve: Serve, visit: Visit) -> None:
    """The question is kept, and asked again when the person wants."""
    page = visit(serve(), failing=True)
    page.route("**/v1/**", gone)
    ask(page, QUESTION)
    expect(page.get_by_role("alert")).to_contain_text("The service cannot be reached. Is it running?")
    page.unroute("**/v1/**", gone)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("p.claims").first).to_be_visible()
    expect(page.locator(".turn")).to_have_count(1)


@pytest.mark.parametrize("words", ["This key asks for more than it may. Try again in 9 s.", "The library is busy."])
def test_what_the_service_refuses_is_told_in_its_words(serve: Serve, visit: Visit, words: str) -> None:
    """A limit, or a library that is being written to."""
    page = visit(serve(), failing=True)
    problem = json.dumps({"title": "Too Many Requests", "status": 429, "detail": words})
    page.route(
        "**/v1/ask", lambda route: route.fulfill(status=429, content_type="application/problem+json", body=problem)
    )
    ask(page, QUESTION)
    expect(page.get_by_role("alert")).to_contain_text(words)


def keyed(key: str) -> Rules:
    return Rules(given={"reporter": digest(key)}, keys_required=True)


def test_an_api_key_is_asked_for_once_and_kept_in_the_tab(serve: Serve, visit: Visit) -> None:
    """A wrong one is refused in words; the right one is used from then on, after a reload too, and stored nowhere for good."""
    key = "a-long-enough-key-for-a-test"
    page = visit(serve(rules=keyed(key)), failing=True)
    door = page.get_by_role("dialog", name="This service needs an API key")
    for tried, told in (("wrong-wrong-wrong-wrong", "This API key is not known, or was revoked."), (key, None)):
        door.get_by_label("API key").fill(tried)
        page.keyboard.press("Enter")
        if told:
            expect(door.get_by_role("alert")).to_have_text(told)
    expect(door).to_be_hidden()
    ask(page, QUESTION)
    page.reload()
    expect(page.locator("p.claims").first).to_be_visible()
    expect(door).to_be_hidden()
    assert key not in json.dumps(page.context.storage_state())
