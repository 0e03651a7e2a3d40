"""Retrieval, measured beside its parts and beside LlamaIndex's defaults; `python -m bench.retrieval` makes docs/retrieval.md."""
