"""Web pages: the article, its structure in marks, what the page says of itself."""

import pytest

from qa.adapters.readers import read
from qa.errors import UnreadableFile
from qa.types import Reading
from tests.qa.adapters.readers.prose import paragraphs
from tests.qa.adapters.readers.samples import html


def only(content: bytes, name: str = "page.html") -> Reading:
    readings = read(content, name)
    assert readings is not None
    (reading,) = readings
    return reading


def test_a_page_gives_its_article_and_nothing_else() -> None:
    """Headings, items and rows on lines of their own; menu and footer are gone."""
    text = only(html()).text
    blocks = text.split("\n\n")
    assert blocks[:3] == [
        "# Seoul raises spending",
        "Seoul agreed to raise spending to 3.5% of GDP, café owners said.",
        "## Part 1",
    ]
    assert all(paragraph in blocks for paragraph in paragraphs(6))
    assert blocks[-4:] == [
        "- Submarines are approved.",
        "- Tariffs fall to 15 percent.",
        "Country: Korea; Share: 3.5%.",
        "Country: Japan; Share: 2%.",
    ]
    assert "Politics" not in text
    assert "newsletter" not in text


def test_a_page_says_what_it_is() -> None:
    """Title, publisher, author, date, address and language, as the page's head has them."""
    assert only(html()).metadata == {
        "title": "Seoul raises spending",
        "publisher": "The Korea Post",
        "author": "Kim Min",
        "published": "2025-11-14",
        "url": "https://example.org/a/1",
        "language": "en",
    }


@pytest.mark.parametrize("encoding", ["cp949", "utf-8", "shift_jis", "utf-16"])
def test_the_encoding_is_the_declared_one(encoding: str) -> None:
    """By byte order mark or by meta element."""
    said = {"cp949": "한국은 잠수함을 승인했다", "shift_jis": "潜水艦を承認した"}.get(encoding, "Café 한국 承認した")
    page = f"<html><head><meta charset='{encoding}'><title>{said}</title></head><body><p>{said}. {said} again.</p></body></html>"
    reading = only(page.encode(encoding))
    assert said in reading.text
    assert reading.metadata["title"] == said


@pytest.mark.parametrize("declared", ["utf-8", "nonsense", "base64", "utf-16"])
def test_a_wrong_declaration_is_seen_through(declared: str) -> None:
    """A page that is not in the encoding it names is read by likelihood."""
    said = "Der Ausschuss hat über die Änderung des Gesetzes für Möbel beraten und sie schließlich für nötig erklärt."
    page = f"<html><head><meta charset='{declared}'></head><body><article><p>{said}</p><p>{said}</p></article></body></html>"
    assert said in only(page.encode("cp1252")).text


@pytest.mark.parametrize(
    "page",
    [
        b"<html></html>",
        b"<!DOCTYPE html><html><body><script>run()</script><div id=app></div></body></html>",
        b"<html><!--",
    ],
)
def test_a_page_without_text_is_refused(page: bytes) -> None:
    """With the likely reason."""
    with pytest.raises(UnreadableFile, match=r"page\.html holds no text: the page"):
        read(page, "page.html")


def test_entities_are_not_unfolded() -> None:
    """A billion laughs in a page's document type stays a line of text at most."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{entities}]><html><body><p>Well, &l9; it is said.</p></body></html>'
    assert len(only(page.encode(), "page.xhtml").text) < 2_000


def test_a_table_with_names_beside_its_values_is_read_in_pairs() -> None:
    """A row's own heading names its value."""
    rows = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in (("Name", "Kim"), ("Born", "1970")))
    page = f"<html><body><article><p>{paragraphs(1)[0]}</p><table>{rows}</table></article></body></html>"
    assert only(page.encode()).text.endswith("Name: Kim.\n\nBorn: 1970.")
