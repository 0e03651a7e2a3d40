"""The documents on the page: added, listed, opened, removed."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from reportlab.pdfgen import canvas

from api.rules import Rules
from tests.api.page.conftest import Serve, Visit, ask

HOSTILE = """---
title: <img src=x onerror=alert(1)>
publisher: <b>Bold</b> Press
---
The quay was <script>alert("in")</script> paved in 1998. <img src=x onerror="document.title='taken'"> It holds 40 boats.
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "quay.md"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


def test_an_uploaded_document_is_followed_until_it_answers(serve: Serve, visit: Visit, tmp_path: Path) -> None:
    """What is refused is named with its reason, and the rest is added and can be asked about."""
    good, bad = tmp_path / "mill.md", tmp_path / "mill.bin"
    good.write_text("# The mill\n\nThe old mill grinds nine tons of rye a day.\n", encoding="utf-8")
    bad.write_bytes(bytes(range(256)))
    page = visit(serve() + "/#/documents")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add files").click()
    chooser.value.set_files([good, bad])
    expect(page.locator("#uploads")).to_contain_text("2 files: 1 added, 1 refused.")
    expect(page.locator("#uploads li li")).to_contain_text("mill.bin")
    expect(page.get_by_role("button", name="The mill", exact=True)).to_be_visible()
    page.get_by_role("button", name="Dismiss").click()
    expect(page.get_by_role("button", name="Add files")).to_be_focused()
    page.get_by_role("link", name="Ask").click()
    ask(page, "How much rye does the old mill grind a day?")
    page.locator("p.claims button.note").first.click()
    expect(page.locator("#source mark")).to_have_text("The old mill grinds nine tons of rye a day.")


def test_what_is_said_of_files_goes_with_them(serve: Serve, visit: Visit, tmp_path: Path) -> None:
    """Publisher and date of the form are the document's."""
    path = tmp_path / "mill.txt"
    path.write_text("The old mill grinds nine tons of rye a day.", encoding="utf-8")
    page = visit(serve() + "/#/documents")
    page.get_by_text("Give them a publisher or a date").click()
    form = page.locator("#add")
    form.get_by_label("Publisher").fill("Mill Post")
    form.get_by_label("Published").fill("2020-02-29")
    page.locator("#files").set_input_files(path)
    expect(page.locator("#library")).to_contain_text("Mill Post · 29 Feb 2020")


def test_dropped_files_are_added_from_anywhere(serve: Serve, visit: Visit) -> None:
    """The page shows that it takes them, and leads to their progress."""
    page = visit(serve())
    carried = page.evaluate_handle(
        "() => { const t = new DataTransfer(); t.items.add(new File(['The old mill grinds rye.'], 'mill.txt')); return t; }"
    )
    page.dispatch_event("main", "dragover", {"dataTransfer": carried})
    expect(page.get_by_text("Drop to add to your documents")).to_be_visible()
    page.dispatch_event("main", "drop", {"dataTransfer": carried})
    expect(page.locator("#uploads")).to_contain_text("1 file: 1 added.")
    expect(page.get_by_text("Drop to add to your documents")).to_be_hidden()


def test_markup_in_a_document_is_only_text(serve: Serve, visit: Visit, hostile: Path) -> None:
    """In the list, in the answer, in the source; nothing of it is loaded or run."""
    page = visit(serve() + "/#/documents")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.locator("#files").set_input_files(hostile)
    expect(page.get_by_role("button", name="<img src=x onerror=alert(1)>", exact=True)).to_be_visible()
    page.get_by_role("link", name="Ask").click()
    ask(page, "When was the quay <i>paved</i>?")
    expect(page.get_by_role("heading", name="When was the quay <i>paved</i>?")).to_be_visible()
    page.locator("p.claims button.note").first.click()
    expect(page.locator("#source .text")).to_contain_text('<img src=x onerror="document.title=')
    expect(page.locator("#source")).to_contain_text("<b>Bold</b> Press")
    assert page.locator("img, main script, aside script, main b, aside b, main i").count() == 0
    assert page.title() == "Footnote"
    assert not [url for url in asked if "/v1/" not in url and "/page/" not in url]


def test_a_note_to_a_pdf_names_its_page(serve: Serve, visit: Visit, tmp_path: Path) -> None:
    """Below the answer, and over the source."""
    drawn = canvas.Canvas(str(tmp_path / "mill.pdf"))
    for words in ("The mill stands by the river.", "The old mill grinds nine tons of rye a day."):
        drawn.drawString(72, 720, words)
        drawn.showPage()
    drawn.save()
    page = visit(serve() + "/#/documents")
    page.locator("#files").set_input_files(tmp_path / "mill.pdf")
    expect(page.locator("#uploads")).to_contain_text("1 file: 1 added.")
    page.get_by_role("link", name="Ask").click()
    ask(page, "How much rye does the old mill grind a day?")
    expect(page.locator(".sources")).to_contain_text("p. 2")
    page.locator("p.claims button.note").first.click()
    expect(page.locator("#source .about").first).to_contain_text("p. 2")


def test_an_upload_that_is_too_large_is_refused_in_words(serve: Serve, visit: Visit, tmp_path: Path) -> None:
    """With another try, and a way to put it aside."""
    path = tmp_path / "large.txt"
    path.write_text("word " * 1_000, encoding="utf-8")
    page = visit(serve(rules=Rules(upload_bytes=2_000)) + "/#/documents", failing=True)
    page.locator("#files").set_input_files(path)
    expect(page.locator("#uploads").get_by_role("alert")).to_contain_text("large")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    page.get_by_role("button", name="Dismiss").click()
    expect(page.locator("#uploads li")).to_have_count(0)


def test_a_document_is_opened_and_removed(serve: Serve, visit: Visit) -> None:
    """Only after it was confirmed."""
    page = visit(serve() + "/#/documents")
    page.get_by_role("button", name="Harbour extension opens", exact=True).click()
    expect(page.locator("#source .text")).to_contain_text("It cost 41 million crowns.")
    page.get_by_role("button", name="Close the source").click()
    for answer, left in (("Keep", 2), ("Remove", 1)):
        page.get_by_role("button", name="Remove Harbour extension opens").click()
        page.get_by_role("dialog").get_by_role("button", name=answer).click()
        expect(page.locator("#library li")).to_have_count(left)
    expect(page.get_by_role("heading", name="Documents")).to_be_focused()


def test_a_long_list_has_pages(serve: Serve, visit: Visit, tmp_path: Path) -> None:
    """25 entries each."""
    paths = [tmp_path / f"note-{number:02}.txt" for number in range(28)]
    for path in paths:
        path.write_text(f"Boat {path.stem} lies at berth {path.stem[-2:]}.", encoding="utf-8")
    page = visit(serve() + "/#/documents")
    page.locator("#files").set_input_files(paths)
    expect(page.locator("#library .about").first).to_have_text("30 documents, 1 to 25")
    expect(page.get_by_role("button", name="Previous")).to_be_disabled()
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#library .about").first).to_have_text("30 documents, 26 to 30")
    expect(page.locator("#library li")).to_have_count(5)
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
