"""Bytes to texts: the format found, the encoding found, a capture split into its articles."""

import codecs
from datetime import date
from pathlib import PurePath

from qa.adapters import readers
from qa.errors import UnreadableFile
from qa.ingest.captures import Article, split_capture
from qa.ingest.frontmatter import split_front_matter
from qa.ingest.sources import Source
from qa.types import Reading

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
MARKDOWN = frozenset({".md", ".markdown"})


def read(source: Source, captured: date | None = None) -> list[Reading]:
    """The texts that a file holds, at least one. ``captured``: the day a web page in it was saved, if it is known better
    than by the file's own date. Raises UnreadableFile with the reason.
    """
    found = readers.read(source.content, source.name)
    return _read_text(source, captured) if found is None else found


def _read_text(source: Source, captured: date | None) -> list[Reading]:
    text = _decoded(source.content, source.name)
    if not text.strip():
        raise UnreadableFile(f"{source.name} is empty.", "There is nothing in it to add.")
    metadata, offset = split_front_matter(text, source.name)
    body = text[offset:]
    if not body.strip():
        raise UnreadableFile(f"{source.name} holds front matter but no text.", "There is nothing in it to add.")
    if metadata or PurePath(source.name).suffix.casefold() in MARKDOWN:
        return [Reading(source.name, body, offset, metadata=metadata)]
    articles = split_capture(body, captured or source.modified)
    return [_reading(source.name, body, article, alone=len(articles) == 1) for article in articles]


def _reading(name: str, text: str, article: Article, *, alone: bool) -> Reading:
    said = {
        "title": article.title or article.suggested_title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published.isoformat() if article.published else None,
        "published_estimated": "true" if article.published_estimated else None,
    }
    return Reading(
        source=name,
        text=text[article.start : article.end],
        offset=article.start,
        part="" if alone else (article.title or str(article.start)),
        metadata={key: value for key, value in said.items() if value is not None},
        furniture=article.furniture,
    )


def _decoded(content: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in BYTE_ORDER_MARKS.items() if content.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in content:
        raise UnreadableFile(f"{name} is not text: it holds binary data.", "Save it as text, PDF, Word or HTML.")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        guessed = None if encoding != "utf-8" else _guessed(content)
        if guessed is None:
            raise UnreadableFile(
                f"{name} is not text in an encoding that can be told: byte {error.start} is no {encoding.removesuffix('-sig').upper()}.",
                "Save it as UTF-8.",
            ) from error
        return guessed


def _guessed(content: bytes) -> str | None:
    """Older encodings, told apart by which gives sensible words; None when none does."""
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    return None if best is None or best.percent_chaos > 10 or best.percent_coherence < 5 else str(best)
