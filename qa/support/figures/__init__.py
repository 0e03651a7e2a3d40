"""Figures, shares, ranges and dates: each has to stand in the cited sentences, in whatever form."""
