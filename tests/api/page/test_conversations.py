"""Conversations on the page: found again, taken up, written down, forgotten."""

import re

from playwright.sync_api import expect

from tests.api.conftest import QUESTION
from tests.api.page.conftest import DRAFT, Serve, Visit, ask, downloaded
from tests.fakes import QueuedModel


def test_a_reload_loses_nothing(serve: Serve, visit: Visit) -> None:
    """The conversation is there again, its notes open their sources, and it goes on."""
    page = visit(serve())
    ask(page, QUESTION)
    expect(page).to_have_url(re.compile("#/conversation/"))
    page.reload()
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    page.locator("p.claims button.note").first.click()
    expect(page.locator("#source mark")).to_have_text("The harbour authority opened its second dock on Saturday.")
    ask(page, "And what did it cost?")
    expect(page.locator(".turn").last.locator(".understood")).to_contain_text("harbour authority")


def test_conversations_are_listed_and_taken_up(serve: Serve, visit: Visit) -> None:
    """A new one does not know of the one before."""
    page = visit(serve())
    ask(page, QUESTION)
    page.get_by_role("link", name="New conversation").click()
    expect(page.locator(".turn")).to_have_count(0)
    ask(page, "How tall is the lighthouse beside the ferry?")
    page.get_by_role("link", name="Conversations").click()
    expect(page.locator("#kept li")).to_have_count(2)
    page.get_by_role("link", name=QUESTION).click()
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(page.locator(".turn")).to_have_count(1)


def test_an_old_refusal_shows_its_nearest_passages_when_asked(serve: Serve, visit: Visit) -> None:
    """They are not kept with the conversation, so they are looked for again."""
    page = visit(serve())
    ask(page, "How tall is the lighthouse beside the ferry?")
    page.reload()
    page.get_by_role("button", name="Show the nearest passages").click()
    expect(page.locator(".nearest li").first).to_be_visible()


def test_a_conversation_is_written_down(serve: Serve, visit: Visit) -> None:
    """From where it is held and from the list, with its notes; and one answer by itself in the same form."""
    page = visit(serve(QueuedModel(DRAFT)))
    ask(page, QUESTION)
    alone = downloaded(page, "Export", ".foot")
    held = downloaded(page, "Export as Markdown", "#talk")
    page.get_by_role("link", name="Conversations").click()
    assert downloaded(page, "Export", "#kept") == held
    assert f"## 1. {QUESTION}" in held
    assert alone.partition("\n\n")[2] in held
    assert "- [1] “The harbour authority opened its second dock on Saturday.”" in held


def test_a_conversation_is_forgotten_after_a_question(serve: Serve, visit: Visit) -> None:
    """And is no longer on the page it was held on."""
    page = visit(serve())
    ask(page, QUESTION)
    page.get_by_role("link", name="Conversations").click()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("There are no conversations yet.")).to_be_visible()
    page.get_by_role("link", name="Ask").click()
    expect(page.locator(".turn")).to_have_count(0)


def test_a_sentence_that_is_gone_is_said_to_be_gone(serve: Serve, visit: Visit) -> None:
    """An old note may name a document that was removed."""
    page = visit(serve(), failing=True)
    ask(page, QUESTION)
    page.get_by_role("link", name="Documents").click()
    page.get_by_role("button", name="Remove Harbour extension opens").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(page.locator("#library li")).to_have_count(1)
    page.get_by_role("link", name="Ask").click()
    page.locator("p.claims button.note").first.click()
    expect(page.locator("#source").get_by_role("alert")).to_contain_text("There is no document")
