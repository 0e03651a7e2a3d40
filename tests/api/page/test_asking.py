"""Asking on the page: the answer, its notes, what failed, what is not there."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, Route, expect

from api.keys import digest
from api.rules import Rules
from qa.errors import ModelUnreachable
from qa.ports import ChatMessage, Completion
from tests.api.conftest import QUESTION
from tests.api.page.conftest import Latch, Serve, Visit, ask
from tests.fakes import QueuedModel

GOOD = "The harbour authority opened its second dock on Saturday [1.1]. It cost 41 million crowns [1.2]."
DRAFT = "The harbour authority opened its second dock on Saturday [1.1]. It cost 99 million crowns [1.2]."


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


def test_a_statement_that_failed_a_check_looks_different_and_says_why(serve: Serve, visit: Visit) -> None:
    """In words, not by colour alone."""
    page = visit(serve(QueuedModel(DRAFT)))
    ask(page, QUESTION)
    expect(page.locator("p.claims")).to_contain_text("opened its second dock")
    failed = page.locator(".doubtful")
    expect(failed).to_contain_text("It cost 99 million crowns.")
    expect(failed.locator(".why")).to_have_text(
        re.compile("Not borne out by its source: .*99 million.* not in the cited")
    )
    expect(page.locator(".notice")).to_contain_text("Partly supported")


def test_a_refusal_is_a_result_with_its_reason_and_the_nearest_passages(serve: Serve, visit: Visit) -> None:
    """The passages open their sources at the sentence."""
    page = visit(serve())
    ask(page, "How tall is the lighthouse beside the ferry?")
    expect(page.get_by_role("heading", name="Not in the documents")).to_be_visible()
    expect(page.locator(".notice")).to_contain_text("The 2 documents do not answer this")
    nearest = page.locator(".nearest li button")
    expect(nearest.first).to_be_visible()
    words = nearest.first.inner_text().strip("“”")
    nearest.first.click()
    expect(page.locator("#source mark")).to_have_text(words)
    expect(page.get_by_role("status")).to_have_text(words)


def test_a_model_that_fails_is_said_to_have_failed(serve: Serve, visit: Visit) -> None:
    """The documents' own sentences are there instead."""
    page = visit(serve(QueuedModel(ModelUnreachable("Nobody answers.", "Start it."))))
    ask(page, QUESTION)
    expect(page.locator(".notice")).to_contain_text("Without the model")
    expect(page.locator(".notice")).to_contain_text("Nobody answers. Start it.")
    expect(page.locator("p.claims").first).to_contain_text("opened its second dock")


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


def cited(source: str, published: str, number: int, quote: str, **known: Any) -> dict[str, Any]:
    """A citation of a made up document, or of one that is ``known``."""
    about = {"document_id": source, "title": f"What {source} says", "publisher": source, "author": None, "page": number}
    dated = {"published": published, "published_estimated": False, "source": f"{source}.pdf"}
    place = {"quote": quote, "start": 0, "end": len(quote), "passage_id": source, "origin": "model"}
    return {"number": number, **about, **dated, **place, **known}


def answer_with(page: Page, status: str, *citations: dict[str, Any], reason: str | None = None) -> None:
    """Let the service answer with one claim a citation."""
    claims = [
        {"text": c["quote"], "citations": [c["number"]], "support": "supported", "problems": []} for c in citations
    ]
    answer: dict[str, Any] = {"id": "a" * 32, "question": QUESTION, "status": status, "reason": reason, "text": "…"}
    answer |= {"claims": claims, "citations": citations, "mode": "llm", "model": "m", "timings_ms": {"total": 5}}
    events = f"event: answer\r\ndata: {json.dumps(answer)}\r\n\r\n"
    page.route("**/v1/ask", lambda route: route.fulfill(content_type="text/event-stream", body=events))


def test_of_two_sentences_alike_the_cited_one_is_marked(serve: Serve, visit: Visit) -> None:
    """Offsets count code points, and a browser counts UTF-16 units: behind a ship they differ."""
    address, quote = serve(), "The gate is shut."
    text = f"The 🚢 🚢 gate: {quote} Ask the guard. {quote}"
    added = httpx.post(f"{address}/v1/documents", json={"text": text}).json()["documents"][0]
    page = visit(address)
    start = text.rindex(quote)
    answer_with(
        page, "answered", cited("Gate", "2020-01-01", 1, quote, document_id=added["id"], start=start, end=len(text))
    )
    ask(page, QUESTION)
    page.locator("p.claims button.note").click()
    expect(page.locator("#source mark")).to_have_text(quote)
    assert page.locator("#source mark").evaluate("mark => mark.previousSibling.data") == text[:start]


def test_sources_that_disagree_stand_side_by_side(serve: Serve, visit: Visit) -> None:
    """Each with its name and date, the older first; a PDF's note says its page."""
    page = visit(serve())
    later, older = (
        cited("Tide Review", "2025-12-01", 1, "It costs 50."),
        cited("Harbor Brief", "2025-11-14", 2, "It costs 41."),
    )
    answer_with(page, "conflict", later, older, reason="The sources disagree: Harbor Brief and Tide Review.")
    ask(page, QUESTION)
    expect(page.locator(".notice")).to_have_text("The sources disagreeHarbor Brief and Tide Review.")
    expect(page.locator(".side h3")).to_have_text(["Harbor Brief", "Tide Review"])
    expect(page.locator(".side .about")).to_have_text(["14 Nov 2025", "1 Dec 2025"])
    left, right = (page.locator(".side").nth(number).bounding_box() for number in (0, 1))
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    expect(page.locator(".sources")).to_contain_text("p. 2")


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


def keyed(key: str) -> Rules:
    return Rules(given={"reporter": digest(key)}, keys_required=True)


def test_copying_takes_the_citations_along(serve: Serve, visit: Visit) -> None:
    """Question, answer, and each note with its quote and provenance."""
    page = visit(serve(), permissions=["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.get_by_role("button", name="Copy with citations").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{QUESTION}\n\n“The harbour authority opened its second dock on Saturday.” [1]")
    assert (
        "[1] “The harbour authority opened its second dock on Saturday.” — Harbour extension opens, Coast Gazette, 2019-05-04, opening.md"
        in copied
    )


def test_an_answer_is_a_markdown_file(serve: Serve, visit: Visit) -> None:
    """What Markdown would read as markup is escaped."""
    page = visit(serve())
    ask(page, QUESTION + " *And* why?")
    text = downloaded(page, "Export", ".foot")
    assert text.startswith(f"# {QUESTION} \\*And\\* why?\n")
    assert "\n- [1] “The harbour authority" in text


def downloaded(page: Page, name: str, where: str) -> str:
    """The text of the file that a button hands over."""
    with page.expect_download() as download:
        page.locator(where).get_by_role("button", name=name).first.click()
    return download.value.path().read_text(encoding="utf-8")
