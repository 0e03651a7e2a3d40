"""Uploads into the library, and the report of it."""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from api.uploads import Upload, Uploads
from qa.answers import as_json
from qa.errors import UnreadableFile
from qa.ingest.naming import Provenance, document_id
from qa.ingest.reading import read_bytes
from qa.library import Library
from qa.types import AddReport, Document, Filters, Refused

TWICE = "Another file of this request has the same name. Give it a name of its own, or send it by itself."


def add(library: Library, uploads: Uploads) -> dict[str, Any]:
    """Add what can be read. Raises UnreadableFile with the reasons when that is nothing."""
    report = reduce(_both, _reports(library, uploads), AddReport())
    sources = report.added + report.updated + report.unchanged
    if not sources:
        raise UnreadableFile(" ".join(refused.reason for refused in report.refused))
    ids = [document_id(uploads.provenance.collection, source) for source in sources]
    return {**as_json(report), "documents": _documents(library, ids)}


def _reports(library: Library, uploads: Uploads) -> Iterator[AddReport]:
    seen: set[str] = set()
    for text in uploads.texts:
        # Only base names are known here: two files of that name would replace each other.
        yield _refused(text, TWICE) if text.source in seen else _added(library, text, uploads.provenance)
        seen.add(text.source)


def _added(library: Library, text: Upload, provenance: Provenance) -> AddReport:
    try:
        return library.add_reading(read_bytes(text.content, text.source), provenance)
    except UnreadableFile as error:
        return _refused(text, str(error))


def _refused(text: Upload, reason: str) -> AddReport:
    return AddReport(refused=(Refused(text.source, reason),))


def _both(one: AddReport, other: AddReport) -> AddReport:
    return AddReport(
        one.added + other.added,
        one.updated + other.updated,
        one.unchanged + other.unchanged,
        one.refused + other.refused,
        one.passages + other.passages,
    )


def _documents(library: Library, ids: Sequence[str]) -> list[Document]:
    """Those documents in the order of their ids; one that somebody else has removed meanwhile is left out."""
    found = {document.id: document for document in library.documents(Filters(document_ids=tuple(ids)))}
    return [found[id] for id in ids if id in found]
