"""Footnote: answers about your own documents, every sentence tied to the exact sentences it rests on."""
