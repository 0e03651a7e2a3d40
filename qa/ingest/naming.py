"""Readings to documents: an id that stays, a title, a date."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import PurePath

from qa.errors import UnreadableFile
from qa.sentences import split_sentences
from qa.types import Document, Reading

DEFAULT_COLLECTION = "default"
TITLE_LENGTH = 120
READERS_VERSION = 1  # raised when readers find more in the same bytes, so that the next `add` reads every file again
ATX_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
EDITABLE = ("title", "publisher", "author", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the person who adds a file says of it; it wins over what the file says. ``captured``: when a web page was saved."""

    collection: str = DEFAULT_COLLECTION
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    captured: date | None = None


def document_id(collection: str, source: str, part: str = "") -> str:
    """Stays the same when the content changes."""
    return hashlib.blake2b(f"{collection}\0{source}\0{part}".encode(), digest_size=8).hexdigest()


def checksum(content: bytes, provenance: Provenance) -> str:
    """Changes when the file does, what is said of it, or how it is read."""
    said = f"{READERS_VERSION}\0{provenance!r}\0".encode()
    return hashlib.sha256(said + hashlib.sha256(content).digest()).hexdigest()


def document_from(
    reading: Reading, provenance: Provenance, made_from: str, edits: Mapping[str, str | None]
) -> Document:
    """Name and date what was read: an edit wins over what was said when adding, and that over what the file says.

    Raises UnreadableFile for a date that is none.
    """
    said = {name: value for name in EDITABLE if (value := getattr(provenance, name, None)) is not None}
    known = {**reading.metadata, **said, **edits}
    read_date = known.get("published") is not None and "published" not in said and "published" not in edits
    return Document(
        id=document_id(provenance.collection, reading.source, reading.part),
        collection=provenance.collection,
        source=reading.source,
        part=reading.part,
        title=known.get("title") or title_of(reading.text, reading.source),
        text=reading.text,
        sha256=made_from,
        publisher=known.get("publisher"),
        author=known.get("author"),
        published=a_day(known.get("published"), reading.source),
        published_estimated=read_date and reading.metadata.get("published_estimated") == "true",
        language=known.get("language"),
        url=known.get("url"),
        offset=reading.offset,
        added_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def title_of(text: str, source: str) -> str:
    """The first Markdown heading; else the first line that reads like a title; else the file's name, if it is made of words;
    else the first sentence.
    """
    heading = ATX_HEADING.search(text[:20_000])
    if heading:
        return _clipped(heading.group(1))
    lines = [line.strip() for line in text[:4_000].split("\n")]
    whole = lines if len(text) <= 4_000 else lines[:-1]
    name = re.sub(r"[-_\s]+", " ", PurePath(source).stem).strip()
    named = name if re.search(r"\b[^\W\d_]{4,}\b", name) else ""
    first = next((line for line in whole if _reads_like_a_title(line)), None)
    return _clipped(first or named or _first_sentence(whole) or name)


def a_day(value: str | date | None, source: str) -> date | None:
    """The day of an ISO date or time. Raises UnreadableFile for anything else."""
    if value is None or isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(value).date()
    except ValueError as error:
        raise UnreadableFile(
            f"{source} says it was published on {value!r}, which is no date.", "Write it as YYYY-MM-DD."
        ) from error


def _reads_like_a_title(line: str) -> bool:
    return 2 < len(line.split()) <= 20 and len(line) <= TITLE_LENGTH and line[-1] not in ".:,;"


def _first_sentence(lines: Sequence[str]) -> str:
    """Of four words or more, without a list item's mark and its full stop."""
    for line in lines:
        sentences = split_sentences(line[:1_000])
        if sentences and len(sentences[0].text.split()) >= 4 and not sentences[0].text.endswith(":"):
            return re.sub(r"^[-*•]\s+", "", sentences[0].text).rstrip(".")
    return ""


def _clipped(title: str) -> str:
    one_line = " ".join(title.split())
    return one_line if len(one_line) <= TITLE_LENGTH else one_line[: TITLE_LENGTH - 1].rstrip() + "…"
