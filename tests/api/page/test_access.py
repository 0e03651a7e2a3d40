"""The page for everybody: by keyboard, by ear, in the dark, on a phone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.api.conftest import QUESTION
from tests.api.page.conftest import DRAFT, GOOD, Serve, Visit, ask
from tests.fakes import QueuedModel

WAYS = [(theme, width) for theme in ("light", "dark") for width in (1280, 400)]
GRAVE = ("serious", "critical")


def violations(page: Page) -> list[Any]:
    """What axe calls serious or critical, in the parts that are shown."""
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found if each["impact"] in GRAVE]


@pytest.mark.parametrize(("theme", "width"), WAYS)
def test_no_view_has_a_serious_violation(serve: Serve, visit: Visit, theme: Any, width: int) -> None:
    """Answers, a refusal, the source, both lists and a dialog. Nor is anything wider than the window."""
    page = visit(serve(QueuedModel(DRAFT, "NOT_FOUND")), width, color_scheme=theme)
    page.evaluate(Axe().axe_script)
    page.get_by_text("All documents").click()
    ask(page, QUESTION)
    ask(page, "How tall is the lighthouse beside the ferry?")
    sound(page)
    page.locator("p.claims button.note").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    sound(page)
    page.keyboard.press("Escape")
    for view in ("Documents", "Conversations"):
        page.get_by_role("link", name=view).click()
        expect(page.locator(f"#{view.lower()} .list > li").first).to_be_visible()
        sound(page)
    page.get_by_role("button", name="Keyboard shortcuts").click()
    sound(page)


def sound(page: Page) -> None:
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


def test_every_view_is_reached_and_every_note_read_by_keyboard(serve: Serve, visit: Visit) -> None:
    """Without a pointer; the help lists the keys."""
    page = visit(serve(QueuedModel(GOOD)))
    ask(page, QUESTION)
    page.locator("#question").blur()
    page.keyboard.press("j")
    expect(page.locator("#source .place")).to_have_text("Note 1 of 2")
    page.keyboard.press("j")
    expect(page.locator("#source mark")).to_have_text("It cost 41 million crowns.")
    page.keyboard.press("k")
    expect(page.locator("#source .place")).to_have_text("Note 1 of 2")
    page.keyboard.press("Escape")
    for key, heading in (("d", "Documents"), ("c", "Conversations")):
        page.keyboard.press(key)
        expect(page.get_by_role("heading", name=heading)).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts").locator("kbd")).to_contain_text(
        ["Enter", "Esc", "j", "?"]
    )


def test_shortcuts_can_be_switched_off(serve: Serve, visit: Visit) -> None:
    """For those whose words the computer hears as keys; it is remembered."""
    page = visit(serve())
    page.get_by_role("button", name="Keyboard shortcuts").click()
    page.get_by_label("Use shortcuts of one key").uncheck()
    page.get_by_role("button", name="Close", exact=True).click()
    page.reload()
    page.keyboard.press("d")
    page.get_by_role("button", name="Keyboard shortcuts").focus()
    page.keyboard.press("d")
    expect(page.locator("#documents")).to_be_hidden()


def test_letters_in_a_question_are_letters(serve: Serve, visit: Visit) -> None:
    """And Shift + Enter begins a line."""
    page = visit(serve())
    page.locator("#question").press_sequentially("d/?")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("c")
    expect(page.locator("#question")).to_have_value("d/?\nc")


def test_those_who_listen_are_told(serve: Serve, visit: Visit) -> None:
    """How the answer turned out, without the focus being taken away."""
    page = visit(serve(QueuedModel(GOOD)))
    ask(page, QUESTION)
    expect(page.get_by_role("status")).to_have_text("Answered in 2 statements with 2 notes.")
    expect(page.locator("#question")).to_be_focused()


def test_the_theme_follows_the_system_until_one_is_chosen(serve: Serve, visit: Visit) -> None:
    """The choice outlives a reload."""
    page = visit(serve(), color_scheme="dark")
    dark = "rgb(23, 24, 26)"
    expect(page.locator("body")).to_have_css("background-color", dark)
    page.get_by_label("Theme").select_option("light")
    expect(page.locator("body")).not_to_have_css("background-color", dark)
    page.reload()
    expect(page.locator("body")).not_to_have_css("background-color", dark)
    page.get_by_label("Theme").select_option("auto")
    expect(page.locator("body")).to_have_css("background-color", dark)


def test_on_a_phone_the_source_covers_the_page(serve: Serve, visit: Visit) -> None:
    """What lies below it cannot be reached by accident."""
    page = visit(serve(), 400)
    ask(page, QUESTION)
    page.locator("p.claims button.note").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    assert page.locator("#source").bounding_box() == {"x": 0, "y": 0, "width": 400, "height": 800}
    expect(page.locator("#desk")).to_have_attribute("inert", "")
    page.get_by_role("button", name="Close the source").click()
    expect(page.locator("#desk")).not_to_have_attribute("inert", "")


def test_the_bar_can_be_skipped(serve: Serve, visit: Visit) -> None:
    """In every view, and without leaving it."""
    page = visit(serve() + "/#/documents")
    expect(page.locator("#library li").first).to_be_visible()
    page.get_by_role("link", name="Skip to the content").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Add files")).to_be_focused()
