"""One text into the library, and what is there afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from api.uploads import Text
from qa.answers import as_json
from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.library import Library
from qa.types import Filters

OUTCOMES = ("added", "updated", "unchanged")


def add(library: Library, text: Text) -> dict[str, Any]:
    """Add it now. Raises UnreadableFile."""
    report = as_json(library.add_source(Source(text.source, text.content), text.provenance))
    return {**report, "documents": documents_of(library, report, text.provenance)}


def documents_of(library: Library, report: Mapping[str, Sequence[str]], provenance: Provenance) -> list[dict[str, str]]:
    """The documents that the sources of a report became, named so that they can be found again."""
    sources = {source for outcome in OUTCOMES for source in report[outcome]}
    there = library.documents(Filters(collection=provenance.collection)) if sources else []
    return [{"id": each.id, "title": each.title, "source": each.source} for each in there if each.source in sources]
