"""Footnote over HTTP."""
