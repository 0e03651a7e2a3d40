"""Asking on the page: notes, drafts, follow-ups, filters."""

import re
from collections.abc import Iterator, Sequence

from playwright.sync_api import expect

from qa.ports import ChatMessage, Completion
from tests.api.conftest import QUESTION
from tests.api.page.conftest import DRAFT, Latch, Serve, Visit, ask
from tests.fakes import QueuedModel


def test_an_answer_has_numbered_notes_that_open_the_exact_sentence(serve: Serve, visit: Visit) -> None:
    """The source shows the cited sentence marked, in its context, with title, publisher and date; closing it leads back."""
    page = visit(serve())
    ask(page, QUESTION)
    first = page.locator("p.claims button.note").first
    expect(first).to_have_accessible_name("Note 1: Harbour extension opens · Coast Gazette · 4 May 2019")
    first.click()
    source = page.get_by_role("complementary")
    expect(source.get_by_role("heading")).to_have_text("Harbour extension opens")
    expect(source.get_by_role("heading")).to_be_focused()
    expect(source).to_contain_text("Coast Gazette · 4 May 2019")
    expect(source.locator("mark")).to_have_text("The harbour authority opened its second dock on Saturday.")
    expect(source.locator("mark")).to_be_in_viewport()
    expect(source.locator(".text")).to_contain_text("It cost 41 million crowns.")
    expect(first).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(source).to_be_hidden()
    expect(first).to_be_focused()


class Halting(QueuedModel):
    """A ``ChatModel`` that writes half of its draft, and the rest when it may."""

    def __init__(self, draft: str, latch: Latch) -> None:
        super().__init__(draft)
        self._latch = latch

    def stream(self, messages: Sequence[ChatMessage]) -> Iterator[str | Completion]:
        whole = self.complete(messages)
        yield whole.text[:70]
        self._latch.wait()
        yield whole.text[70:]
        yield whole


def test_a_draft_streams_and_is_called_unchecked(serve: Serve, visit: Visit) -> None:
    """While the model writes, its words and the numbers of its notes are there; then the checked answer takes their place."""
    latch = Latch()
    page = visit(serve(Halting(DRAFT, latch)))
    page.get_by_label("Your question").fill(QUESTION)
    page.get_by_role("button", name="Ask").click()
    draft = page.locator(".draft")
    expect(draft).to_have_text("The harbour authority opened its second dock on Saturday1. It cos")
    expect(page.locator(".state")).to_have_text("Writing. Nothing of this is checked yet…")
    latch.open()
    expect(page.locator("p.claims")).to_be_visible()
    expect(draft).to_have_count(0)
    expect(page.locator(".foot")).to_contain_text("Written by queued from 1 document")


def test_stopping_leaves_no_unchecked_words(serve: Serve, visit: Visit) -> None:
    """A draft that was stopped goes, and no empty conversation stays."""
    latch = Latch()
    page = visit(serve(Halting(DRAFT, latch)))
    page.locator("#question").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".draft")).to_be_visible()
    with page.expect_response(lambda response: response.request.method == "DELETE"):
        page.get_by_role("button", name="Stop").click()
    expect(page.locator(".answer")).to_have_text("Stopped.")
    latch.open()
    page.get_by_role("link", name="Conversations").click()
    expect(page.get_by_text("There are no conversations yet.")).to_be_visible()


def test_a_follow_up_shows_how_it_was_understood(serve: Serve, visit: Visit) -> None:
    """And the question before it stays above."""
    page = visit(serve())
    ask(page, QUESTION)
    ask(page, "And what did it cost?")
    expect(page.locator(".turn").last.locator(".understood")).to_have_text(
        re.compile("Understood as: .*harbour authority.*")
    )
    expect(page.locator(".turn").first.locator(".understood")).to_be_hidden()


def test_filters_narrow_what_is_answered_from(serve: Serve, visit: Visit) -> None:
    """They are named while they hold, publishers are offered, and they can be cleared."""
    page = visit(serve())
    page.get_by_text("All documents").click()
    expect(page.locator("#publishers option")).to_have_attribute("value", "Coast Gazette")
    page.get_by_label("Publisher").first.fill("Coast Gazette")
    page.get_by_label("To", exact=True).fill("2018-12-31")
    expect(page.get_by_text("Only documents by Coast Gazette, to 31 Dec 2018")).to_be_visible()
    ask(page, QUESTION)
    expect(page.locator(".notice")).to_contain_text("passes the filters")
    page.get_by_role("button", name="Clear").click()
    ask(page, QUESTION)
    expect(page.locator("p.claims").first).to_be_visible()
