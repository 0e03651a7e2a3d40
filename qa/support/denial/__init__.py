"""Denials: what the cited sentences deny, a claim may not affirm, and the other way round."""
