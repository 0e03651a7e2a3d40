"""An answer on the page: what failed a check, what is not there, who disagrees."""

import json
import re
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from qa.errors import ModelUnreachable
from tests.api.conftest import QUESTION
from tests.api.page.conftest import DRAFT, Serve, Visit, ask
from tests.fakes import QueuedModel


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
    expect(page.locator(".notice")).to_contain_text("in none of the 2 documents; the nearest is")
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
