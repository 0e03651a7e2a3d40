"""Readings to documents: an id that stays, a title, a date."""

from datetime import date

import pytest

from qa.errors import UnreadableFile
from qa.ingest.naming import Provenance, document_from, title_of
from qa.ingest.reading import Reading, read_bytes


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


def test_what_is_said_when_adding_wins() -> None:
    """Over front matter, which wins over guesses; what is unknown stays None."""
    reading = read_bytes(b"---\ntitle: Theirs\npublisher: Their desk\npublished: 2025-01-02\n---\nText.", "a.md")
    theirs = document_from(reading, Provenance())
    assert (theirs.title, theirs.publisher, theirs.published, theirs.author) == (
        "Theirs",
        "Their desk",
        date(2025, 1, 2),
        None,
    )
    ours = document_from(reading, Provenance(publisher="Our desk", published=date(2025, 3, 4)))
    assert (ours.title, ours.publisher, ours.published) == ("Theirs", "Our desk", date(2025, 3, 4))


def test_an_id_stays_when_the_content_changes() -> None:
    """It depends on collection and source; the checksum on content and on what was said of it."""
    first, second = (document_from(read_bytes(text, "a.md"), Provenance()) for text in (b"One.", b"Two."))
    other = document_from(read_bytes(b"One.", "a.md"), Provenance(collection="else"))
    relabelled = document_from(read_bytes(b"One.", "a.md"), Provenance(publisher="Desk"))
    assert first.id == second.id != other.id
    assert len({first.sha256, second.sha256, relabelled.sha256}) == 3


def test_a_date_that_is_none_is_refused() -> None:
    """With the file's name and the form it should have."""
    with pytest.raises(UnreadableFile, match=r"a\.md.*'last Tuesday'.*YYYY-MM-DD"):
        document_from(Reading("a.md", "Text.", metadata={"published": "last Tuesday"}), Provenance())
