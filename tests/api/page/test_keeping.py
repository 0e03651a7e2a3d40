"""An answer taken elsewhere."""

from playwright.sync_api import expect

from tests.api.conftest import QUESTION
from tests.api.page.conftest import Serve, Visit, ask, downloaded


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
