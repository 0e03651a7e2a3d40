"""The day of a document as it is told to readers and to models."""

from qa.types import Citation, Document


def dated(source: Document | Citation) -> str | None:
    """2025-08-01, or "about 2025-08-01" where the day was worked out and not read; None where none is known."""
    about = "about " if source.published_estimated else ""
    return f"{about}{source.published.isoformat()}" if source.published else None
