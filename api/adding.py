"""Uploads into the library, and the report of it."""

from collections.abc import Iterator
from dataclasses import fields
from functools import reduce
from typing import Any

from api.uploads import Upload, Uploads
from qa.answers import as_json
from qa.errors import UnreadableFile
from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.library import Library
from qa.types import AddReport, Filters, Refused

TWICE = "Another file of this request has the same name. Give it a name of its own, or send it by itself."


def add(library: Library, uploads: Uploads) -> dict[str, Any]:
    """Add what can be read. Raises UnreadableFile with the reasons when that is nothing."""
    report = reduce(_both, _reports(library, uploads), AddReport())
    sources = {*report.added, *report.updated, *report.unchanged}
    if not sources and not report.duplicates:
        raise UnreadableFile(" ".join(refused.reason for refused in report.refused))
    there = library.documents(Filters(collection=uploads.provenance.collection))
    return {**as_json(report), "documents": [document for document in there if document.source in sources]}


def _reports(library: Library, uploads: Uploads) -> Iterator[AddReport]:
    seen: set[str] = set()
    for text in uploads.texts:
        # Only base names are known here: two files of that name would replace each other.
        yield _refused(text, TWICE) if text.source in seen else _added(library, text, uploads.provenance)
        seen.add(text.source)


def _added(library: Library, text: Upload, provenance: Provenance) -> AddReport:
    try:
        return library.add_source(Source(text.source, text.content), provenance)
    except UnreadableFile as error:
        return _refused(text, str(error))


def _refused(text: Upload, reason: str) -> AddReport:
    return AddReport(refused=(Refused(text.source, reason),))


def _both(one: AddReport, other: AddReport) -> AddReport:
    return AddReport(*(getattr(one, each.name) + getattr(other, each.name) for each in fields(AddReport)))
