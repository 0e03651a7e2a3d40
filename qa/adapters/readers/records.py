"""JSON and JSON lines: a record with a text is a reading of its own, others are lines that name their fields."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qa.adapters.readers.decoding import decoded
from qa.adapters.readers.facts import day, facts
from qa.adapters.readers.refusing import refused_if, textless
from qa.adapters.readers.rows import closed
from qa.errors import UnreadableFile
from qa.types import Reading

_BROKEN_JSON = (ValueError, RecursionError)
_TEXTS = ("text", "body", "content", "article", "full_text", "maintext")
_IDS = ("id", "_id", "uuid", "guid", "url")
_FIELDS = {
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline", "creator"),
    "publisher": ("publisher", "source", "site", "sitename", "outlet"),
    "url": ("url", "link", "source_url", "canonical_url"),
    "language": ("language", "lang"),
}
_DATES = (
    "published",
    "date",
    "published_at",
    "publishedat",
    "pubdate",
    "date_published",
    "publish_date",
    "created_at",
    "timestamp",
)
Record = Mapping[str, Any]


def read_json(content: bytes, source: str, certain: bool) -> list[Reading] | None:
    """The readings; None when it is no JSON of records after all and nothing but its looks said so.

    Raises UnreadableFile when its name says that it is (``certain``), or when it holds nothing.
    """
    if certain:
        with refused_if(_BROKEN_JSON, source, "JSON"):
            records = _records(_loaded(decoded(content, source)))
    else:
        try:
            records = _records(_loaded(decoded(content, source)))
        except (*_BROKEN_JSON, UnreadableFile):
            return None
    if records:
        return _readings(records, source)
    if certain:
        raise textless(source, "the JSON has no records", "A record is an object with named fields.")
    return None


def _loaded(text: str) -> Any:
    """One value, or one a line. Raises ValueError, which names the line, or RecursionError."""
    try:
        return json.loads(text)
    except ValueError:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _is_json(lines[0][1]):
            raise
    return [_line(line, number) for number, line in lines]


def _line(line: str, number: int) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise ValueError(f"line {number}: {error}") from error


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _records(value: Any) -> list[Record]:
    """The objects of a list; of an object whose one list holds them; or the object itself."""
    if isinstance(value, list):
        found: list[Record] = [item if isinstance(item, dict) else {"": item} for item in value]
        return found if any(isinstance(item, dict) for item in value) else []
    if not isinstance(value, dict):
        return []
    lists = [
        inner for inner in value.values() if isinstance(inner, list) and any(isinstance(item, dict) for item in inner)
    ]
    return _records(lists[0]) if len(lists) == 1 and not _text(_lowered(value)) else [value] if value else []


def _readings(records: Sequence[Record], source: str) -> list[Reading]:
    """One a record with a text, in order; the others together in one, whose part says so."""
    names = _names(records)
    texts: list[Reading] = []
    lines: list[str] = []
    for record, name in zip(records, names, strict=True):
        lowered = _lowered(record)
        if text := _text(lowered):
            texts.append(Reading(source, text, part=name, metadata=_metadata(lowered)))
        elif line := "; ".join(f"{key}: {value}" if key else value for key, value in _flat(record)):
            lines.append(closed(line))
    if lines:
        texts.append(Reading(source, "\n\n".join(lines), part="records" if texts else ""))
    return texts


def _names(records: Sequence[Record]) -> list[str]:
    """What tells a record from the others on every reading: an id of its own, or its number, from 1."""
    if len(records) == 1:
        return [""]
    for key in _IDS:
        ids = [record.get(key) for record in records]
        named = [str(id_) for id_ in ids if isinstance(id_, (str, int)) and str(id_).strip()]
        if len(set(named)) == len(records):
            return named
    return [str(number) for number in range(1, len(records) + 1)]


def _lowered(record: Record) -> dict[str, Any]:
    return {str(key).casefold(): value for key, value in record.items()}


def _text(record: Record) -> str:
    found = (record.get(key) for key in _TEXTS)
    return next((value for value in found if isinstance(value, str) and value.strip()), "")


def _metadata(record: Record) -> dict[str, str]:
    said = {name: next(filter(None, (_told(record.get(key)) for key in keys)), None) for name, keys in _FIELDS.items()}
    if said["publisher"] and said["publisher"].startswith(("http://", "https://")):  # what "source" means to some
        said["url"], said["publisher"] = said["url"] or said["publisher"], None
    published = next(filter(None, (day(record.get(key)) for key in _DATES)), None)
    return facts(published=published, **said)


def _told(value: Any) -> str | None:
    """A name, the names of a list, or the name of an object such as schema.org's."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_told, value))) or None
    return value.strip() or None if isinstance(value, str) else None


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value below, named by its path; a list of plain values is one value."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and any(isinstance(item, (Mapping, list)) for item in value):
        for item in value:
            yield from _flat(item, path)
    elif value not in (None, "", []):
        plain = ", ".join(map(_plain, value)) if isinstance(value, list) else _plain(value)
        yield path, " ".join(plain.split())


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
