"""SQLite: documents, sentences, passages, full text search and vectors. The text of record."""

from qa.catalog.catalog import Catalog

__all__ = ["Catalog"]
