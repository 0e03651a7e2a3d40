"""A service on a free port of this machine, over fakes of the models, and a browser that looks at it."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, expect, sync_playwright

from api.app import create_app
from api.rules import Rules
from api.server import address, configured, listen
from qa.library import Library
from tests.api.conftest import build

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "NO BROWSER: the page is NOT tested. Install Chromium, or run `.venv/bin/playwright install chromium`."

GOOD = "The harbour authority opened its second dock on Saturday [1.1]. It cost 41 million crowns [1.2]."
DRAFT = "The harbour authority opened its second dock on Saturday [1.1]. It cost 99 million crowns [1.2]."

Serve = Callable[..., str]
Visit = Callable[..., Page]


@pytest.fixture(scope="package")  # while it is there, this thread can run no event loop of its own
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """One Chromium for all tests of the page; without one they are skipped, and it is said aloud."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
                sys.stderr.write(f"\n{MISSING}\n")  # a skip alone would not be seen
            pytest.skip(MISSING)
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def chromium(playwright: Playwright) -> str | None:
    """Where Chromium is: the system's, or the one that Playwright has fetched."""
    own = playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, NAMES)), own if Path(own).exists() else None)


@contextmanager
def served(library: Library, rules: Rules) -> Iterator[str]:
    """The service in a thread, and its address. It closes the library when it ends."""
    with listen("127.0.0.1", 0) as listening:  # connections are taken from here on, and answered once the server runs
        server = uvicorn.Server(configured(create_app(library, rules), patience=1))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield address(listening)
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts a service over two documents and, if given, a model; gives its address."""
    with ExitStack() as running:

        def start(model: Any = None, rules: Rules = Rules()) -> str:
            return running.enter_context(served(build(tmp_path / "home", model), rules))

        yield start


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address in a window of its own. No page may have complained at the end; ``failing``: but of failed requests."""
    complaints: list[str] = []
    with ExitStack() as windows:

        def go(url: str, width: int = 1280, *, failing: bool = False, **options: Any) -> Page:
            def hear(message: ConsoleMessage) -> None:
                if message.type == "error" and not (failing and message.text.startswith("Failed to load resource")):
                    complaints.append(message.text)

            context = browser.new_context(viewport={"width": width, "height": 800}, **options)
            windows.callback(context.close)
            page = context.new_page()
            page.on("console", hear)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(url, wait_until="domcontentloaded")  # by then its modules have run
            return page

        yield go
    assert complaints == []


def ask(page: Page, question: str) -> None:
    """Ask as a person does, and wait for what comes of it."""
    turns = page.locator(".turn").count()
    page.locator("#question").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(turns + 1)
    expect(page.locator(".turn").last.locator(".foot, .failure")).to_be_visible()


def downloaded(page: Page, name: str, where: str) -> str:
    """The text of the file that a button hands over."""
    with page.expect_download() as download:
        page.locator(where).get_by_role("button", name=name).first.click()
    return download.value.path().read_text(encoding="utf-8")


class Latch:
    """Lets a thread wait for a test."""

    def __init__(self) -> None:
        self._event = Event()

    def open(self) -> None:
        """Whoever waits goes on."""
        self._event.set()

    def wait(self) -> None:
        """Wait for the test, and fail rather than hang when it never comes."""
        assert self._event.wait(20)
