"""Readings to documents: an id that stays, a title, a date."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import PurePath

from qa.errors import UnreadableFile
from qa.ingest.reading import Reading
from qa.types import Document

DEFAULT_COLLECTION = "default"
TITLE_LENGTH = 120
ATX_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the person who adds a document says of it; it wins over what the file says."""

    collection: str = DEFAULT_COLLECTION
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None


def document_id(collection: str, source: str) -> str:
    """Stays the same when the file's content changes."""
    return hashlib.blake2b(f"{collection}\0{source}".encode(), digest_size=8).hexdigest()


def document_from(reading: Reading, provenance: Provenance) -> Document:
    """Name and date what was read. Raises UnreadableFile for a date that is none."""
    said = reading.metadata
    published = provenance.published or _date(said.get("published"), reading.source)
    return Document(
        id=document_id(provenance.collection, reading.source),
        collection=provenance.collection,
        source=reading.source,
        title=provenance.title or said.get("title") or title_of(reading.text, reading.source),
        text=reading.text,
        sha256=_checksum(reading, provenance),
        publisher=provenance.publisher or said.get("publisher"),
        author=provenance.author or said.get("author"),
        published=published,
        url=provenance.url or said.get("url"),
        offset=reading.offset,
        added_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def title_of(text: str, source: str) -> str:
    """The first Markdown heading; else the first line that reads like a title; else the file's name."""
    heading = ATX_HEADING.search(text[:20_000])
    if heading:
        return _clipped(heading.group(1))
    lines = (line.strip() for line in text[:2_000].splitlines())
    first = next((line for line in lines if _reads_like_a_title(line)), None)
    return _clipped(first or PurePath(source).stem.replace("-", " ").replace("_", " "))


def _reads_like_a_title(line: str) -> bool:
    return 2 < len(line.split()) <= 20 and len(line) <= TITLE_LENGTH and line[-1] not in ".:,;"


def _clipped(title: str) -> str:
    one_line = " ".join(title.split())
    return one_line if len(one_line) <= TITLE_LENGTH else one_line[: TITLE_LENGTH - 1].rstrip() + "…"


def _date(value: str | None, source: str) -> date | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError as error:
        raise UnreadableFile(
            f"{source} says it was published on {value!r}, which is no date.", "Write it as YYYY-MM-DD."
        ) from error


def _checksum(reading: Reading, provenance: Provenance) -> str:
    """Changes when the file does, or what is said of it."""
    return hashlib.sha256(f"{reading.checksum}\0{provenance!r}".encode()).hexdigest()
