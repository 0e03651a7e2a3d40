"""Grounding, measured: one section a module, `python -m bench.grounding` runs them all."""
