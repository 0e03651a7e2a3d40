"""Take the README's pictures: the page over the sample corpus, and the chat. ``make pictures``

No model is used, so the pictures change only when the page, the chat or the corpus does.
"""

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pexpect
import pyte
from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright
from rich.console import Console
from rich.text import Text

from api.rules import Rules
from qa.assembly import build_library
from qa.ingest.sources import Source
from qa.settings import load_settings
from tests.api.page.conftest import ask, chromium, served

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "corpus"
QUESTION = "What share of GDP will Seoul spend on defense, and who said so?"
FOLLOW_UP = "How much is its 2026 budget?"
COLUMNS, ROWS = 100, 36
LARGEST = 150_000  # bytes


def main() -> None:
    """Both pictures over one library, which is thrown away."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["QA_HOME"] = home
        library = build_library(load_settings())
        for path in sorted(CORPUS.glob("*.md")):  # by name: the picture shows no folder of this machine
            library.add_source(Source(f"corpus/{path.name}", path.read_bytes()))
        with served(library, Rules()) as url, windows() as page:
            page.goto(url)
            page_picture(page)
        chat_picture()
    for picture in (HERE / "page.png", HERE / "chat.svg"):
        size = picture.stat().st_size
        assert size < LARGEST, f"{picture.name} has {size:,} bytes"
        sys.stdout.write(f"{picture.name}: {size:,} bytes\n")


@contextmanager
def windows() -> Iterator[Page]:
    """A browser's window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(playwright))
        yield browser.new_page(viewport={"width": 1280, "height": 720})
        browser.close()


def page_picture(page: Page) -> None:
    """An answer and, beside it, the sentence that a note rests on."""
    ask(page, QUESTION)
    page.locator("button.note").nth(1).click()
    expect(page.locator("#source mark")).to_be_in_viewport()
    shot = Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    shot.quantize(64, dither=Image.Dither.NONE).save(HERE / "page.png", optimize=True)  # text needs few colours


def chat_picture() -> None:
    """A question and a follow-up in the terminal."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    qa = str(Path(sys.executable).with_name("qa"))
    terminal = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    with pexpect.spawn(qa, ["chat"], env=terminal, dimensions=(ROWS, COLUMNS), timeout=60) as chat:
        for asked in (None, QUESTION, FOLLOW_UP):
            if asked:
                chat.send(f"{asked}\r")
            quiet(chat, screen, stream)
    write_svg(screen)


def quiet(chat: "pexpect.spawn[bytes]", screen: pyte.Screen, stream: pyte.ByteStream) -> None:
    """Feed the screen until the chat has said something and then waits."""
    patience = 30.0
    while True:
        try:
            said = chat.read_nonblocking(4096, patience)
        except pexpect.TIMEOUT:
            return
        stream.feed(said)
        if b"\x1b[6n" in said:  # it asks where the cursor is
            chat.send(f"\x1b[{screen.cursor.y + 1};{screen.cursor.x + 1}R")
        patience = 5.0


def write_svg(screen: pyte.Screen) -> None:
    """The screen as a drawing, without the fonts that would be loaded from elsewhere."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="truecolor")
        rows = [styled(screen.buffer[row]) for row in range(ROWS)]
        while rows and not rows[-1].plain.strip():
            rows.pop()
        console.print(Text("\n").join(rows))
        svg = console.export_svg(title="qa chat")
    (HERE / "chat.svg").write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL), encoding="utf-8")


def styled(line: "pyte.screens.StaticDefaultDict[int, pyte.screens.Char]") -> Text:
    """One row of the screen with its colours."""
    text = Text()
    for column in range(COLUMNS):
        cell = line[column]
        marks = [name for name in ("bold", "italics", "reverse") if getattr(cell, name)]
        style = " ".join([*marks, "" if cell.fg == "default" else colour(cell.fg)]).replace("italics", "italic")
        text.append(cell.data, style)
    return text


def colour(name: str) -> str:
    """A colour as rich names it: pyte gives a name, or six hexadecimal digits."""
    return f"#{name}" if re.fullmatch(r"[0-9a-f]{6}", name) else name.replace("brown", "yellow")


if __name__ == "__main__":
    main()
