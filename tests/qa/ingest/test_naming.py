"""Readings to documents: an id that stays, a title, a date."""

from collections.abc import Mapping
from datetime import date

import pytest

from qa.errors import UnreadableFile
from qa.ingest.naming import Provenance, checksum, document_from, title_of
from qa.types import Document, Reading


def document(
    text: str = "Text.",
    provenance: Provenance = Provenance(),
    edits: Mapping[str, str | None] | None = None,
    said: Mapping[str, str] | None = None,
) -> Document:
    """A document of a file a.md that says this of itself."""
    return document_from(Reading("a.md", text, metadata=said or {}), provenance, "made", edits or {})


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The plan\n\nWords.", "The plan"),
        ("Intro line here.\n\n## Second ##\n", "Second"),
        ("Seoul and Washington agree on spending\n\nThe text follows.", "Seoul and Washington agree on spending"),
        ("A sentence with a full stop.\nshort\nanother: colon:\n", "field notes"),
        ("x" * 500, "field notes"),
        ("# " + "long " * 60, ("long " * 60)[:119].rstrip() + "…"),
    ],
)
def test_a_title_is_found(text: str, title: str) -> None:
    """Heading, else a line that reads like a title, else the file's name."""
    assert title_of(text, "folder/field-notes.txt") == title


def test_a_name_without_words_is_no_title() -> None:
    """Then the first sentence is; a line that was cut off is never one."""
    text = "Key points:\n- The council has agreed on a plan for the piers. More below.\n" + "word " * 2_000
    assert title_of(text, "000_3e548be58eafc4e9.txt") == "The council has agreed on a plan for the piers"
    assert title_of("?", "000_3e548be58eafc4e9.txt") == "000 3e548be58eafc4e9"


def test_who_is_nearer_wins() -> None:
    """An edit over what was said when adding, that over the file, that over guesses; what is unknown stays None."""
    said = {"title": "Theirs", "publisher": "Their desk", "published": "2025-01-02"}
    theirs = document(said=said)
    assert (theirs.title, theirs.publisher, theirs.published, theirs.author) == (
        "Theirs",
        "Their desk",
        date(2025, 1, 2),
        None,
    )
    ours = document(provenance=Provenance(publisher="Our desk", published=date(2025, 3, 4)), said=said)
    assert (ours.title, ours.publisher, ours.published) == ("Theirs", "Our desk", date(2025, 3, 4))
    edited = document(
        provenance=Provenance(publisher="Our desk"), edits={"publisher": "Edited", "published": None}, said=said
    )
    assert (edited.publisher, edited.published) == ("Edited", None)


def test_only_a_date_that_was_worked_out_is_estimated() -> None:
    """One that a person gives is not."""
    said = {"published": "2025-01-02", "published_estimated": "true"}
    assert document(said=said).published_estimated
    assert not document(provenance=Provenance(published=date(2025, 3, 4)), said=said).published_estimated
    assert not document(edits={"published": "2025-03-04"}, said=said).published_estimated
    assert not document(said={"published": "2025-01-02"}).published_estimated


def test_an_id_depends_on_where_a_text_is_and_not_on_what_it_says() -> None:
    """Collection, source and part."""
    here = document("One.")
    assert here.id == document("Two.").id
    assert here.id != document(provenance=Provenance(collection="else")).id
    assert here.id != document_from(Reading("a.md", "One.", part="2"), Provenance(), "made", {}).id


def test_a_checksum_changes_with_the_file_and_with_what_is_said_of_it() -> None:
    """So that either makes a new version."""
    assert (
        len(
            {
                checksum(b"One.", Provenance()),
                checksum(b"Two.", Provenance()),
                checksum(b"One.", Provenance(publisher="D")),
            }
        )
        == 3
    )


def test_a_date_that_is_none_is_refused() -> None:
    """With the file's name and the form it should have."""
    with pytest.raises(UnreadableFile, match=r"a\.md.*'last Tuesday'.*YYYY-MM-DD"):
        document(said={"published": "last Tuesday"})
