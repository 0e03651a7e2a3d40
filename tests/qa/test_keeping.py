"""Keeping a library: what vanished, what was corrected, what is there twice."""

from datetime import date
from pathlib import Path

import pytest

from qa.errors import UnknownDocument, UnreadableFile
from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.types import Document, Filters
from tests.conftest import OpenLibrary

STORY = " ".join(
    f"The harbour council heard about pier {n} and put off item {n * 7} until the tide table is printed."
    for n in range(30)
)


def only(documents: list[Document]) -> Document:
    (document,) = documents
    return document


def test_prune_removes_what_vanished_from_the_folder_and_nothing_else(
    open_library: OpenLibrary, documents: Path
) -> None:
    """Files elsewhere, uploads and other collections stay; without --prune nothing goes."""
    library = open_library()
    library.add_source(Source("an upload", b"The lighthouse is white."))
    library.add([documents], Provenance(collection="other"))
    library.add([documents])
    (documents / "bridge.txt").unlink()
    assert library.add([documents]).removed == ()
    report = library.add([documents], prune=True)
    assert [Path(source).name for source in report.removed] == ["bridge.txt"]
    assert len(library.documents(Filters(collection="default"))) == 3
    assert len(library.documents(Filters(collection="other"))) == 3
    assert library.drift() == (0, 0)


def test_a_copy_of_a_file_is_stored_once(open_library: OpenLibrary, documents: Path) -> None:
    """Under another name, in the same add or a later one; in another collection it is a document of its own."""
    (documents / "again.txt").write_bytes((documents / "bridge.txt").read_bytes())
    library = open_library()
    assert [Path(source).name for source in library.add([documents]).duplicates] == ["bridge.txt"]
    (documents / "third.txt").write_bytes((documents / "bridge.txt").read_bytes())
    assert len(library.add([documents]).duplicates) == 2
    assert len(library.documents()) == 3
    assert len(library.add([documents / "third.txt"], Provenance(collection="other")).added) == 1


def test_a_syndicated_copy_is_linked_and_not_cited_twice(open_library: OpenLibrary) -> None:
    """Another headline and another ending; the first that came is the original."""
    library = open_library()
    library.add_source(Source("wire", STORY.encode()))
    library.add_source(Source("paper", f"Our own first sentence. {STORY[: int(len(STORY) * 0.93)]}".encode()))
    library.add_source(Source("unlike", b"Apples were cheap in the market this week, said the grocer."))
    by_source = {document.source: document for document in library.documents()}
    assert by_source["paper"].copy_of == by_source["wire"].id
    assert (by_source["wire"].copy_of, by_source["unlike"].copy_of) == (None, None)
    answer = library.ask("What did the harbour council hear about pier 12?")
    quotes = [citation.quote for citation in answer.citations]
    assert any("pier 12 " in quote for quote in quotes)
    assert len(quotes) == len(set(quotes))


def test_when_the_original_goes_a_copy_takes_its_place(open_library: OpenLibrary) -> None:
    """So that the others are linked to something that is there."""
    library = open_library()
    for name in ("one", "two", "three"):
        library.add_source(Source(name, f"{name}! {STORY}".encode()))
    first = {document.source: document for document in library.documents()}
    library.remove([first["one"].id])
    left = {document.source: document for document in library.documents()}
    assert left["two"].copy_of is None
    assert left["three"].copy_of == left["two"].id


def test_an_edit_is_kept_when_the_file_changes(open_library: OpenLibrary, documents: Path) -> None:
    """Title, publisher and date as corrected; what was not corrected follows the file."""
    library = open_library()
    library.add([documents / "budget.md"])
    document = only(library.documents())
    edited = library.edit(document.id, {"title": "The right title", "publisher": None, "published": "2025-10-10"})
    assert (edited.title, edited.publisher, edited.published) == ("The right title", None, date(2025, 10, 10))
    assert library.search("The right title", 1)[0].document.title == "The right title"
    assert library.drift() == (0, 0)
    text = (documents / "budget.md").read_text()
    (documents / "budget.md").write_text(text.replace("Harbor Brief", "New Brief") + "\nA last line was added.\n")
    library.add([documents / "budget.md"])
    again = only(library.documents())
    assert (again.id, again.title, again.publisher) == (document.id, "The right title", None)
    assert "last line" in library.document(again.id).text


def test_an_edit_of_nothing_or_to_no_date_is_refused(open_library: OpenLibrary, documents: Path) -> None:
    """And changes nothing."""
    library = open_library()
    with pytest.raises(UnknownDocument):
        library.edit("nobody", {"title": "x"})
    library.add([documents / "budget.md"])
    document = only(library.documents())
    with pytest.raises(UnreadableFile, match="no date"):
        library.edit(document.id, {"published": "soon"})
    assert only(library.documents()) == document


def test_removing_forgets_the_edits(open_library: OpenLibrary, documents: Path) -> None:
    """Who adds the file again begins anew."""
    library = open_library()
    library.add([documents / "budget.md"])
    document = only(library.documents())
    library.edit(document.id, {"title": "Wrong"})
    library.remove([document.id])
    library.add([documents / "budget.md"])
    assert only(library.documents()).title == "The budget"
