"""EPUB books in reading order; e-mail with its own words told from others'."""

import pytest

from qa.adapters.readers import read
from qa.errors import UnreadableFile
from qa.types import Reading
from tests.qa.adapters.readers.prose import paragraphs
from tests.qa.adapters.readers.samples import epub, html, mail, packed, unpacked


def only(content: bytes, name: str) -> Reading:
    readings = read(content, name)
    assert readings is not None
    (reading,) = readings
    return reading


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    """Chapters with their headings, and what the package says of the book."""
    reading = only(epub(10), "book.epub")
    texts = paragraphs(10)
    assert reading.text.split("\n\n") == ["# Chapter 1", *texts[:5], "# Chapter 2", *texts[5:]]
    assert reading.metadata == {
        "title": "The Alliance Book",
        "author": "Jo Doe, Ann Other",
        "publisher": "Example Press",
        "published": "2024-05-06",
        "language": "en",
    }


def test_books_that_cannot_be_read_are_refused() -> None:
    """Rights management, a missing package, chapters without text, a package that unfolds itself."""
    files = unpacked(epub())
    locked = '<encryption><CipherReference URI="OEBPS/text/one.xhtml"/></encryption>'
    bomb = b'<!DOCTYPE package [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><package>&b;</package>'
    empty = {name: b"<html/>" for name in files if name.endswith("xhtml")}
    for changed, reason in (
        ({"META-INF/encryption.xml": locked.encode()}, "protected by a password"),
        ({"META-INF/container.xml": b"<container/>"}, "its package file is missing"),
        (empty, "its chapters are empty or pictures"),
        ({"OEBPS/book.opf": bomb}, "declares XML entities"),
    ):
        with pytest.raises(UnreadableFile, match=reason):
            read(packed(files | changed), "book.epub")


def test_a_message_is_cited_for_its_own_words_only() -> None:
    """What it quotes, its signature and the names of its attachments are furniture; the rest is text."""
    reading = only(mail(3), "letter.eml")
    assert [reading.text[start:end] for start, end in reading.furniture] == [
        "On Thursday, Jo wrote:\n> Is it true?\n> Tell me.\n",
        "-- \nKim Min\nSeoul\n",
        "\nAttachments, not read: plan.pdf\n",
    ]
    assert all(paragraph in reading.text for paragraph in paragraphs(3))
    assert reading.metadata == {"title": "The spending plan", "author": "Kim Min", "published": "2025-11-14"}


def test_a_message_in_html_is_read_without_its_quotations() -> None:
    """Unless it is nothing but a forwarded one."""
    header = b"From: kim@example.org\nSubject: =?utf-8?q?Caf=C3=A9?=\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    quote = b'<div class="gmail_quote">He said no.</div>'
    reading = only(header + b"<p>I say yes.</p>" + quote, "a.eml")
    assert (reading.text, reading.metadata) == ("I say yes.\n", {"title": "Café", "author": "kim@example.org"})
    assert only(header + quote, "a.eml").text == "He said no.\n"


def test_flowed_lines_are_whole_again() -> None:
    """RFC 3676: a space at a line's end says that it goes on, but in the mark of a signature."""
    content = b"From: a@b.c\nContent-Type: text/plain; format=flowed\n\nIt goes \non here.\n-- \nKim\n"
    reading = only(content, "a.eml")
    assert reading.text == "It goes on here.\n-- \nKim\n"
    assert reading.furniture == ((17, 25),)


def test_a_page_saved_by_a_browser_is_a_page() -> None:
    """MHTML: the article with its own metadata, and the address it was saved from where the page has none."""
    page = html().replace(b'<link rel="canonical" href="https://example.org/a/1">', b"")
    content = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/b\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n" + page + b"\n--x--\n"
    )
    reading = only(content, "saved.mhtml")
    assert reading.text.startswith("# Seoul raises spending")
    assert reading.metadata["publisher"] == "The Korea Post"
    assert reading.metadata["url"] == "https://example.org/b"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"From: a@b.c\nMessage-ID: <1>\n" + b"X: y\n" * 60_000, "its headers are longer than 256 KB"),
        (b"From: a@b.c\nMessage-ID: <1>\n\n", "the message is empty"),
        (
            b"From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=x\n\n--x--\n",
            "protected by a password",
        ),
        (
            b"From a@b.c Fri Nov 14\nFrom: a@b.c\nMessage-ID: <1>\n\nHello.\n",
            "a mailbox of many messages, which is not read",
        ),
    ],
)
def test_messages_that_cannot_be_read_are_refused(content: bytes, reason: str) -> None:
    """By name and reason."""
    with pytest.raises(UnreadableFile, match=reason):
        read(content, "letter.eml")
