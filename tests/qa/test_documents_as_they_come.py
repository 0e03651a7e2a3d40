"""Real kinds of files through the whole library: pages, several articles in one capture, dates that were worked out."""

import io
from datetime import date
from pathlib import Path

import pypdf

from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.types import Filters
from tests.conftest import OpenLibrary
from tests.qa.adapters.readers.pdf_samples import pdf_pages
from tests.qa.adapters.readers.samples import csv, docx, epub, html, mail, xlsx

BODY = [
    "The harbour council agreed on Tuesday to replace both ferries before the winter storms arrive on the coast.",
    "Its chair said that the money had been put aside in spring and that no new tax would be needed for it.",
    "The pier's owners welcomed the plan, although they had asked for a bridge in place of the boats.",
]
OTHER = [
    "The lighthouse keeper has retired after forty years on the rock, and the lamp will be lit by a machine.",
    "Visitors may climb the tower on Sundays from May on, and the old lens is to be shown in the town museum.",
    "The harbour office expects some three hundred guests a month while the weather lasts.",
]


def capture(related: list[str]) -> str:
    """A page as a portal shows it: menu, article, furniture, and another whole article below."""
    first, second = "Council to replace both ferries", "Lighthouse keeper retires after forty years"
    head = [
        "Menu",
        "Sign in",
        "Subscribe",
        "logo",
        first,
        "",
        first,
        "",
        "Coast Gazette2 days ago",
        *BODY,
        "",
        "Comments",
        "No comments yet...",
    ]
    tail = [
        "",
        "Related Articles",
        "",
        second,
        second,
        "",
        "Coast Gazette",
        "",
        "time5 hours ago",
        "",
        "  • Coast Gazette",
        "",
        second,
        "",
    ]
    return "\n".join([*head, *tail, " ".join(related), "", "DOWNLOAD THE APP", "Get Started Now: Download the App"])


def test_a_pdfs_citation_carries_its_page(open_library: OpenLibrary) -> None:
    """And that page, as another program reads it, holds the sentence."""
    content = pdf_pages(
        "The first page speaks of tides.", "The second page says that two ferries cost 41 million crowns."
    )
    library = open_library()
    library.add_source(Source("report.pdf", content))
    (citation,) = library.ask("What do two ferries cost in crowns?").citations
    assert citation.page == 2
    page = pypdf.PdfReader(io.BytesIO(content)).pages[citation.page - 1].extract_text()
    assert citation.quote in " ".join(page.split())


def test_a_captures_articles_are_documents_of_their_own(open_library: OpenLibrary) -> None:
    """With their own titles, dates worked out from the day of capture, offsets into the file, and no furniture."""
    text = capture(OTHER)
    library = open_library()
    library.add_source(Source("page.txt", text.encode()), Provenance(captured=date(2026, 3, 10)))
    documents = {document.title: document for document in library.documents()}
    assert set(documents) == {"Council to replace both ferries", "Lighthouse keeper retires after forty years"}
    ferries = documents["Council to replace both ferries"]
    assert (ferries.publisher, ferries.published, ferries.published_estimated) == (
        "Coast Gazette",
        date(2026, 3, 8),
        True,
    )
    answer = library.ask("Who lights the lamp after the lighthouse keeper has retired?")
    citation = answer.citations[0]
    assert (citation.title, citation.published_estimated) == ("Lighthouse keeper retires after forty years", True)
    document = library.document(citation.document_id)
    assert text[document.offset + citation.start : document.offset + citation.end] == citation.quote
    for furniture in ("Download the App", "No comments yet", "Subscribe"):
        assert all(furniture not in hit.passage.text for hit in library.search(furniture))


def test_an_article_that_left_the_page_leaves_the_library(open_library: OpenLibrary) -> None:
    """When the page is captured again with another one below; the first keeps its id."""
    library = open_library()
    library.add_source(Source("page.txt", capture(OTHER).encode()), Provenance(captured=date(2026, 3, 10)))
    before = {document.title: document.id for document in library.documents()}
    newer = capture(OTHER).replace(
        "Lighthouse keeper retires after forty years", "The lamp is lit by a machine from now on"
    )
    library.add_source(Source("page.txt", newer.encode()), Provenance(captured=date(2026, 3, 10)))
    after = {document.title: document.id for document in library.documents()}
    assert set(after) == {"Council to replace both ferries", "The lamp is lit by a machine from now on"}
    assert after["Council to replace both ferries"] == before["Council to replace both ferries"]
    assert library.drift() == (0, 0)


def test_a_folder_of_every_format_is_added(open_library: OpenLibrary, tmp_path: Path) -> None:
    """And each can be found."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    samples = {"a.docx": docx(), "b.xlsx": xlsx(), "c.html": html(), "d.epub": epub(), "e.eml": mail(), "f.csv": csv()}
    for name, content in samples.items():
        (folder / name).write_bytes(content)
    library = open_library()
    report = library.add([folder])
    assert (len(report.added), report.refused) == (6, ())
    for document in library.documents():
        first = library.passages(document.id)[0]
        assert library.search(first.text[:300], 5, Filters(document_ids=(document.id,)))
