"""Comparisons: which way they go, and what came before what."""
